"""The catalogue as it is searched: which items hold which terms, and how well."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.ask.phrases import PhraseTable
from bot.ask.stem import stem, without_letter
from bot.ask.tokens import Token, token
from bot.domain.catalogue import Catalogue
from bot.domain.folding import words
from bot.domain.items import Item, Kind, Opportunity, Page, Workshop

NAME, TITLE, ALIAS, LABEL, SUMMARY = 4.0, 3.0, 3.0, 2.0, 1.0
"""What a term weighs by where it stands; from LABEL on the item is about it."""

_MARKUP = re.compile(r"<[^>]*>")
_NAMES = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")
"""Capitals within a sentence: in English what is written so is somebody's or something's name."""


def concept(name: str) -> str:
    """The term of a glossary's concept; no word looks like it."""
    return f"§{name}"


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
    lexicon = _Lexicon(glossary)
    for item in catalogue:
        if item.id not in catalogue.newer_than:
            _add(item, catalogue, index, lexicon, kinds)
    index.forms = {one.word for one in lexicon.tokens.values()}
    return index


class _Lexicon:
    """Looks at each word once, however often it stands in the catalogue."""

    def __init__(self, glossary: PhraseTable) -> None:
        self.tokens: dict[str, Token] = {}
        self._shorter: dict[str, str] = {}
        self._texts: dict[str, tuple[list[Token], tuple[str, ...]]] = {}
        self._glossary = glossary

    def read(self, text: str) -> tuple[list[Token], tuple[str, ...]]:
        """The tokens and terms of a text that may hold Telegram's HTML; many stand often."""
        read = self._texts.get(text)
        if read is None:
            found = self._read(text)
            read = self._texts[text] = found, self._terms(found)
        return read

    def _read(self, text: str) -> list[Token]:
        known = self.tokens
        found = []
        for word in words(_MARKUP.sub(" ", text) if "<" in text else text):
            one = known.get(word)
            if one is None:
                one = known[word] = token(word)
                if shorter := without_letter(one.word):
                    self._shorter[word] = stem(shorter)
            found.append(one)
        return found

    def _terms(self, found: Sequence[Token]) -> tuple[str, ...]:
        """The stems and the concepts of a text; of an Arabic word also without its first letter."""
        matches = self._glossary.all(found)
        stems = [one.stem for one in found]
        shorter = [self._shorter[one.text] for one in found if one.text in self._shorter]
        concepts = [concept(name) for match in matches for name in match.meanings]
        return (*stems, *shorter, *concepts)

    def partial(self, found: Sequence[Token]) -> set[str]:
        """The stems that stand in a text only as parts of a concept of several words."""
        inside = {
            at
            for match in self._glossary.all(found)
            if match.end - match.start > 1
            for at in range(match.start, match.end)
        }
        alone = {one.stem for at, one in enumerate(found) if at not in inside}
        return {found[at].stem for at in inside} - alone


def _add(
    item: Item, catalogue: Catalogue, index: Index, lexicon: _Lexicon, kinds: Mapping[str, Kind]
) -> None:
    number = len(index.items)
    index.items.append(item)
    index.of_kind[item.kind].append(number)
    names: list[tuple[str, ...]] = []
    mentions: dict[Kind, int] = {}
    weights: dict[str, float] = {}
    partial: set[str] = set()
    whole: set[str] = set()
    for text, weight in sorted(_texts(item, catalogue), key=_weight):
        found, terms = lexicon.read(text)
        weights.update(dict.fromkeys(terms, weight))
        if weight > SUMMARY:
            partial.update(found_partial := lexicon.partial(found))
            whole.update(set(terms) - found_partial)
        if weight >= ALIAS:
            names.append(terms)
            index.headwords.update(one.word for one in found)
            for one in found:
                if kind := kinds.get(one.word):
                    mentions[kind] = mentions.get(kind, 0) + 1
    weights.update(dict.fromkeys(partial - whole, SUMMARY))
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
