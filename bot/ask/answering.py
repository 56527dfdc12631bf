"""What a question that names no subject asks for: all of a kind, in a state, at a time."""

from collections.abc import Sequence
from datetime import datetime

from bot.ask.filtering import allowed, in_order, in_time
from bot.ask.index import Index
from bot.ask.understanding import Asked
from bot.domain.items import Item, Kind, News, Opportunity, Package
from bot.domain.listing import State, ends_at, is_open, state

MOST = 10


def offered(asked: Asked, index: Index) -> list[Item]:
    """What a question is about that names a kind, and asks how it works or how to take part."""
    recorded = asked.has("ask.about") and asked.signs >= {"state.recorded"}
    if (asked.names_state and not recorded) or not asked.kinds:
        return []
    wanted = Kind.OPPORTUNITY if asked.has("ask.take_part") else Kind.PAGE
    if not asked.has("ask.take_part", "ask.about") or wanted in asked.kinds:
        return []
    found = [
        (_undated(index.items[number]), -_hinted(number, asked, index), -times, number)
        for number in index.of_kind[wanted]
        if (times := sum(index.mentions[number].get(kind, 0) for kind in asked.kinds))
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


def listed(asked: Asked, index: Index, now: datetime) -> list[Item]:
    """The items of a question that names no subject: all in a state, of a time or a language."""
    kinds = kinds_of(asked)
    if not kinds:
        return []
    numbers = [number for kind in kinds for number in index.of_kind[kind]]
    fitting = [
        item
        for item in map(index.items.__getitem__, sorted(numbers))
        if allowed(item, asked, now, all_times=not asked.kinds - {Kind.NEWS})
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


def kinds_of(asked: Asked) -> frozenset[Kind]:
    """The kinds that a question asks for, by name or by what else it says."""
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
