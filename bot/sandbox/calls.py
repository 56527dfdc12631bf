"""A record of the Bot API calls that the bot made."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.sandbox.pulse import Pulse

KEPT = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call: its method, its parameters with JSON parsed, and the body it was answered with.

    `answer` is None when the connection was cut instead.
    """

    method: str
    params: dict[str, Any]
    answer: dict[str, Any] | None

    @property
    def ok(self) -> bool:
        return bool(self.answer and self.answer["ok"])


class CallLog:
    """The newest calls, oldest first; `last` is the number of the newest.

    getUpdates without updates is not kept.
    """

    def __init__(self) -> None:
        self._kept: deque[Call] = deque(maxlen=KEPT)
        self.last = 0
        self._seen: Counter[str] = Counter()
        self._pulse = Pulse()

    def __iter__(self) -> Iterator[Call]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, method: str) -> list[Call]:
        """The calls of one method."""
        return [call for call in self._kept if call.method == method]

    def after(self, number: int) -> list[Call]:
        """The calls with a greater number."""
        return list(islice(self._kept, max(0, number - self.last + len(self._kept)), None))

    def add(self, call: Call) -> None:
        """Note a call."""
        if call.method == "getUpdates" and call.ok and not (call.answer or {})["result"]:
            return
        self.last += 1
        self._kept.append(call)
        self._pulse.beat()

    async def next(self, method: str, seconds: float) -> Call:
        """The next call of a method that this function has not returned yet."""
        self._seen[method] += 1
        wanted = self._seen[method]

        def look() -> Call | None:
            calls = self.of(method)
            return calls[wanted - 1] if len(calls) >= wanted else None

        return await self._pulse.until(look, seconds)
