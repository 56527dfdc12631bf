"""/news: the bulletins, the latest first, by month, or by a word that stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.folding import fold
from bot.domain.items import Item, Kind, News
from bot.domain.last_answer import Conditions
from bot.domain.listing import published
from bot.domain.paging import page_of
from bot.facts import detail
from bot.phrases import in_rows, numbered, pick, rows, turn
from bot.ports.actions import ShowItem
from bot.ports.intents import Action, Command, Intent
from bot.ports.runtime import Context, Route
from bot.ports.speech import Button, Outgoing, Quoted, msg, paragraphs
from bot.shown import list_shown

LONGEST_WORD = 20
"""Characters of a searched word that a page button can carry."""


@dataclass(frozen=True, slots=True)
class BrowseNews(Action):
    """List bulletins, those that hold a word where one is given."""

    code = "b"
    word: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class ChooseMonth(Action):
    """Choose a bulletin by its month."""

    code = "bm"


async def show(command: Command, context: Context) -> Sequence[Outgoing | Intent]:
    """The list; with a word behind the command, the bulletins that hold it."""
    return [await _listed(BrowseNews(command.argument), context, edit=False)]


async def browse(action: BrowseNews, context: Context) -> Sequence[Outgoing]:
    """Another page of the list, in place."""
    return [await _listed(action, context, edit=True)]


async def _listed(action: BrowseNews, context: Context, *, edit: bool) -> Outgoing:
    bulletins = published(context.catalogue.all(News), context.now)
    word = fold(action.word).strip()
    found = [one for one in bulletins if _holds(one, word)] if word else bulletins
    await list_shown(found, Conditions(kinds=frozenset({Kind.NEWS})), context)
    page = page_of(found, action.page)
    shown = found or bulletins
    return Outgoing(
        text=paragraphs(
            msg("news-with-word", word=Quoted(action.word)) if word else msg("news-title"),
            numbered(page, context, detail) if found else msg("news-none"),
            msg("list-hint") if found else None,
        ),
        buttons=rows(
            pick(page),
            turn(page, lambda number: BrowseNews(_carried(action.word), number)),
            [
                Button(msg("latest-button"), ShowItem(shown[0].id)),
                Button(msg("by-month-button"), ChooseMonth()),
            ]
            if shown
            else [],
            [Button(msg("all-news-button"), BrowseNews())] if word else [],
        ),
        edit=edit,
    )


def _holds(bulletin: Item, folded: str) -> bool:
    return any(
        folded in fold(f"{text.title} {text.summary} {' '.join(text.aliases)}")
        for text in bulletin.texts.values()
    )


def _carried(word: str) -> str:
    """As much of a word as fits into a button's 64 bytes."""
    return word.replace("~", " ").encode()[: 2 * LONGEST_WORD].decode(errors="ignore")


async def by_month(_: ChooseMonth, context: Context) -> Sequence[Outgoing]:
    """A button for each month that has a bulletin."""
    bulletins = published(context.catalogue.all(News), context.now)
    buttons = [
        Button(bulletin.when, ShowItem(bulletin.id))
        for bulletin in bulletins
        if bulletin.when is not None
    ]
    return [
        Outgoing(
            text=msg("news-choose-month"),
            buttons=[*in_rows(buttons, 2), [Button(msg("back-button"), BrowseNews())]],
            edit=True,
        )
    ]


ROUTES = (
    Route(intent=Command, name="news", handler=show),
    Route(intent=BrowseNews, handler=browse),
    Route(intent=ChooseMonth, handler=by_month),
)
