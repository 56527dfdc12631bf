"""From what is asked to the items that answer it, by rules without state."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.ask.index import LABEL, TITLE, Index
from bot.ask.time_phrases import Range
from bot.ask.understanding import Asked
from bot.domain.items import Item, Kind, News, Opportunity, Package, Webinar, Workshop
from bot.domain.listing import State, ends_at, is_open, state
from bot.domain.when import Moment, Precision, When

ENOUGH = 0.55
"""The share of what a question names that an item must hold; below it the answer is no."""
ENOUGH_OF_SEVERAL = 0.35
"""The same where an item is about several of the things that are named: people tell stories."""
ASIDE = 0.5
"""What a term counts for that an item only mentions in passing."""
OTHER_KIND = 0.6
TIED = 0.93
MOST = 10
_LOOKED_AT = 12
"""How many of the best items are compared by their names too."""


@dataclass(frozen=True, slots=True)
class Scored:
    """An item by its number, how well it fits, and which share of the question it covers."""

    number: int
    score: float
    covered: float


def days_of(when: When) -> tuple[Range, ...]:
    """The days by which an item counts: a range of months counts by its last day."""
    if isinstance(when, Moment):
        return (Range(when.start.date(), when.end.date()),)
    first_of_last = when.last.replace(day=1)
    if when.precision is Precision.MONTH and when.first < first_of_last:
        return (Range(when.last, when.last),)
    return (Range(when.first, when.last),)


def in_time(item: Item, wanted: Range) -> bool | None:
    """Whether the item falls into a range; None where time says nothing of its kind."""
    times: list[When] = [item.when] if item.when else []
    if isinstance(item, Opportunity):
        times += [item.deadline] if item.deadline else []
        if not times:
            return None
    if not times:
        return False if isinstance(item, Webinar | Workshop | News) else None
    return any(wanted.overlaps(one.first, one.last) for when in times for one in days_of(when))


def in_state(item: Item, asked: Asked, now: datetime) -> bool:
    """Whether an item is in the state that is asked for, if any."""
    if isinstance(item, News):
        return item.when is not None and item.when.start <= now
    if asked.has("state.open", "state.closed") and isinstance(item, Opportunity):
        return is_open(item, now) is asked.has("state.open")
    if not isinstance(item, Webinar | Workshop | Opportunity):
        return not asked.has("state.recorded", "state.next", "state.upcoming")
    stands = state(item, now)
    if asked.has("state.recorded"):
        return stands is State.RECORDED
    if asked.has("state.next", "state.upcoming"):
        if isinstance(item, Opportunity) and stands is not State.UPCOMING:
            return item.when is None and is_open(item, now)
        return stands is State.UPCOMING
    if asked.has("state.past") and not isinstance(item, Opportunity):
        return stands in (State.PAST, State.RECORDED)
    return True


def allowed(item: Item, asked: Asked, now: datetime, *, all_times: bool) -> bool:
    """Whether nothing that the question insists on speaks against an item.

    Where time says nothing of a kind, `all_times` tells whether it is let in.
    """
    if not in_state(item, asked, now):
        return False
    if asked.languages and not asked.languages & set(item.languages):
        return False
    if asked.time is None:
        return True
    fits = in_time(item, asked.time)
    return all_times if fits is None else fits


def scored(asked: Asked, index: Index, now: datetime) -> list[Scored]:
    """The items that are about what is asked, best first."""
    met = _met(asked)
    total = met + _named_weight(asked)
    scores: dict[int, float] = defaultdict(float)
    covered: dict[int, float] = defaultdict(lambda: met)
    strong: Counter[int] = Counter()
    for term in sorted(asked.terms, key=lambda one: one.weight, reverse=True):
        best: dict[int, float] = {}
        for form in term.forms:
            for number, weight in index.postings.get(form, {}).items():
                best[number] = max(best.get(number, 0.0), weight)
        for number, weight in best.items():
            scores[number] += term.weight * weight / TITLE
            if not term.optional:
                covered[number] += term.weight * (1.0 if weight >= LABEL else ASIDE)
                strong[number] += weight >= LABEL
    found = []
    for number, share in covered.items():
        item = index.items[number]
        fits = kind_fit(item, asked, index.mentions[number])
        enough = ENOUGH if strong[number] < 2 else ENOUGH_OF_SEVERAL
        if share < enough * total or not fits or not allowed(item, asked, now, all_times=True):
            continue
        found.append(Scored(number, scores[number] * fits, share / total))
    found.sort(key=lambda one: (-one.score, one.number))
    closely = [_named(one, asked, index) for one in found[:_LOOKED_AT]]
    closely.sort(key=lambda one: (-one.score, one.number))
    return _nearest_first(closely, index, now) + found[_LOOKED_AT:]


def _nearest_first(found: list[Scored], index: Index, now: datetime) -> list[Scored]:
    """Of those of a kind that fit as well as the best, what is next or newest first."""
    if not found:
        return found
    best = found[0]
    kind = index.items[best.number].kind
    tied = [
        one
        for one in found
        if one.score >= TIED * best.score and index.items[one.number].kind is kind
    ]
    tied.sort(key=lambda one: _place(index.items[one.number], now))
    return tied + [one for one in found if one not in tied]


def _named_weight(asked: Asked) -> float:
    """What all that is named weighs; of many unknown words, as in a story, each says less."""
    known = sum(one.weight for one in asked.terms if not one.optional and not one.unknown)
    unknown = [one.weight for one in asked.terms if one.unknown]
    return known + (sum(unknown) / math.sqrt(len(unknown)) if unknown else 0.0)


def _met(asked: Asked) -> float:
    """What the conditions count for that every item which is let in meets."""
    exact = asked.time is not None and (asked.time.last - asked.time.first).days < 32
    return 0.7 * bool(asked.kinds) + 1.5 * exact + 1.5 * bool(asked.languages)


def kind_fit(item: Item, asked: Asked, mentions: Mapping[Kind, int]) -> float:
    """How well the item's kind fits; 0 where it is out of the question."""
    fit = 1.0
    if asked.kinds and item.kind not in asked.kinds:
        wanted = asked.has("ask.take_part") and item.kind is Kind.OPPORTUNITY
        if not any(mentions[kind] for kind in asked.kinds) or (asked.names_state and not wanted):
            return 0.0
        fit = 1.0 if wanted else OTHER_KIND
    if len(asked.kinds) > 1 and item.kind is asked.head:
        fit *= 1.3
    if asked.has("ask.take_part"):
        fit *= 2.0 if item.kind is Kind.OPPORTUNITY else 1.0
    if asked.has("ask.about"):
        fit *= 1.3 if item.kind is Kind.PAGE else 1.0
    if asked.has("kind.training"):
        fit *= 1.15 if isinstance(item, Package | Workshop) else 1.0
    return fit


def _named(one: Scored, asked: Asked, index: Index) -> Scored:
    """With a bonus where the question is nearly a title or an alias of the item."""
    forms = {form for term in asked.terms for form in term.forms}
    best = max(
        (len(forms & name) / len(forms | name) for name in index.names[one.number]), default=0.0
    )
    return Scored(one.number, one.score * (1 + 0.5 * best), one.covered)


def offered(asked: Asked, index: Index) -> list[Item]:
    """What a question is about that names a kind, and asks how it works or how to take part."""
    if asked.names_state or not asked.kinds:
        return []
    wanted = Kind.OPPORTUNITY if asked.has("ask.take_part") else Kind.PAGE
    if not asked.has("ask.take_part", "ask.about") or wanted in asked.kinds:
        return []
    found = [
        (_undated(item), -_hinted(number, asked, index), -times, number)
        for number, item in enumerate(index.items)
        if item.kind is wanted
        and (times := sum(index.mentions[number][kind] for kind in asked.kinds))
    ]
    return [index.items[number] for *_, number in sorted(found)]


def _undated(item: Item) -> bool:
    return not isinstance(item, Opportunity) or item.deadline is None


def _hinted(number: int, asked: Asked, index: Index) -> float:
    """The weight of the terms that an item holds."""
    return sum(
        term.weight
        for term in asked.terms
        if any(number in index.postings.get(form, ()) for form in term.forms)
    )


def listed(asked: Asked, items: Iterable[Item], now: datetime) -> list[Item]:
    """The items of a question that names no subject: all in a state, of a time or a language."""
    kinds = _kinds(asked)
    if not kinds:
        return []
    fitting = [
        item
        for item in items
        if item.kind in kinds and allowed(item, asked, now, all_times=not asked.kinds - {Kind.NEWS})
    ]
    if asked.kinds == {Kind.PACKAGE} or (Kind.PACKAGE in kinds and asked.has("kind.training")):
        fitting = [
            one
            for one in fitting
            if not isinstance(one, Package) or one.training or asked.languages
        ]
    if asked.time is not None:
        fitting = [one for one in fitting if in_time(one, asked.time)]
    if kinds == {Kind.OPPORTUNITY} and not asked.has("state.closed") and asked.time is None:
        fitting = [one for one in fitting if isinstance(one, Opportunity) and is_open(one, now)]
    if asked.kinds == {Kind.WEBINAR}:
        fitting = [one for one in fitting if state(one, now) is not State.ANNOUNCED]
    return in_order(fitting, now)


def _kinds(asked: Asked) -> frozenset[Kind]:
    if asked.kinds:
        return asked.kinds
    events = frozenset({Kind.WEBINAR, Kind.WORKSHOP})
    if asked.has("state.recorded"):
        return frozenset({Kind.WEBINAR})
    if asked.has("state.open", "state.closed", "ask.take_part"):
        return frozenset({Kind.OPPORTUNITY})
    if asked.has("kind.training"):
        return (
            frozenset({Kind.WORKSHOP})
            if asked.time or asked.has("state.next", "state.upcoming", "state.past", "state.latest")
            else frozenset({Kind.PACKAGE})
        )
    if asked.languages:
        return events | {Kind.PACKAGE}
    if asked.time or asked.has("kind.events", "state.next", "state.upcoming", "state.past"):
        return events
    return frozenset()


def in_order(items: Sequence[Item], now: datetime) -> list[Item]:
    """Upcoming ones first, the soonest before; then past ones, the newest before; then the rest."""
    return sorted(items, key=lambda item: _place(item, now))


def _place(item: Item, now: datetime) -> tuple[int, float]:
    if isinstance(item, Opportunity):
        return 0, item.deadline.end.timestamp() if item.deadline else math.inf
    stands = State.PAST if isinstance(item, News) else state(item, now)
    if stands is State.UPCOMING:
        return 0, ends_at(item).timestamp()
    if stands is State.PAST:
        return 1, -ends_at(item).timestamp()
    return 2, 0.0


def in_series(items: Sequence[Item], asked: Asked) -> list[Item]:
    """Those that are the part of a series that is asked for."""
    return [one for one in items if one.series and one.series[1] in asked.parts]


def latest(items: Sequence[Item], now: datetime) -> list[Item]:
    """What "the last" means of several items: the last part of a series, else the newest past."""
    parts = [(one.series[1], one) for one in items if one.series and one.series[1]]
    if parts and items[0].series:
        last = max(number for number, _ in parts)
        return [one for number, one in parts if number == last]
    over = [one for one in items if isinstance(one, News) or state(one, now) is not State.UPCOMING]
    return first_only(in_order(over, now))


def first_only(items: Sequence[Item]) -> list[Item]:
    """Of a list in order the one that "next" or "latest" means, with those that tie with it."""
    if not items:
        return []
    end = ends_at(items[0])
    return [one for one in items if ends_at(one) == end] if items[0].when else list(items[:1])
