"""How fast Telegram may be sent to: sliding windows over all chats, one chat, and one group.

Source of the rules: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

from collections import deque
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

MARGIN = 0.02
"""Seconds that each window is longer than the rule's: what left a second apart arrives less than a
second apart when the first took longer on its way."""


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
    """At most `allowed` events within any `seconds`."""

    def __init__(self, allowed: int, seconds: float) -> None:
        self._seconds = seconds + MARGIN
        self._times: deque[float] = deque(maxlen=allowed)

    def free_at(self) -> float:
        """The instant (of the monotonic clock) from which the next event is allowed."""
        if not self._times or len(self._times) < (self._times.maxlen or 0):
            return 0.0
        return self._times[0] + self._seconds

    def room(self, now: float) -> int:
        """How many events are allowed at once."""
        past = sum(1 for time in self._times if time + self._seconds <= now)
        return (self._times.maxlen or 0) - len(self._times) + past

    def empty(self, now: float) -> bool:
        """Whether no event counts any longer."""
        return not self._times or self._times[-1] + self._seconds <= now

    def add(self, now: float) -> None:
        """An event took place."""
        self._times.append(now)


class Pacer:
    """Tells who may be sent to now. Instants are seconds of the monotonic clock."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._overall = Window(limits.overall, 1.0)
        self._chats: dict[int, list[Window]] = {}

    def room(self, now: float, most: int) -> int:
        """How many messages may go out now, over all chats, and at most `most`."""
        return min(most, self._overall.room(now)) if self._limits.overall else most

    def resting(self, now: float) -> set[int]:
        """The chats that must not be sent to yet. Those that rest no longer are forgotten."""
        for chat_id in [one for one in self._chats if self._idle(one, now)]:
            del self._chats[chat_id]
        return {one for one in self._chats if self._free_at(one) > now}

    def next_change(self, now: float) -> float | None:
        """Seconds until a limit that holds now gives way; None where none holds."""
        times = [self._overall.free_at(), *(self._free_at(one) for one in self._chats)]
        return min((time - now for time in times if time > now), default=None)

    def sent(self, chat_id: int, now: float, *, method: str, group: bool) -> None:
        """A method was called; if it sends a message, that counts."""
        if method in self._limits.free:
            return
        if self._limits.overall:
            self._overall.add(now)
        for window in self._chats.setdefault(chat_id, self._windows(group)):
            window.add(now)

    def _windows(self, group: bool) -> list[Window]:
        windows = [Window(self._limits.chat, 1.0)] if self._limits.chat else []
        if group and self._limits.group:
            windows.append(Window(self._limits.group, 60.0))
        return windows

    def _free_at(self, chat_id: int) -> float:
        return max((window.free_at() for window in self._chats[chat_id]), default=0.0)

    def _idle(self, chat_id: int, now: float) -> bool:
        return all(window.empty(now) for window in self._chats[chat_id])
