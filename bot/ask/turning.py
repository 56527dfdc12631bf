"""The conditions of a question, one of them replaced, and what then fits."""

from datetime import datetime

from bot.ask.answering import kinds_of, latest, listed
from bot.ask.asked import Asked
from bot.ask.filtering import allowed, in_order
from bot.ask.index import Index
from bot.ask.ranges import Range
from bot.ask.scoring import scored
from bot.domain.items import Item, Kind, News
from bot.domain.last_answer import MOST, Conditions

_EVENTS = frozenset({Kind.WEBINAR, Kind.WORKSHOP})
_OPEN = frozenset({"open", "closed"})


def conditions_of(asked: Asked) -> Conditions:
    """What a question asks for, its subject left out."""
    return Conditions(
        kinds=kinds_of(asked) if not asked.names_subject else asked.kinds,
        states=frozenset(
            sign.partition(".")[2] for sign in asked.signs if sign.startswith("state.")
        ),
        languages=asked.languages,
        days=(asked.time.first, asked.time.last) if asked.time else None,
    )


def on_subject(asked: Asked, index: Index, now: datetime) -> tuple[str, ...] | None:
    """The ids of the items on a question's subject, whatever else it asks for; None without one."""
    if not asked.names_subject:
        return None
    plain = Asked(terms=asked.terms, parts=asked.parts, units=asked.units)
    return tuple(index.items[one.number].id for one in scored(plain, index, now)[:MOST])


def turned(before: Conditions, new: Conditions) -> Conditions:
    """The conditions of the last question with those of a message in their place.

    Another kind drops what has no meaning for it: only events are upcoming, a package has no date.
    """
    if not new.states and not new.languages and new.days is None:
        states = before.states if new.kinds <= _EVENTS else frozenset()
        days = None if Kind.PACKAGE in new.kinds else before.days
        return Conditions(
            kinds=new.kinds,
            states=states,
            languages=before.languages,
            days=days,
            about=before.about,
        )
    only_opportunities = bool(new.states) and new.states <= _OPEN
    return Conditions(
        kinds=frozenset({Kind.OPPORTUNITY}) if only_opportunities else before.kinds or new.kinds,
        states=new.states or before.states,
        languages=new.languages or before.languages,
        days=new.days or before.days,
        about=before.about,
    )


def found_by(wanted: Conditions, index: Index, now: datetime) -> list[Item]:
    """The items that meet the conditions, in the order of lists."""
    asked = Asked(
        kinds=wanted.kinds,
        signs=frozenset(f"state.{name}" for name in wanted.states),
        languages=wanted.languages,
        time=Range(*wanted.days) if wanted.days else None,
    )
    if wanted.about is None:
        found = listed(asked, index, now)
    else:
        found = in_order([one for one in _about(wanted, index) if _fits(one, asked, now)], now)
    if "latest" in wanted.states:
        return latest(found, now)
    return found


def _about(wanted: Conditions, index: Index) -> list[Item]:
    about = set(wanted.about or ())
    kinds = wanted.kinds or frozenset(Kind)
    return [item for item in index.items if item.id in about and item.kind in kinds]


def _fits(item: Item, asked: Asked, now: datetime) -> bool:
    if isinstance(item, News) and asked.names_state and not (asked.time or asked.languages):
        return False
    return allowed(item, asked, now, all_times=False)
