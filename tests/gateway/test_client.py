"""Every outcome of an attempt to send has a name, and says nothing of what was sent."""

import asyncio
import logging
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any

import pytest

from bot.gateway.client import Client, UnknownTokenError, connected
from bot.ports.runtime import Sending
from bot.ports.storage import Fate, NewMessage
from bot.sandbox import Sandbox
from bot.sandbox.errors import ApiError
from bot.sandbox.faults import Break
from tests.gateway.impostor import answering, free_address

MAYA = 1001
CIRCLE = -1001
UNCERTAIN = Sending(fate=Fate.QUEUED, everybody=True, uncertain=True)


def text(words: str, chat: int = MAYA, **params: Any) -> NewMessage:
    given = {"chat_id": chat, "text": words, "parse_mode": "HTML", **params}
    return NewMessage(
        chat_id=chat, method="sendMessage", params=given, cause="update:1", group=chat < 0
    )


@pytest.fixture(autouse=True)
async def _maya_has_started(sandbox: Sandbox) -> None:
    await sandbox.person("maya").start()


async def test_a_message_that_arrived_has_its_number(sandbox: Sandbox, client: Client) -> None:
    sending = await client.send(text("hello"))
    assert sending.fate is Fate.DELIVERED
    assert sending.message_id == sandbox.person("maya").history()[-1].id


async def test_a_call_that_makes_no_message_is_delivered_without_a_number(client: Client) -> None:
    menu = NewMessage(
        chat_id=MAYA,
        method="setMyCommands",
        params={"scope": {"type": "chat", "chat_id": MAYA}, "commands": []},
        cause="update:1",
    )
    assert await client.send(menu) == Sending(fate=Fate.DELIVERED)


async def test_a_file_goes_along(sandbox: Sandbox, client: Client) -> None:
    message = NewMessage(
        chat_id=MAYA,
        method="sendDocument",
        params={"chat_id": MAYA, "caption": "when"},
        cause="update:1",
        file=("document", "webinar.ics", b"BEGIN:VCALENDAR"),
    )
    assert (await client.send(message)).fate is Fate.DELIVERED
    file = sandbox.person("maya").history()[-1].file
    assert file is not None
    assert (file.name, file.data) == ("webinar.ics", b"BEGIN:VCALENDAR")


async def test_an_edit_that_changes_nothing_is_delivered(client: Client) -> None:
    number = (await client.send(text("same"))).message_id
    edit = replace(text("same", message_id=number), method="editMessageText")
    assert (await client.send(edit)).fate is Fate.DELIVERED


async def test_who_blocked_the_bot_is_blocked(sandbox: Sandbox, client: Client) -> None:
    await sandbox.person("maya").block()
    sending = await client.send(text("hello"))
    assert sending.fate is Fate.BLOCKED
    assert sending.reason == "Forbidden: bot was blocked by the user"


@pytest.mark.parametrize("chat", [1002, 999_999])
async def test_who_never_wrote_or_does_not_exist_is_blocked(client: Client, chat: int) -> None:
    assert (await client.send(text("hello", chat))).fate is Fate.BLOCKED


@pytest.mark.parametrize(
    ("words", "params"),
    [
        ("<secret>", {}),
        ("<b>secret", {}),
        ("</secret>", {}),
        ("", {}),
        ("secret " * 1000, {}),
        (
            "x",
            {"reply_markup": {"inline_keyboard": [[{"text": "secret", "url": "http://sec ret"}]]}},
        ),
        (
            "x",
            {
                "reply_markup": {
                    "inline_keyboard": [[{"text": "secret", "callback_data": "secret" * 20}]]
                }
            },
        ),
        ("secret \ud83d", {}),
    ],
)
async def test_what_telegram_refuses_is_rejected_for_a_reason_that_quotes_nothing(
    client: Client, words: str, params: dict[str, Any]
) -> None:
    sending = await client.send(text(words, **params))
    assert sending.fate is Fate.REJECTED
    assert sending.reason
    assert sending.reason.startswith("BadRequest: ")
    assert len(sending.reason) > len("BadRequest: ")
    assert "sec" not in sending.reason


@pytest.mark.parametrize(
    "description",
    [
        'Bad Request: inline keyboard button "secret" is wrong',
        "Bad Request: inline keyboard button URL 'secret' is invalid",
        "Bad Request: can't parse entities: secret",
        "Forbidden: not here: secret",
    ],
)
async def test_a_quote_is_left_out_of_a_reason_however_it_is_set(
    sandbox: Sandbox, client: Client, description: str
) -> None:
    sandbox.faults.answer("sendMessage", 403 if "Forb" in description else 400, description)
    reason = (await client.send(text("secret"))).reason or ""
    assert "secret" not in reason
    assert any(word in reason for word in ("button", "can't parse", "not here"))


async def test_being_too_fast_in_a_private_chat_stops_everybody(
    sandbox: Sandbox, client: Client
) -> None:
    sandbox.faults.slow_down("sendMessage", seconds=9)
    sending = await client.send(text("hello"))
    assert (sending.fate, sending.wait, sending.everybody) == (Fate.QUEUED, 9, True)
    assert not sending.uncertain


async def test_being_too_fast_in_a_group_stops_only_the_group(
    sandbox: Sandbox, client: Client
) -> None:
    sandbox.faults.slow_down("sendMessage", seconds=9)
    sending = await client.send(text("hello", CIRCLE))
    assert (sending.fate, sending.wait, sending.everybody) == (Fate.QUEUED, 9, False)


@pytest.mark.parametrize("after_effect", [False, True])
async def test_a_cut_connection_is_tried_again_as_uncertain(
    sandbox: Sandbox, client: Client, after_effect: bool
) -> None:
    sandbox.faults.cut("sendMessage", after_effect=after_effect)
    sending = await client.send(text("hello"))
    assert replace(sending, reason=None) == UNCERTAIN


async def test_a_server_error_is_tried_again_as_uncertain(sandbox: Sandbox, client: Client) -> None:
    sandbox.faults.answer("sendMessage", 502, "Bad Gateway")
    assert replace(await client.send(text("hello")), reason=None) == UNCERTAIN


@pytest.mark.parametrize("status", [200, 403, 404])
async def test_what_a_portal_answers_is_tried_again_as_uncertain(status: int) -> None:
    async with answering(status, "<h1>Log in</h1>") as address:
        portal = Client("1:x", address)
        await portal._request[1].initialize()
        sending = await portal.send(text("hello"))
        await portal._request[1].shutdown()
    assert replace(sending, reason=None) == UNCERTAIN


async def test_without_a_connection_it_is_certain_that_nothing_was_sent(sandbox: Sandbox) -> None:
    async with AsyncExitStack() as stack:
        address = await stack.enter_async_context(sandbox.serve())
        async with connected(sandbox.token, address) as client:
            await stack.aclose()
            await client.send(text("into a connection of which nobody has heard yet that it ended"))
            sending = await client.send(text("hello"))
    assert (sending.fate, sending.everybody, sending.uncertain) == (Fate.QUEUED, True, False)


async def test_a_token_that_was_revoked_keeps_the_message(sandbox: Sandbox, client: Client) -> None:
    sandbox.faults.answer("sendMessage", 401, "Unauthorized")
    sending = await client.send(text("hello"))
    assert (sending.fate, sending.everybody, sending.uncertain) == (Fate.QUEUED, True, False)


def moved(sandbox: Sandbox, times: int) -> None:
    """The next messages are told that their group is another one now."""
    error = ApiError(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=CIRCLE)
    sandbox.faults._add("sendMessage", Break.ANSWER, times, error=error)


async def test_a_group_that_became_a_supergroup_gets_it_at_its_new_id(
    sandbox: Sandbox, client: Client
) -> None:
    moved(sandbox, 1)
    assert (await client.send(text("hello", -5))).fate is Fate.DELIVERED
    assert sandbox.person("maya").history(CIRCLE)[-1].text == "hello"


async def test_a_group_that_moves_for_ever_is_followed_once(
    sandbox: Sandbox, client: Client
) -> None:
    moved(sandbox, 5)
    assert (await client.send(text("hello", -5))).fate is Fate.REJECTED
    assert len(sandbox.calls.of("sendMessage")) == 2


async def test_a_tap_too_old_to_be_answered_is_no_trouble(client: Client) -> None:
    await client.acknowledge_tap("12345")


async def test_a_wrong_token_is_said_at_once(
    address: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="bot")
    with pytest.raises(UnknownTokenError) as caught:
        async with connected("1:wrong-token", address):
            pass
    logged = [record.getMessage() for record in caplog.records if record.name.startswith("bot")]
    assert "wrong-token" not in f"{caught.value!r}{logged}"


async def test_telegram_is_waited_for_as_long_as_it_is_down(
    sandbox: Sandbox, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="bot")
    sandbox.faults.answer("getMe", 502, "Bad Gateway")
    async with connected(sandbox.token, address) as client:
        assert client.username == "baraza_sandbox_bot"
    logged = [vars(record) for record in caplog.records if record.name.startswith("bot")]
    assert "Telegram does not answer" in str(logged)
    assert sandbox.token not in str(logged)


async def test_waiting_for_telegram_can_be_given_up() -> None:
    async def wait() -> None:
        async with connected("1:x", free_address()):
            raise AssertionError("nobody is there")

    waiting = asyncio.create_task(wait())
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await waiting
    assert waiting.cancelled()
