"""The catalogue's texts as terms: each word and each text is looked at once."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from bot.ask.phrases import PhraseTable
from bot.ask.stem import stem, without_letter
from bot.ask.tokens import Token, token
from bot.domain.folding import words
from bot.domain.items import Kind

_MARKUP = re.compile(r"<[^>]*>")


def concept(name: str) -> str:
    """The term of a glossary's concept; no word looks like it."""
    return f"§{name}"


class Read(NamedTuple):
    """What stands in a text.

    `terms` are stems and concepts, of an Arabic word also the stem without its first letter; of
    them `partial` stand only within a concept of several words, and the others are `whole`. `kinds`
    are the kinds of item that it names.
    """

    words: frozenset[str]
    terms: tuple[str, ...]
    whole: tuple[str, ...]
    partial: tuple[str, ...]
    kinds: tuple[Kind, ...]


class Lexicon:
    """Reads texts; made for one index and let go with it."""

    def __init__(self, glossary: PhraseTable, kinds: Mapping[str, Kind]) -> None:
        self._glossary, self._kinds = glossary, kinds
        self._tokens: dict[str, Token] = {}
        self._shorter: dict[str, str] = {}
        self._texts: dict[str, Read] = {}
        self._names: set[str] = set()

    def read(self, text: str) -> Read:
        """What stands in a text that may hold Telegram's HTML."""
        read = self._texts.get(text)
        if read is None:
            read = self._texts[text] = self._read(self._found(text))
        return read

    def name(self, text: str) -> None:
        """Remember a text as a title or an alias."""
        self._names.add(text)

    def forms(self) -> set[str]:
        """All words of the texts, as people write them."""
        return {one.word for one in self._tokens.values()}

    def headwords(self) -> set[str]:
        """The words of the titles and aliases."""
        return set().union(*(self._texts[text].words for text in self._names))

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
        partial = {found[at].stem for at in inside}.difference(alone)
        shorter = [self._shorter[one.text] for one in found if one.text in self._shorter]
        concepts = [concept(name) for match in matches for name in match.meanings]
        whole = (*alone, *shorter, *concepts)
        return Read(
            words=frozenset(one.word for one in found),
            terms=(*whole, *partial),
            whole=whole,
            partial=tuple(partial),
            kinds=tuple(self._kinds[one.word] for one in found if one.word in self._kinds),
        )
