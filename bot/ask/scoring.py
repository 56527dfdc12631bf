"""How well items fit the subject of a question."""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.ask.filtering import allowed, place
from bot.ask.index import LABEL, TITLE, Index
from bot.ask.understanding import Asked, Term
from bot.domain.items import Item, Kind, Package, Workshop

ENOUGH = 0.55
"""The share of what a question names that an item must hold; below it the answer is no."""
ENOUGH_OF_SEVERAL = 0.35
"""The same where an item is about several of the things that are named: people tell stories."""
ASIDE = 0.5
"""What a term counts for that an item only mentions in passing."""
OTHER_KIND = 0.6
TIED = 0.93
"""What share of the best score is as good, so that what is next or newest comes first."""
_LOOKED_AT = 6
"""How many of the best items are compared by their names too."""


@dataclass(frozen=True, slots=True)
class Scored:
    """An item by its number, how well it fits, and which share of the question it covers."""

    number: int
    score: float
    covered: float


@dataclass(slots=True)
class _Tally:
    """By the number of an item: its score, the weight it covers, how many terms it is about."""

    scores: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    covered: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    strong: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, term: Term, held: Mapping[int, float], *, only_known: bool) -> None:
        """Count a term for the items that hold it, or only for those that were met before."""
        scores, covered, strong = self.scores, self.covered, self.strong
        per_weight, whole, part = term.weight / TITLE, term.claim, term.claim * ASIDE
        for number in covered.keys() & held.keys() if only_known else held:
            weight = held[number]
            scores[number] += per_weight * weight
            if term.optional:
                continue
            if weight >= LABEL:
                covered[number] += whole
                strong[number] += 1
            else:
                covered[number] += part


def scored(asked: Asked, index: Index, now: datetime) -> list[Scored]:
    """The items that are about what is asked, best first."""
    met = _met(asked)
    total = met + _named_weight(asked)
    tally = _tallied(asked, index, ENOUGH_OF_SEVERAL * total - met)
    found = []
    for number, covered in tally.covered.items():
        share = met + covered
        if share < (ENOUGH if tally.strong[number] < 2 else ENOUGH_OF_SEVERAL) * total:
            continue
        item = index.items[number]
        fits = kind_fit(item, asked, index.mentions[number])
        if fits and allowed(item, asked, now, all_times=True):
            found.append(Scored(number, tally.scores[number] * fits, share / total))
    found.sort(key=lambda one: (-one.score, one.number))
    closely = [_named(one, asked, index) for one in found[:_LOOKED_AT]]
    closely.sort(key=lambda one: (-one.score, one.number))
    return [*_nearest_first(closely, index, now), *found[_LOOKED_AT:]]


def _tallied(asked: Asked, index: Index, least: float) -> _Tally:
    """Rare terms first; once the terms that are left weigh too little, no new items are taken."""
    tally = _Tally()
    left = sum(term.claim for term in asked.terms if not term.optional and not term.unknown)
    for term in sorted(asked.terms, key=lambda one: (one.optional, -one.weight)):
        tally.add(term, _held(term, index), only_known=term.optional or left < least)
        left -= 0.0 if term.optional or term.unknown else term.claim
    return tally


def _held(term: Term, index: Index) -> Mapping[int, float]:
    held = [index.postings[form] for form in term.forms if form in index.postings]
    if len(held) < 2:
        return held[0] if held else {}
    return {number: max(one.get(number, 0.0) for one in held) for number in set().union(*held)}


def _nearest_first(found: list[Scored], index: Index, now: datetime) -> list[Scored]:
    """Of those of a kind that fit as well as the best, what is next or newest first."""
    if not found:
        return found
    best = found[0]
    kind = index.items[best.number].kind
    tied = [
        one
        for one in found
        if one.score >= TIED * best.score and index.items[one.number].kind is kind
    ]
    tied.sort(key=lambda one: place(index.items[one.number], now))
    return tied + [one for one in found if one not in tied]


def _named_weight(asked: Asked) -> float:
    """What all that is named weighs; of many unknown words, as in a story, each says less."""
    known = sum(one.claim for one in asked.terms if not one.optional and not one.unknown)
    unknown = [one.weight for one in asked.terms if one.unknown]
    return known + (sum(unknown) / math.sqrt(len(unknown)) if unknown else 0.0)


def _met(asked: Asked) -> float:
    """What the conditions count for that every item which is let in meets."""
    exact = asked.time is not None and (asked.time.last - asked.time.first).days < 32
    return 0.7 * bool(asked.kinds) + 1.5 * exact + 1.5 * bool(asked.languages)


def kind_fit(item: Item, asked: Asked, mentions: Mapping[Kind, int]) -> float:
    """How well the item's kind fits; 0 where it is out of the question."""
    fit = 1.0
    if asked.kinds and item.kind not in asked.kinds:
        wanted = asked.has("ask.take_part") and item.kind is Kind.OPPORTUNITY
        if not any(kind in mentions for kind in asked.kinds) or (asked.names_state and not wanted):
            return 0.0
        fit = 1.0 if wanted else OTHER_KIND
    if len(asked.kinds) > 1 and item.kind is asked.head:
        fit *= 1.3
    if asked.has("ask.take_part"):
        fit *= 2.0 if item.kind is Kind.OPPORTUNITY else 1.0
    if asked.has("ask.about"):
        fit *= 1.3 if item.kind is Kind.PAGE else 1.0
    if asked.has("kind.training"):
        fit *= 1.15 if isinstance(item, Package | Workshop) else 1.0
    return fit


def _named(one: Scored, asked: Asked, index: Index) -> Scored:
    """With a bonus where the question is nearly a title or an alias of the item."""
    forms = {form for term in asked.terms for form in term.forms}
    best = 0.0
    for name in index.names[one.number]:
        if not forms.isdisjoint(name):
            common = len(forms.intersection(name))
            best = max(best, common / (len(forms) + len(set(name)) - common))
    return replace(one, score=one.score * (1 + 0.5 * best))
