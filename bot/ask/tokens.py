"""A text as tokens: each word as it is written, as it is looked up, and as its forms share it."""

import re
from dataclasses import dataclass

from bot.ask.stem import bare, stem
from bot.domain.folding import words

_ORDINAL = re.compile(r"([0-9]{1,2})(st|nd|rd|th|er|ere|re|eme|e|do|da|ro|ra|to|ta)")
_COUNTED = re.compile(r"[وبل]?ا?ل([0-9]+)")
"""A number behind an Arabic article."""
_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b")
_STRETCHED = re.compile(r"(.)\1{2,}")


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is folded, `word` lacks an Arabic article, `stem` what its inflections share.

    `ordinal` says that a number was written as one ("20th"), `acronym` a word all in capitals,
    `guessed` that another word was written.
    """

    text: str
    word: str
    stem: str
    ordinal: bool = False
    acronym: bool = False
    guessed: bool = False


def tokens(text: str) -> list[Token]:
    """The tokens of a plain text, in their order."""
    return list(map(token, words(text)))


def is_acronym(one: Token, text: str) -> bool:
    """Whether a token stands all in capitals in the text that it was read from."""
    return one.text in words(" ".join(_ACRONYM.findall(text)))


def token(text: str) -> Token:
    """The token of one folded word."""
    if found := _COUNTED.fullmatch(text):
        return Token(found[1], found[1], found[1])
    if found := _ORDINAL.fullmatch(text):
        return Token(found[1], found[1], found[1], ordinal=True)
    word = bare(_STRETCHED.sub(r"\1", text) if not text.isdigit() else text)
    return Token(text, word, stem(word))
