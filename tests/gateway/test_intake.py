"""Updates are kept before Telegram is told so, whatever goes wrong on the way."""

import asyncio
import time
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.clock import SystemClock
from bot.gateway.client import Client, UnknownTokenError, connected
from bot.gateway.decode import ALLOWED
from bot.gateway.intake import (
    CONFLICTS,
    MOST_TYPED,
    Intake,
    Pace,
    Poller,
    SecondInstanceError,
    call_back,
)
from bot.ports.runtime import InlineQuery
from bot.ports.storage import Arrival, Inbox, Json, StorageError, Waiting
from bot.sandbox import Sandbox
from bot.storage.database import open_storage
from tests.gateway.impostor import reciting
from tests.gateway.samples import BOT, tap, written

QUICK = Pace(pause=0.01, longest=0.02)


class TroubledInbox:
    """An inbox that is closed while `open` is not set, and fails as often as told."""

    def __init__(self, inbox: Inbox, failures: int = 0) -> None:
        self._inbox = inbox
        self.failures = failures
        self.open = asyncio.Event()
        self.open.set()
        self.asked = asyncio.Event()

    async def put(self, arrivals: Sequence[Arrival], now: datetime) -> int:
        self.asked.set()
        await self.open.wait()
        if self.failures:
            self.failures -= 1
            raise StorageError("the disk is full")
        return await self._inbox.put(arrivals, now)

    async def waiting(self, limit: int, busy: Collection[str]) -> Sequence[Waiting]:
        return await self._inbox.waiting(limit, busy)

    async def latest(self, prefix: str) -> str | None:
        return await self._inbox.latest(prefix)


class Arrivals:
    """Where what was taken in can be waited for; nobody works on it."""

    def __init__(self, inbox: Inbox) -> None:
        self.inbox = inbox
        self._news = asyncio.Event()

    def tell(self) -> None:
        """Something has arrived."""
        self._news.set()

    async def texts(self, count: int) -> list[str]:
        """The texts kept so far, once there are so many."""
        async with asyncio.timeout(10):
            while True:
                self._news.clear()
                kept = await self.inbox.waiting(100, [])
                if len(kept) >= count:
                    break
                await self._news.wait()
        return [one.payload["message"]["text"] for one in kept]


DEEP: list[Any] = []
for _ in range(500):
    DEEP = [DEEP]


@pytest.fixture
async def inbox(tmp_path: Path) -> AsyncIterator[TroubledInbox]:
    """A real inbox in SQLite, and trouble on request."""
    async with open_storage(f"sqlite:///{tmp_path / 'inbox.sqlite'}") as storage:
        yield TroubledInbox(storage.inbox)


async def offering(query: InlineQuery) -> Json:
    """One article that repeats what was typed, by whom."""
    if query.text == "break":
        raise KeyError(query.text)
    content = {"message_text": f"{query.user_id} {query.telegram_language}"}
    result = {"type": "article", "id": "1", "title": query.text, "input_message_content": content}
    return {"results": [result]}


@pytest.fixture
def arrivals(inbox: TroubledInbox) -> Arrivals:
    return Arrivals(inbox)


@pytest.fixture
def intake(client: Client, inbox: TroubledInbox, arrivals: Arrivals) -> Intake:
    return Intake(inbox, client, SystemClock(), arrivals.tell, offering)


@asynccontextmanager
async def polling(poller: Poller) -> AsyncIterator[asyncio.Task[None]]:
    """A poller at work until the block ends."""
    task = asyncio.create_task(poller.run())
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_updates_are_kept_in_their_order(
    sandbox: Sandbox, client: Client, intake: Intake, arrivals: Arrivals
) -> None:
    maya = sandbox.person("maya")
    await maya.say("one")
    await maya.say("two")
    async with polling(Poller(client, intake, QUICK)):
        assert await arrivals.texts(2) == ["one", "two"]
        await maya.say("three")
        assert await arrivals.texts(3) == ["one", "two", "three"]


async def test_telegram_is_told_only_after_an_update_is_kept(
    sandbox: Sandbox, client: Client, intake: Intake, inbox: TroubledInbox, arrivals: Arrivals
) -> None:
    inbox.open.clear()
    async with polling(Poller(client, intake, QUICK)):
        await sandbox.person("maya").say("one")
        await inbox.asked.wait()
        assert [update.body["message"]["text"] for update in sandbox.world.queue.pending] == ["one"]
        inbox.open.set()
        assert await arrivals.texts(1) == ["one"]
        await sandbox.wait_for_poll()
        assert sandbox.world.queue.pending == []


async def test_what_could_not_be_kept_is_asked_for_again(
    sandbox: Sandbox, client: Client, intake: Intake, inbox: TroubledInbox, arrivals: Arrivals
) -> None:
    inbox.failures = 3
    async with polling(Poller(client, intake, QUICK)):
        for text in ("one", "two"):
            await sandbox.person("maya").say(text)
        assert await arrivals.texts(2) == ["one", "two"]
    assert inbox.failures == 0


async def test_an_update_that_comes_twice_is_kept_once(intake: Intake, arrivals: Arrivals) -> None:
    await intake.take([written("one"), written("one")])
    await intake.take([written("one")])
    assert await arrivals.texts(1) == ["one"]


async def test_of_a_batch_with_something_else_in_it_nothing_is_kept(
    intake: Intake, inbox: TroubledInbox
) -> None:
    with pytest.raises(ValueError, match="update_id"):
        await intake.take([written("one"), {"update_id": "two"}])
    assert await inbox.waiting(10, []) == []


@pytest.mark.parametrize("other", [{}, [], None, {"update_id": "2"}, {"update_id": 2, "x": DEEP}])
async def test_polling_keeps_what_stands_beside_something_that_is_no_update(
    inbox: TroubledInbox, arrivals: Arrivals, other: object
) -> None:
    one, two = written("one"), written("two") | {"update_id": 100_000_002}
    answers = (True, [one, other], [other], 5, [two])
    async with reciting(BOT, *answers) as address, connected("1:a-token", address) as client:
        intake = Intake(inbox, client, SystemClock(), arrivals.tell, offering)
        async with polling(Poller(client, intake, QUICK)):
            assert await arrivals.texts(2) == ["one", "two"]


async def test_a_tap_is_answered_at_once_though_nobody_works_on_it(
    sandbox: Sandbox, client: Client, intake: Intake
) -> None:
    maya = sandbox.person("maya")
    await maya.start()
    markup = {"inline_keyboard": [[{"text": "go", "callback_data": "1~m"}]]}
    await client.call("sendMessage", {"chat_id": maya.id, "text": "a", "reply_markup": markup})
    async with polling(Poller(client, intake, QUICK)):
        await maya.tap(await maya.next(), "go")
        assert (await maya.next_notice()).text == ""


async def test_a_tap_that_was_not_kept_is_not_answered(
    sandbox: Sandbox, intake: Intake, inbox: TroubledInbox
) -> None:
    inbox.failures = 1
    with pytest.raises(StorageError):
        await intake.take([tap("1~m")])
    await intake.take([tap("1~m")])
    await sandbox.wait_for_call("answerCallbackQuery")
    assert len(sandbox.calls.of("answerCallbackQuery")) == 1


async def test_polling_survives_whatever_telegram_answers(
    sandbox: Sandbox, client: Client, intake: Intake, arrivals: Arrivals
) -> None:
    for code, description in ((500, "Internal Server Error"), (502, "Bad Gateway")):
        sandbox.faults.answer("getUpdates", code, description)
    sandbox.faults.cut("getUpdates")
    sandbox.faults.answer("getUpdates", 403, "Forbidden: for a while")
    await sandbox.person("maya").say("one")
    async with polling(Poller(client, intake, QUICK)):
        assert await arrivals.texts(1) == ["one"]
    assert len(sandbox.faults) == 0


async def test_polling_waits_as_long_as_telegram_asks_it_to(
    sandbox: Sandbox, client: Client, intake: Intake, arrivals: Arrivals
) -> None:
    sandbox.faults.slow_down("getUpdates", seconds=1)
    await sandbox.person("maya").say("one")
    begun = time.monotonic()
    async with polling(Poller(client, intake, QUICK)):
        assert await arrivals.texts(1) == ["one"]
    assert 1 <= time.monotonic() - begun < 2


async def test_polling_survives_an_outage_of_many_hours(
    sandbox: Sandbox, client: Client, intake: Intake, arrivals: Arrivals
) -> None:
    sandbox.faults.answer("getUpdates", 502, "Bad Gateway", times=1100)
    await sandbox.person("maya").say("one")
    async with polling(Poller(client, intake, Pace(pause=0.0))):
        assert await arrivals.texts(1) == ["one"]


async def test_polling_asks_less_and_less_often_while_nothing_comes(
    sandbox: Sandbox, client: Client, intake: Intake, arrivals: Arrivals
) -> None:
    sandbox.faults.answer("getUpdates", 502, "Bad Gateway", times=4)
    await sandbox.person("maya").say("one")
    begun = time.monotonic()
    async with polling(Poller(client, intake, Pace(pause=0.02))):
        assert await arrivals.texts(1) == ["one"]
    assert time.monotonic() - begun >= 0.02 + 0.04 + 0.08 + 0.16


async def test_a_webhook_set_before_is_taken_away_and_nothing_with_it(
    sandbox: Sandbox, client: Client, intake: Intake, arrivals: Arrivals
) -> None:
    await client.set_webhook("http://127.0.0.1:9/telegram")
    await sandbox.person("maya").say("one")
    sandbox.faults.answer("deleteWebhook", 502, "Bad Gateway")
    async with polling(Poller(client, intake, QUICK)):
        assert await arrivals.texts(1) == ["one"]
    assert sandbox.api.webhook.target is None


@pytest.mark.parametrize("method", ["deleteWebhook", "getUpdates"])
async def test_polling_ends_when_the_token_is_revoked(
    sandbox: Sandbox, client: Client, intake: Intake, method: str
) -> None:
    sandbox.faults.answer(method, 401, "Unauthorized")
    with pytest.raises(UnknownTokenError):
        await Poller(client, intake, QUICK).run()


async def test_a_poller_that_meets_another_again_and_again_gives_way(
    sandbox: Sandbox, client: Client, intake: Intake
) -> None:
    sandbox.faults.answer("getUpdates", 409, "Conflict: terminated", times=100)
    with pytest.raises(SecondInstanceError):
        await Poller(client, intake, QUICK).run()
    assert len(sandbox.faults) == 100 - CONFLICTS - 1


async def test_of_two_pollers_the_second_gives_way_and_the_first_goes_on(
    sandbox: Sandbox, client: Client, intake: Intake, arrivals: Arrivals, address: str
) -> None:
    settled = Pace(pause=0.02, longest=0.1, settled=0)
    async with polling(Poller(client, intake, settled)) as first:
        await sandbox.wait_for_poll()
        async with connected(sandbox.token, address) as other:
            with pytest.raises(SecondInstanceError):
                await Poller(other, intake, QUICK).run()
        await sandbox.person("maya").say("one")
        assert await arrivals.texts(1) == ["one"]
        assert not first.done()


async def test_two_long_standing_pollers_do_not_fight_for_ever(
    sandbox: Sandbox, client: Client, intake: Intake
) -> None:
    sandbox.faults.answer("getUpdates", 409, "Conflict: terminated", times=100)
    with pytest.raises(SecondInstanceError):
        await Poller(client, intake, Pace(pause=0.001, longest=0.002, settled=0)).run()
    assert len(sandbox.faults) == 100 - 3 * CONFLICTS - 1


async def test_a_long_poll_can_be_left_at_once(
    sandbox: Sandbox, client: Client, intake: Intake
) -> None:
    async with polling(Poller(client, intake)) as task:
        await sandbox.wait_for_poll()
        begun = time.monotonic()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert time.monotonic() - begun < 0.5


async def test_a_webhook_is_asked_for_with_its_secret_until_it_stands(
    sandbox: Sandbox, client: Client
) -> None:
    sandbox.faults.answer("setWebhook", 502, "Bad Gateway")
    await call_back(client, "http://127.0.0.1:9/telegram", "a-secret")
    target = sandbox.api.webhook.target
    assert target is not None
    assert (target.url, target.secret) == ("http://127.0.0.1:9/telegram", "a-secret")
    assert sandbox.world.queue.allowed == ALLOWED


async def test_what_is_typed_is_answered_at_once_and_not_kept(
    sandbox: Sandbox, client: Client, intake: Intake, arrivals: Arrivals, inbox: TroubledInbox
) -> None:
    maya = sandbox.person("maya")
    async with polling(Poller(client, intake, QUICK)):
        await maya.inline("coaching")
        (result,) = await maya.next_inline_results()
        assert result["title"] == "coaching"
        assert result["input_message_content"] == {"message_text": f"{maya.id} en"}
        await maya.say("after it")
        assert await arrivals.texts(1) == ["after it"]
    assert len(await inbox.waiting(10, [])) == 1


async def test_what_is_typed_is_answered_although_nothing_can_be_kept(
    sandbox: Sandbox, client: Client, intake: Intake, arrivals: Arrivals, inbox: TroubledInbox
) -> None:
    maya = sandbox.person("maya")
    inbox.open.clear()
    async with polling(Poller(client, intake, QUICK)):
        await maya.say("a word")
        await inbox.asked.wait()
        await maya.inline("coaching")
        inbox.failures = 1
        inbox.open.set()
        (result,) = await maya.next_inline_results()
        assert result["title"] == "coaching"
        assert await arrivals.texts(1) == ["a word"]


@pytest.mark.parametrize(
    "query",
    [
        {"id": "1", "query": "x"},
        {"id": "1", "query": 7, "from": {"id": 1}},
        "x",
        {"from": {"id": []}},
    ],
)
async def test_a_query_that_telegram_cannot_have_sent_stops_nothing(
    query: object,
    intake: Intake,
    arrivals: Arrivals,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await intake.take([{"update_id": 1, "inline_query": query}, written("one")])
    assert await arrivals.texts(1) == ["one"]
    await asyncio.gather(*intake._typed)
    assert "an inline query is not answered" in caplog.text


async def test_an_answer_that_breaks_is_logged_without_what_was_typed(
    sandbox: Sandbox,
    client: Client,
    intake: Intake,
    arrivals: Arrivals,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with polling(Poller(client, intake, QUICK)):
        await sandbox.person("maya").inline("break")
        await sandbox.person("maya").say("after it")
        assert await arrivals.texts(1) == ["after it"]
        await asyncio.gather(*intake._typed)
    (record,) = [one for one in caplog.records if "inline" in one.message]
    assert "break" not in str(vars(record))


async def test_no_more_is_answered_at_a_time_than_can_be_of_use(
    client: Client, inbox: TroubledInbox, arrivals: Arrivals
) -> None:
    held = asyncio.Event()

    async def slow(_: InlineQuery) -> Json:
        await held.wait()
        return {"results": []}

    intake = Intake(inbox, client, SystemClock(), arrivals.tell, slow)
    query = {"id": "1", "query": "x", "from": {"id": 1}}
    await intake.take([{"update_id": n, "inline_query": query} for n in range(MOST_TYPED + 9)])
    assert len(intake._typed) == MOST_TYPED
    held.set()
    await asyncio.gather(*intake._typed)
    await intake.take([{"update_id": 99, "inline_query": query}])
    assert len(intake._typed) == 1
    await asyncio.gather(*intake._typed)
