"""The sandbox's own time."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.sandbox import SandboxClock
from bot.sandbox.clock import START


class Ticker:
    """Real time, moved by hand."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def test_it_starts_where_the_communitys_world_is_in_motion() -> None:
    assert SandboxClock(speed=0).now() == START == datetime(2018, 2, 12, 9, tzinfo=UTC)


def test_it_runs_at_its_speed() -> None:
    ticker = Ticker()
    clock = SandboxClock(monotonic=ticker)
    ticker.seconds += 30
    assert clock.now() == START + timedelta(seconds=30)
    clock.run(3600)
    ticker.seconds += 2
    assert clock.now() == START + timedelta(hours=2, seconds=30)
    clock.run(0)
    ticker.seconds += 1000
    assert clock.now() == START + timedelta(hours=2, seconds=30)
    assert clock.speed == 0


def test_it_is_set_and_moved_and_tells_of_it() -> None:
    clock = SandboxClock(speed=0)
    told: list[datetime] = []
    stop = clock.subscribe(lambda: told.append(clock.now()))
    clock.set(datetime(2018, 3, 1, 3, tzinfo=timezone(timedelta(hours=3))))
    clock.advance(timedelta(days=1))
    stop()
    clock.advance(timedelta(days=1))
    assert told == [datetime(2018, 3, 1, tzinfo=UTC), datetime(2018, 3, 2, tzinfo=UTC)]


def test_nonsense_is_refused() -> None:
    clock = SandboxClock()
    with pytest.raises(ValueError, match="time zone"):
        clock.set(datetime(2018, 3, 1))  # noqa: DTZ001 - that is the mistake
    for speed in (-1.0, float("nan"), 1e9):
        with pytest.raises(ValueError, match="speed"):
            clock.run(speed)


async def test_a_sleeper_wakes_when_the_clock_gets_there() -> None:
    clock = SandboxClock(speed=0)
    sleeper = asyncio.create_task(clock.sleep_until(START + timedelta(hours=1)))
    clock.advance(timedelta(minutes=59))
    await asyncio.sleep(0)
    assert not sleeper.done()
    clock.advance(timedelta(minutes=1))
    await asyncio.wait_for(sleeper, 2)


async def test_a_fast_clock_wakes_a_sleeper_soon() -> None:
    clock = SandboxClock(speed=36_000)
    await asyncio.wait_for(clock.sleep_until(START + timedelta(hours=1)), 2)
    assert clock.now() >= START + timedelta(hours=1)
