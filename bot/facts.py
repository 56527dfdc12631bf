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
from bot.i18n.safe import isolate
from bot.phrases import label, title, translation_mark, when
from bot.ports.runtime import Scene
from bot.ports.speech import Html, Language, Linked, Listed, Msg, Phrase, lines, msg, paragraphs


def detail(item: Item, scene: Scene) -> Phrase:
    """What a list says behind a title: the date, or what matters of a thing without one."""
    match item:
        case Webinar(recorded=True, when=None):
            if item.languages:
                return msg("webinar-recorded-in", language=Language(item.languages[0]))
            return msg("webinar-recorded")
        case Package():
            return _edition(item, scene)
        case Opportunity(deadline=None):
            return msg("opportunity-no-deadline", as_of=item.as_of)
        case Opportunity(deadline=Span() as deadline):
            return msg("opportunity-until", deadline=deadline)
        case Page():
            return msg("page-detail")
        case _:
            return when(item)


def _edition(package: Package, scene: Scene) -> Phrase:
    """That a revision is under way, else the version, else the languages, as far as stated."""
    if revision_state(package, scene.now) is RevisionState.UNDER_WAY:
        return msg("package-under-revision")
    if package.version is not None:
        return label(package.version, scene.lang)
    if package.languages:
        return Listed(tuple(map(Language, package.languages)))
    return msg("package-languages-unknown")


def card(item: Item, scene: Scene) -> Phrase:
    """All that the content states of an item, and nothing that it does not."""
    used, text = item.text(scene.lang)
    summary = text.summary if used == scene.lang else isolate(text.summary)
    newer = scene.catalogue.newer_than.get(item.id)
    return paragraphs(
        msg("card-title", title=text.title),
        msg("card-superseded", title=title(newer, scene.lang)) if newer else None,
        revision_banner(item, scene),
        Html(summary),
        lines(*facts(item, scene)),
        lines(*notes(item, scene)),
        lines(msg("card-source", as_of=item.as_of), translation_mark(item, scene.lang)),
    )


def fact(item: Item, name: str, scene: Scene) -> Phrase:
    """A fact by the name that the section `follow` of ask.yaml has for it, if it is stated."""
    links = {
        link.kind: Linked(msg("link", kind=link.kind), link.url) for link in item.links if link.url
    }
    match name, item:
        case "when", _ if item.when is not None:
            return when(item)
        case "when" | "number", _:
            return detail(item, scene)
        case "where", Workshop():
            return label(item.place, scene.lang)
        case "who", Item(people=(_, *_)):
            return Listed(tuple(one.name for one in item.people))
        case "language", Item(languages=(_, *_)):
            return Listed(tuple(map(Language, item.languages)))
        case "length", Item(when=Moment(minutes=int(minutes))):
            return msg("date-minutes", minutes=minutes)
        case "take_part", Opportunity():
            return links.get("apply") or links.get("register") or detail(item, scene)
        case "take_part", _ if "register" in links:
            return links["register"]
        case "link", _ if links:
            return Listed(tuple(links.values()))
        case _:
            return msg("follow-unknown")


def facts(item: Item, scene: Scene) -> list[Phrase | None]:
    """The facts of an item as lines; those that are not stated are None."""
    lang, community = scene.lang, scene.catalogue.community
    organiser = community.organisations.get(item.organiser) if item.organiser else None
    return [
        *_dates(item, scene),
        msg("card-place", place=label(item.place, lang)) if isinstance(item, Workshop) else None,
        _access(item),
        _people(item, scene),
        _languages(item),
        msg("card-version", version=label(item.version, lang))
        if isinstance(item, Package) and item.version
        else None,
        _series(item, scene),
        msg("card-before", before=label(item.before, lang))
        if isinstance(item, Webinar) and item.before
        else None,
        *_ways(item, scene),
        msg("card-organiser", organiser=label(organiser, lang)) if organiser else None,
        *(_link(link) for link in item.links),
    ]


def _dates(item: Item, scene: Scene) -> list[Phrase | None]:
    """The date in the member's zone or its honest window, and until when one can take part."""
    dates: list[Phrase | None] = []
    if isinstance(item, Webinar) and item.recorded and item.when is None:
        dates.append(msg("card-recorded"))
    elif item.when is not None or isinstance(item, Webinar | Workshop):
        past = "yes" if state(item, scene.now) is State.PAST else "no"
        dates.append(msg("card-when", when=when(item), past=past))
    if isinstance(item.when, Moment) and item.when.minutes:
        dates.append(msg("card-length", minutes=item.when.minutes))
    if isinstance(item.when, Moment) and scene.shown.zone is None:
        dates.append(msg("card-zone-hint"))
    if isinstance(item, Opportunity):
        dates.append(msg("card-open", open="yes" if is_open(item, scene.now) else "no"))
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


def _people(item: Item, scene: Scene) -> Msg | None:
    if not item.people:
        return None
    people = Listed(tuple(_person(one, scene) for one in item.people))
    if isinstance(item, Webinar):
        return msg("card-speakers", people=people, count=len(item.people))
    return msg("card-contact", people=people)


def _person(speaker: Speaker, scene: Scene) -> Phrase:
    if speaker.affiliation is None:
        return speaker.name
    affiliation = label(speaker.affiliation, scene.lang)
    return msg("person", name=speaker.name, affiliation=affiliation)


def _languages(item: Item) -> Msg | None:
    """The stated languages; where one would look for them and the source is silent, that it is."""
    if item.languages:
        return msg("card-languages", languages=Listed(tuple(map(Language, item.languages))))
    return msg("card-languages-unknown") if isinstance(item, Webinar | Package) else None


def _series(item: Item, scene: Scene) -> Msg | None:
    if item.series is None:
        return None
    series_id, part = item.series
    series = label(scene.catalogue.community.series[series_id], scene.lang)
    if part is None:
        return msg("card-in-series", series=series)
    return msg("card-series", part=part, series=series)


def _ways(item: Item, scene: Scene) -> list[Phrase | None]:
    """The ways to take part, each with its own deadline."""
    if not isinstance(item, Opportunity):
        return []
    return [
        msg("card-way", way=label(way.text, scene.lang), deadline=way.deadline)
        if way.deadline
        else msg("card-way-open", way=label(way.text, scene.lang))
        for way in item.ways
    ]


def _link(link: Link) -> Msg:
    name = msg("link", kind=link.kind)
    if link.url is None:
        return msg("card-link-unknown", link=name)
    return msg("card-link", link=Linked(name, link.url))


def revision_banner(item: Item, scene: Scene) -> Msg | None:
    """The banner over a package whose revision was announced."""
    if not isinstance(item, Package) or item.revision is None:
        return None
    revision = revision_state(item, scene.now)
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


def notes(item: Item, scene: Scene) -> list[Phrase | None]:
    """What was said of it since, the newest first and the older marked as such.

    What the source will only say later than `now` is left out.
    """
    known = [note for note in item.notes if note.as_of.start <= scene.now]
    newest_first = sorted(known, key=lambda note: note.as_of.last, reverse=True)
    return [
        msg(
            "card-note",
            as_of=note.as_of,
            text=label(note.text, scene.lang),
            older="yes" if position else "no",
        )
        for position, note in enumerate(newest_first)
    ]
