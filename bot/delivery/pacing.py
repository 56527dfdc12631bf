"""How fast Telegram may be sent to: sliding windows over all chats, one chat, and one group.

Source of the rules: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

import math
from collections import deque
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

MARGIN = 0.005
"""Seconds that each window is longer than the rule's."""


SETTLING = 1.0
"""Seconds from the first message in which all wait for their connections and for each other."""

ENOUGH = 100
"""Messages after that, of which the quickest tells how long the way is at the least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Messages allowed: `overall` and `chat` in any second, `group` in any minute. 0: no limit.

    `free` names the methods that send no message: nothing counts them.
    """

    overall: int = 30
    chat: int = 1
    group: int = 20
    free: AbstractSet[str] = frozenset()


class Window:
    """At most `allowed` events within any `seconds`, those under way counted as well."""

    def __init__(self, allowed: int, seconds: float) -> None:
        self._allowed = allowed
        self._seconds = seconds + MARGIN
        self._under_way = 0
        self._times: deque[float] = deque(maxlen=allowed)

    def free_at(self) -> float:
        """The instant (of the monotonic clock) from which the next event is allowed; 0 where that
        is now, or waits for one that is under way."""
        too_many = len(self._times) + self._under_way - self._allowed
        if not 0 <= too_many < len(self._times):
            return 0.0
        return self._times[too_many] + self._seconds

    def room(self, now: float) -> int:
        """How many events are allowed at once."""
        counted = sum(1 for time in self._times if time + self._seconds > now)
        return self._allowed - self._under_way - counted

    def idle(self, now: float) -> bool:
        """Whether no event counts any longer."""
        return not self._under_way and (not self._times or self._times[-1] + self._seconds <= now)

    def begin(self) -> None:
        """An event begins."""
        self._under_way += 1

    def end(self, at: float) -> None:
        """An event that began took place at `at` at the latest."""
        self._under_way -= 1
        self._times.append(at)


@dataclass(frozen=True, slots=True)
class Passage:
    """A message on its way since an instant, and the windows in which it counts."""

    begun: float
    windows: Sequence[Window]


class Pacer:
    """Tells who may be sent to now. Instants are seconds of the monotonic clock.

    When a message arrives is not known, only when its sending began and when the answer came. To
    count it from the latter is safe, but the way there and back would slow everybody down; what the
    quickest message took for both ways is safe to leave out, since none takes less.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._overall = Window(limits.overall, 1.0)
        self._chats: dict[int, list[Window]] = {}
        self._settled = math.inf
        self._measured = 0
        self._quickest = math.inf

    def room(self, now: float, most: int) -> int:
        """How many messages may go out now, over all chats, and at most `most`."""
        return min(most, self._overall.room(now)) if self._limits.overall else most

    def resting(self, now: float) -> set[int]:
        """The chats that must not be sent to yet. Those that rest no longer are forgotten."""
        for chat_id in [one for one in self._chats if self._idle(one, now)]:
            del self._chats[chat_id]
        return {
            chat_id
            for chat_id, windows in self._chats.items()
            if any(window.room(now) <= 0 for window in windows)
        }

    def next_change(self, now: float) -> float | None:
        """Seconds until a limit that holds now gives way by itself; None where none does."""
        chats = (
            max((one.free_at() for one in windows), default=0.0) for windows in self._chats.values()
        )
        times = (self._overall.free_at(), *chats)
        return min((time - now for time in times if time > now), default=None)

    def begin(self, chat_id: int, now: float, *, method: str, group: bool) -> Passage:
        """A method is about to be called; if it sends a message, that counts."""
        if method in self._limits.free:
            return Passage(now, ())
        windows = list(self._chats.setdefault(chat_id, self._windows(group)))
        if self._limits.overall:
            windows.append(self._overall)
        for window in windows:
            window.begin()
        return Passage(now, windows)

    def end(self, passage: Passage, now: float) -> None:
        """The answer has come, or it never will."""
        self._settled = min(self._settled, passage.begun + SETTLING)
        if passage.begun > self._settled:
            self._measured += 1
            self._quickest = min(self._quickest, now - passage.begun)
        way = self._quickest if self._measured > ENOUGH else 0.0
        for window in passage.windows:
            window.end(now - way)

    def _windows(self, group: bool) -> list[Window]:
        windows = [Window(self._limits.chat, 1.0)] if self._limits.chat else []
        if group and self._limits.group:
            windows.append(Window(self._limits.group, 60.0))
        return windows

    def _idle(self, chat_id: int, now: float) -> bool:
        return all(window.idle(now) for window in self._chats[chat_id])
