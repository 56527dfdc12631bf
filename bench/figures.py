"""The arithmetic of the measurements. Instants and durations are in seconds."""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class Spread:
    """What several runs came to."""

    median: float
    low: float
    high: float


def spread(values: Sequence[float]) -> Spread:
    """Raises ValueError for no values."""
    return Spread(median(values), min(values), max(values))


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    """Ours through theirs, pair by pair: what ran one after the other met the same machine."""
    return spread([mine / other for mine, other in zip(ours, theirs, strict=True)])


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` (0 to 1) of all do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def rate(times: Sequence[float], begin: float) -> float:
    """Events a second from `begin` to the last event."""
    return len(times) / (max(times) - begin)


def most_within(times: Sequence[float], seconds: float) -> int:
    """The greatest number of events in any window of this length, its end excluded."""
    ordered = sorted(times)
    return max(
        (bisect_left(ordered, start + seconds) - i for i, start in enumerate(ordered)), default=0
    )


def steady_rate(times: Sequence[float], burst: int) -> float:
    """Events a second of what comes in bursts of up to so many.

    Measured from each event to the one a whole number of bursts later, as many as there are: an
    edge that cuts a burst in two would pass for speed.
    """
    ordered = sorted(times)
    step = (len(ordered) - 1) // burst * burst
    if step == 0:
        raise ValueError("fewer events than one burst and one more")
    return median(
        step / (later - earlier) for earlier, later in zip(ordered, ordered[step:], strict=False)
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """An update: who asked, when, and what (whatever is asked alike is to be answered alike)."""

    chat: int
    kind: str
    at: float


@dataclass(frozen=True, slots=True)
class Told:
    """A message of the bot: `text` stands for its words."""

    chat: int
    text: str
    at: float


One = TypeVar("One", Asked, Told)


def latencies(asked: Iterable[Asked], told: Iterable[Told]) -> list[tuple[Asked, float]]:
    """Each update that was answered, with the time it took: the n-th answer in a chat is to its
    n-th update, since each update has one."""
    return [(one, answer.at - one.at) for one, answer in _pairs(asked, told)]


def lost(asked: Iterable[Asked], told: Iterable[Told]) -> int:
    """How many answers are missing or too many, over all chats."""
    balance = Counter(one.chat for one in asked)
    balance.subtract(Counter(one.chat for one in told))
    return sum(map(abs, balance.values()))


def out_of_order(asked: Iterable[Asked], told: Iterable[Told]) -> int:
    """How many answers are not what was told to most updates of the same kind."""
    answers: dict[str, Counter[str]] = defaultdict(Counter)
    for one, answer in _pairs(asked, told):
        answers[one.kind][answer.text] += 1
    return sum(sum(texts.values()) - max(texts.values()) for texts in answers.values())


def _pairs(asked: Iterable[Asked], told: Iterable[Told]) -> Iterable[tuple[Asked, Told]]:
    questions, answers = _by_chat(asked), _by_chat(told)
    for chat, ones in questions.items():
        yield from zip(ones, answers.get(chat, []), strict=False)


def _by_chat(ones: Iterable[One]) -> Mapping[int, list[One]]:
    chats: dict[int, list[One]] = defaultdict(list)
    for one in ones:
        chats[one.chat].append(one)
    return chats
