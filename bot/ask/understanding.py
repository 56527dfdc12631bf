"""A question to what is asked: kind, state, time, language, and the terms that name a subject."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.ask.asked import Asked
from bot.ask.index import Index, ordinal
from bot.ask.lexicon import units
from bot.ask.naming import PARTS, Naming
from bot.ask.phrases import Match, PhraseTable
from bot.ask.signs import KINDS, MANY, NEAR, is_kind, is_several, named, says
from bot.ask.time_phrases import read_time
from bot.ask.tokens import Token
from bot.ask.trimming import affirmed, outside, settled, untold, without_own
from bot.domain.items import Kind

_HOLDING = frozenset({"ask.suggest", "ask.request"})
"""Phrases that may hold the name of a kind: "can we have a webinar", "in which webinar"."""


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
        concepts = self._glossary.longest(found)
        found, matches = affirmed(found, without_own(self._phrases.longest(found)), concepts)
        concepts = [one for one in concepts if one.end <= len(found)]
        matches = untold([*outside(matches, concepts), *self._within(found, matches)])
        time = read_time(found, matches, today)
        signs, within = settled(matches, time.within, today)
        kinds, parts = named(signs, "kind."), named(signs, "ordinal.")
        terms = self._name(found, matches, concepts, time.used, in_news="news" in kinds)
        forms = {form for term in terms for form in term.forms}
        head, asked_for = _kinds(matches)
        return Asked(
            kinds=asked_for,
            head=head,
            many=bool(kinds & MANY),
            signs=signs,
            time=within,
            languages=named(signs, "language."),
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

    def is_tagged(self, found: Sequence[Token]) -> bool:
        """Whether a sentence only ends like a question: "it is over, right?"."""
        last = self._phrases.longest(found)[-1:]
        return any(one.end == len(found) and "ask.tag" in one.meanings for one in last)

    def listed(self, found: Sequence[Token]) -> Sequence[Token]:
        """The words from "a list of" or "all" on, where a kind of item follows; else none.

        What stands before them tells who wants the list, and why.
        """
        matches = self._phrases.longest(found)
        for one in matches:
            near = range(one.end, one.end + NEAR)
            if one.start and "ask.list" in one.meanings:
                kinds = [other for other in matches if other.start in near and is_several(other)]
                if kinds:
                    return found[one.start :]
        return ()

    def _within(self, found: Sequence[Token], matches: Sequence[Match]) -> Iterator[Match]:
        """The kinds that are named within a phrase: "can we have a webinar", "more sessions"."""
        for match in matches:
            if len(match) > 1 and (says(match, "state") or match.meanings & _HOLDING):
                for start, end in (match.start + 1, match.end), (match.start, match.end - 1):
                    yield from (
                        replace(one, start=start + one.start, end=start + one.end)
                        for one in self._phrases.longest(found[start:end])
                        if is_kind(one) and "kind.events" not in one.meanings
                    )


def _kinds(matches: Sequence[Match]) -> tuple[Kind | None, frozenset[Kind]]:
    """The kind that is named first, and those that are asked for.

    A bulletin that is named first may tell of the others; one that is named last is "any news?".
    """
    heads = [
        KINDS[name] for match in matches for name in named(match.meanings, "kind.") if name in KINDS
    ]
    if not heads:
        return None, frozenset()
    if heads[0] is Kind.NEWS:
        return Kind.NEWS, frozenset({Kind.NEWS})
    return heads[0], frozenset(heads) - ({Kind.NEWS} if heads[-1] is Kind.NEWS else set())
