"""What a content file may hold: a model for each kind of item, and one for the community.

The context's `languages` are the codes that the bot speaks; every text stands in all of them.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import AfterValidator, ConfigDict

from bot.catalogue.fields import (
    Address,
    Aliases,
    AnyWhen,
    Days,
    DaysOrUnknown,
    ItemId,
    ItemIds,
    Languages,
    Month,
    Proses,
    Slug,
    Slugs,
    Source,
    Word,
    Words,
    YesNo,
    Zones,
    every_language,
    whole,
    within,
)
from bot.catalogue.mistakes import Entry, Mistake, also
from bot.catalogue.texts import Texts
from bot.domain.items import Kind
from bot.domain.when import Moment, parse_when

AccessWord: TypeAlias = Literal["open", "invitation"]
Places: TypeAlias = Annotated[int, whole(1, 100_000)]


class SpeakerEntry(Entry):
    """A person that the source names."""

    name: Word
    affiliation: Words | None = None
    spellings: Aliases = ()


class LinkEntry(Entry):
    """Something to open."""

    hints: ClassVar[Mapping[str, str]] = {"url": "https://…, or unknown"}

    kind: Literal["recording", "register", "download", "page", "apply"]
    url: Address


class NoteEntry(Entry):
    """A dated statement."""

    as_of: Days
    text: Proses


class SeriesEntry(Entry):
    """A place in a series, with its number where the source numbers it."""

    id: Slug
    part: Annotated[int, whole(1, 1000)] | None = None


def _two(months: tuple[int, ...]) -> tuple[int, ...]:
    if len(months) != 2 or months[0] > months[1]:
        raise ValueError("must be two numbers, the smaller first, such as [6, 12]")
    return months


class RevisionEntry(Entry):
    """An announced revision."""

    begins: Month
    months: Annotated[tuple[Annotated[int, whole(1, 120)], ...], AfterValidator(_two)]


class WayEntry(Entry):
    """One way to take part."""

    text: Proses
    deadline: DaysOrUnknown = None


class ItemEntry(Entry):
    """What every kind of item may hold."""

    hints: ClassVar[Mapping[str, str]] = {
        "id": "kind/slug, such as webinar/mine-risk",
        "order": "its place in the catalogue, a number of its own",
        "as_of": "when the source said so, such as 2018-02",
        "source": "where in the source it stands",
        "when": "a date, or unknown",
        "text": "title and summary in each language",
    }

    id: ItemId
    order: Annotated[int, whole(1, 999_999)]
    as_of: Days
    source: Source
    text: Texts
    languages: Languages = ()
    topics: Slugs = ()
    series: SeriesEntry | None = None
    related: ItemIds = ()
    supersedes: ItemIds = ()
    people: tuple[SpeakerEntry, ...] = ()
    organiser: Slug | None = None
    links: tuple[LinkEntry, ...] = ()
    notes: tuple[NoteEntry, ...] = ()


def _length_of_an_instant(data: Mapping[str, Any]) -> Iterator[Mistake]:
    if "minutes" not in data:
        return
    try:
        found = parse_when(str(data.get("when", "unknown")))
    except ValueError:
        return  # what is wrong with the date is told where it stands
    if not isinstance(found, Moment):
        told = "belongs to an exact instant; take it out, or give `when` its time and zone"
        yield Mistake(("minutes",), told, at_key=True)


class DatedEntry(ItemEntry):
    """An item that takes place, or appeared, at some time."""

    checks = (_length_of_an_instant,)

    when: AnyWhen
    minutes: Annotated[int, whole(1, 1440)] | None = None


class WebinarEntry(DatedEntry):
    """A webinar."""

    recorded: YesNo = False
    access: AccessWord | None = None
    places: Places | None = None
    before: Proses | None = None


class PackageEntry(ItemEntry):
    """A training package."""

    training: YesNo = False
    version: Words | None = None
    revision: RevisionEntry | None = None


class NewsEntry(DatedEntry):
    """A bulletin."""


class OpportunityEntry(DatedEntry):
    """An opportunity."""

    when: AnyWhen = None
    deadline: DaysOrUnknown = None
    ended: YesNo = False
    access: AccessWord | None = None
    places: Places | None = None
    ways: tuple[WayEntry, ...] = ()


class WorkshopEntry(DatedEntry):
    """A training of trainers."""

    place: Words


class PageEntry(ItemEntry):
    """A standing text."""


class UnclearEntry(ItemEntry):
    """An item whose kind cannot be told: only what all kinds share is checked."""

    model_config = ConfigDict(extra="ignore")


ENTRIES: Mapping[str, type[ItemEntry]] = {
    Kind.WEBINAR: WebinarEntry,
    Kind.PACKAGE: PackageEntry,
    Kind.NEWS: NewsEntry,
    Kind.OPPORTUNITY: OpportunityEntry,
    Kind.WORKSHOP: WorkshopEntry,
    Kind.PAGE: PageEntry,
}


class CommunityEntry(Entry):
    """community.yaml."""

    hints: ClassVar[Mapping[str, str]] = {
        "name": "the bot's name in each language",
        "short_description": "one sentence in each language",
        "description": "what the bot says before the first message, in each language",
        "about": "the id of the page about the community",
        "topics": "ids, each with a label in each language",
        "series": "ids, each with a label in each language, or {}",
        "organisations": "ids, each with a label in each language, or {}",
        "zones": "a list of time zones, such as [UTC, Africa/Nairobi]",
    }

    name: Annotated[dict[str, Annotated[Word, within(64)]], also(every_language)]
    short_description: Annotated[dict[str, Annotated[str, within(120)]], also(every_language)]
    description: Annotated[dict[str, Annotated[str, within(512)]], also(every_language)]
    about: ItemId
    topics: dict[Slug, Words]
    series: dict[Slug, Words]
    organisations: dict[Slug, Words]
    zones: Zones
