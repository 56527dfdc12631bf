"""/webinars: what is coming and what was recorded, by topic, language or series."""

from collections.abc import Sequence

from bot.domain.items import Kind, Webinar
from bot.domain.last_answer import Conditions
from bot.domain.listing import State, in_state
from bot.domain.paging import page_of
from bot.facts import detail
from bot.phrases import in_rows, label, numbered, pick, rows, turn
from bot.ports.actions import BrowseWebinars
from bot.ports.intents import Command, Intent, Said
from bot.ports.runtime import Context, Route
from bot.ports.speech import Button, Language, Msg, Outgoing, msg, paragraphs
from bot.shown import list_shown

FILTERS = ("topic", "language", "series")


async def show(command: Command, context: Context) -> Sequence[Outgoing | Intent]:
    """The list, or the answer to what was written behind the command."""
    if command.argument:
        return [Said(f"{command.name} {command.argument}")]
    return [await _listed(BrowseWebinars(), context, edit=False)]


async def browse(action: BrowseWebinars, context: Context) -> Sequence[Outgoing]:
    """Another state, page or filter of the list, in place. A value of none of them: all of it."""
    if action.by and not action.value:
        return [_choice(action, context)]
    if action.value and action.value not in _values(action.by, context):
        action = BrowseWebinars(action.state)
    return [await _listed(action, context, edit=True)]


async def _listed(action: BrowseWebinars, context: Context, *, edit: bool) -> Outgoing:
    narrowed = [one for one in context.catalogue.all(Webinar) if _matches(one, action)]
    asked = action.state or State.UPCOMING
    found = in_state(narrowed, asked, context.now)
    shown = asked
    if not found and action.state is None:
        shown = State.RECORDED
        found = in_state(narrowed, shown, context.now)
    await list_shown(found, _conditions(action, shown), context)
    page = page_of(found, action.page)
    return Outgoing(
        text=paragraphs(
            msg("webinars-title", state=str(shown)),
            _filter_line(action, context),
            _nothing(asked, shown, bool(found)),
            numbered(page, context, detail) if found else None,
            msg("list-hint") if found else None,
        ),
        buttons=rows(
            pick(page),
            turn(page, lambda number: _at(action, shown, number)),
            _states(action, shown, narrowed, context),
            _filters(action),
        ),
        edit=edit,
    )


def _conditions(action: BrowseWebinars, shown: State) -> Conditions:
    return Conditions(
        kinds=frozenset({Kind.WEBINAR}),
        states=frozenset() if shown is State.ANNOUNCED else frozenset({str(shown)}),
        languages=frozenset({action.value} if action.by == "language" else ()),
    )


def _nothing(asked: State, shown: State, found: bool) -> Msg | None:
    """What to say of an empty list, and what is shown in its place."""
    if asked is shown:
        return None if found else msg("webinars-none", state=str(asked))
    return msg("webinars-none-but-recorded") if found else msg("webinars-none-at-all")


def _matches(webinar: Webinar, action: BrowseWebinars) -> bool:
    match action.by:
        case "topic":
            return action.value in webinar.topics
        case "language":
            return action.value in webinar.languages
        case "series":
            return webinar.series is not None and webinar.series[0] == action.value
        case _:
            return True


def _filter_line(action: BrowseWebinars, context: Context) -> Msg | None:
    if not action.value:
        return None
    return msg("webinars-filter", by=action.by, value=_name(action.by, action.value, context))


def _name(by: str, value: str, context: Context) -> str | Language:
    if by == "language":
        return Language(value)
    community = context.catalogue.community
    labels = (community.topics if by == "topic" else community.series).get(value)
    return label(labels, context.lang) if labels else value


def _at(action: BrowseWebinars, state: State, page: int) -> BrowseWebinars:
    return BrowseWebinars(state, action.by, action.value, page)


def _states(
    action: BrowseWebinars, shown: State, webinars: list[Webinar], context: Context
) -> list[Button]:
    """The other states in which there is something."""
    return [
        Button(
            msg("state-button", state=str(one), count=len(found)),
            BrowseWebinars(one, action.by, action.value),
        )
        for one in State
        if one is not shown and (found := in_state(webinars, one, context.now))
    ]


def _filters(action: BrowseWebinars) -> list[Button]:
    if action.value:
        return [Button(msg("no-filter-button"), BrowseWebinars(action.state))]
    return [Button(msg("filter-button", by=by), BrowseWebinars(action.state, by)) for by in FILTERS]


def _choice(action: BrowseWebinars, context: Context) -> Outgoing:
    """What the list can be narrowed to."""
    buttons = [
        Button(_name(action.by, value, context), BrowseWebinars(action.state, action.by, value))
        for value in _values(action.by, context)
    ]
    return Outgoing(
        text=msg("webinars-choose", by=action.by),
        buttons=[*in_rows(buttons, 2), [Button(msg("back-button"), BrowseWebinars(action.state))]],
        edit=True,
    )


def _values(by: str, context: Context) -> list[str]:
    """The values that some webinar has, each once, in the catalogue's order."""
    values: dict[str, None] = {}
    for webinar in context.catalogue.all(Webinar):
        match by:
            case "topic":
                values.update(dict.fromkeys(webinar.topics))
            case "language":
                values.update(dict.fromkeys(webinar.languages))
            case "series" if webinar.series:
                values[webinar.series[0]] = None
    return list(values)


ROUTES = (
    Route(intent=Command, name="webinars", handler=show),
    Route(intent=BrowseWebinars, handler=browse),
)
