"""A question to what is asked: kind, state, time, language, and the terms that name a subject."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.ask.asked import AHEAD, Asked
from bot.ask.index import Index, ordinal
from bot.ask.lexicon import units
from bot.ask.naming import FILLER, NEAR, PARTS, Naming, is_kind
from bot.ask.phrases import Match, PhraseTable
from bot.ask.time_phrases import read_time
from bot.ask.tokens import Token
from bot.domain.items import Kind

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
_DENIED = 4
"""How many words at the end of a question may be denied."""
MANY = frozenset({"webinars", "packages", "opportunities", "workshops", "events"})


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
        found, matches = _affirmed(found, _not_own(self._phrases.longest(found)), concepts)
        concepts = [one for one in concepts if one.end <= len(found)]
        matches = [*_outside(matches, concepts), *self._suggested(found, matches)]
        matches = _told_apart(matches)
        time = read_time(found, matches, today)
        within = time.within
        signs = frozenset(meaning for match in matches for meaning in match.meanings)
        if "ask.own" in signs:
            within, signs = None, signs - {"state.next", "state.upcoming"}
        if _was_to_come(matches) and not _named(signs, "kind.") & MANY:
            signs -= {"state.past", "state.upcoming"}
        if "state.next" in signs:
            signs -= {"state.recorded"}  # who missed the last one asks for the next one
        if "state.recorded" in signs:
            signs -= {"state.upcoming"}
        if within and within.last < today and not signs.isdisjoint(AHEAD):
            within = None
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
        if len(named) > 1 and heads[0] is not Kind.NEWS and heads[-1] is Kind.NEWS:
            named -= {Kind.NEWS}
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


def _told_apart(matches: list[Match]) -> list[Match]:
    """Of a bulletin "that said …" without what it said of kinds and states: it is its subject."""
    kinds = [match for match in matches if is_kind(match)]
    told = [match.end for match in matches if "ask.told" in match.meanings]
    if not (told and kinds and kinds[0].meanings == {"kind.news"}):
        return matches
    return [one for one in matches if one.start < told[0] or one.meanings == FILLER or _dates(one)]


def _dates(match: Match) -> bool:
    return any(one.partition(".")[0] in ("month", "time") for one in match.meanings)


def _was_to_come(matches: Sequence[Match]) -> bool:
    """Whether what is past was still to come: "you said that there would be one"."""
    past = [match.start for match in matches if "state.past" in match.meanings]
    ahead = [match.start for match in matches if "state.upcoming" in match.meanings]
    return bool(past and ahead) and past[0] < ahead[0]


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


def _affirmed(
    found: Sequence[Token], matches: list[Match], concepts: Sequence[Match]
) -> tuple[Sequence[Token], list[Match]]:
    """Without what is denied at the end: "the package, not the webinar"."""
    for at, match in enumerate(matches):
        if "ask.denied" not in match.meanings or len(found) - match.end > _DENIED:
            continue
        near = range(match.end, match.end + NEAR)
        beside = [one for one in matches[at + 1 :] if one.start in near]
        subject = any(one.end <= match.start for one in concepts)
        other = subject and any(one.start in near for one in concepts)
        dated = any(at in near and one.text.isdecimal() for at, one in enumerate(found))
        framed = dated or any(map(_frames, beside))
        kind = any(map(is_kind, matches[:at]))
        if (kind and (framed or other)) or (subject and any(map(is_kind, beside))):
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
