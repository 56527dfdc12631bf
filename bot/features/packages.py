"""/packages: training packages and other resources, by language and by version."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.items import Kind, Package
from bot.domain.last_answer import Conditions
from bot.domain.paging import page_of
from bot.facts import detail
from bot.phrases import in_rows, numbered, pick, rows, turn
from bot.ports.actions import OpenMenu
from bot.ports.intents import Action, Command, Intent, Said
from bot.ports.runtime import Context, Route
from bot.ports.speech import Button, Language, Outgoing, msg, paragraphs
from bot.shown import list_shown


class View(StrEnum):
    """Which packages are listed."""

    TRAINING = "training"
    OTHER = "other"
    VERSIONED = "versioned"
    REVISED = "revised"


@dataclass(frozen=True, slots=True)
class BrowsePackages(Action):
    """List packages of a view, in a language where one is given."""

    code = "p"
    view: View = View.TRAINING
    language: str | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class ChoosePackageLanguage(Action):
    """Choose the language to narrow the list to."""

    code = "pl"
    view: View


async def show(command: Command, context: Context) -> Sequence[Outgoing | Intent]:
    """The list, or the answer to what was written behind the command."""
    if command.argument:
        return [Said(f"{command.name} {command.argument}")]
    return [await _listed(BrowsePackages(), context, edit=False)]


async def browse(action: BrowsePackages, context: Context) -> Sequence[Outgoing]:
    """Another view, page or language of the list, in place. A language of none of them: all."""
    if action.language not in _languages(context):
        action = BrowsePackages(action.view, None, action.page)
    return [await _listed(action, context, edit=True)]


async def _listed(action: BrowsePackages, context: Context, *, edit: bool) -> Outgoing:
    found = [
        one
        for one in context.catalogue.all(Package)
        if _in_view(one, action.view)
        and (action.language is None or action.language in one.languages)
    ]
    languages = frozenset({action.language} if action.language else ())
    asked = Conditions(kinds=frozenset({Kind.PACKAGE}), languages=languages)
    await list_shown(found, asked, context)
    page = page_of(found, action.page)
    return Outgoing(
        text=paragraphs(
            msg("packages-title", view=str(action.view)),
            msg("packages-in", language=Language(action.language)) if action.language else None,
            numbered(page, context, detail) if found else msg("packages-none"),
            msg("list-hint") if found else None,
        ),
        buttons=rows(
            pick(page),
            turn(page, lambda number: BrowsePackages(action.view, action.language, number)),
            *in_rows(_views(action), 2),
            [Button(msg("filter-button", by="language"), ChoosePackageLanguage(action.view))],
        ),
        edit=edit,
    )


def _in_view(package: Package, view: View) -> bool:
    match view:
        case View.TRAINING:
            return package.training
        case View.OTHER:
            return not package.training
        case View.VERSIONED:
            return package.version is not None
        case View.REVISED:
            return package.revision is not None


def _views(action: BrowsePackages) -> list[Button]:
    return [
        Button(msg("packages-view-button", view=str(view)), BrowsePackages(view, action.language))
        for view in View
        if view is not action.view
    ]


async def choose_language(action: ChoosePackageLanguage, context: Context) -> Sequence[Outgoing]:
    """The languages stated for some package; honest words where none is."""
    stated = _languages(context)
    buttons = [
        Button(Language(language), BrowsePackages(action.view, language)) for language in stated
    ]
    known = msg("packages-choose-language") if stated else msg("packages-languages-unknown")
    return [
        Outgoing(
            text=known,
            buttons=[
                *in_rows(buttons, 2),
                [
                    Button(msg("back-button"), BrowsePackages(action.view)),
                    Button(msg("menu-button"), OpenMenu()),
                ],
            ],
            edit=True,
        )
    ]


def _languages(context: Context) -> list[str]:
    packages = context.catalogue.all(Package)
    return list(dict.fromkeys(language for one in packages for language in one.languages))


ROUTES = (
    Route(intent=Command, name="packages", handler=show),
    Route(intent=BrowsePackages, handler=browse),
    Route(intent=ChoosePackageLanguage, handler=choose_language),
)
