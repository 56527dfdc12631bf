"""A question to what is asked: kind, state, time, language, and the terms that name a subject."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from bot.ask.index import Index, ordinal
from bot.ask.lexicon import units
from bot.ask.naming import HINTED, NEAR, PARTS, Naming, Role, Term, is_kind
from bot.ask.naming import PART_NAMES as PART_NAMES
from bot.ask.phrases import Match, PhraseTable
from bot.ask.time_phrases import Range, read_time
from bot.ask.tokens import Token
from bot.domain.items import Kind, Lang

KINDS: Mapping[str, Kind] = {
    "webinar": Kind.WEBINAR,
    "webinars": Kind.WEBINAR,
    "package": Kind.PACKAGE,
    "packages": Kind.PACKAGE,
    "news": Kind.NEWS,
    "opportunity": Kind.OPPORTUNITY,
    "opportunities": Kind.OPPORTUNITY,
    "workshop": Kind.WORKSHOP,
    "workshops": Kind.WORKSHOP,
}
_AHEAD = frozenset({"state.next", "state.upcoming"})
_DENIED = 4
"""How many words at the end of a question may be denied."""
MANY = frozenset({"webinars", "packages", "opportunities", "workshops", "events"})


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
        return not self.signs.isdisjoint(_AHEAD)

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
        """Whether it asks for all of a kind."""
        return self.many and self.has("ask.list") and not self.names_subject

    @cached_property
    def narrows_nothing(self) -> bool:
        """Whether it names no kind, no "about", and no subject of another field."""
        foreign = any(term.role is Role.FOREIGN for term in self.terms)
        return not (self.kinds or foreign or self.has("ask.on"))

    @cached_property
    def is_aside(self) -> bool:
        """Whether nothing in it narrows what is asked beside it."""
        plain = all(
            term.role is Role.HINT or (term.role is Role.UNKNOWN and not term.focus)
            for term in self.terms
        )
        return plain and self.narrows_nothing

    @cached_property
    def without_state(self) -> "Asked":
        """The same, whether or not an item is over, recorded or open."""
        signs = (sign for sign in self.signs if sign in _AHEAD or not sign.startswith("state."))
        return replace(self, signs=frozenset(signs))

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


class Understanding:
    """Knows the words of the languages and of the catalogue; made once for both."""

    def __init__(
        self,
        phrases: PhraseTable,
        general: frozenset[str],
        glossary: PhraseTable,
        index: Index,
        own: frozenset[str],
    ) -> None:
        """`general` are the stems of everyday words, `own` the concepts that name organisers."""
        self._phrases, self._glossary = phrases, glossary
        self._name = Naming(general, index, own)

    def __call__(self, found: Sequence[Token], corrected: Mapping[str, str], today: date) -> Asked:
        """What is asked by the mended tokens of a question, on a day in UTC."""
        found, matches = _affirmed(found, _not_own(self._phrases.longest(found)))
        concepts = self._glossary.longest(found)
        matches = [*_outside(matches, concepts), *self._suggested(found, matches)]
        time = read_time(found, matches, today)
        within = time.within
        signs = frozenset(meaning for match in matches for meaning in match.meanings)
        if "ask.own" in signs:
            within, signs = None, signs - {"state.next", "state.upcoming"}
        if "state.recorded" in signs:
            signs -= {"state.upcoming"}
        parts = _named(signs, "ordinal.")
        heads = [
            KINDS[name]
            for match in matches
            for name in _named(match.meanings, "kind.")
            if name in KINDS
        ]
        kinds = _named(signs, "kind.")
        terms = self._name(found, matches, concepts, time.used, in_news="news" in kinds)
        forms = {form for term in terms for form in term.forms}
        named = frozenset(KINDS[name] for name in kinds if name in KINDS)
        return Asked(
            kinds=named if heads[:1] != [Kind.NEWS] else frozenset({Kind.NEWS}),
            head=heads[0] if heads else None,
            many=bool(kinds & MANY),
            signs=signs,
            time=within,
            languages=frozenset(_named(signs, "language.")),
            terms=terms,
            parts=tuple(
                number
                for name, number in PARTS.items()
                if name in parts or ordinal(number) in forms
            ),
            corrected=corrected,
            words=tuple(one.text for one in found),
            units=frozenset(units(found, concepts)),
        )

    def listed(self, found: Sequence[Token]) -> Sequence[Token]:
        """The words from "a list of" or "all" on, where a kind of item follows; else none.

        What stands before them tells who wants the list, and why.
        """
        matches = self._phrases.longest(found)
        for one in matches:
            near = range(one.end, one.end + NEAR)
            if one.start and "ask.list" in one.meanings:
                kinds = [other for other in matches if other.start in near and _several(other)]
                if kinds:
                    return found[one.start :]
        return ()

    def _suggested(self, found: Sequence[Token], matches: Sequence[Match]) -> Iterator[Match]:
        """The kinds that are named within a suggestion: "can we have a webinar"."""
        for match in matches:
            if len(match) > 1 and "ask.suggest" in match.meanings:
                within = self._phrases.longest(found[match.start + 1 : match.end])
                yield from (
                    replace(one, start=match.start + 1 + one.start, end=match.start + 1 + one.end)
                    for one in within
                    if is_kind(one)
                )


def _not_own(matches: Sequence[Match]) -> list[Match]:
    """Without the kinds of what is somebody's own: "our refresher module"."""
    own = [match.end for match in matches if "ask.own" in match.meanings]
    return [
        match
        for match in matches
        if not (any(0 <= match.start - end < NEAR for end in own) and is_kind(match))
    ]


def _outside(matches: list[Match], concepts: Sequence[Match]) -> list[Match]:
    """Without the states that are said within a concept: "bombs that are left in the ground"."""
    within = {at for one in concepts if len(one) > 1 for at in range(one.start, one.end)}
    return [
        match
        for match in matches
        if within.isdisjoint((match.start, match.end - 1))
        or not all(one.startswith("state.") for one in match.meanings)
    ]


def _affirmed(found: Sequence[Token], matches: list[Match]) -> tuple[Sequence[Token], list[Match]]:
    """Without what is denied at the end: "the package, not the webinar"."""
    for at, match in enumerate(matches):
        if "ask.denied" not in match.meanings or len(found) - match.end > _DENIED:
            continue
        near = range(match.end, match.end + NEAR)
        framed = any(one.start in near and _frames(one) for one in matches[at + 1 :])
        dated = any(at in near and one.text.isdecimal() for at, one in enumerate(found))
        if any(map(is_kind, matches[:at])) and (framed or dated):
            return found[: match.start], matches[:at]
    return found, matches


def _several(match: Match) -> bool:
    return not _named(match.meanings, "kind.").isdisjoint(MANY)


def _frames(match: Match) -> bool:
    """Whether a phrase says a kind, a language or a time."""
    return any(
        meaning.partition(".")[0] in ("kind", "language", "month", "time")
        for meaning in match.meanings
    )


def _named(signs: frozenset[str], section: str) -> frozenset[str]:
    return frozenset(sign.removeprefix(section) for sign in signs if sign.startswith(section))
