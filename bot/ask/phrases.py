"""Which phrases stand in a question: the longest at each place."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.ask.tokens import Token, tokens


def by_word(one: Token) -> str:
    """Finds a phrase as it is written, the Arabic article aside."""
    return one.word


@dataclass(frozen=True, slots=True)
class Match:
    """`meanings` of the words from `start` up to, not including, `end`."""

    start: int
    end: int
    meanings: frozenset[str]


class PhraseTable:
    """Finds phrases by the form of a token that `key` gives."""

    def __init__(self, phrases: Iterable[tuple[str, str]], key: Callable[[Token], str]) -> None:
        """`phrases` are pairs of a phrase and what it means; one phrase may mean several things."""
        self._key = key
        meanings: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for phrase, meaning in phrases:
            if words := tuple(map(key, tokens(phrase))):
                meanings[words].add(meaning)
        by_first: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = defaultdict(list)
        for words in sorted(meanings, key=len, reverse=True):
            by_first[words[0]].append((words, frozenset(meanings[words])))
        self._by_first = dict(by_first)

    def words(self) -> set[str]:
        """All words that stand in a phrase, as `key` gives them."""
        return {word for held in self._by_first.values() for words, _ in held for word in words}

    def at(self, keys: Sequence[str], start: int) -> Iterator[Match]:
        """The phrases that begin at `start`, the longest first."""
        for words, meanings in self._by_first.get(keys[start], ()):
            end = start + len(words)
            if tuple(keys[start:end]) == words:
                yield Match(start, end, meanings)

    def longest(self, found: Sequence[Token]) -> list[Match]:
        """The phrases from left to right, none overlapping another."""
        keys = list(map(self._key, found))
        matches, start = [], 0
        while start < len(keys):
            match = next(self.at(keys, start), None)
            if match:
                matches.append(match)
            start = match.end if match else start + 1
        return matches

    def all(self, found: Sequence[Token]) -> list[Match]:
        """All phrases, those within others too."""
        keys = list(map(self._key, found))
        first = self._by_first
        starts = [start for start, key in enumerate(keys) if key in first]
        return [match for start in starts for match in self.at(keys, start)]
