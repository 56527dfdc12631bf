"""Which items nothing in a question speaks against: by their state, time and language."""

from collections.abc import Sequence
from datetime import datetime

from bot.ask.asked import Asked
from bot.ask.ranges import Range
from bot.domain.items import Item, Kind, News, Opportunity, Webinar, Workshop
from bot.domain.listing import State, ends_at, is_open, state
from bot.domain.when import Moment, Precision, When

IN_TIME, OTHER_STATE = 1.3, 0.7
"""How well an item of the subject fits that is of the time, or in another state than is said."""
_NEVER = 1e11
"""A time stamp after all deadlines."""


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
    if (
        not times
        and isinstance(item, Webinar)
        and wanted.overlaps(item.as_of.first, item.as_of.last)
    ):
        return None  # of what has no date it may be said when it was announced
    if not times:
        return False if isinstance(item, Webinar | Workshop | News) else None
    return any(wanted.overlaps(one.first, one.last) for when in times for one in days_of(when))


def fit(item: Item, asked: Asked, now: datetime) -> float:
    """How well an item of the subject that is asked for fits what is said besides; 0 is not at all.

    What is still to come is asked for in earnest, as is a language or a time. That something is
    over, recorded or open is often only supposed: the item itself tells whether it is.
    """
    if not allowed(item, asked, now, all_times=True):
        announced = isinstance(item, Webinar) and state(item, now) is State.ANNOUNCED
        waits = announced and asked.names_subject and not asked.many
        plain = asked.without_state.without_ahead if waits else asked.without_state
        listed = (asked.many and asked.kinds) or (asked.recorded and asked.has("ask.list"))
        if listed or not allowed(item, plain, now, all_times=True):
            return 0.0
        return OTHER_STATE
    if isinstance(item, Opportunity) and not asked.takes_part:
        aside = asked.time is not None and not in_time(item, asked.time)
        return OTHER_STATE if aside or asked.has("state.past") else 1.0
    told = isinstance(item, News) and Kind.NEWS not in asked.kinds
    return IN_TIME if asked.time and not told and in_time(item, asked.time) else 1.0


def allowed(item: Item, asked: Asked, now: datetime, *, all_times: bool) -> bool:
    """Whether nothing that the question insists on speaks against an item.

    Where time says nothing of a kind, `all_times` tells whether it is let in. An opportunity then
    is too: who tells when they were hired or what they missed names a time that is not its own.
    """
    if isinstance(item, News):
        if item.when is None or item.when.start > now:
            return False
    elif asked.names_state and not _in_state(item, asked, now):
        return False
    if asked.languages and not asked.languages & set(item.languages):
        return False
    if asked.access and isinstance(item, Webinar) and item.access not in asked.access:
        return False
    if asked.time is None:
        return True
    fits = in_time(item, asked.time)
    if fits is None or (all_times and isinstance(item, Opportunity)):
        return all_times
    return fits


def _in_state(item: Item, asked: Asked, now: datetime) -> bool:
    if isinstance(item, Opportunity):
        return _open_enough(item, asked, now)
    if not isinstance(item, Webinar | Workshop):
        return not (asked.ahead or asked.recorded)
    if asked.recorded:
        return state(item, now) is State.RECORDED
    if asked.ahead:
        return state(item, now) is State.UPCOMING
    return not asked.has("state.past") or state(item, now) in (State.PAST, State.RECORDED)


def _open_enough(item: Opportunity, asked: Asked, now: datetime) -> bool:
    if asked.has("state.open", "state.closed"):
        return is_open(item, now) is asked.has("state.open")
    if asked.recorded:
        return False
    if asked.ahead and not asked.takes_part:
        return state(item, now) is State.UPCOMING or (item.when is None and is_open(item, now))
    return True


def in_order(items: Sequence[Item], now: datetime) -> list[Item]:
    """Upcoming ones first, the soonest before; then past ones, the newest before; then the rest."""
    return sorted(items, key=lambda item: place(item, now))


def place(item: Item, now: datetime) -> tuple[int, float]:
    """Where an item stands in a list: upcoming ones by their end, past ones newest first.

    Webinars that were only announced come last; of opportunities without a deadline the one that
    was told of last comes first.
    """
    if isinstance(item, Opportunity):
        if item.deadline:
            return 0, item.deadline.end.timestamp()
        return 0, _NEVER - item.as_of.start.timestamp()
    stands = State.PAST if isinstance(item, News) else state(item, now)
    if stands is State.UPCOMING:
        return 0, ends_at(item).timestamp()
    if stands is State.PAST:
        return 1, -ends_at(item).timestamp()
    return (3 if isinstance(item, Webinar) and stands is State.ANNOUNCED else 2), 0.0
