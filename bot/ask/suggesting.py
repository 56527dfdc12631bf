"""What to offer where nothing fits: the nearest category."""

from datetime import datetime

from bot.ask.answering import listed
from bot.ask.asked import Asked
from bot.ask.index import Index
from bot.domain.items import Kind

FEW = 3
_STATES: dict[Kind, tuple[str, ...]] = {
    Kind.WEBINAR: ("state.upcoming", "state.recorded"),
    Kind.OPPORTUNITY: ("state.open",),
}


def suggestions(asked: Asked, index: Index, now: datetime) -> tuple[str, ...]:
    """Ids of the kind that was asked for, in the state in which most are of use."""
    kinds = asked.kinds or frozenset({Kind.WEBINAR})
    for kind in sorted(kinds):
        for sign in _STATES.get(kind, ("ask.list",)):
            plain = Asked(kinds=frozenset({kind}), signs=frozenset({sign}))
            if found := listed(plain, index, now):
                return tuple(item.id for item in found[:FEW])
    return ()
