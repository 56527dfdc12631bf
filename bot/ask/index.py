"""The catalogue as it is searched: which items hold which terms, and how well."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.ask.phrases import PhraseTable
from bot.ask.stem import stem, without_letter
from bot.ask.tokens import Token, tokens
from bot.domain.catalogue import Catalogue
from bot.domain.items import Item, Kind, Opportunity, Page, Workshop

NAME, TITLE, ALIAS, LABEL, SUMMARY = 4.0, 3.0, 3.0, 2.0, 1.0
"""What a term weighs by where it stands; from LABEL on the item is about it."""

_MARKUP = re.compile(r"<[^>]*>")
_NAMES = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")
"""Capitals within a sentence: in English what is written so is somebody's or something's name."""


def concept(name: str) -> str:
    """The term of a glossary's concept; no word looks like it."""
    return f"§{name}"


def part_name(number: int) -> str:
    """The concept of a part of a series."""
    return f"part-{number}"


def ordinal(number: int) -> str:
    """The term of a part of a series."""
    return concept(part_name(number))


@dataclass
class Index:
    """Items by number, in the catalogue's order; superseded ones are left out.

    `postings` are the numbers of the items that hold a term, with its weight there. `names` are the
    terms of each item's title and aliases, one set a name.
    """

    items: list[Item] = field(default_factory=list)
    postings: dict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    names: list[set[frozenset[str]]] = field(default_factory=list)
    mentions: list[Counter[Kind]] = field(default_factory=list)
    """How often an item's title and aliases name each kind of item."""
    forms: set[str] = field(default_factory=set)
    """The words that stand in the catalogue, as people write them."""
    headwords: set[str] = field(default_factory=set)
    """Those of a title or an alias that is a single word."""

    def rarity(self, term: str) -> float:
        """High where few items hold the term; one that none holds counts like a very rare one."""
        held, count = len(self.postings.get(term, ())), len(self.items)
        return math.log(1 + (count - held + 0.5) / (max(held, 1) + 0.5))


def build_index(catalogue: Catalogue, glossary: PhraseTable, kinds: Mapping[str, Kind]) -> Index:
    """The index of a catalogue. `kinds` are the words that name a kind of item."""
    index = Index()
    known: dict[str, list[Token]] = {}
    for item in catalogue:
        if item.id in catalogue.newer_than:
            continue
        number = len(index.items)
        index.items.append(item)
        index.names.append(set())
        mentioned: Counter[Kind] = Counter()
        for text, weight in _texts(item, catalogue):
            found = _tokens(text, known)
            index.forms.update(one.word for one in found)
            mentioned_terms = list(terms(found, glossary))
            for term in mentioned_terms:
                held = index.postings[term]
                held[number] = max(held.get(number, 0.0), weight)
            if weight >= ALIAS and len(found) == 1:
                index.headwords.add(found[0].word)
            if weight >= ALIAS:
                index.names[number].add(frozenset(mentioned_terms))
                mentioned.update(kinds[one.word] for one in found if one.word in kinds)
        if item.series and item.series[1]:
            index.postings[ordinal(item.series[1])][number] = ALIAS
        index.mentions.append(mentioned)
    return index


def terms(found: Sequence[Token], glossary: PhraseTable) -> Iterator[str]:
    """The stems and the concepts of a text."""
    for one in found:
        yield one.stem
        if shorter := without_letter(one.word):
            yield stem(shorter)
    for match in glossary.all(found):
        yield from map(concept, match.meanings)


def _tokens(text: str, known: dict[str, list[Token]]) -> list[Token]:
    found = known.get(text)
    if found is None:
        found = known[text] = tokens(_MARKUP.sub(" ", text))
    return found


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
    ways = item.ways if isinstance(item, Opportunity) else ()
    for labels in (*(way.text for way in ways), *(note.text for note in item.notes)):
        yield from _labels(labels, SUMMARY)


def _labels(labels: Mapping[str, str] | None, weight: float) -> Iterable[tuple[str, float]]:
    return [(text, weight) for text in (labels or {}).values()]
