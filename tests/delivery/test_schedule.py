"""A job runs once for each time it is due, whatever the clock does."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from apscheduler.triggers.cron import CronTrigger

from bot.delivery.schedule import Job, Schedule
from bot.ports.intents import Tick
from bot.ports.runtime import Context, Route
from bot.ports.speech import Outgoing
from tests.delivery.kit import NOW, Team, rows, running

DAILY = Job(name="digest", trigger=CronTrigger(hour=12, timezone="UTC"), catch_up=timedelta(days=1))
NAIROBI = Job(
    name="morning",
    trigger=CronTrigger(hour=8, timezone="Africa/Nairobi"),
    catch_up=timedelta(hours=6),
)
DAY = timedelta(days=1)
NOON = NOW.replace(hour=12)


@dataclass
class Bell:
    """Counts how often the dispatcher was told of something new."""

    rung: int = 0

    def __call__(self) -> None:
        self.rung += 1


def schedule(team: Team, *jobs: Job, bell: Bell | None = None) -> Schedule:
    return Schedule(jobs or (DAILY,), team.storage.inbox, team.clock, bell or Bell())


def at(team: Team, time: datetime) -> None:
    team.clock.time = time


def keys(folder: Path) -> list[str]:
    return [key for (key,) in rows(folder, "select key from inbox order by key")]


async def test_a_job_is_due_once_at_its_time(team: Team, tmp_path: Path) -> None:
    bell = Bell()
    daily = schedule(team, bell=bell)
    assert await daily.check(DAILY) == 0
    at(team, NOON - timedelta(seconds=1))
    assert await daily.check(DAILY) == 0
    at(team, NOON)
    assert await daily.check(DAILY) == 1
    assert await daily.check(DAILY) == 0
    at(team, NOON + DAY)
    assert await daily.check(DAILY) == 1
    assert bell.rung == 2
    assert keys(tmp_path) == [
        "tick:digest:2018-02-12T12:00:00+00:00",
        "tick:digest:2018-02-13T12:00:00+00:00",
    ]


async def test_a_job_in_another_zone_is_due_at_its_hour_there(team: Team, tmp_path: Path) -> None:
    morning = schedule(team, NAIROBI)
    await morning.check(NAIROBI)
    at(team, datetime(2018, 2, 13, 5, 0, 1, tzinfo=UTC))
    assert await morning.check(NAIROBI) == 1
    assert keys(tmp_path) == ["tick:morning:2018-02-13T05:00:00+00:00"]


async def test_a_restart_and_a_second_process_repeat_no_tick(
    either_team: Team,
) -> None:
    first, second = schedule(either_team), schedule(either_team)
    await first.check(DAILY)
    await second.check(DAILY)
    at(either_team, NOON)
    assert await first.check(DAILY) + await second.check(DAILY) == 1
    assert await schedule(either_team).check(DAILY) == 0


async def test_a_tick_that_was_missed_is_caught_up_at_the_next_start(team: Team) -> None:
    first = schedule(team)
    await first.check(DAILY)
    at(team, NOON)
    await first.check(DAILY)
    at(team, NOON + DAY + timedelta(hours=23))
    assert await schedule(team).check(DAILY) == 1


async def test_a_tick_that_is_too_old_is_skipped(team: Team, tmp_path: Path) -> None:
    first = schedule(team, NAIROBI)
    await first.check(NAIROBI)
    at(team, datetime(2018, 2, 13, 5, tzinfo=UTC))
    await first.check(NAIROBI)
    at(team, datetime(2018, 2, 14, 11, 0, 1, tzinfo=UTC))
    assert await schedule(team, NAIROBI).check(NAIROBI) == 0
    at(team, datetime(2018, 2, 15, 5, tzinfo=UTC))
    assert await schedule(team, NAIROBI).check(NAIROBI) == 1
    assert len(keys(tmp_path)) == 2


async def test_a_clock_set_forward_by_a_year_brings_one_tick_not_365(team: Team) -> None:
    daily = schedule(team)
    await daily.check(DAILY)
    at(team, NOW + timedelta(days=365))
    assert await daily.check(DAILY) == 1


async def test_a_clock_set_back_repeats_nothing_and_goes_on_from_there(
    team: Team, tmp_path: Path
) -> None:
    daily = schedule(team)
    await daily.check(DAILY)
    at(team, NOON)
    assert await daily.check(DAILY) == 1
    at(team, NOON - timedelta(minutes=5))
    assert await daily.check(DAILY) == 0
    at(team, NOON)
    assert await daily.check(DAILY) == 0
    at(team, NOON + DAY)
    assert await daily.check(DAILY) == 1
    assert len(keys(tmp_path)) == 2


async def test_a_clock_that_was_a_year_ahead_by_mistake_silences_no_job(team: Team) -> None:
    daily = schedule(team)
    await daily.check(DAILY)
    at(team, NOW + timedelta(days=365))
    await daily.check(DAILY)
    at(team, NOW)
    assert await daily.check(DAILY) == 0
    at(team, NOON)
    assert await daily.check(DAILY) == 1
    restarted = schedule(team)
    assert await restarted.check(DAILY) == 0
    at(team, NOON + DAY)
    assert await restarted.check(DAILY) == 1


async def test_the_schedule_runs_its_jobs_through_the_dispatcher(team: Team) -> None:
    ran = asyncio.Event()

    async def works(_: Tick, __: Context) -> Sequence[Outgoing]:
        ran.set()
        return []

    desk = team.desk(Route(intent=Tick, name="digest", handler=works))
    async with team.at_work(desk) as dispatcher, asyncio.timeout(5):
        daily = Schedule((DAILY,), team.storage.inbox, team.clock, dispatcher.wake)
        await daily.check(DAILY)
        at(team, NOON)
        async with running(daily.run()):
            await ran.wait()


async def test_a_database_that_is_gone_delays_a_tick_and_loses_none(team: Team) -> None:
    arrived = asyncio.Event()
    daily = Schedule((DAILY,), team.storage.inbox, team.clock, arrived.set)
    await daily.check(DAILY)
    at(team, NOON)
    team.storage.failures = 1
    async with running(daily.run()), asyncio.timeout(5):
        await arrived.wait()
    assert await team.inbox() == {"new": 1}
    assert team.storage.failures == 0
