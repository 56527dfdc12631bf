"""The sandbox's own time: it can be set, run forward, stopped and sped up."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from bot.sandbox.pulse import Pulse

START = datetime(2018, 2, 12, 9, 0, tzinfo=UTC)
MAX_SPEED = 1_000_000.0


class SandboxClock:
    """A clock whose time is `base` plus the real time since then, times `speed`.

    `speed` 0 stands still, 1 is real time, 60 runs a minute a second. Every change tells the
    subscribers. `monotonic` counts real seconds and is replaced only in tests.
    """

    def __init__(
        self,
        start: datetime = START,
        speed: float = 1.0,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._monotonic = monotonic
        self._base = _utc(start)
        self._since = monotonic()
        self._speed = _checked(speed)
        self._pulse = Pulse()
        self._subscribers: list[Callable[[], None]] = []

    @property
    def speed(self) -> float:
        return self._speed

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        elapsed = (self._monotonic() - self._since) * self._speed
        return self._base + timedelta(seconds=elapsed)

    def set(self, now: datetime) -> None:
        """Jump to an instant, which must be aware."""
        self._change(_utc(now), self._speed)

    def advance(self, by: timedelta) -> None:
        """Jump ahead, or back if `by` is negative. Raises OverflowError outside years 1 to 9999."""
        self._change(self.now() + by, self._speed)

    def run(self, speed: float) -> None:
        """From now on let `speed` seconds pass in each real second."""
        self._change(self.now(), _checked(speed))

    async def sleep_until(self, instant: datetime) -> None:
        """Return when the clock has reached an instant, by running on or by being set."""
        while (left := (instant - self.now()).total_seconds()) > 0:
            with suppress(TimeoutError):
                seconds = left / self._speed if self._speed else None
                await asyncio.wait_for(self._pulse.wait(), seconds)

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back after every change; returns what ends it."""
        self._subscribers.append(callback)
        return lambda: self._subscribers.remove(callback)

    def _change(self, base: datetime, speed: float) -> None:
        self._base, self._speed, self._since = base, speed, self._monotonic()
        self._pulse.beat()
        for callback in list(self._subscribers):
            callback()


def _utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return instant.astimezone(UTC)


def _checked(speed: float) -> float:
    if not 0 <= speed <= MAX_SPEED:
        raise ValueError(f"the speed must be between 0 and {MAX_SPEED:.0f}")
    return speed
