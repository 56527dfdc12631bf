"""/start: hello, what is kept and why, interests; and the menu."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.payload import item_of
from bot.phrases import in_rows, label
from bot.ports.actions import (
    OpenCommand,
    OpenInterests,
    OpenLanguages,
    OpenMenu,
    OpenSettings,
    ShowItem,
    TurnToPeople,
)
from bot.ports.intents import Action, ChatKind, Command, Intent
from bot.ports.runtime import Context, Route
from bot.ports.speech import Button, DeepLink, Menu, Outgoing, msg, paragraphs

PLACES: dict[str, Action] = {
    "settings": OpenSettings(),
    "language": OpenLanguages(),
    "interests": OpenInterests(),
    "menu": OpenMenu(),
    "safeguarding": TurnToPeople(),
}
"""Where a deep link may lead besides an item, by its payload."""


@dataclass(frozen=True, slots=True)
class Consent(Action):
    """The member agrees, or does not, that preferences are kept."""

    code = "a"
    given: bool


async def start(command: Command, context: Context) -> Sequence[Outgoing | Menu | Intent]:
    """Hello to who is new; a deep link leads straight to what it names, with the hello after it."""
    if context.origin.chat is ChatKind.GROUP:
        hello = [[Button(msg("private-button"), DeepLink("menu"))]]
        return [Outgoing(text=msg("group-hello", name=_name(context)), buttons=hello)]
    said: list[Outgoing | Menu | Intent] = []
    item_id = item_of(command.argument)
    target = ShowItem(item_id) if item_id else PLACES.get(command.argument)
    newcomer = context.member.consented_at is None
    if target is None:
        said.append(_welcome(context) if newcomer else OpenMenu())
    else:
        said += [target, _short_hello(context)] if newcomer else [target]
    return [*said, Menu()]


def _name(context: Context) -> str:
    return label(context.catalogue.community.name, context.lang)


def _welcome(context: Context) -> Outgoing:
    return Outgoing(
        text=paragraphs(
            msg("welcome", name=_name(context)),
            label(context.catalogue.community.short_description, context.lang),
            msg("consent"),
        ),
        buttons=[
            [Button(msg("agree-button"), Consent(True))],
            [Button(msg("not-now-button"), Consent(False))],
            [Button(msg("languages-button"), OpenLanguages())],
        ],
    )


def _short_hello(context: Context) -> Outgoing:
    return Outgoing(
        text=msg("hello-short", name=_name(context)),
        buttons=[
            [
                Button(msg("start-button"), OpenCommand("start")),
                Button(msg("menu-button"), OpenMenu()),
            ]
        ],
    )


async def consent(action: Consent, context: Context) -> Sequence[Outgoing | Intent]:
    """With consent the interests come next; without, nothing is kept and the menu is open."""
    if not action.given:
        return [Outgoing(text=msg("consent-declined"), edit=True), OpenMenu()]
    if context.member.consented_at is None:
        await context.unit.members.save(replace(context.member, consented_at=context.now))
    return [Outgoing(text=msg("consent-given"), edit=True), OpenInterests()]


async def menu(_: OpenMenu, context: Context) -> Sequence[Outgoing]:
    """The overview, a button for each thing."""
    commands = ("webinars", "packages", "news", "opportunities", "about", "help")
    buttons = [Button(msg("command-button", command=one), OpenCommand(one)) for one in commands]
    if context.origin.chat is ChatKind.PRIVATE:
        buttons += [
            Button(msg("settings-button"), OpenSettings()),
            Button(msg("languages-button"), OpenLanguages()),
        ]
    return [Outgoing(text=msg("menu", name=_name(context)), buttons=in_rows(buttons, 2))]


async def open_command(action: OpenCommand, _: Context) -> Sequence[Intent]:
    """Hand over to the command's own route."""
    return [Command(action.command)]


ROUTES = (
    Route(intent=Command, name="start", handler=start),
    Route(intent=Consent, handler=consent, personal=True),
    Route(intent=OpenMenu, handler=menu),
    Route(intent=OpenCommand, handler=open_command),
)
