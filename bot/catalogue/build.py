"""From checked entries to the values of the domain."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.catalogue.schema import (
    CommunityEntry,
    DatedEntry,
    ItemEntry,
    NewsEntry,
    OpportunityEntry,
    PackageEntry,
    SpeakerEntry,
    WebinarEntry,
    WorkshopEntry,
)
from bot.catalogue.texts import TextEntry
from bot.domain.catalogue import Community
from bot.domain.items import (
    Access,
    Item,
    Lang,
    Link,
    News,
    Note,
    Opportunity,
    Package,
    Page,
    Revision,
    Speaker,
    Text,
    Way,
    Webinar,
    Workshop,
)
from bot.domain.when import Moment, When


def item(entry: ItemEntry, languages: Sequence[Lang]) -> Item:
    """The item of an entry; its texts stand in the order of `languages`."""
    shared = _shared(entry, languages)
    match entry:
        case WebinarEntry():
            return Webinar(
                **shared,
                recorded=entry.recorded,
                access=_access(entry.access),
                places=entry.places,
                before=entry.before,
            )
        case PackageEntry():
            return Package(
                **shared,
                training=entry.training,
                version=entry.version,
                revision=_revision(entry),
            )
        case NewsEntry():
            return News(**shared)
        case OpportunityEntry():
            return Opportunity(
                **shared,
                deadline=entry.deadline,
                ended=entry.ended,
                access=_access(entry.access),
                places=entry.places,
                ways=tuple(Way(text=way.text, deadline=way.deadline) for way in entry.ways),
            )
        case WorkshopEntry():
            return Workshop(**shared, place=entry.place)
    return Page(**shared)


def community(entry: CommunityEntry) -> Community:
    """The community of community.yaml."""
    return Community(
        name=entry.name,
        short_description=entry.short_description,
        description=entry.description,
        about=entry.about,
        topics=entry.topics,
        series=entry.series,
        organisations=entry.organisations,
        zones=entry.zones,
    )


def _shared(entry: ItemEntry, languages: Sequence[Lang]) -> dict[str, Any]:
    notes = (Note(as_of=note.as_of, text=note.text) for note in entry.notes)
    return {
        "id": entry.id,
        "order": entry.order,
        "texts": {
            lang: _text(words) for lang in languages if (words := entry.text.get(lang)) is not None
        },
        "as_of": entry.as_of,
        "source": entry.source,
        "when": _when(entry) if isinstance(entry, DatedEntry) else None,
        "languages": entry.languages,
        "topics": entry.topics,
        "series": (entry.series.id, entry.series.part) if entry.series else None,
        "related": entry.related,
        "supersedes": entry.supersedes,
        "links": tuple(Link(kind=link.kind, url=link.url) for link in entry.links),
        "people": tuple(map(_speaker, entry.people)),
        "organiser": entry.organiser,
        "notes": tuple(sorted(notes, key=lambda note: note.as_of.last, reverse=True)),
    }


def _text(entry: TextEntry) -> Text:
    return Text(
        title=entry.title,
        summary=entry.summary,
        aliases=entry.aliases,
        review=entry.review,
    )


def _when(entry: DatedEntry) -> When | None:
    if isinstance(entry.when, Moment):
        return replace(entry.when, minutes=entry.minutes)
    return entry.when


def _speaker(entry: SpeakerEntry) -> Speaker:
    return Speaker(name=entry.name, affiliation=entry.affiliation, spellings=entry.spellings)


def _access(word: str | None) -> Access | None:
    return Access(word) if word else None


def _revision(entry: PackageEntry) -> Revision | None:
    if entry.revision is None:
        return None
    shortest, longest = entry.revision.months
    return Revision(begins=entry.revision.begins, months=(shortest, longest))
