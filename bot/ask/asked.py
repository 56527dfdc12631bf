"""What a question asks for, once it is understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.ask.naming import HINTED, Role, Term
from bot.ask.ranges import Range
from bot.ask.signs import AHEAD
from bot.domain.items import Access, Kind, Lang

_ACCESS = {"state.public": Access.OPEN, "state.invited": Access.INVITATION}


@dataclass(frozen=True)
class Asked:
    """What a question asks for. An empty or absent field asks nothing of the items.

    `head` is the first kind that is named, `signs` are the meanings that were found (``ask.list``,
    ``state.next``), `parts` numbers in a series, `corrected` the words that were taken for slips.
    """

    kinds: frozenset[Kind] = frozenset()
    head: Kind | None = None
    many: bool = False
    signs: frozenset[str] = frozenset()
    time: Range | None = None
    languages: frozenset[Lang] = frozenset()
    terms: tuple[Term, ...] = ()
    parts: tuple[int, ...] = ()
    corrected: Mapping[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    units: frozenset[str] = frozenset()

    def has(self, *signs: str) -> bool:
        """Whether any of these was found."""
        return not self.signs.isdisjoint(signs)

    @cached_property
    def names_subject(self) -> bool:
        """Whether it asks about something, not only for a kind, a state, a time or a language.

        Beside one of these a word that nobody knows is an aside, unless it is in focus.
        """
        frame = bool(self.kinds) or self.names_state
        return any(
            term.role in (Role.SUBJECT, Role.FOREIGN)
            or (term.role is Role.UNKNOWN and (term.focus or not frame))
            for term in self.terms
        )

    @cached_property
    def ahead(self) -> bool:
        """Whether it asks for what is still to come."""
        return not self.signs.isdisjoint(AHEAD)

    @cached_property
    def access(self) -> frozenset[Access]:
        """For whom what is asked for must be stated to be; empty where that is not asked."""
        return frozenset(access for sign, access in _ACCESS.items() if sign in self.signs)

    @cached_property
    def names_kind(self) -> bool:
        """Whether it names a kind of item, events or training."""
        return any(sign.startswith("kind.") for sign in self.signs)

    @cached_property
    def recorded(self) -> bool:
        """Whether it asks for recordings."""
        return "state.recorded" in self.signs

    @cached_property
    def takes_part(self) -> bool:
        """Whether it is asked how to take part, or something is suggested."""
        return self.has("ask.take_part", "ask.suggest")

    @property
    def is_whole(self) -> bool:
        """Whether it names a kind or a subject, and does not only point at what was said."""
        return bool(self.kinds) or any(
            term.role in (Role.SUBJECT, Role.FOREIGN) for term in self.terms
        )

    @cached_property
    def is_list(self) -> bool:
        """Whether it asks for all of a kind, or for those still to come."""
        return self.many and (self.ahead or self.has("ask.list")) and not self.names_subject

    @cached_property
    def only_news(self) -> bool:
        """Whether it only asks what is new: "… , any news?"."""
        return self.kinds == {Kind.NEWS} and not (self.names_subject or self.time)

    @cached_property
    def names_foreign(self) -> bool:
        """Whether it names a subject of another field."""
        return any(term.role is Role.FOREIGN for term in self.terms)

    @cached_property
    def narrows_nothing(self) -> bool:
        """Whether it names no kind, no "about", and no subject of another field."""
        return not (self.kinds or self.names_foreign or self.has("ask.on"))

    @cached_property
    def is_aside(self) -> bool:
        """Whether nothing in it narrows what is asked beside it."""
        plain = all(
            term.role is Role.HINT or (term.role is Role.UNKNOWN and not term.focus)
            for term in self.terms
        )
        return plain and self.narrows_nothing and not self.ahead

    @cached_property
    def without_state(self) -> "Asked":
        """The same, whether or not an item is over, recorded or open."""
        signs = (sign for sign in self.signs if sign in AHEAD or not sign.startswith("state."))
        return replace(self, signs=frozenset(signs))

    @cached_property
    def without_ahead(self) -> "Asked":
        """The same, whether or not an item is still to come."""
        return replace(self, signs=self.signs - AHEAD)

    def with_hints(self, whole: "Asked") -> "Asked":
        """The same, the terms of the whole message hints for it."""
        hints = [
            replace(term, role=Role.HINT, weight=term.weight * HINTED)
            for term in whole.terms
            if term.forms and term not in self.terms
        ]
        return replace(self, terms=(*self.terms, *hints), units=whole.units, words=whole.words)

    @cached_property
    def names_state(self) -> bool:
        """Whether it asks for items in a state, at a time or in a language."""
        states = any(sign.startswith("state.") for sign in self.signs)
        return states or self.time is not None or bool(self.languages)
