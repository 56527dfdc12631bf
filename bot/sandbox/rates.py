"""How often a bot may send, as https://core.telegram.org/bots/faq describes it."""

import math
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.errors import too_many


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Messages allowed: a second overall, a second in one chat, a minute in one group.

    `burst` messages may come to a chat at once, if their number keeps to `chat` a second in the
    long run: "we may allow short bursts that go over this limit".
    """

    overall: int = 30
    chat: int = 1
    group: int = 20
    burst: int = 1


class RateLimiter:
    """Refuses what passes the rates, in real time. Without rates it lets everything pass."""

    def __init__(
        self, rates: Rates | None = None, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self.rates = rates
        self._monotonic = monotonic
        self._sent: dict[str, deque[float]] = defaultdict(deque)

    def count(self, chat: int) -> None:
        """Count a message to a chat. Raises 429 with the seconds to wait, which counts nothing."""
        if not self.rates:
            return
        at_once = max(self.rates.burst, self.rates.chat)
        windows = [
            ("all", self.rates.overall, 1.0),
            (f"chat {chat}", at_once, at_once / self.rates.chat),
        ]
        if chat < 0:
            windows.append((f"group {chat}", self.rates.group, 60.0))
        self._count(windows)

    def count_webhook(self) -> None:
        """Count a new webhook: one a second may be set."""
        if self.rates:
            self._count([("webhook", 1, 1.0)])

    def _count(self, windows: list[tuple[str, int, float]]) -> None:
        now = self._monotonic()
        wait = max(self._wait(*window, now) for window in windows)
        if wait > 0:
            raise too_many(math.ceil(wait))
        for name, _, _ in windows:
            self._sent[name].append(now)

    def _wait(self, name: str, allowed: int, seconds: float, now: float) -> float:
        sent = self._sent[name]
        while sent and sent[0] <= now - seconds:
            sent.popleft()
        return sent[-allowed] + seconds - now if len(sent) >= allowed else 0.0
