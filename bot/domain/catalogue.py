"""The catalogue: every item of a community and the words that items share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from bot.domain.items import Item, Labels, Page
from bot.domain.vocabulary import Glossary

AnyItem = TypeVar("AnyItem", bound=Item)


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """What the community calls itself and the labels that its items refer to by id.

    `zones` are IANA names, offered first where a member chooses a time zone.
    """

    name: Labels
    short_description: Labels
    description: Labels
    about: str
    topics: Mapping[str, Labels]
    series: Mapping[str, Labels]
    organisations: Mapping[str, Labels]
    zones: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """A consistent whole: every id that stands in it resolves (the loader has seen to it)."""

    community: Community
    items: Mapping[str, Item] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=dict)
    concepts: Mapping[str, Labels] = field(default_factory=dict)
    """What to call each concept of the glossary."""

    def __iter__(self) -> Iterator[Item]:
        """The items in the catalogue's order."""
        return iter(self.items.values())

    def get(self, item_id: str) -> Item | None:
        """The item of this id, or None: an old link may name one that has gone."""
        return self.items.get(item_id)

    def all(self, kind: type[AnyItem]) -> tuple[AnyItem, ...]:
        """The items of one kind in the catalogue's order, superseded ones left out."""
        return tuple(
            item for item in self if isinstance(item, kind) and item.id not in self.newer_than
        )

    @cached_property
    def newer_than(self) -> Mapping[str, Item]:
        """For each superseded id, the item to show instead.

        It supersedes the other directly or through others, nothing supersedes it, and of several
        such it is the newest.
        """
        superseded = {old for item in self for old in item.supersedes}
        standing = (item for item in self if item.id not in superseded)
        newest: dict[str, Item] = {}
        for item in sorted(standing, key=lambda one: one.as_of.last):
            newest.update(dict.fromkeys(self._older(item), item))
        return newest

    def _older(self, item: Item) -> set[str]:
        found: set[str] = set()
        ahead = list(item.supersedes)
        while ahead:
            if (old := ahead.pop()) not in found:
                found.add(old)
                ahead += self.items[old].supersedes
        return found

    @property
    def about(self) -> Page | None:
        """The page that tells who the community is."""
        page = self.items.get(self.community.about)
        return page if isinstance(page, Page) else None
