"""The card of an item: all that the content states of it, and nothing that it does not."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.calendar_file import calendar_file
from bot.domain.items import Item
from bot.domain.payload import payload_of
from bot.domain.when import Moment
from bot.facts import card
from bot.phrases import in_rows, rows, short_title, title
from bot.ports.actions import OpenMenu, ShowItem
from bot.ports.intents import Action
from bot.ports.runtime import Context, Route
from bot.ports.speech import Button, Document, Outgoing, Share, msg
from bot.shown import card_shown

MOST_RELATED = 5
"""Buttons to related items on one card."""


@dataclass(frozen=True, slots=True)
class AddToCalendar(Action):
    """Send the calendar file of an item with an exact date."""

    code = "c"
    item: str


async def show(action: ShowItem, context: Context) -> Sequence[Outgoing]:
    """The card, as a message of its own: it can be passed on, and the list above it stays."""
    item = context.catalogue.get(action.item)
    if item is None:
        menu = [[Button(msg("menu-button"), OpenMenu())]]
        return [Outgoing(text=msg("card-gone"), buttons=menu)]
    await card_shown(item, context)
    return [_card(item, context)]


def _card(item: Item, context: Context) -> Outgoing:
    return Outgoing(text=card(item, context), buttons=_buttons(item, context))


def _buttons(item: Item, context: Context) -> list[list[Button]]:
    lang, catalogue = context.lang, context.catalogue
    newer = catalogue.newer_than.get(item.id)
    links = [
        Button(msg("link", kind=link.kind), link.url) for link in item.links if link.url is not None
    ]
    related = [found for one in item.related if (found := catalogue.get(one)) is not None]
    if newer and newer not in related:
        related.insert(0, newer)
    return rows(
        [Button(msg("calendar-button"), AddToCalendar(item.id))]
        if isinstance(item.when, Moment) and item.when.end > context.now
        else [],
        *in_rows(links, 2),
        *([Button(short_title(one, lang), ShowItem(one.id))] for one in related[:MOST_RELATED]),
        [
            Button(msg("share-button"), Share(payload_of(item.id), title(item, lang))),
            Button(msg("menu-button"), OpenMenu()),
        ],
    )


async def add_to_calendar(action: AddToCalendar, context: Context) -> Sequence[Outgoing]:
    """The item as an .ics file; where there is no exact date, the card: it says what is known."""
    item = context.catalogue.get(action.item)
    if item is None or not isinstance(item.when, Moment):
        return await show(ShowItem(action.item), context)
    content = calendar_file(item, item.when, item.text(context.lang)[1], context.now)
    return [
        Outgoing(
            text=msg("calendar-caption", title=title(item, context.lang)),
            document=Document(name=f"{item.slug}.ics", content=content, mime="text/calendar"),
        )
    ]


ROUTES = (
    Route(intent=ShowItem, handler=show),
    Route(intent=AddToCalendar, handler=add_to_calendar),
)
