"""Faults on request: the next calls of a method go wrong in a chosen way."""

from dataclasses import dataclass
from enum import StrEnum

from bot.sandbox.errors import ApiError, too_many


class Break(StrEnum):
    """What happens instead of, or beside, the proper answer."""

    ANSWER = "answers an error, without effect"
    HANG = "says nothing for a while, without effect"
    HANG_AFTER = "takes effect, then says nothing for a while"
    CUT = "closes the connection, without effect"
    CUT_AFTER = "takes effect, then closes the connection"

    @property
    def takes_effect(self) -> bool:
        return self in (Break.HANG_AFTER, Break.CUT_AFTER)


@dataclass(slots=True, kw_only=True)
class Fault:
    """A fault that waits for `times` more calls of `method` ("*" is any)."""

    method: str
    how: Break
    times: int
    error: ApiError | None = None
    seconds: float = 0.0


class FaultBook:
    """The faults that wait, in the order in which they were asked for."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def __len__(self) -> int:
        return sum(fault.times for fault in self._waiting)

    def clear(self) -> None:
        """From now on all goes well."""
        self._waiting.clear()

    def answer(self, method: str, code: int, description: str, *, times: int = 1) -> None:
        """Answer the next calls with this error, such as 400, "Bad Request: chat not found"."""
        self._add(method, Break.ANSWER, times, error=ApiError(code, description))

    def slow_down(self, method: str, *, seconds: int, times: int = 1) -> None:
        """Answer the next calls with 429 and `retry_after`."""
        self._add(method, Break.ANSWER, times, error=too_many(seconds))

    def hang(
        self, method: str, *, seconds: float, after_effect: bool = False, times: int = 1
    ) -> None:
        """Keep the next calls waiting for real `seconds`, then cut the connection."""
        how = Break.HANG_AFTER if after_effect else Break.HANG
        self._add(method, how, times, seconds=seconds)

    def cut(self, method: str, *, after_effect: bool = False, times: int = 1) -> None:
        """Close the connection of the next calls without an answer."""
        self._add(method, Break.CUT_AFTER if after_effect else Break.CUT, times)

    def take(self, method: str) -> Fault | None:
        """The fault that this call meets, if any; it counts as met."""
        for fault in self._waiting:
            if fault.method in ("*", method.lower()):
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None

    def _add(
        self,
        method: str,
        how: Break,
        times: int,
        *,
        error: ApiError | None = None,
        seconds: float = 0.0,
    ) -> None:
        self._waiting.append(
            Fault(method=method.lower(), how=how, times=times, error=error, seconds=seconds)
        )
