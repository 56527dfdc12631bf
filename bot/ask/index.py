"""The catalogue as it is searched: which items hold which terms, and how well."""

import math
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import mul

from bot.ask.lexicon import LEAST, SIGN, Lexicon, Names, Told, about, concept
from bot.ask.phrases import PhraseTable
from bot.domain.catalogue import Catalogue
from bot.domain.items import Item, Kind, Opportunity, Page, Webinar, Workshop

LABEL, SUMMARY = 0.6, 0.3
"""How much an item is about a term of one of its labels, and about one of its summary."""
CONTACT = 0.8
"""How much an item is about a person to whom one may write, beside one who speaks."""
GENERAL = 0.25
"""What a word of everyday talk tells, beside another word that is as rare."""

_NAMES = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")
"""Capitals within a sentence: in English what is written so is somebody's or something's name."""


def is_concept(forms: Sequence[str]) -> bool:
    """Whether terms are those of concepts."""
    return bool(forms) and forms[0].startswith(concept(""))


def part_name(number: int) -> str:
    """The concept of a part of a series."""
    return f"part-{number}"


def ordinal(number: int) -> str:
    """The term of a part of a series."""
    return concept(part_name(number))


@dataclass
class Index:
    """Items by number, in the catalogue's order; superseded ones are left out."""

    general: Container[str] = frozenset()
    """The stems of words of everyday talk."""
    items: list[Item] = field(default_factory=list)
    of_kind: dict[Kind, list[int]] = field(default_factory=lambda: {kind: [] for kind in Kind})
    postings: dict[str, dict[int, float]] = field(default_factory=dict)
    """The numbers of the items that hold a term, with how much they are about it."""
    names: list[list[Names]] = field(default_factory=list)
    """The titles and aliases of an item."""
    titles: list[frozenset[str]] = field(default_factory=list)
    """The concepts that an item's titles name."""
    mentions: list[Mapping[Kind, int]] = field(default_factory=list)
    """How often an item's titles and aliases name each kind of item."""
    forms: set[str] = field(default_factory=set)
    """The words that stand in the catalogue, as people write them."""

    naming: set[str] = field(default_factory=set)
    """The terms that tell what an item is about, and do not only stand in a summary."""
    weights: dict[str, float] = field(default_factory=dict)
    """What each term tells, from 0 (all items hold it) to 1 (hardly any does)."""

    def weigh(self) -> None:
        """Set the weights, once all items are in it."""
        count = len(self.items)
        for term, held in self.postings.items():
            if max(held.values()) >= LABEL:
                self.naming.add(term)
            about = sum(map(mul, held.values(), held.values()))
            rarity = math.log(1 + (count - about + 0.5) / (about + 0.5)) / math.log(1 + count)
            self.weights[term] = rarity * (GENERAL if term in self.general else 1.0)
        named = {term: max(weight, LEAST) for term, weight in self.weights.items()}
        for names in self.names:
            for one in names:
                one.weigh(named)


def build_index(
    catalogue: Catalogue,
    glossary: PhraseTable,
    kinds: Mapping[str, Kind],
    general: Container[str] = frozenset(),
) -> Index:
    """The index of a catalogue.

    `kinds` are the words that name a kind of item, `general` the stems of everyday words.
    """
    index = Index(general)
    lexicon = Lexicon(glossary, kinds, general)
    for item in catalogue:
        if item.id not in catalogue.newer_than:
            _add(item, catalogue, index, lexicon)
    index.forms = lexicon.forms()
    index.weigh()
    return index


def _add(item: Item, catalogue: Catalogue, index: Index, lexicon: Lexicon) -> None:
    number = len(index.items)
    index.items.append(item)
    index.of_kind[item.kind].append(number)
    names = [lexicon.names((text.title, *text.aliases)) for text in item.texts.values()]
    index.names.append([called for called, _ in names])
    tells = [told for _, told in names]
    titles = [lexicon.read(text.title) for text in item.texts.values()]
    index.titles.append(frozenset(unit for one in titles for unit in one.units if unit[0] == SIGN))
    index.mentions.append(sum((one.kinds for one in tells), Counter()))
    postings = index.postings
    for term, weight in _weights(item, tells, catalogue, lexicon).items():
        try:
            postings[term][number] = weight
        except KeyError:
            postings[term] = {number: weight}


def _weights(
    item: Item, tells: Sequence[Told], catalogue: Catalogue, lexicon: Lexicon
) -> dict[str, float]:
    """How much an item is about its terms; what tells more of it is put over what tells less."""
    weights: dict[str, float] = {}
    for text in item.texts.values():
        weights |= dict.fromkeys(lexicon.summary(text.summary), SUMMARY)
    for one in tells:
        weights |= dict.fromkeys(one.aside - weights.keys(), SUMMARY)
    labels: dict[str, float] = {}
    persons: dict[str, float] = {}
    for label, weight in _labels(item, catalogue):
        over = labels if weight <= LABEL else persons
        over |= dict.fromkeys(lexicon.read(label).terms, weight)
    weights |= labels
    concepts: Counter[str] = Counter()
    for one in tells:
        weights |= one.words
        concepts.update(one.concepts)
    weights |= {term: about(count) for term, count in concepts.items()}
    weights |= persons
    if item.series and item.series[1]:
        weights[ordinal(item.series[1])] = 1.0
    return weights


def _labels(item: Item, catalogue: Catalogue) -> Iterator[tuple[str, float]]:
    community = catalogue.community
    for name in _NAMES.findall(item.text("en")[1].summary):
        yield name, LABEL
    for topic in item.topics:
        yield from _each(community.topics.get(topic), LABEL)
    for person in item.people:
        for spelling in (person.name, *person.spellings):
            yield spelling, 1.0 if isinstance(item, Webinar) else CONTACT
        yield from _each(person.affiliation, LABEL)
    yield from _more(item, catalogue)


def _more(item: Item, catalogue: Catalogue) -> Iterator[tuple[str, float]]:
    community = catalogue.community
    if item.series:
        yield from _each(community.series.get(item.series[0]), LABEL)
    if item.organiser and not isinstance(item, Page):
        yield from _each(community.organisations.get(item.organiser), SUMMARY)
    if isinstance(item, Workshop):
        yield from _each(item.place, 1.0)
    for way in item.ways if isinstance(item, Opportunity) else ():
        yield from _each(way.text, LABEL)
    for note in item.notes:
        yield from _each(note.text, SUMMARY)


def _each(labels: Mapping[str, str] | None, weight: float) -> Iterable[tuple[str, float]]:
    return [(text, weight) for text in (labels or {}).values()]
