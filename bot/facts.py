"""What is told of an item: in a line of a list, and on its card fact by fact."""

from bot.domain.items import (
    Access,
    Item,
    Link,
    Opportunity,
    Package,
    Page,
    Speaker,
    Webinar,
    Workshop,
)
from bot.domain.listing import RevisionState, State, is_open, revision_state, state
from bot.domain.when import Moment, Span
from bot.phrases import label, when
from bot.ports.runtime import Context
from bot.ports.speech import Language, Linked, Listed, Msg, Phrase, msg


def detail(item: Item, context: Context) -> Phrase:
    """What a list says behind a title: the date, or what matters of a thing without one."""
    match item:
        case Webinar(recorded=True, when=None):
            if item.languages:
                return msg("webinar-recorded-in", language=Language(item.languages[0]))
            return msg("webinar-recorded")
        case Package():
            return _edition(item, context)
        case Opportunity(deadline=None):
            return msg("opportunity-no-deadline", as_of=item.as_of)
        case Opportunity(deadline=Span() as deadline):
            return msg("opportunity-until", deadline=deadline)
        case Page():
            return msg("page-detail")
        case _:
            return when(item)


def _edition(package: Package, context: Context) -> Phrase:
    """That a revision is under way, else the version, else the languages, as far as stated."""
    if revision_state(package, context.now) is RevisionState.UNDER_WAY:
        return msg("package-under-revision")
    if package.version is not None:
        return label(package.version, context.lang)
    if package.languages:
        return Listed(tuple(map(Language, package.languages)))
    return msg("package-languages-unknown")


def facts(item: Item, context: Context) -> list[Phrase | None]:
    """The facts of an item as lines; those that are not stated are None."""
    lang, community = context.lang, context.catalogue.community
    organiser = community.organisations.get(item.organiser) if item.organiser else None
    return [
        *_dates(item, context),
        msg("card-place", place=label(item.place, lang)) if isinstance(item, Workshop) else None,
        _access(item),
        _people(item, context),
        _languages(item),
        msg("card-version", version=label(item.version, lang))
        if isinstance(item, Package) and item.version
        else None,
        _series(item, context),
        msg("card-before", before=label(item.before, lang))
        if isinstance(item, Webinar) and item.before
        else None,
        *_ways(item, context),
        msg("card-organiser", organiser=label(organiser, lang)) if organiser else None,
        *(_link(link) for link in item.links),
    ]


def _dates(item: Item, context: Context) -> list[Phrase | None]:
    """The date in the member's zone or its honest window, and until when one can take part."""
    dates: list[Phrase | None] = []
    if isinstance(item, Webinar) and item.recorded and item.when is None:
        dates.append(msg("card-recorded"))
    elif item.when is not None or isinstance(item, Webinar | Workshop):
        past = "yes" if state(item, context.now) is State.PAST else "no"
        dates.append(msg("card-when", when=when(item), past=past))
    if isinstance(item.when, Moment) and item.when.minutes:
        dates.append(msg("card-length", minutes=item.when.minutes))
    if isinstance(item.when, Moment) and context.shown.zone is None:
        dates.append(msg("card-zone-hint"))
    if isinstance(item, Opportunity):
        dates.append(msg("card-open", open="yes" if is_open(item, context.now) else "no"))
        dates.append(
            msg("card-deadline", deadline=item.deadline)
            if item.deadline
            else msg("card-no-deadline")
        )
    return dates


def _access(item: Item) -> Msg | None:
    if not isinstance(item, Webinar | Opportunity) or item.access is None:
        return None
    if item.access is Access.OPEN:
        return msg("card-open-to-all")
    return msg("card-places", places=item.places) if item.places else msg("card-by-invitation")


def _people(item: Item, context: Context) -> Msg | None:
    if not item.people:
        return None
    people = Listed(tuple(_person(one, context) for one in item.people))
    if isinstance(item, Webinar):
        return msg("card-speakers", people=people, count=len(item.people))
    return msg("card-contact", people=people)


def _person(speaker: Speaker, context: Context) -> Phrase:
    if speaker.affiliation is None:
        return speaker.name
    affiliation = label(speaker.affiliation, context.lang)
    return msg("person", name=speaker.name, affiliation=affiliation)


def _languages(item: Item) -> Msg | None:
    """The stated languages; where one would look for them and the source is silent, that it is."""
    if item.languages:
        return msg("card-languages", languages=Listed(tuple(map(Language, item.languages))))
    return msg("card-languages-unknown") if isinstance(item, Webinar | Package) else None


def _series(item: Item, context: Context) -> Msg | None:
    if item.series is None:
        return None
    series_id, part = item.series
    series = label(context.catalogue.community.series[series_id], context.lang)
    if part is None:
        return msg("card-in-series", series=series)
    return msg("card-series", part=part, series=series)


def _ways(item: Item, context: Context) -> list[Phrase | None]:
    """The ways to take part, each with its own deadline."""
    if not isinstance(item, Opportunity):
        return []
    return [
        msg("card-way", way=label(way.text, context.lang), deadline=way.deadline)
        if way.deadline
        else msg("card-way-open", way=label(way.text, context.lang))
        for way in item.ways
    ]


def _link(link: Link) -> Msg:
    name = msg("link", kind=link.kind)
    if link.url is None:
        return msg("card-link-unknown", link=name)
    return msg("card-link", link=Linked(name, link.url))


def revision_banner(item: Item, context: Context) -> Msg | None:
    """The banner over a package whose revision was announced."""
    if not isinstance(item, Package) or item.revision is None:
        return None
    revision = revision_state(item, context.now)
    if revision is RevisionState.AHEAD:
        return None
    shortest, longest = item.revision.months
    return msg(
        "card-revision",
        state=str(revision),
        begins=item.revision.begins,
        shortest=shortest,
        longest=longest,
    )


def notes(item: Item, context: Context) -> list[Phrase | None]:
    """What was said of it since, the newest first and the older marked as such.

    What the source will only say later than `now` is left out.
    """
    known = [note for note in item.notes if note.as_of.start <= context.now]
    newest_first = sorted(known, key=lambda note: note.as_of.last, reverse=True)
    return [
        msg(
            "card-note",
            as_of=note.as_of,
            text=label(note.text, context.lang),
            older="yes" if position else "no",
        )
        for position, note in enumerate(newest_first)
    ]
