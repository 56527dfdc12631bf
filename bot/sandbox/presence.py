"""Whether a bot is there: it polls, or it has a webhook."""

import asyncio
from collections.abc import Callable

GRACE = 5.0


class Presence:
    """Connected from the first poll until none came for `GRACE` real seconds, or by a webhook."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._polls = 0
        self._recent: asyncio.TimerHandle | None = None
        self._webhook = False
        self._told = False

    @property
    def connected(self) -> bool:
        return self._webhook or self._polls > 0 or self._recent is not None

    def polling(self, begins: bool) -> None:
        """A poll begins or ends."""
        self._polls += 1 if begins else -1
        self._forget()
        if not self._polls:
            self._recent = asyncio.get_running_loop().call_later(GRACE, self._gone)
        self._tell()

    def webhook(self, active: bool) -> None:
        """A webhook was set or deleted."""
        self._webhook = active
        self._tell()

    def close(self) -> None:
        """Nobody is there any more."""
        self._forget()

    def _forget(self) -> None:
        if self._recent:
            self._recent.cancel()
        self._recent = None

    def _gone(self) -> None:
        self._recent = None
        self._tell()

    def _tell(self) -> None:
        if self.connected != self._told:
            self._told = self.connected
            self._changed()
