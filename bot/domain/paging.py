"""Long lists, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Entry = TypeVar("Entry", covariant=True)
Given = TypeVar("Given")

SIZE = 6
"""Entries a page: what a phone shows without scrolling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Entry]):
    """A page of a list; `number` and `first` (the position of its first entry) count from 0."""

    entries: Sequence[Entry]
    number: int
    count: int

    @property
    def first(self) -> int:
        """The position in the whole list of the page's first entry."""
        return self.number * SIZE


def page_of(entries: Sequence[Given], number: int) -> Page[Given]:
    """The page of this number, or the nearest that there is: a list may have shrunk."""
    count = max(1, -(-len(entries) // SIZE))
    number = min(max(number, 0), count - 1)
    first = number * SIZE
    return Page(entries=entries[first : first + SIZE], number=number, count=count)
