"""How deep each character lies in embeddings and isolates: https://www.unicode.org/reports/tr9/."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

DEEPEST = 125
EMBEDDINGS = {"LRE": "L", "RLE": "R", "LRO": "L", "RLO": "R"}
ISOLATES = ("LRI", "RLI", "FSI")
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e")
"""Embeddings, overrides and what ends them: nothing that the bot says needs any."""

_STRONG = {"L": 0, "R": 1, "AL": 1}


@dataclass(frozen=True, slots=True)
class Status:
    """An entry of the directional status stack."""

    level: int
    isolates: bool = False


def paragraphs(text: str) -> list[str]:
    """The text as the algorithm takes it apart (P1)."""
    return re.split("\r\n|[\n\r\x1c-\x1e\x85\u2029]", text)


def base_level(text: str) -> int | None:
    """The level of a paragraph by its first strong letter outside isolates (P2); None without."""
    depth = 0
    for kind in map(unicodedata.bidirectional, text):
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif not depth and kind in _STRONG:
            return _STRONG[kind]
    return None


def _matching(text: str, at: int) -> int:
    """Where the isolate that begins here ends (BD9): at its PDI, or with the paragraph."""
    depth = 0
    for place in range(at, len(text)):
        kind = unicodedata.bidirectional(text[place])
        depth += (kind in ISOLATES) - (kind == "PDI")
        if not depth:
            return place
    return len(text)


def levels(text: str, base: int) -> list[int]:
    """The explicit level of each character of a paragraph (X1 to X8)."""
    return list(_Walk(text, base))


class _Walk:
    """One pass over a paragraph with the counters of rule X1."""

    def __init__(self, text: str, base: int) -> None:
        self.text = text
        self.stack = [Status(base)]
        self.lost_isolates = 0
        self.lost_embeddings = 0
        self.isolates = 0

    def __iter__(self) -> Iterator[int]:
        for at, character in enumerate(self.text):
            kind = unicodedata.bidirectional(character)
            here = self.stack[-1].level
            if kind in EMBEDDINGS:
                self.embed(_above(here, EMBEDDINGS[kind]))
            elif kind in ISOLATES:
                self.isolate(_above(here, self.direction(kind, at)))
            elif kind == "PDI":
                self.pop_isolate()
                here = self.stack[-1].level
            elif kind == "PDF":
                self.pop_embedding()
            yield here

    def direction(self, kind: str, at: int) -> str:
        """Which way an isolate goes that begins here (X5a to X5c)."""
        inside = self.text[at + 1 : _matching(self.text, at)]
        return "R" if kind == "RLI" or (kind == "FSI" and base_level(inside) == 1) else "L"

    def embed(self, level: int) -> None:
        if level <= DEEPEST and not self.lost_isolates and not self.lost_embeddings:
            self.stack.append(Status(level))
        elif not self.lost_isolates:
            self.lost_embeddings += 1

    def isolate(self, level: int) -> None:
        if level <= DEEPEST and not self.lost_isolates and not self.lost_embeddings:
            self.isolates += 1
            self.stack.append(Status(level, isolates=True))
        else:
            self.lost_isolates += 1

    def pop_isolate(self) -> None:
        if self.lost_isolates:
            self.lost_isolates -= 1
        elif self.isolates:
            self.lost_embeddings = 0
            while not self.stack[-1].isolates:
                self.stack.pop()
            self.stack.pop()
            self.isolates -= 1

    def pop_embedding(self) -> None:
        if self.lost_isolates:
            return
        if self.lost_embeddings:
            self.lost_embeddings -= 1
        elif len(self.stack) > 1 and not self.stack[-1].isolates:
            self.stack.pop()


def _above(level: int, direction: str) -> int:
    """The next level that is odd for R, even for L."""
    return level + (1 if level % 2 == (direction == "L") else 2)


def depths(text: str) -> list[int]:
    """In how many isolates each character of a paragraph lies; their marks count as inside."""
    depth, told = 0, []
    for kind in map(unicodedata.bidirectional, text):
        depth += kind in ISOLATES
        told.append(depth)
        depth -= kind == "PDI"
    return told


def faults(text: str, *, rtl: bool) -> Iterator[str]:
    """What in a message could turn its own words, which lie outside isolates."""
    if TURNING & set(text):
        yield "it embeds or overrides"
    for paragraph in paragraphs(text):
        found = depths(paragraph)
        if min(found, default=0) < 0 or (paragraph and depths(f"{paragraph}.")[-1] != 0):
            yield f"isolates do not end where they begin: {paragraph!a}"
            continue
        base = base_level(paragraph)
        if base is not None and base != rtl:
            yield f"the paragraph is set from the other side: {paragraph!a}"
        level = rtl if base is None else base
        own = zip(levels(paragraph, level), found, strict=True)
        if any(here != level for here, depth in own if not depth):
            yield f"its own words are turned: {paragraph!a}"
