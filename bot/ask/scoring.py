"""How well items fit the subject of a question, and whether the best one answers it."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest

from bot.ask.asked import Asked
from bot.ask.deciding import needed
from bot.ask.filtering import fit, place
from bot.ask.index import LABEL, Index
from bot.ask.lexicon import LEAST, Names
from bot.ask.naming import Role, Term
from bot.domain.items import Item, Kind, Package, Workshop

CALLED = 0.6
"""What it tells of an item that a question holds one of its names."""
WHOLE = 0.8
"""What the words of a name weigh together at least, for the name to tell all of that."""
HALF = 0.5
"""What share of a name a question must hold at least for the name to tell anything."""
STRONG = 0.3
"""What a word weighs at least by which names are looked up; the others are counted with it."""
ASIDE = 0.5
"""What a term covers of the question where an item only mentions it in passing."""
OTHER_KIND, UNRELATED_KIND = 0.6, 0.4
HEAD = 1.3
"""How much better an item fits that is of the first kind that is named, or names the others."""
IN_NEWS = 0.7
"""How well a bulletin fits a question that does not ask for news: it mentions everything."""
TIED = 0.93
"""What share of the best score is as good, so that what is next or newest comes first."""
WORTH, BESIDE = 0.35, 0.6
"""What share of the best score an item needs to be looked at, and to be compared by its names."""
_WEIGHED = 100
"""How many of the best items are looked at for whether their kind and state fit."""
_LOOKED_AT = 4
"""How many of the best items are compared by their names too."""


@dataclass(frozen=True, slots=True)
class Scored:
    """An item by its number, and how well it fits."""

    number: int
    score: float


def scored(asked: Asked, index: Index, now: datetime) -> list[Scored]:
    """The items that are about what is asked, best first."""
    found = []
    scores = _tallied(asked, index)
    if asked.kinds == {Kind.NEWS}:
        told = {at: scores[at] for at in index.of_kind[Kind.NEWS] if at in scores}
        scores = told or scores
    least = WORTH * max(scores.values(), default=0.0)
    worth = [(score, -number) for number, score in scores.items() if score >= least]
    for score, number in worth if len(worth) <= _WEIGHED else nlargest(_WEIGHED, worth):
        item = index.items[-number]
        fits = kind_fit(item, asked, index.mentions[-number])
        if fits and (fits := fits * wish_fit(item, asked) * fit(item, asked, now)):
            found.append((score * fits, number, fits))
    best = nlargest(_LOOKED_AT, found)
    ranked = [Scored(-number, score) for score, number, _ in set(found).difference(best)]
    units = {unit: max(index.weights.get(unit, 0.0), LEAST) for unit in asked.units}
    enough = needed(asked)
    for score, number, fits in best:
        may_matter = score + CALLED * fits > enough
        called = _called(index.names[-number], units) if may_matter else 0.0
        ranked.append(Scored(-number, score + CALLED * fits * called))
        enough = max(enough, BESIDE * ranked[-1].score)
    ranked.sort(key=lambda one: (-one.score, one.number))
    return _titled_first(_nearest_first(ranked, asked, index, now), asked, index)


def _tallied(asked: Asked, index: Index) -> Mapping[int, float]:
    """Scores by the numbers of items.

    Rare terms come first; once those that are left weigh too little, no new items are taken.
    """
    scores: dict[int, float] = defaultdict(float)
    terms = sorted(
        (one for one in asked.terms if one.forms and one.weight >= LEAST),
        key=lambda one: (one.role is Role.HINT, -one.weight),
    )
    left = sum(term.weight for term in terms)
    least = WORTH * terms[0].weight if terms else 0.0
    for term in terms:
        held = _held(term, index)
        known = left < least or (term.role is Role.HINT and asked.names_subject)
        weight = term.weight
        if known:
            for number in scores.keys() & held.keys():
                scores[number] += weight * held[number]
        else:
            for number, part in held.items():
                scores[number] += weight * part
        left -= term.weight
    return scores


def _held(term: Term, index: Index) -> Mapping[int, float]:
    held = [index.postings[form] for form in term.forms if form in index.postings]
    if len(held) < 2:
        return held[0] if held else {}
    return {number: max(one.get(number, 0.0) for one in held) for number in set().union(*held)}


def covered(number: int, asked: Asked, index: Index) -> float:
    """What share of the subject of the question the item covers; 1 where none is named."""
    subject = [term for term in asked.terms if term.role is Role.SUBJECT]
    total = sum(term.weight for term in subject)
    if not total:
        return 1.0
    held = [
        (term.weight, max(index.postings.get(form, {}).get(number, 0.0) for form in term.forms))
        for term in subject
    ]
    about = sum(weight * (1.0 if part >= LABEL else ASIDE) for weight, part in held if part)
    return about / total


def _called(names: Iterable[Names], asked: Mapping[str, float]) -> float:
    """How nearly a question holds one of an item's names, from 0 to 1.

    `asked` are the units of the question with their weights.
    """
    strong = {unit for unit, weight in asked.items() if weight >= STRONG} or asked.keys()
    weak = asked.keys() - strong
    best, least = 0.0, HALF
    for one in names:
        weights: dict[int, float] = {}
        for unit in strong & one.holding.keys():
            for at in one.holding[unit]:
                weights[at] = weights.get(at, 0.0) + asked[unit]
        for unit in weak & one.holding.keys():
            for at in weights.keys() & one.holding[unit]:
                weights[at] += asked[unit]
        for at, weight in weights.items():
            share = weight / one.whole[at]
            if share > least:
                best = max(best, share * share * math.sqrt(min(1.0, weight / WHOLE)))
                least = max(HALF, math.sqrt(best))
    return best


def _nearest_first(found: list[Scored], asked: Asked, index: Index, now: datetime) -> list[Scored]:
    """Of those of a kind that fit as well as the best, what is next or newest first."""
    if not found:
        return found
    best = found[0]
    kind = index.items[best.number].kind
    alike = [
        one
        for one in found
        if one.score >= TIED * best.score and index.items[one.number].kind is kind
    ]
    covers = {one.number: covered(one.number, asked, index) for one in alike}
    share = TIED * max(covers.values())
    tied = [one for one in alike if covers[one.number] >= share]
    tied.sort(key=lambda one: place(index.items[one.number], now))
    first = {one.number for one in tied}
    return tied + [one for one in found if one.number not in first]


def _titled_first(found: list[Scored], asked: Asked, index: Index) -> list[Scored]:
    """Of two of a kind whose titles differ by more concepts the one whose title is asked for.

    Who does not ask about supervision wants "Case management" rather than "Case management
    supervision", and the other way round.
    """
    if not found:
        return found
    best = found[0].number
    kind, title = index.items[best].kind, index.titles[best]
    named = {form for term in asked.terms for form in term.forms}
    for at, one in enumerate(found[1:_LOOKED_AT], 1):
        other = index.titles[one.number]
        item = index.items[one.number]
        if one.score < BESIDE * found[0].score or item.kind is not kind or item.series:
            continue
        less = other and other < title and named.isdisjoint(title - other)
        more = (
            title
            and title < other
            and any(
                index.postings.get(form, {}).get(best, 0.0) < LABEL
                for form in named & (other - title)
            )
        )
        if less or more:
            return [one, *found[:at], *found[at + 1 :]]
    return found


def kind_fit(item: Item, asked: Asked, mentions: Mapping[Kind, int]) -> float:
    """How well the item's kind fits those that are named; 0 where it is out of the question."""
    fits = 1.0
    if asked.kinds and item.kind not in asked.kinds:
        wanted = asked.takes_part and item.kind is Kind.OPPORTUNITY
        mentioned = any(kind in mentions for kind in asked.kinds)
        if asked.names_state and (asked.many or asked.ahead) and not wanted:
            return 0.0
        fits = 1.0 if wanted else OTHER_KIND if mentioned else UNRELATED_KIND
    if len(asked.kinds) > 1:
        fits *= HEAD if item.kind is asked.head else 1.0
        fits *= HEAD if all(kind in mentions for kind in asked.kinds - {item.kind}) else 1.0
    if asked.has("ask.series") and item.kind is Kind.WEBINAR and not item.series:
        fits *= UNRELATED_KIND
    if item.kind is Kind.NEWS and Kind.NEWS not in asked.kinds:
        fits *= IN_NEWS
    if item.kind is Kind.OPPORTUNITY and not asked.kinds and asked.ahead:
        fits *= OTHER_KIND
    return fits


def wish_fit(item: Item, asked: Asked) -> float:
    """How well an item fits what somebody wants of it: to take part, to learn how it works."""
    fits = 1.0
    if asked.parts and item.series and item.series[1] and item.series[1] not in asked.parts:
        fits *= OTHER_KIND
    offers = item.kind is Kind.OPPORTUNITY
    if asked.has("ask.suggest"):
        fits *= 2.5 if offers else UNRELATED_KIND
    elif asked.takes_part and offers:
        fits *= 1.6
    if asked.has("ask.about") and item.kind is Kind.PAGE:
        fits *= 1.2
    if asked.has("kind.training") and isinstance(item, Package | Workshop):
        fits *= 1.15
    return fits
