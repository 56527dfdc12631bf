"""Digests and broadcasts: as many at once as those who wait for an answer do not feel."""

from bot.ports.speech import Priority
from bot.ports.storage import Leased


class Crowd:
    """How many rows of digests and broadcasts go out side by side.

    Each costs a moment of the event loop, in which no answer is made. Where Telegram answers at
    once, a few keep it busy; where it takes its time, many do not. So their number grows while the
    loop comes round quickly, and is halved when it does not.
    """

    FEWEST = 4
    LATE = 0.0005
    """Seconds in which the event loop should come round."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._wanted = self.FEWEST
        self.under_way = 0
        self.is_there = False

    @property
    def room(self) -> int:
        """How many more may go out now."""
        return self._wanted - self.under_way

    def adapt(self, seconds: float) -> None:
        """The event loop took so long to come round."""
        if seconds > self.LATE:
            self._wanted = max(self.FEWEST, self._wanted // 2)
        else:
            self._wanted = min(self._most, self._wanted + 1)


def is_crowd(row: Leased) -> bool:
    """Whether nobody waits for this row."""
    return row.priority >= Priority.DIGEST
