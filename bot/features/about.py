"""/about and /help: who the community is, and what the bot can do."""

from collections.abc import Sequence

from bot.domain.items import Page
from bot.phrases import label, short_title
from bot.ports.actions import OpenMenu, ShowItem
from bot.ports.intents import Command, Intent
from bot.ports.runtime import Context, Route
from bot.ports.speech import Button, Outgoing, msg, paragraphs


async def about(_: Command, context: Context) -> Sequence[Outgoing | Intent]:
    """The community's pages, and how this bot treats what it is told."""
    pages = context.catalogue.all(Page)
    name = label(context.catalogue.community.name, context.lang)
    return [
        Outgoing(
            text=paragraphs(
                msg("about", name=name),
                label(context.catalogue.community.description, context.lang),
                msg("about-contact", contact=context.contact) if context.contact else None,
            ),
            buttons=[
                *([Button(short_title(one, context.lang), ShowItem(one.id))] for one in pages),
                [Button(msg("menu-button"), OpenMenu())],
            ],
        )
    ]


async def help_(_: Command, __: Context) -> Sequence[Outgoing]:
    """What can be asked, typed and tapped."""
    return [Outgoing(text=msg("help"), buttons=[[Button(msg("menu-button"), OpenMenu())]])]


ROUTES = (
    Route(intent=Command, name="about", handler=about),
    Route(intent=Command, name="help", handler=help_),
)
