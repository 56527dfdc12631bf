"""How Telegram slows down a bot that asks for the same updates again and again."""

import asyncio
import time
from collections.abc import Callable

HASTE = 0.5


class Patience:
    """`seconds` are 3 at Telegram; with 0 nobody waits and nothing is cut short."""

    def __init__(
        self, seconds: float = 0.0, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self.seconds = seconds
        self._monotonic = monotonic
        self._offset: int | None = None
        self._asked = 0.0
        self._refused = -1e9

    def slowed(self, offset: int, limit: int, timeout: float) -> tuple[int, float]:
        """The limit and the timeout that a poll gets: one update at most, and a longer wait,

        when the one before had the same offset and was a moment ago.
        """
        now, same = self._monotonic(), offset == self._offset
        since, self._offset, self._asked = now - self._asked, offset, now
        if not same or since >= self.seconds:
            return limit, timeout
        return 1 if since < HASTE else limit, max(timeout, self.seconds)

    async def conflict(self) -> None:
        """Return when a conflict may be told: at once, or late if there was one just before."""
        now = self._monotonic()
        if now < self._refused + self.seconds:
            await asyncio.sleep(self.seconds)
        else:
            self._refused = now
