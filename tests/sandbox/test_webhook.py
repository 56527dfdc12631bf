"""Delivering updates to a real web server."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest

from bot.sandbox import Sandbox

MAYA = 1001

Call = Callable[..., Awaitable[dict[str, Any]]]


class Receiver:
    """A web server that answers as told and remembers what it got."""

    def __init__(self) -> None:
        self.url = ""
        self.got: asyncio.Queue[tuple[dict[str, Any], str | None]] = asyncio.Queue()
        self.answers: list[web.Response] = []
        self.open = asyncio.Event()
        self.open.set()
        self.busy = 0
        self.busiest = 0

    async def handle(self, request: web.Request) -> web.Response:
        self.busy += 1
        self.busiest = max(self.busiest, self.busy)
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.got.put_nowait((await request.json(), secret))
        await self.open.wait()
        self.busy -= 1
        return self.answers.pop(0) if self.answers else web.Response()

    async def text(self) -> str:
        """The text of the next message that comes."""
        update, _ = await asyncio.wait_for(self.got.get(), 5)
        text: str = update["message"]["text"]
        return text


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    receiver.url = f"http://{host}:{port}/hook"
    yield receiver
    receiver.open.set()
    await runner.cleanup()


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(webhook_delay=0.01)


async def test_an_update_comes_with_the_secret(
    sandbox: Sandbox, bot: Bot, receiver: Receiver
) -> None:
    maya = sandbox.person("maya")
    await maya.say("before")
    await bot.set_webhook(receiver.url, secret_token="s3cret", max_connections=3)
    await maya.say("after")
    for text in ("before", "after"):
        update, secret = await asyncio.wait_for(receiver.got.get(), 5)
        assert (update["message"]["text"], secret) == (text, "s3cret")
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections, info.last_error_message) == (receiver.url, 3, None)


async def test_a_failed_update_comes_again_before_the_next_of_its_chat(
    sandbox: Sandbox, bot: Bot, receiver: Receiver
) -> None:
    receiver.answers = [web.Response(status=500), web.Response(status=503), web.Response()]
    await bot.set_webhook(receiver.url)
    maya = sandbox.person("maya")
    await maya.say("one")
    await maya.say("two")
    assert [await receiver.text() for _ in range(4)] == ["one", "one", "one", "two"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == ("Wrong response from the webhook: 503 Service Unavailable")
    assert info.last_error_date == sandbox.world.now()


async def test_one_chat_in_order_and_several_side_by_side(
    sandbox: Sandbox, bot: Bot, receiver: Receiver
) -> None:
    receiver.open.clear()
    await bot.set_webhook(receiver.url, max_connections=2)
    for key in ("maya", "samir", "claire"):
        for text in ("1", "2"):
            await sandbox.person(key).say(f"{key} {text}")
    first = {await receiver.text(), await receiver.text()}
    assert first == {"maya 1", "samir 1"}
    receiver.open.set()
    rest = [await receiver.text() for _ in range(4)]
    assert rest.index("claire 1") < rest.index("claire 2")
    assert receiver.busiest == 2


async def test_an_unreachable_webhook_is_told_of_and_loses_nothing(
    sandbox: Sandbox, bot: Bot, receiver: Receiver
) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")
    await sandbox.person("maya").say("hello")
    async with asyncio.timeout(5):
        while not (await bot.get_webhook_info()).last_error_message:
            pass
    info = await bot.get_webhook_info()
    assert (info.last_error_message, info.pending_update_count) == ("Connection refused", 1)
    await bot.set_webhook(receiver.url)
    assert await receiver.text() == "hello"


async def test_a_connection_that_closes_early_counts_as_a_failure(
    sandbox: Sandbox, bot: Bot
) -> None:
    async def hang_up(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    rude = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    port = rude.sockets[0].getsockname()[1]
    await bot.set_webhook(f"http://127.0.0.1:{port}/")
    await sandbox.person("maya").say("hello")
    async with asyncio.timeout(5):
        while not (failure := (await bot.get_webhook_info()).last_error_message):
            pass
    assert failure == "Webhook connection closed"
    rude.close()
    await rude.wait_closed()


async def test_a_webhook_may_answer_with_a_method(
    sandbox: Sandbox, bot: Bot, receiver: Receiver
) -> None:
    receiver.answers = [
        web.json_response({"method": "sendMessage", "chat_id": MAYA, "text": "at once"}),
        web.json_response({"method": "sendMessage", "chat_id": 5, "text": "to nobody"}),
        web.Response(text="{", content_type="application/json"),
    ]
    await bot.set_webhook(receiver.url)
    maya = sandbox.person("maya")
    for _ in range(4):
        await maya.say("hi")
    assert (await maya.next()).text == "at once"
    assert [await receiver.text() for _ in range(4)] == ["hi"] * 4
    assert [call.ok for call in sandbox.calls.of("sendMessage")] == [True, False]


async def test_a_webhook_that_says_when_to_come_again_is_obeyed(
    sandbox: Sandbox, bot: Bot, receiver: Receiver
) -> None:
    receiver.answers = [web.Response(status=429, headers={"Retry-After": "1"})]
    await bot.set_webhook(receiver.url)
    begin = time.monotonic()
    await sandbox.person("maya").say("hi")
    assert [await receiver.text() for _ in range(2)] == ["hi"] * 2
    assert time.monotonic() - begin >= 0.99


async def test_a_redirect_is_a_failure_and_not_followed(
    sandbox: Sandbox, bot: Bot, receiver: Receiver
) -> None:
    receiver.answers = [web.Response(status=302, headers={"Location": receiver.url})]
    await bot.set_webhook(receiver.url)
    await sandbox.person("maya").say("hi")
    assert [await receiver.text() for _ in range(2)] == ["hi"] * 2
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 302 Found"
    assert info.ip_address == "127.0.0.1"


async def test_a_webhook_answers_with_a_form_too_but_gets_no_answers_itself(
    sandbox: Sandbox, bot: Bot, receiver: Receiver
) -> None:
    form = "application/x-www-form-urlencoded"
    receiver.answers = [
        web.json_response({"method": "getMe"}),
        web.json_response({"method": "deleteWebhook"}),
        web.Response(text="method=sendMessage&chat_id=1001&text=form", content_type=form),
    ]
    await bot.set_webhook(receiver.url)
    maya = sandbox.person("maya")
    for _ in range(3):
        await maya.say("hi")
    assert (await maya.next()).text == "form"
    assert [len(sandbox.calls.of(name)) for name in ("getMe", "deleteWebhook")] == [1, 0]


async def test_presses_and_messages_of_one_person_come_side_by_side(
    sandbox: Sandbox, bot: Bot, receiver: Receiver
) -> None:
    maya = sandbox.person("maya")
    said = await maya.say("hi")
    await bot.get_updates(offset=-1)
    receiver.open.clear()
    await bot.set_webhook(receiver.url, drop_pending_updates=True)
    await maya.say("one")
    await maya.press(said, "two")
    await maya.say("three")
    updates = [(await asyncio.wait_for(receiver.got.get(), 5))[0] for _ in range(2)]
    assert {kind for update in updates for kind in update} == {
        "update_id",
        "message",
        "callback_query",
    }


async def test_an_update_too_old_is_dropped_instead_of_tried_again(
    sandbox: Sandbox, bot: Bot, receiver: Receiver
) -> None:
    sandbox.world.queue.lifetimes["message"] = 600
    receiver.answers = [web.Response(status=503, headers={"Retry-After": "3600"})]
    await bot.set_webhook(receiver.url)
    maya = sandbox.person("maya")
    await maya.say("one")
    await maya.say("two")
    assert [await receiver.text() for _ in range(2)] == ["one", "two"]


async def test_setting_and_deleting_say_what_became_of_it(call: Call) -> None:
    async def told(method: str, **params: Any) -> str:
        description: str = (await call(method, **params))["description"]
        return description

    url = "http://localhost:9/"
    assert await told("deleteWebhook") == "Webhook is already deleted"
    assert await told("setWebhook", url=url) == "Webhook was set"
    assert await told("setWebhook", url=url) == "Webhook is already set"
    assert await told("setWebhook", url=url, drop_pending_updates=True) == "Webhook was set"
    assert await told("setWebhook") == "Webhook was deleted"
    assert await told("setWebhook", url=url, allowed_updates=["poll"]) == "Webhook was set"
    assert (await call("getWebhookInfo"))["result"]["allowed_updates"] == ["poll"]


async def test_a_wrong_webhook_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Invalid webhook url specified"):
        await bot.set_webhook("ftp://example.org")
    with pytest.raises(BadRequest, match="ecret token is too long"):
        await bot.set_webhook("https://example.org", secret_token="a" * 257)
    with pytest.raises(BadRequest, match="ecret token contains unallowed characters"):
        await bot.set_webhook("https://example.org", secret_token="ä")
