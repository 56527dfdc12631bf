"""Items of which only what a test is about has to be said."""

from typing import Any, TypeVar

from bot.domain.catalogue import Catalogue, Community
from bot.domain.items import Item, Text
from bot.domain.when import Span, parse_when

AnyItem = TypeVar("AnyItem", bound=Item)


def span(text: str) -> Span:
    """The window that is written so."""
    found = parse_when(text)
    assert isinstance(found, Span)
    return found


def make(kind: type[AnyItem], slug: str, **given: Any) -> AnyItem:
    """An item; a date may be given as it is written."""
    for key, value in given.items():
        if isinstance(value, str) and key in {"when", "as_of", "deadline"}:
            given[key] = parse_when(value)
    values = {
        "id": f"{kind.kind}/{slug}",
        "order": 1,
        "texts": {"en": Text(title=slug, summary=slug, review="original")},
        "as_of": span("2018-02"),
        "source": "a page",
    }
    return kind(**{**values, **given})


def catalogue(*items: Item, about: str = "page/about") -> Catalogue:
    """A catalogue of these items."""
    community = Community(
        name={"en": "Circle"},
        short_description={"en": "We learn."},
        description={"en": "We learn together."},
        about=about,
        topics={},
        series={},
        organisations={},
        zones=("UTC",),
    )
    return Catalogue(community=community, items={item.id: item for item in items})
