"""The terms that a question names: what it is about, what hints at it, and what nobody knows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.ask.index import Index, is_concept, part_name
from bot.ask.lexicon import concept
from bot.ask.phrases import Match
from bot.ask.signs import FILLER, NEAR, is_kind
from bot.ask.tokens import Token

PARTS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
PART_NAMES = frozenset(map(part_name, PARTS.values()))
ELSEWHERE = frozenset({"ask.elsewhere"})
_SEVERAL = frozenset(
    {"kind.webinars", "kind.packages", "kind.opportunities", "kind.workshops", "kind.events"}
)
_HINTING = frozenset({"kind", "state", "ask"})
"""The sections whose words also stand in the names of items that offer what they ask for."""
HINTED, _GUESSED, _FOCUS = 0.5, 0.85, 1.3
"""What a term weighs that is only a hint, one that was taken for another word, one in focus."""
_TELLING = 0.3
"""What a term of the glossary weighs at least: it tells the field, however common it is."""
_SHORTEST = 4
"""Letters of an unknown word that names something; what is shorter is a particle or slang."""
_OF = frozenset({"of", "de", "d", "du", "des", "del"})


class Role(StrEnum):
    """What a term says: what is asked about, only a hint of it, or something unheard of."""

    SUBJECT = "subject"
    HINT = "hint"
    UNKNOWN = "unknown"
    FOREIGN = "another subject"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a question names: the forms under which items may hold it, and its weight.

    It is in `focus` where the question is plainly about it: "a course on ...", "... workshop".
    """

    shown: str
    forms: tuple[str, ...]
    weight: float
    role: Role = Role.SUBJECT
    focus: bool = False


class Naming:
    """Finds the terms of questions; made once for the words and the catalogue."""

    def __init__(self, general: frozenset[str], index: Index, own: frozenset[str]) -> None:
        """`general` are the stems of words of everyday talk, which name no subject.

        Nor do the concepts `own` where a kind is named: "which webinars does the Alliance have".
        """
        self._general, self._index, self._own = general, index, own

    def __call__(
        self,
        found: Sequence[Token],
        matches: Sequence[Match],
        concepts: Sequence[Match],
        time: frozenset[int],
        *,
        in_news: bool,
    ) -> tuple[Term, ...]:
        """The terms from left to right, of the phrases and the concepts that matched.

        `time` are the words that say a time. What `in_news` is asked for may be anything that a
        bulletin tells in passing.
        """
        return _whole(list(self._terms(found, matches, concepts, time, in_news=in_news)))

    def _terms(
        self,
        found: Sequence[Token],
        matches: Sequence[Match],
        concepts: Sequence[Match],
        time: frozenset[int],
        *,
        in_news: bool,
    ) -> Iterator[Term]:
        """A concept stands for all of its words."""
        said = {at: match for match in matches for at in range(match.start, match.end)}
        named = {match.start: match for match in concepts}
        focus = self._focus(found, matches, said)
        at = 0
        while at < len(found):
            match = named.get(at)
            term = None
            if (other := said.get(at)) and other.meanings == ELSEWHERE and len(other) > 1:
                match = None
            if match and time.isdisjoint(range(match.start, match.end)):
                term = self._concept(found, match, said, in_news=in_news)
            end = match.end if match and term else at + 1
            if term is None and at not in time:
                term = self._word(found, at, said.get(at))
                if in_news and term and term.role is Role.HINT and at not in said:
                    term = replace(term, role=Role.SUBJECT)
            if term and not focus.isdisjoint(range(at, end)):
                term = replace(term, focus=True, weight=term.weight * _FOCUS)
            if term:
                yield term
            at = end

    def _concept(
        self, found: Sequence[Token], match: Match, said: Mapping[int, Match], *, in_news: bool
    ) -> Term | None:
        """The term of a concept, unless the phrases say all of its words."""
        is_ordinal = bool(match.meanings & PART_NAMES)
        alone = match.end == match.start + 1
        if is_ordinal and alone and self._counts(found, match.start, said):
            return None
        if alone and (one := said.get(match.start)) and one.meanings == FILLER:
            return None
        around = [said.get(at) for at in range(match.start, match.end)]
        forms = tuple(map(concept, sorted(match.meanings)))
        words = found[match.start : match.end]
        shown = " ".join(one.text for one in words)
        if self._index.postings.keys().isdisjoint(forms):
            return Term(shown, (), 1.0, Role.UNKNOWN if is_ordinal else Role.FOREIGN)
        weights = [self._index.weights.get(form, 0.0) for form in forms]
        weight = max(_TELLING, *weights) * _trust(words)
        if is_ordinal:
            return Term(shown, forms, weight, Role.HINT)
        own = not in_news and match.meanings <= self._own and any(map(is_kind, said.values()))
        within = any(one and one.meanings == FILLER and len(one) > len(match) for one in around)
        if own or within or all(one and one.meanings not in (FILLER, ELSEWHERE) for one in around):
            return Term(shown, forms, weight * HINTED, Role.HINT)
        return Term(shown, forms, weight)

    @staticmethod
    def _counts(found: Sequence[Token], at: int, said: Mapping[int, Match]) -> bool:
        """Whether a number tells how many there are: what is counted stands behind it."""
        if found[at].ordinal or not found[at].text.isdecimal() or at + 1 == len(found):
            return False
        behind, before = said.get(at + 1), said.get(at - 1)
        if behind and not behind.meanings.isdisjoint(_SEVERAL):
            return True
        is_number = any(
            0 <= near < len(found) and found[near].text.isdecimal() for near in (at - 2, at + 2)
        )
        return not (before and is_kind(before)) and not is_number and found[at + 1].text not in _OF

    def _word(self, found: Sequence[Token], at: int, said: Match | None) -> Term | None:
        one = found[at]
        known = one.stem in self._index.postings
        weight = self._index.weights.get(one.stem, 0.0) * _trust([one])
        if said and said.meanings == ELSEWHERE and not one.guessed:
            words = found[said.start : said.end]
            if len(words) > 1 or not known:
                shown = " ".join(word.text for word in words)
                return Term(shown, (), 1.0, Role.FOREIGN) if at == said.start else None
        elif said and (sections := {meaning.partition(".")[0] for meaning in said.meanings}):
            if not known or not sections <= _HINTING:
                return None
            return Term(one.text, (one.stem,), weight * HINTED, Role.HINT)
        if one.text.isdecimal():
            short = known and len(one.text) == 2
            return Term(one.text, (one.stem,), weight * HINTED, Role.HINT) if short else None
        if one.stem in self._general:
            return Term(one.text, (one.stem,), weight, Role.HINT) if known else None
        if known:
            role = Role.SUBJECT if one.stem in self._index.naming else Role.HINT
            return Term(one.text, (one.stem,), weight, role)
        named = one.acronym or len(one.text) >= _SHORTEST
        return Term(one.text, (), 1.0, Role.UNKNOWN) if named else None

    @staticmethod
    def _beside(found: Sequence[Token], at: int) -> Sequence[int]:
        """Where the word stands that goes with the one before: "gestion de stock"."""
        behind = at + 1 + (at + 1 < len(found) and found[at + 1].text in _OF)
        return [behind] if behind < len(found) else []

    def _focus(
        self, found: Sequence[Token], matches: Sequence[Match], said: Mapping[int, Match]
    ) -> frozenset[int]:
        """Where the words stand that a kind or "about" is followed by, or that precede a kind."""

        def tells(at: int) -> bool:
            match = said.get(at)
            return match.meanings == ELSEWHERE if match else found[at].stem not in self._general

        focus: set[int] = set()
        for match in matches:
            kind = is_kind(match) and "kind.events" not in match.meanings
            if not kind and "ask.on" not in match.meanings:
                continue
            ahead = range(match.end, min(match.end + NEAR, len(found)))
            first = next((at for at in ahead if tells(at)), None)
            if first is not None:
                focus.add(first)
                focus.update(at for at in self._beside(found, first) if tells(at))
            if kind and match.start and tells(match.start - 1):
                focus.add(match.start - 1)
        return frozenset(focus)


def _whole(terms: Sequence[Term]) -> tuple[Term, ...]:
    """With a word in focus only a hint where an unknown one belongs to it: "stock management"."""
    return tuple(
        replace(one, role=Role.HINT)
        if one.focus
        and one.role is Role.SUBJECT
        and not is_concept(one.forms)
        and any(near.focus and near.role is Role.UNKNOWN for near in terms[at + 1 : at + 2])
        else one
        for at, one in enumerate(terms)
    )


def _trust(words: Sequence[Token]) -> float:
    return _GUESSED if any(one.guessed for one in words) else 1.0
