"""What a question gets: the items about its subject, or all of a kind, in a state, at a time."""

from collections.abc import Sequence
from datetime import datetime

from bot.ask.asked import Asked
from bot.ask.deciding import COMMON, is_enough
from bot.ask.filtering import allowed, in_order, in_time
from bot.ask.index import Index, is_concept
from bot.ask.naming import Role
from bot.ask.scoring import Scored, covered
from bot.domain.items import Item, Kind, News, Opportunity, Package, Webinar, Workshop
from bot.domain.listing import State, ends_at, is_open, state

MOST = 10
FEW = 3
"""How many are shown of a question that asks for one."""
CLOSE = 0.8
"""What share of the best item's score another needs to be shown beside it."""
HALF, ALIKE = 0.5, 0.97
"""What share of the best score, and of what it covers, an item needs to stand in a list."""
MEANT = 1.2
"""The score of an item that is meant though the question is how such things work."""
_SHORT = 7
"""Words of a greeting or of thanks in which one word may be unknown."""
_EVENTS = frozenset({Kind.WEBINAR, Kind.WORKSHOP})


def found_for(asked: Asked, ranked: Sequence[Scored], index: Index, now: datetime) -> list[Item]:
    """The items that answer what is asked, best first; `ranked` are those about its subject."""
    if asked.has("ask.everything") and (packages := _everything(asked, index)):
        return packages
    best, second = [*(one.score for one in ranked[:2]), 0.0, 0.0][:2]
    enough = bool(ranked) and is_enough(best, second, asked)
    suggests = asked.has("ask.suggest") and not (enough and _is_offer(ranked[0], index))
    if suggests and (ways_in := offered(Kind.OPPORTUNITY, asked, index)):
        return ways_in[:FEW]
    told = [] if asked.names_subject or not asks_how(asked) else offered(Kind.PAGE, asked, index)
    if told and best <= MEANT:
        return told[:FEW]
    if enough:
        return _about(asked, ranked, index, now)
    if asked.kinds == {Kind.NEWS} and (asked.time or asked.has("state.latest", "state.oldest")):
        return _picked(listed(asked, index, now), asked, now)
    if is_talk(asked) or asked.names_subject:
        return []
    takes_part = asked.takes_part and not asked.names_state
    ways_in = offered(Kind.OPPORTUNITY, asked, index) if takes_part else []
    return ways_in[:FEW] or _of_kind(asked, index, now)


def _everything(asked: Asked, index: Index) -> list[Item]:
    """The packages whose titles name the subject, where several do: "everything on the CPMS"."""
    if asked.kinds - {Kind.PACKAGE}:
        return []
    for term in asked.terms:
        if term.role is Role.SUBJECT and is_concept(term.forms) and term.weight > COMMON:
            packages = index.of_kind[Kind.PACKAGE]
            named = [at for at in packages if not index.titles[at].isdisjoint(term.forms)]
            if len(named) > 1:
                return [index.items[at] for at in named]
    return []


def _is_offer(found: Scored, index: Index) -> bool:
    return index.items[found.number].kind is Kind.OPPORTUNITY


def is_talk(asked: Asked) -> bool:
    """Whether a message asks nothing of the catalogue: a greeting, thanks, "what can you do"."""
    talk = asked.has("ask.talk")
    if asked.kinds or asked.time or asked.languages or asked.takes_part:
        return False
    short = len(asked.words) <= _SHORT and not asked.has("ask.request")
    frame = any(sign.startswith(("state.", "kind.")) for sign in asked.signs)
    if frame and not (talk and short):
        return False
    said = [term for term in asked.terms if term.role is not Role.HINT]
    aside = len(said) == 1 and said[0].role is Role.UNKNOWN and len(asked.words) <= _SHORT
    return not said or (aside and talk)


def asks_how(asked: Asked) -> bool:
    """Whether the question is how something works: what it is for, in which of two languages."""
    general = not (
        asked.ahead or asked.time or asked.has("state.latest", "state.oldest", "state.past")
    )
    return (asked.has("ask.about") and general) or (
        len(asked.languages) > 1 and (asked.many or not asked.kinds)
    )


def wants_list(asked: Asked) -> bool:
    """Whether the question is for all that fit rather than for the one that is meant."""
    if asked.kinds == {Kind.NEWS}:
        return asked.has("state.latest", "state.oldest") or (
            asked.has("ask.list") and asked.time is not None
        )
    return asked.many or asked.ahead or asked.has("ask.list", "state.latest", "state.oldest")


def offered(kind: Kind, asked: Asked, index: Index) -> list[Item]:
    """What a question is about that names a kind of item, and asks how that works or to take part.

    The one is told by a page, the other is an opportunity: those that speak most of the kind.
    """
    if not asked.kinds or kind in asked.kinds:
        return []
    found = [
        (_undated(index.items[number]), -much - _hinted(number, asked, index), number)
        for number in index.of_kind[kind]
        if (much := _speaks_of(number, asked, index))
    ]
    return [index.items[number] for *_, number in sorted(found)]


def _speaks_of(number: int, asked: Asked, index: Index) -> float:
    """How often an item's names speak of the kinds that are asked for, by how many it has."""
    times = sum(index.mentions[number].get(kind, 0) for kind in asked.kinds)
    return times / sum(one.count for one in index.names[number])


def _undated(item: Item) -> bool:
    return not isinstance(item, Opportunity) or item.deadline is None


def _hinted(number: int, asked: Asked, index: Index) -> float:
    """The weight of the terms that an item holds."""
    return sum(
        term.weight
        for term in asked.terms
        if any(number in index.postings.get(form, ()) for form in term.forms)
    )


def _about(asked: Asked, found: Sequence[Scored], index: Index, now: datetime) -> list[Item]:
    best = index.items[found[0].number]
    if not wants_list(asked) or (asked.takes_part and best.kind is Kind.OPPORTUNITY):
        close = [one for one in found[:FEW] if one.score >= CLOSE * found[0].score]
        return [index.items[one.number] for one in close]
    share = covered(found[0].number, asked, index)
    alike = [
        index.items[one.number]
        for one in found
        if one.score >= HALF * found[0].score and covered(one.number, asked, index) >= ALIKE * share
    ]
    if asked.ahead or asked.has("state.latest"):
        alike = [one for one in alike if isinstance(one, Webinar | Workshop)] or alike
    kinds = asked.kinds or {alike[0].kind}
    fitting = [one for one in _of_series(alike) if one.kind in kinds]
    return _picked(in_order(fitting, now), asked, now) if fitting else alike


def _of_series(items: Sequence[Item]) -> Sequence[Item]:
    """Those of the best item's series, where several are."""
    series = items[0].series
    same = [one for one in items if one.series and series and one.series[0] == series[0]]
    return same if len(same) > 1 else items


def _of_kind(asked: Asked, index: Index, now: datetime) -> list[Item]:
    found = listed(asked, index, now)
    if not found and asked.time and not asked.many:
        found = listed(asked.without_state, index, now)
    if asked.parts and not asked.ahead:
        anyway = listed(asked.without_state, index, now)
        return in_series(found, asked) or in_series(anyway, asked) or first_only(found[::-1])
    if asked.parts and not asked.many:
        return first_only(found)
    return _picked(found, asked, now)


def _picked(items: list[Item], asked: Asked, now: datetime) -> list[Item]:
    """The one of a list that "next" or "the last" means; all of it where neither is said."""
    if asked.has("state.latest"):
        return latest(items, now)
    if asked.has("state.oldest"):
        return _oldest(items)
    if asked.has("state.next") and asked.kinds and not asked.many:
        return first_only(items)
    return items


def listed(asked: Asked, index: Index, now: datetime) -> list[Item]:
    """The items of a question that names no subject: all in a state, of a time or a language."""
    kinds = kinds_of(asked)
    if not kinds:
        return []
    numbers = sorted(number for kind in kinds for number in index.of_kind[kind])
    items = [index.items[number] for number in numbers]
    if asked.ahead and not asked.takes_part:
        items = [one for one in items if one.when is None or one.when.end > now]
    all_times = kinds <= {Kind.NEWS, Kind.OPPORTUNITY}
    fitting = [one for one in items if allowed(one, asked, now, all_times=all_times)]
    if asked.kinds == {Kind.PACKAGE} or (Kind.PACKAGE in kinds and asked.has("kind.training")):
        fitting = [
            one
            for one in fitting
            if not isinstance(one, Package) or one.training or asked.languages
        ]
    if kinds == {Kind.OPPORTUNITY} and not asked.has("state.closed"):
        fitting = _open_or_dated(fitting, asked, now)
    elif asked.time is not None:
        fitting = [one for one in fitting if in_time(one, asked.time)]
    if asked.kinds == {Kind.WEBINAR}:
        fitting = [one for one in fitting if state(one, now) is not State.ANNOUNCED]
    return in_order(fitting, now)


def _open_or_dated(items: Sequence[Item], asked: Asked, now: datetime) -> list[Item]:
    """The opportunities of the time that is asked for, else those that are open."""
    dated = [one for one in items if asked.time and in_time(one, asked.time)]
    return dated or [one for one in items if isinstance(one, Opportunity) and is_open(one, now)]


def kinds_of(asked: Asked) -> frozenset[Kind]:
    """The kinds that a question asks for, by name or by what else it says."""
    if asked.kinds:
        return asked.kinds
    if asked.has("state.recorded"):
        return frozenset({Kind.WEBINAR})
    events = asked.ahead or asked.has("kind.events")
    if asked.has("state.open", "state.closed") or (asked.takes_part and not events):
        return frozenset({Kind.OPPORTUNITY})
    if asked.has("kind.training"):
        dated = asked.time or asked.ahead or asked.has("state.past", "state.latest")
        return frozenset({Kind.WORKSHOP if dated else Kind.PACKAGE})
    if asked.languages:
        return _EVENTS | {Kind.PACKAGE}
    return _EVENTS if asked.time or events or asked.has("state.past") else frozenset()


def in_series(items: Sequence[Item], asked: Asked) -> list[Item]:
    """Those that are the part of a series that is asked for."""
    return [one for one in items if one.series and one.series[1] in asked.parts]


def latest(items: Sequence[Item], now: datetime) -> list[Item]:
    """What "the last" means of several items: the last part of a series, else the newest past."""
    parts = [(one.series[1], one) for one in items if one.series and one.series[1]]
    if len(parts) == len(items) > 0:
        last = max(number for number, _ in parts)
        return [one for number, one in parts if number == last]
    over = [one for one in items if isinstance(one, News) or state(one, now) is not State.UPCOMING]
    return first_only(in_order(over, now))


def _oldest(items: Sequence[Item]) -> list[Item]:
    """Of those with a date the first of all; where none has one, nobody knows which it is."""
    dated = [one for one in items if one.when]
    return [min(dated, key=ends_at)] if dated else list(items)


def first_only(items: Sequence[Item]) -> list[Item]:
    """Of a list in order the one that "next" or "latest" means, with those that tie with it."""
    if not items:
        return []
    end = ends_at(items[0])
    return [one for one in items if ends_at(one) == end] if items[0].when else list(items[:1])
