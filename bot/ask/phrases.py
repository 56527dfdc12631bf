"""Which phrases stand in a question: the longest at each place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.ask.tokens import Token

Phrase: TypeAlias = tuple[Sequence[Token], str]
"""A phrase and what it means, such as ``risk.child``."""

_NOTHING: frozenset[str] = frozenset()


def by_word(one: Token) -> str:
    """Finds a phrase as it is written, the Arabic article aside; "3rd" is not "3"."""
    return f"{one.word}." if one.ordinal else one.word


def by_stem(one: Token) -> str:
    """Finds a phrase in any form of its words."""
    return one.stem


@dataclass(frozen=True, slots=True)
class Match:
    """`meanings` of the words from `start` up to, not including, `end`."""

    start: int
    end: int
    meanings: frozenset[str]

    def __len__(self) -> int:
        return self.end - self.start


class PhraseTable:
    """Finds phrases by the form of a token that `key` gives."""

    def __init__(self, phrases: Iterable[Phrase], key: Callable[[Token], str]) -> None:
        """One phrase may mean several things."""
        self._key = key
        self._meanings: dict[tuple[str, ...], frozenset[str]] = {}
        """Few sets of meanings, and of lengths, for thousands of phrases: each is kept once."""
        sets: dict[frozenset[str], frozenset[str]] = {}
        several: dict[tuple[int, ...], tuple[int, ...]] = {}
        for phrase, meaning in phrases:
            if words := tuple(map(key, phrase)):
                held = self._meanings.get(words, _NOTHING) | {meaning}
                self._meanings[words] = sets.setdefault(held, held)
        self._lengths: dict[str, tuple[int, ...]] = {}
        """How long the phrases are that begin with a word, the longest first."""
        for words in self._meanings:
            lengths = self._lengths.get(words[0], ())
            if len(words) not in lengths:
                lengths = tuple(sorted((*lengths, len(words)), reverse=True))
                self._lengths[words[0]] = several.setdefault(lengths, lengths)

    def words(self) -> set[str]:
        """All words that stand in a phrase, as `key` gives them."""
        return {word for words in self._meanings for word in words}

    def of(self, phrase: Sequence[Token]) -> frozenset[str]:
        """What a phrase means by itself; nothing if it is none."""
        return self._meanings.get(tuple(map(self._key, phrase)), _NOTHING)

    def at(self, keys: Sequence[str], start: int) -> Iterator[Match]:
        """The phrases that begin at `start`, the longest first."""
        for length in self._lengths.get(keys[start], ()):
            end = start + length
            if end <= len(keys) and (meanings := self._meanings.get(tuple(keys[start:end]))):
                yield Match(start, end, meanings)

    def longest(self, found: Sequence[Token]) -> list[Match]:
        """The phrases from left to right, none overlapping another."""
        keys = list(map(self._key, found))
        matches, start = [], 0
        while start < len(keys):
            known = keys[start] in self._lengths
            if match := next(self.at(keys, start), None) if known else None:
                matches.append(match)
            start = match.end if match else start + 1
        return matches

    def all(self, found: Sequence[Token]) -> list[Match]:
        """All phrases, those within others too."""
        keys = list(map(self._key, found))
        starts = [start for start, key in enumerate(keys) if key in self._lengths]
        return [match for start in starts for match in self.at(keys, start)]
