"""A question in anyone's words to the items that answer it: a first, lexical way.

Every item is a bag of folded words, weighted by where they stand and by how few items hold them.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime

from bot.domain.answer import Answer
from bot.domain.catalogue import Catalogue
from bot.domain.folding import words
from bot.domain.items import Item, Lang, News
from bot.domain.listing import published

TITLE, ALIAS, NAME, SUMMARY = 3.0, 3.0, 4.0, 1.0
ENOUGH = 0.5
"""The share of the question's weight that the best item must hold; below it the answer is no."""
CLOSE = 0.85
"""What share of the best item's score another needs to be shown beside it."""
MOST = 10


class Asker:
    """Answers questions from one catalogue; made anew when the content changes."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._postings: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for item in catalogue:
            for word, weight in _weights(item).items():
                self._postings[word].append((item.id, weight))

    def __call__(self, question: str, lang: Lang, now: datetime) -> Answer:
        """The items that hold the question's words best, or an honest nothing."""
        asked = Counter(words(question))
        scores: dict[str, float] = defaultdict(float)
        known = total = 0.0
        for word in asked:
            rarity = self._rarity(word)
            total += rarity
            postings = self._postings.get(word)
            if postings is None:
                continue
            known += rarity
            for item_id, weight in postings:
                scores[item_id] += rarity * weight
        for bulletin in self._not_yet(now):
            scores.pop(bulletin, None)
        if not scores or known < ENOUGH * total:
            return Answer("nothing")
        ranked = sorted(scores.items(), key=lambda one: one[1], reverse=True)[:MOST]
        best = ranked[0][1]
        return Answer("answer", tuple(item for item, score in ranked if score >= CLOSE * best))

    def _rarity(self, word: str) -> float:
        held = len(self._postings.get(word, ()))
        count = len(self._catalogue.items)
        return math.log(1 + (count - held + 0.5) / (held + 0.5))

    def _not_yet(self, now: datetime) -> set[str]:
        bulletins = self._catalogue.all(News)
        return {one.id for one in bulletins} - {one.id for one in published(bulletins, now)}


def _weights(item: Item) -> dict[str, float]:
    """Each word of an item with the weight of the best place where it stands."""
    found: dict[str, float] = {}
    for text, weight in _texts(item):
        for word in words(text):
            found[word] = max(found.get(word, 0.0), weight)
    return found


def _texts(item: Item) -> Iterator[tuple[str, float]]:
    for text in item.texts.values():
        yield text.title, TITLE
        yield text.summary, SUMMARY
        for alias in text.aliases:
            yield alias, ALIAS
    for person in item.people:
        yield " ".join((person.name, *person.spellings)), NAME
