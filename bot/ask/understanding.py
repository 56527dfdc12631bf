"""A question to what is asked: kind, state, time, language, and the terms that name a subject."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from bot.ask.index import Index, is_concept, ordinal, part_name
from bot.ask.lexicon import concept
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
_MANY = frozenset({"webinars", "packages", "opportunities", "workshops", "events"})
PARTS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
PART_NAMES = frozenset(map(part_name, PARTS.values()))
_SILENT = frozenset({"kind", "state", "ask", "time", "month", "language", "ordinal"})
_FILLER = frozenset({"ask.filler"})
_ELSEWHERE = frozenset({"ask.elsewhere"})
_HINTS = frozenset({"ask.take_part", "kind.training"})
"""What asks for a way or a form; its words also stand in the items that offer it."""
_UNKNOWN, _FOREIGN, _HINT = 0.4, 2.0, 0.5
_TELLING = 1.0
"""What a term of the glossary weighs at least: it tells the field, however common it is."""
_SHORTEST = 4
"""Letters of an unknown word that names something; what is shorter is a particle or slang."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a question names: the forms under which items may hold it, and its weight.

    An `optional` one speaks for the items that hold it, and not against the others.
    """

    shown: str
    forms: tuple[str, ...]
    weight: float
    optional: bool = False
    unknown: bool = False

    @property
    def claim(self) -> float:
        """What it weighs in the share of a question that an item covers."""
        return max(self.weight, _TELLING) if is_concept(self.forms) else self.weight


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

    def has(self, *signs: str) -> bool:
        """Whether any of these was found."""
        return not self.signs.isdisjoint(signs)

    @cached_property
    def names_subject(self) -> bool:
        """Whether it asks about something, not only for a kind, a state, a time or a language."""
        return any(not term.optional for term in self.terms)

    @cached_property
    def names_state(self) -> bool:
        """Whether it asks for items in a state, at a time or in a language."""
        states = any(sign.startswith("state.") for sign in self.signs)
        return states or self.time is not None or bool(self.languages)


class Understanding:
    """Knows the words of the languages and of the catalogue; made once for both."""

    def __init__(
        self, phrases: PhraseTable, fillers: frozenset[str], glossary: PhraseTable, index: Index
    ) -> None:
        """`fillers` are the stems of words that say nothing of a subject."""
        self._phrases, self._fillers = phrases, fillers
        self._glossary, self._index = glossary, index

    def __call__(self, found: Sequence[Token], corrected: Mapping[str, str], today: date) -> Asked:
        """What is asked by the mended tokens of a question, on a day in UTC."""
        matches = self._phrases.longest(found)
        time = read_time(found, matches, today)
        signs = frozenset(meaning for match in matches for meaning in match.meanings)
        parts = _named(signs, "ordinal.")
        heads = [
            KINDS[name]
            for match in matches
            for name in _named(match.meanings, "kind.")
            if name in KINDS
        ]
        kinds = _named(signs, "kind.")
        terms = tuple(self._terms(found, matches, time.used))
        return Asked(
            kinds=frozenset(KINDS[name] for name in kinds if name in KINDS),
            head=heads[0] if heads else None,
            many=bool(kinds & _MANY),
            signs=signs,
            time=time.within,
            languages=frozenset(_named(signs, "language.")),
            terms=terms,
            parts=tuple(
                number
                for name, number in PARTS.items()
                if name in parts or any(ordinal(number) in term.forms for term in terms)
            ),
            corrected=corrected,
            words=tuple(one.text for one in found),
        )

    def _terms(
        self, found: Sequence[Token], matches: Sequence[Match], time: frozenset[int]
    ) -> Iterator[Term]:
        """The terms from left to right; a concept stands for all of its words."""
        said = {at: match for match in matches for at in range(match.start, match.end)}
        concepts = {match.start: match for match in self._glossary.longest(found)}
        at = 0
        while at < len(found):
            match = concepts.get(at)
            if match and not time & set(range(match.start, match.end)):
                term = self._concept(found, match, said)
                if term:
                    yield term
                    at = match.end
                    continue
            if at not in time:
                yield from self._word(found, at, said.get(at))
            at += 1

    def _concept(
        self, found: Sequence[Token], match: Match, said: Mapping[int, Match]
    ) -> Term | None:
        """The term of a concept, unless the phrases say all of its words."""
        is_ordinal = bool(match.meanings & PART_NAMES)
        alone = match.end == match.start + 1
        if is_ordinal and found[match.start].text.isdecimal() and self._counts(match, said):
            return None
        if alone and (one := said.get(match.start)) and one.meanings == _FILLER:
            return None
        around = [said.get(at) for at in range(match.start, match.end)]
        forms = tuple(map(concept, sorted(match.meanings)))
        shown = " ".join(one.text for one in found[match.start : match.end])
        weight = max(map(self._index.rarity, forms))
        if not is_ordinal and all(one is not None and _is_said(one) for one in around):
            hint = any(one is not None and one.meanings & _HINTS for one in around)
            return Term(shown, forms, weight * _HINT, optional=True) if hint else None
        return Term(shown, forms, weight, optional=is_ordinal)

    @staticmethod
    def _counts(number: Match, said: Mapping[int, Match]) -> bool:
        """Whether a number tells how many there are: several of a kind stand behind it."""
        behind = said.get(number.end)
        return behind is not None and bool(_named(behind.meanings, "kind.") & _MANY)

    def _word(self, found: Sequence[Token], at: int, said: Match | None) -> Iterator[Term]:
        one = found[at]
        known = one.stem in self._index.postings
        if said and said.meanings == _ELSEWHERE:
            words = found[said.start : said.end]
            if len(words) > 1 or one.stem not in self._index.postings:
                if at == said.start:
                    shown = " ".join(word.text for word in words)
                    yield Term(shown, (), _FOREIGN * self._index.rarity(shown))
                return
        elif said and _SILENT & {meaning.partition(".")[0] for meaning in said.meanings}:
            if known and said.meanings & _HINTS:
                weight = _HINT * self._index.rarity(one.stem)
                yield Term(one.text, (one.stem,), weight, optional=True)
            return
        weight = self._index.rarity(one.stem)
        if one.text.isdecimal():
            if known and len(one.text) == 2:
                yield Term(one.text, (one.stem,), _HINT * weight)
        elif known and (one.stem not in self._fillers or one.word in self._index.headwords):
            yield Term(one.text, (one.stem,), weight)
        elif one.stem not in self._fillers and (one.acronym or len(one.text) >= _SHORTEST):
            yield Term(one.text, (one.stem,), _UNKNOWN * weight, unknown=True)


def _named(signs: frozenset[str], section: str) -> frozenset[str]:
    return frozenset(sign.removeprefix(section) for sign in signs if sign.startswith(section))


def _is_said(match: Match) -> bool:
    """Whether a phrase leaves nothing of its words to be looked for."""
    return match.meanings != _FILLER and match.meanings != _ELSEWHERE
