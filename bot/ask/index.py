"""The catalogue as it is searched: which items hold which terms, and how well."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.ask.lexicon import Lexicon, concept
from bot.ask.phrases import PhraseTable
from bot.domain.catalogue import Catalogue
from bot.domain.items import Item, Kind, Opportunity, Page, Workshop

NAME, TITLE, ALIAS, LABEL, SUMMARY = 4.0, 3.0, 3.0, 2.0, 1.0
"""What a term weighs by where it stands; from LABEL on the item is about it."""

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

    items: list[Item] = field(default_factory=list)
    of_kind: dict[Kind, list[int]] = field(default_factory=lambda: {kind: [] for kind in Kind})
    postings: dict[str, dict[int, float]] = field(default_factory=dict)
    """The numbers of the items that hold a term, with its weight there."""
    names: list[list[tuple[str, ...]]] = field(default_factory=list)
    """The terms of each title and alias of an item."""
    mentions: list[dict[Kind, int]] = field(default_factory=list)
    """How often an item's title and aliases name each kind of item."""
    forms: set[str] = field(default_factory=set)
    """The words that stand in the catalogue, as people write them."""
    headwords: set[str] = field(default_factory=set)
    """Those of the titles and aliases."""

    def rarity(self, term: str) -> float:
        """High where few items hold the term; one that none holds counts like a very rare one."""
        held, count = len(self.postings.get(term, ())), len(self.items)
        return math.log(1 + (count - held + 0.5) / (max(held, 1) + 0.5))


def build_index(catalogue: Catalogue, glossary: PhraseTable, kinds: Mapping[str, Kind]) -> Index:
    """The index of a catalogue. `kinds` are the words that name a kind of item."""
    index = Index()
    lexicon = Lexicon(glossary, kinds)
    for item in catalogue:
        if item.id not in catalogue.newer_than:
            _add(item, catalogue, index, lexicon)
    index.forms, index.headwords = lexicon.forms(), lexicon.headwords()
    return index


def _add(item: Item, catalogue: Catalogue, index: Index, lexicon: Lexicon) -> None:
    number = len(index.items)
    index.items.append(item)
    index.of_kind[item.kind].append(number)
    names: list[tuple[str, ...]] = []
    mentions: dict[Kind, int] = {}
    weights: dict[str, float] = {}
    for text, weight in sorted(_texts(item, catalogue), key=_weight):
        read = lexicon.read(text)
        weights.update(dict.fromkeys(read.whole, weight))
        for term in read.partial:
            weights.setdefault(term, SUMMARY)
        if weight >= ALIAS:
            names.append(read.terms)
            lexicon.name(text)
            for kind in read.kinds:
                mentions[kind] = mentions.get(kind, 0) + 1
    if item.series and item.series[1]:
        weights[ordinal(item.series[1])] = ALIAS
    for term, weight in weights.items():
        index.postings.setdefault(term, {})[number] = weight
    index.names.append(names)
    index.mentions.append(mentions)


def _weight(pair: tuple[str, float]) -> float:
    return pair[1]


def _texts(item: Item, catalogue: Catalogue) -> Iterator[tuple[str, float]]:
    community = catalogue.community
    for text in item.texts.values():
        yield text.title, TITLE
        yield text.summary, SUMMARY
        for alias in text.aliases:
            yield alias, ALIAS
    for name in _NAMES.findall(item.text("en")[1].summary):
        yield name, LABEL
    for person in item.people:
        for spelling in (person.name, *person.spellings):
            yield spelling, NAME
        yield from _labels(person.affiliation, LABEL)
    for topic in item.topics:
        yield from _labels(community.topics.get(topic), LABEL)
    yield from _more(item, catalogue)


def _more(item: Item, catalogue: Catalogue) -> Iterator[tuple[str, float]]:
    community = catalogue.community
    if item.series:
        yield from _labels(community.series.get(item.series[0]), LABEL)
    if item.organiser and not isinstance(item, Page):
        yield from _labels(community.organisations.get(item.organiser), SUMMARY)
    if isinstance(item, Workshop):
        yield from _labels(item.place, ALIAS)
    for way in item.ways if isinstance(item, Opportunity) else ():
        yield from _labels(way.text, LABEL)
    for note in item.notes:
        yield from _labels(note.text, SUMMARY)


def _labels(labels: Mapping[str, str] | None, weight: float) -> Iterable[tuple[str, float]]:
    return [(text, weight) for text in (labels or {}).values()]
