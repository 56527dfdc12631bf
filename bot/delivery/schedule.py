"""Time as a source of arrivals: a job that comes due puts a tick into the inbox, nothing else.

A tick's key names the job and the instant it was due, so restarts and replicas run it once. A tick
that was missed while the bot was down is caught up if it is not older than the job allows, else
skipped.
"""

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from apscheduler.triggers.base import BaseTrigger

from bot.ports.runtime import Clock
from bot.ports.storage import Arrival, Inbox, StorageError

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Job:
    """`trigger` says when it is due, `catch_up` how late a missed tick may still run."""

    name: str
    trigger: BaseTrigger
    catch_up: timedelta


class Schedule:
    """Puts the ticks of its jobs into the inbox as the clock passes them."""

    def __init__(
        self, jobs: Sequence[Job], inbox: Inbox, clock: Clock, arrived: Callable[[], None]
    ) -> None:
        self._jobs = jobs
        self._inbox = inbox
        self._clock = clock
        self._arrived = arrived
        self._since: dict[str, datetime] = {}

    async def run(self) -> None:
        """Until cancelled. Looks at the clock every second, for a person may set it."""
        while True:
            try:
                for job in self._jobs:
                    await self.check(job)
            except StorageError as error:
                log.error("no tick now", extra={"reason": str(error)})
            await asyncio.sleep(1)

    async def check(self, job: Job) -> int:
        """Put the ticks of a job that came due since the last look; returns how many are new.

        A clock that was set back starts over from there: the keys keep what it comes by again from
        being put twice, and a clock that was a year ahead by mistake silences no job.
        """
        now = self._clock.now()
        since = self._since.get(job.name) or await self._last(job) or now
        oldest = max(since, now - job.catch_up)
        due = [_tick(job, instant) for instant in _due(job.trigger, oldest, now)]
        new = await self._inbox.put(due, now)
        if new:
            self._arrived()
        self._since[job.name] = now
        return new

    async def _last(self, job: Job) -> datetime | None:
        key = await self._inbox.latest(f"tick:{job.name}:")
        return datetime.fromisoformat(key.split(":", 2)[2]) if key else None


def _due(trigger: BaseTrigger, after: datetime, until: datetime) -> Iterator[datetime]:
    """The instants at which a trigger fires, later than `after` and not later than `until`."""
    instant = trigger.get_next_fire_time(None, after + timedelta(microseconds=1))
    while instant is not None and instant <= until:
        yield instant.astimezone(UTC)
        instant = trigger.get_next_fire_time(None, instant + timedelta(microseconds=1))


def _tick(job: Job, due: datetime) -> Arrival:
    lane = f"tick:{job.name}"
    return Arrival(
        key=f"{lane}:{due.isoformat()}", lane=lane, position=0, payload={"tick": job.name}
    )
