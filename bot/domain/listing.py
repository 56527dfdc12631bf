"""Which items are upcoming, recorded, past, open or closed at an instant, and their order in lists.

Lists and answers to questions both go by these rules, so they never disagree. `now` is aware UTC.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from enum import StrEnum
from typing import TypeVar

from bot.domain.items import Item, News, Opportunity, Package, Webinar
from bot.domain.when import Span

AnyItem = TypeVar("AnyItem", bound=Item)


class State(StrEnum):
    """Where an item stands at an instant."""

    UPCOMING = "upcoming"
    RECORDED = "recorded"
    PAST = "past"
    ANNOUNCED = "announced"


def state(item: Item, now: datetime) -> State:
    """Recordings are recorded whenever asked; an undated item is announced.

    The others are upcoming until their end, which is their start where no length is known.
    """
    if isinstance(item, Webinar) and item.recorded:
        return State.RECORDED
    if item.when is None:
        return State.ANNOUNCED
    return State.UPCOMING if item.when.end > now else State.PAST


def in_state(items: Iterable[AnyItem], wanted: State, now: datetime) -> list[AnyItem]:
    """Those in the `wanted` state: soonest end first, past ones newest first, else as given."""
    found = [item for item in items if state(item, now) is wanted]
    if wanted is State.UPCOMING or wanted is State.PAST:
        found.sort(key=ends_at, reverse=wanted is State.PAST)
    return found


def ends_at(item: Item) -> datetime:
    """The instant at which an item stops being upcoming; an undated one never does."""
    return item.when.end if item.when else datetime.max.replace(tzinfo=UTC)


def is_open(item: Opportunity, now: datetime) -> bool:
    """Open from its first mention until the end of its deadline, where it has one."""
    if item.ended or (item.deadline is not None and item.deadline.end <= now):
        return False
    return item.as_of.start <= now


def published(bulletins: Iterable[News], now: datetime) -> list[News]:
    """The bulletins that exist at `now`, newest first; one of a month exists once it has begun."""
    known = [(one.when.start, one) for one in bulletins if one.when and one.when.start <= now]
    return [one for _, one in sorted(known, key=lambda pair: pair[0], reverse=True)]


class RevisionState(StrEnum):
    """Where an announced revision stands."""

    AHEAD = "ahead"
    UNDER_WAY = "under-way"
    MAY_BE_DONE = "may-be-done"
    OVERDUE = "overdue"


def revision_state(package: Package, now: datetime) -> RevisionState | None:
    """By the announced begin and length alone; None where no revision was announced."""
    if package.revision is None:
        return None
    shortest, longest = revision_ends(package)
    if now < package.revision.begins.start:
        return RevisionState.AHEAD
    if now < shortest:
        return RevisionState.UNDER_WAY
    return RevisionState.MAY_BE_DONE if now < longest else RevisionState.OVERDUE


def revision_ends(package: Package) -> tuple[datetime, datetime]:
    """The earliest and the latest instant at which the announced revision can be over."""
    if package.revision is None:
        raise ValueError(f"{package.id} has no revision")
    begins = package.revision.begins
    shortest, longest = (_months_after(begins, months) for months in package.revision.months)
    return shortest, longest


def _months_after(begins: Span, months: int) -> datetime:
    years, month = divmod(begins.first.month - 1 + months, 12)
    return datetime.combine(
        begins.first.replace(year=begins.first.year + years, month=month + 1, day=1),
        time.min,
        UTC,
    )
