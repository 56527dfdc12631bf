"""Messages go out in order and in time, and what became of each is written down."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.delivery.pacing import Limits
from bot.delivery.sender import Sender
from bot.ports.runtime import Sending
from bot.ports.speech import Priority
from bot.ports.storage import Fate, NewMessage
from tests.delivery.kit import NOW, PATIENCE, Team, rows, running

UNPACED = Limits(overall=0, chat=0, group=0)
OK = Sending(fate=Fate.DELIVERED, message_id=500)
FLOOD = Sending(fate=Fate.QUEUED, reason="RetryAfter", wait=5)
NETWORK = Sending(fate=Fate.QUEUED, reason="NetworkError", everybody=True, uncertain=True)


@dataclass
class Seconds:
    """A monotonic clock in a test's hand."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Telegram:
    """Takes messages, and answers as a test says; otherwise all is well."""

    answers: dict[str, list[Any]] = field(default_factory=dict)
    seconds: Callable[[], float] = lambda: 0.0
    taken: list[tuple[float, str]] = field(default_factory=list)
    held: dict[str, asyncio.Event] = field(default_factory=dict)
    _pulse: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, message: NewMessage) -> Sending:
        text = message.params["text"]
        self.taken.append((self.seconds(), text))
        self._pulse.set()
        if text in self.held:
            await self.held[text].wait()
        answer = self.answers[text].pop(0) if self.answers.get(text) else OK
        if isinstance(answer, BaseException):
            raise answer
        assert isinstance(answer, Sending)
        return answer

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.taken]

    async def has(self, count: int) -> None:
        """Wait until so many attempts were made."""
        async with asyncio.timeout(PATIENCE):
            while len(self.taken) < count:
                self._pulse.clear()
                await self._pulse.wait()


def message(text: str, chat: int = 1, **given: Any) -> NewMessage:
    values = {"method": "sendMessage", "group": chat < 0, **given}
    return NewMessage(chat_id=chat, params={"text": text}, cause="update:1", **values)


async def enqueue(team: Team, *messages: NewMessage) -> None:
    async with team.storage.real.unit(NOW) as unit:
        await unit.send(messages)


@asynccontextmanager
async def sending(
    team: Team, telegram: Telegram, limits: Limits = UNPACED, **given: Any
) -> AsyncIterator[Sender]:
    """A sender at work until the block ends."""
    sender = Sender(team.storage.outbox, telegram.send, team.clock, limits, **given)
    async with running(sender.run()):
        yield sender


async def fates(team: Team) -> dict[str, int]:
    async with team.storage.real.unit(NOW) as unit:
        return dict((await unit.tally()).outbox)


async def until(team: Team, **wanted: int) -> None:
    """Wait until the outbox holds so many of each fate."""

    async def look() -> bool:
        return await fates(team) == wanted

    await team.storage.until(look)


async def test_a_chat_gets_its_messages_in_order_one_after_the_other(team: Team) -> None:
    telegram = Telegram(held={"1": asyncio.Event()})
    await enqueue(team, *(message(str(n)) for n in range(1, 6)), message("other", chat=2))
    async with sending(team, telegram):
        await telegram.has(2)
        await until(team, queued=4, leased=1, delivered=1)
        assert sorted(telegram.texts) == ["1", "other"]
        telegram.held["1"].set()
        await until(team, delivered=6)
    assert [text for text in telegram.texts if text != "other"] == list("12345")


async def test_a_chats_order_survives_another_attempt(team: Team) -> None:
    again = Sending(fate=Fate.QUEUED, wait=0)
    telegram = Telegram(answers={"1": [again, again]})
    await enqueue(team, message("1"), message("2"))
    async with sending(team, telegram):
        await until(team, delivered=2)
    assert telegram.texts == ["1", "1", "1", "2"]


async def test_replies_go_before_reminders_and_broadcasts(team: Team) -> None:
    telegram = Telegram()
    await enqueue(
        team,
        *(message(f"b{n}", chat=n, priority=Priority.BROADCAST) for n in range(1, 4)),
        message("digest", chat=5, priority=Priority.DIGEST),
        message("reminder", chat=6, priority=Priority.REMINDER),
        message("reply", chat=7),
    )
    async with sending(team, telegram, side_by_side=1):
        await until(team, delivered=6)
    assert telegram.texts == ["reply", "reminder", "digest", "b1", "b2", "b3"]


async def test_what_telegram_says_is_written_down_and_the_words_are_erased(
    team: Team, tmp_path: Path
) -> None:
    telegram = Telegram(
        answers={
            "blocked": [Sending(fate=Fate.BLOCKED, reason="Forbidden: bot was blocked")],
            "bad": [Sending(fate=Fate.REJECTED, reason="BadRequest: too long")],
        }
    )
    await enqueue(team, message("good"), message("blocked", chat=2), message("bad", chat=3))
    async with sending(team, telegram):
        await until(team, delivered=1, blocked=1, rejected=1)
    assert rows(tmp_path, "select state, message_id, reason, params from outbox order by id") == [
        ("delivered", 500, None, None),
        ("blocked", None, "Forbidden: bot was blocked", None),
        ("rejected", None, "BadRequest: too long", None),
    ]


async def test_a_bug_in_sending_rejects_the_message_and_the_chat_goes_on(
    team: Team, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    telegram = Telegram(answers={"1": [ValueError("Maya wrote this")]})
    await enqueue(team, message("1"), message("2"))
    async with sending(team, telegram):
        await until(team, rejected=1, delivered=1)
    assert rows(tmp_path, "select reason from outbox where id = 1") == [("ValueError",)]
    assert "Maya" not in " ".join(str(vars(one)) for one in caplog.records)


async def test_a_sender_that_is_woken_sends_at_once(team: Team) -> None:
    telegram = Telegram()
    clock = Seconds()
    async with sending(team, telegram, monotonic=clock) as sender:
        await enqueue(team, message("1"))
        sender.wake()
        async with asyncio.timeout(0.9):
            await telegram.has(1)


async def test_a_chat_that_is_too_fast_waits_as_long_as_told_while_others_go_on(
    team: Team,
) -> None:
    clock = Seconds()
    telegram = Telegram(answers={"1": [FLOOD]}, seconds=clock)
    await enqueue(team, message("1", chat=-1), message("2", chat=-1), message("3", chat=3))
    async with sending(team, telegram, monotonic=clock) as sender:
        await until(team, queued=2, delivered=1)
        clock.now += 4.9
        await enqueue(team, message("4", chat=4))
        sender.wake()
        await until(team, queued=2, delivered=2)
        clock.now += 0.2
        sender.wake()
        await until(team, delivered=4)
    assert [text for _, text in telegram.taken if text in "12"] == ["1", "1", "2"]


async def test_when_everybody_is_to_wait_nothing_goes_out(team: Team) -> None:
    clock = Seconds()
    everybody = Sending(fate=Fate.QUEUED, wait=5, everybody=True)
    telegram = Telegram(answers={"1": [everybody]}, seconds=clock)
    await enqueue(team, message("1"))
    async with sending(team, telegram, monotonic=clock) as sender:
        await telegram.has(1)
        await until(team, queued=1)
        await enqueue(team, message("2", chat=2))
        clock.now += 4.9
        sender.wake()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await telegram.has(2)
        clock.now += 0.2
        sender.wake()
        await until(team, delivered=2)


async def test_trouble_in_the_network_is_uncertain_and_waited_for_ever_longer(
    team: Team, tmp_path: Path
) -> None:
    clock = Seconds()
    telegram = Telegram(answers={"1": [NETWORK] * 12}, seconds=clock)
    await enqueue(team, message("1"))
    async with sending(team, telegram, monotonic=clock) as sender:
        for attempt in range(1, 13):
            await telegram.has(attempt)
            await until(team, queued=1)
            until_now = sender._everybody_until
            clock.now = until_now
            sender.wake()
        await until(team, delivered=1)
    times = [time for time, _ in telegram.taken]
    pauses = [later - time for time, later in pairwise(times)]
    assert pauses == [0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60]
    assert rows(tmp_path, "select uncertain, attempts from outbox") == [(1, 13)]


async def test_one_message_that_never_goes_out_does_not_slow_the_others_down(team: Team) -> None:
    clock = Seconds()
    telegram = Telegram(answers={"bad": [NETWORK] * 99}, seconds=clock)
    await enqueue(team, message("bad", chat=9))
    async with sending(team, telegram, monotonic=clock) as sender:
        for number in range(1, 9):
            await enqueue(team, message(str(number)))
            clock.now += 0.5
            sender.wake()
            await until(team, queued=1, delivered=number)
    assert telegram.texts.count("bad") < 5


@pytest.mark.parametrize("chat", [1, -1])
async def test_the_sender_keeps_the_limits(team: Team, chat: int) -> None:
    clock = Seconds()
    telegram = Telegram(seconds=clock)
    await enqueue(team, *(message(str(n), chat=chat) for n in range(1, 23)))
    async with sending(team, telegram, Limits(overall=5), monotonic=clock) as sender:
        for number in range(1, 23):
            await telegram.has(number)
            await until(team, delivered=number, **({"queued": 22 - number} if number < 22 else {}))
            clock.now += sender._pacer.next_change(clock.now) or 0
            sender.wake()
    times = [time for time, _ in telegram.taken]
    assert all(later - time >= 1 for time, later in pairwise(times))
    assert (times[20] - times[0] >= 60) is (chat < 0)


async def test_in_real_time_the_allowed_rate_is_never_passed(team: Team) -> None:
    loop = asyncio.get_running_loop()
    telegram = Telegram(seconds=loop.time)
    await enqueue(team, *(message(str(n), chat=n) for n in range(1, 62)))
    async with sending(team, telegram, Limits(overall=20)):
        await until(team, delivered=61)
    times = [time for time, _ in telegram.taken]
    assert max(sum(1 for t in times if start <= t < start + 1) for start in times) <= 20


async def test_what_is_no_message_does_not_keep_the_next_one_waiting(team: Team) -> None:
    clock = Seconds()
    telegram = Telegram(seconds=clock)
    await enqueue(team, message("menu", method="setMyCommands"), message("hello"))
    limits = Limits(free=frozenset({"setMyCommands"}))
    async with sending(team, telegram, limits, monotonic=clock):
        await until(team, delivered=2)
    assert telegram.texts == ["menu", "hello"]


async def test_what_a_crash_left_open_is_sent_again_and_marked_uncertain(
    either_team: Team,
) -> None:
    team = either_team
    await enqueue(team, message("1"), message("2"), message("3", chat=3))
    crashed = await team.storage.real.outbox.lease(10, [])
    assert [row.params["text"] for row in crashed] == ["1", "3"]
    telegram = Telegram()
    async with sending(team, telegram):
        await until(team, delivered=3)
    assert [text for text in telegram.texts if text != "3"] == ["1", "2"]
    async with team.storage.real.unit(NOW) as unit:
        assert (await unit.tally()).uncertain == 2


async def test_a_database_that_is_gone_at_the_start_is_waited_for(team: Team) -> None:
    team.storage.failures = 1
    telegram = Telegram()
    await enqueue(team, message("1"))
    async with sending(team, telegram):
        await until(team, delivered=1)


async def test_a_database_that_is_gone_later_is_waited_for_as_well(team: Team) -> None:
    telegram = Telegram()
    await enqueue(team, message("1"))
    async with sending(team, telegram) as sender:
        await until(team, delivered=1)
        await enqueue(team, message("2"))
        team.storage.failures = 1
        sender.wake()
        await until(team, delivered=2)


async def test_an_outcome_is_kept_until_the_database_takes_it_and_its_chat_waits(
    team: Team,
) -> None:
    telegram = Telegram(held={"1": asyncio.Event()})
    await enqueue(team, message("1"), message("2"))
    async with sending(team, telegram):
        await telegram.has(1)
        team.storage.failures = 2
        telegram.held["1"].set()
        await until(team, delivered=2)
    assert telegram.texts == ["1", "2"]


async def test_what_is_sent_while_the_bot_stops_is_recorded(team: Team) -> None:
    telegram = Telegram(held={"1": asyncio.Event()})
    await enqueue(team, message("1"))
    sender = Sender(team.storage.outbox, telegram.send, team.clock, UNPACED)
    async with running(sender.run()) as task:
        await telegram.has(1)
        task.cancel()
        telegram.held["1"].set()
    assert await fates(team) == {"delivered": 1}


async def test_what_hangs_when_the_bot_stops_is_put_back_as_uncertain(
    team: Team, tmp_path: Path
) -> None:
    telegram = Telegram(held={"1": asyncio.Event()})
    await enqueue(team, message("1"))
    async with asyncio.timeout(4), sending(team, telegram):
        await telegram.has(1)
    assert rows(tmp_path, "select state, uncertain from outbox") == [("queued", 1)]


class Slow:
    """The real outbox, one call of which does not come back before a test says so."""

    def __init__(self, team: Team, method: str) -> None:
        self._outbox = team.storage.outbox
        self._method = method
        self.begun = asyncio.Event()
        self.go_on = asyncio.Event()

    def __getattr__(self, name: str) -> Any:
        async def call(*args: Any) -> Any:
            if name != self._method or self.begun.is_set():
                return await getattr(self._outbox, name)(*args)
            if name == "lease":  # committed, and the answer is on its way
                leased = await self._outbox.lease(*args)
                await self._hold()
                return leased
            await self._hold()
            return await getattr(self._outbox, name)(*args)

        return call

    async def _hold(self) -> None:
        self.begun.set()
        await self.go_on.wait()


async def test_a_stop_in_the_middle_of_recording_loses_no_outcome(team: Team) -> None:
    slow = Slow(team, "record")
    telegram = Telegram()
    await enqueue(team, message("1"))
    sender = Sender(slow, telegram.send, team.clock, UNPACED)
    async with running(sender.run()), asyncio.timeout(PATIENCE):
        await slow.begun.wait()
    assert await fates(team) == {"delivered": 1}
    assert telegram.texts == ["1"]


async def test_a_stop_in_the_middle_of_leasing_puts_the_rows_back(
    team: Team, tmp_path: Path
) -> None:
    slow = Slow(team, "lease")
    telegram = Telegram()
    await enqueue(team, message("1"))
    sender = Sender(slow, telegram.send, team.clock, UNPACED)
    async with running(sender.run()) as task, asyncio.timeout(PATIENCE):
        await slow.begun.wait()
        task.cancel()
        slow.go_on.set()
        await asyncio.wait([task])
    assert rows(tmp_path, "select state, uncertain from outbox") == [("queued", 0)]
    assert telegram.texts == []


async def test_a_database_out_of_reach_while_the_bot_stops_is_told_of(
    team: Team, caplog: pytest.LogCaptureFixture
) -> None:
    telegram = Telegram(held={"1": asyncio.Event()})
    await enqueue(team, message("1"))
    async with sending(team, telegram):
        await telegram.has(1)
        team.storage.failures = 99
        telegram.held["1"].set()
    assert "sent, not recorded" in [one.getMessage() for one in caplog.records]
    team.storage.failures = 0
    assert await fates(team) == {"leased": 1}


async def test_what_could_not_be_recorded_at_a_stop_is_recorded_when_the_sender_runs_again(
    team: Team, tmp_path: Path
) -> None:
    telegram = Telegram(held={"1": asyncio.Event()})
    await enqueue(team, message("1"))
    sender = Sender(team.storage.outbox, telegram.send, team.clock, UNPACED)
    async with running(sender.run()):
        await telegram.has(1)
        team.storage.failures = 99
        telegram.held["1"].set()
    team.storage.failures = 0
    async with running(sender.run()):
        await until(team, delivered=1)
        await enqueue(team, message("2"))
        await until(team, delivered=2)
    assert telegram.texts == ["1", "2"]
    assert rows(tmp_path, "select state, uncertain from outbox") == [("delivered", 0)] * 2
