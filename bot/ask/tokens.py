"""A text as tokens: each word as it is written, as it is looked up, and as its forms share it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.ask.stem import bare, stem
from bot.domain.folding import words

_MARKUP = re.compile(r"<[^>]*>")
_ORDINAL = re.compile(r"([0-9]{1,2})(st|nd|rd|th|er|ere|re|eme|e|do|da|ro|ra|to|ta)")
_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")
_STRETCHED = re.compile(r"(.)\1{2,}")


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is folded, `word` lacks an Arabic article, `stem` what its inflections share.

    `ordinal` says that a number was written as one ("20th"), `acronym` a word all in capitals.
    """

    text: str
    word: str
    stem: str
    ordinal: bool = False
    acronym: bool = False


def tokens(text: str) -> list[Token]:
    """The tokens of a plain text, in their order."""
    found = list(map(token, words(text)))
    if capitals := set(words(" ".join(_ACRONYM.findall(text)))):
        return [replace(one, acronym=True) if one.text in capitals else one for one in found]
    return found


def token(text: str) -> Token:
    """The token of one folded word."""
    if found := _ORDINAL.fullmatch(text):
        return Token(found[1], found[1], found[1], ordinal=True)
    word = bare(_STRETCHED.sub(r"\1", text) if not text.isdigit() else text)
    return Token(text, word, stem(word))


def stems(text: str) -> Iterator[str]:
    """The stems of a text that may hold Telegram's HTML."""
    for word in words(_MARKUP.sub(" ", text)):
        yield token(word).stem
