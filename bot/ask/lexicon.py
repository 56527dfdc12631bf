"""The catalogue's texts as terms: each word and each text is looked at once."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from bot.ask.phrases import Match, PhraseTable
from bot.ask.stem import stem, without_letter
from bot.ask.tokens import Token, token
from bot.domain.folding import words
from bot.domain.items import Kind

_MARKUP = re.compile(r"<[^>]*>")


SIGN = "§"
LEAST = 0.03
"""What any word of a name weighs at least when the name is compared."""
NAMED = 0.7
"""How much an item is about a term that one of its names holds; with more it comes nearer to 1."""


def concept(name: str) -> str:
    """The term of a glossary's concept; no word looks like it."""
    return f"{SIGN}{name}"


def about(count: int) -> float:
    """How much an item is about a term that so many of its names hold."""
    return 1 - 2 * (1 - NAMED) / (count + 1)


class Read(NamedTuple):
    """What stands in a text.

    `terms` are stems and concepts, of an Arabic word also the stem without its first letter;
    `aside` are the stems that stand only within a concept of several words. `units` are what a
    question would name: a concept for all of its words, and the stems of the others. `kinds` are
    the kinds of item that the text names.
    """

    terms: frozenset[str]
    aside: frozenset[str]
    units: frozenset[str]
    kinds: tuple[Kind, ...]


class Told(NamedTuple):
    """What the texts tell by which an item is called; needed until the index stands.

    `words` is how much an item is about a word by them, `concepts` how many of them name a concept,
    `aside` what stands only within a concept, `kinds` how often they name each kind of item.
    """

    words: Mapping[str, float]
    concepts: Mapping[str, int]
    aside: frozenset[str]
    kinds: Counter[Kind]


class Names:
    """Texts by which an item is called: which hold a unit, and what they weigh."""

    def __init__(self, read: Sequence[Read]) -> None:
        holding: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(read):
            for unit in one.units:
                holding[unit].append(number)
        self.holding = {unit: tuple(held) for unit, held in holding.items()}
        """Which of the texts hold a unit; a list for each would take twice as much."""
        self.whole: list[float] = []
        """What the units of each text weigh together, once their weights are known."""
        self.count = len(read)

    def weigh(self, weights: Mapping[str, float]) -> None:
        """Set what each text weighs, unless that is done."""
        if not self.whole:
            self.whole = [0.0] * self.count
            for unit, held in self.holding.items():
                for number in held:
                    self.whole[number] += weights.get(unit, LEAST)


class Lexicon:
    """Reads texts; made for one index and let go with it."""

    def __init__(
        self, glossary: PhraseTable, kinds: Mapping[str, Kind], general: Container[str]
    ) -> None:
        """`general` are the stems of everyday words, which tell nothing in passing."""
        self._glossary, self._kinds, self._general = glossary, kinds, general
        self._tokens: dict[str, Token] = {}
        self._shorter: dict[str, str] = {}
        self._texts: dict[str, Read] = {}
        self._names: dict[tuple[str, ...], tuple[Names, Told]] = {}
        self._summaries: dict[str, frozenset[str]] = {}

    def read(self, text: str) -> Read:
        """What stands in a text that may hold Telegram's HTML."""
        read = self._texts.get(text)
        if read is None:
            read = self._texts[text] = self._read(self._found(text))
        return read

    def names(self, texts: tuple[str, ...]) -> tuple[Names, Told]:
        """The title and aliases of an item, and what they tell of it."""
        names = self._names.get(texts)
        if names is None:
            read = [self.read(text) for text in texts]
            names = self._names[texts] = Names(read), self._told(read)
        return names

    def _told(self, read: Sequence[Read]) -> Told:
        counts = Counter(term for one in read for term in one.terms)
        return Told(
            words={term: about(count) for term, count in counts.items() if term[0] != SIGN},
            concepts={term: count for term, count in counts.items() if term[0] == SIGN},
            aside=frozenset(
                term for one in read for term in one.aside if term not in self._general
            ),
            kinds=Counter(kind for one in read for kind in one.kinds),
        )

    def summary(self, text: str) -> frozenset[str]:
        """The terms of a summary."""
        told = self._summaries.get(text)
        if told is None:
            read = self.read(text)
            every = read.terms | read.aside
            told = frozenset(one for one in every if one not in self._general)
            self._summaries[text] = told
        return told

    def forms(self) -> set[str]:
        """All words of the texts, as people write them."""
        return {one.word for one in self._tokens.values()}

    def _found(self, text: str) -> list[Token]:
        known = self._tokens
        found = []
        for word in words(_MARKUP.sub(" ", text) if "<" in text else text):
            one = known.get(word)
            if one is None:
                one = known[word] = token(word)
                if shorter := without_letter(one.word):
                    self._shorter[word] = stem(shorter)
            found.append(one)
        return found

    def _read(self, found: list[Token]) -> Read:
        matches = self._glossary.all(found)
        inside = {
            at
            for match in matches
            if match.end > match.start + 1
            for at in range(match.start, match.end)
        }
        alone = [one.stem for at, one in enumerate(found) if at not in inside]
        shorter = [self._shorter[one.text] for one in found if one.text in self._shorter]
        concepts = [concept(name) for match in matches for name in match.meanings]
        return Read(
            terms=frozenset((*alone, *shorter, *concepts)),
            aside=frozenset(found[at].stem for at in inside).difference(alone),
            units=frozenset(units(found, self._glossary.longest(found))),
            kinds=tuple(self._kinds[one.word] for one in found if one.word in self._kinds),
        )


def units(found: Sequence[Token], concepts: Sequence[Match]) -> list[str]:
    """What is named, from left to right: a concept for all of its words, else a word's stem."""
    named, at = [], 0
    for match in concepts:
        named += [one.stem for one in found[at : match.start]]
        named += [concept(name) for name in match.meanings]
        at = match.end
    return named + [one.stem for one in found[at:]]
