"""What a person was shown last in a chat, so that "and in French?" has something to follow."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.domain.items import Kind, Lang

FOLLOWED_FOR = timedelta(minutes=30)
"""How long a message may be read as following an answer."""

MOST = 100
"""How many ids of a long list are remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What a question asked for, without its words; an empty field asks for nothing.

    `states` are names of the section `state` in ask.yaml. `days` are the first and the last day,
    in UTC. `about` are the ids of the items on the question's subject, None where it named none.
    """

    kinds: frozenset[Kind] = frozenset()
    states: frozenset[str] = frozenset()
    languages: frozenset[Lang] = frozenset()
    days: tuple[date, date] | None = None
    about: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LastAnswer:
    """The ids that were `shown`, in their order, and which of them is the `open` one, if any.

    `at` is when, aware UTC.
    """

    shown: tuple[str, ...]
    at: datetime
    open: str | None = None
    asked: Conditions = field(default_factory=Conditions)

    def is_fresh(self, now: datetime) -> bool:
        """Whether a message at `now` may still follow it."""
        return timedelta() <= now - self.at <= FOLLOWED_FOR


def answered(shown: Sequence[str], asked: Conditions, now: datetime) -> LastAnswer:
    """After a list, or after a card that answers a question."""
    one = shown[0] if len(shown) == 1 else None
    return LastAnswer(shown=tuple(shown[:MOST]), at=now, open=one, asked=asked)


def opened(before: LastAnswer | None, item_id: str, now: datetime) -> LastAnswer:
    """After a card: one of the list that was shown `before` leaves that list in place."""
    if before is not None and before.is_fresh(now) and item_id in before.shown:
        return replace(before, open=item_id, at=now)
    kind = Kind(item_id.partition("/")[0])
    return answered((item_id,), Conditions(kinds=frozenset({kind})), now)
