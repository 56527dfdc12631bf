"""A message as its sentences, and those as their clauses: often only one of them asks."""

import re
from dataclasses import dataclass

_SENTENCE = re.compile(r"(?:[^.?!؟;؛\n…]|\.(?=\S|\s\d))+[.?!؟;؛\n…]*")
_CLAUSE = re.compile(r"[^,،:()\u2013\u2014]+?(?:[,،:()\u2013\u2014]+|\s-+\s|$)")
_ASKING = ("?", "؟")
_WORDS = 2
"""Letters that stand in a sentence at least; less is a dot of an abbreviation."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and whether it ends with a question mark."""

    text: str
    asks: bool


def sentences(text: str) -> list[Sentence]:
    """The sentences of a message that say something, in their order."""
    found = (one.strip() for one in _SENTENCE.findall(text))
    return [
        Sentence(one, asks=one.endswith(_ASKING) or one.startswith("¿"))
        for one in found
        if sum(map(str.isalnum, one)) >= _WORDS
    ]


def clauses(text: str) -> list[str]:
    """The parts of a sentence between its commas, brackets and dashes."""
    return [one for one in map(str.strip, _CLAUSE.findall(text)) if one]
