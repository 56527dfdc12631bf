"""Whatever no other feature answers: kindly, and with a way on."""

from collections.abc import Sequence
from dataclasses import replace

from bot.phrases import label
from bot.ports.actions import OpenCommand, OpenLanguages, OpenMenu, OpenSettings
from bot.ports.intents import ChatKind, Command, Intent, Membership, Sent, Stale
from bot.ports.runtime import Context, Route
from bot.ports.speech import Button, DeepLink, Outgoing, Quoted, msg

MENU = [[Button(msg("menu-button"), OpenMenu())]]


async def thing(sent: Sent, _: Context) -> Sequence[Outgoing]:
    """A photo, a voice message, a sticker: the bot reads only text, and keeps none of it."""
    return [Outgoing(text=msg("only-text", thing=str(sent.thing)), buttons=MENU)]


async def stale(_: Stale, __: Context) -> Sequence[Outgoing | Intent]:
    """A button of another time: the menu of today."""
    return [Outgoing(text=msg("stale")), OpenMenu()]


async def unknown(command: Command, context: Context) -> Sequence[Outgoing]:
    """A command that does not exist. In a group it may be meant for another bot."""
    if context.origin.chat is ChatKind.GROUP:
        return []
    typed = Quoted(f"/{command.name}")
    return [Outgoing(text=msg("unknown-command", command=typed), buttons=MENU)]


async def membership(change: Membership, context: Context) -> Sequence[Outgoing]:
    """Taken into a group, the bot says what it does there; blocked, it remembers not to write."""
    if context.origin.chat is ChatKind.PRIVATE:
        if context.member.consented_at is not None or context.member.language is not None:
            blocked = not change.present
            await context.unit.members.save(replace(context.member, blocked=blocked))
        return []
    if not change.present:
        return []
    name = label(context.catalogue.community.name, context.lang)
    private = [[Button(msg("private-button"), DeepLink("menu"))]]
    return [Outgoing(text=msg("group-hello", name=name), buttons=private)]


async def refused(_: Intent, __: Context) -> Sequence[Outgoing]:
    """The route is for another role."""
    return [Outgoing(text=msg("not-for-you"), buttons=MENU)]


async def elsewhere(intent: Intent, _: Context) -> Sequence[Outgoing]:
    """In a group: what is personal goes on in the private chat."""
    match intent:
        case OpenLanguages() | Command("language") | OpenCommand("language"):
            payload = "language"
        case OpenSettings() | Command("settings") | OpenCommand("settings"):
            payload = "settings"
        case _:
            payload = "menu"
    private = [[Button(msg("private-button"), DeepLink(payload))]]
    return [Outgoing(text=msg("personal"), buttons=private)]


async def broken(_: Intent, context: Context) -> Sequence[Outgoing]:
    """A feature failed again and again; what was written is kept for whoever mends it."""
    contact = context.contact or "none"
    return [Outgoing(text=msg("broken", contact=contact), buttons=MENU)]


ROUTES = (
    Route(intent=Command, handler=unknown, menu=False),
    Route(intent=Sent, handler=thing),
    Route(intent=Stale, handler=stale),
    Route(intent=Membership, handler=membership),
)
