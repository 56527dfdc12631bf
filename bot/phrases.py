"""Pieces of speech that several features say: titles, dates, numbered lists, paging buttons."""

from collections.abc import Callable, Iterable, Sequence

from bot.domain.items import Item, Labels, Lang
from bot.domain.paging import Page
from bot.domain.people import Member
from bot.ports.actions import OpenCommand, ShowItem
from bot.ports.intents import Action
from bot.ports.runtime import Scene
from bot.ports.speech import Button, Language, Lines, Msg, Outgoing, Phrase, lines, msg

TITLE_ON_BUTTON = 40
"""Characters of a title that fit on a button of a phone."""


def title(item: Item, lang: Lang) -> str:
    """The item's title in the language, or in another that has one."""
    return item.text(lang)[1].title


def short_title(item: Item, lang: Lang) -> str:
    """The title, cut so that it fits on a button."""
    return excerpt(title(item, lang), TITLE_ON_BUTTON)


def excerpt(text: str, length: int) -> str:
    """The text, cut to so many characters."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def label(labels: Labels, lang: Lang) -> str:
    """A label in the language, or in another that has one."""
    return labels.get(lang) or next(iter(labels.values()))


def when(item: Item) -> Phrase:
    """The date as exactly as it is known."""
    return msg("date-unknown") if item.when is None else item.when


def translation_mark(item: Item, lang: Lang) -> Msg | None:
    """That the words are in another language, or a translation that nobody has reviewed."""
    used, text = item.text(lang)
    if used != lang:
        return msg("mark-untranslated", language=Language(used))
    return msg("mark-draft") if text.is_draft else None


def entry(number: int, item: Item, detail: Phrase, member: Member, lang: Lang) -> Msg:
    """A line of a list; a star says that it is on one of the member's interests."""
    used, text = item.text(lang)
    starred = "yes" if member.interests & set(item.topics) else "no"
    if used != lang:
        return msg(
            "list-entry-untranslated",
            number=number,
            title=text.title,
            detail=detail,
            starred=starred,
            language=Language(used),
        )
    return msg("list-entry", number=number, title=text.title, detail=detail, starred=starred)


def numbered(page: Page[Item], scene: Scene, detail: Callable[[Item, Scene], Phrase]) -> Lines:
    """A page of a list, its entries numbered from 1 through all pages."""
    return lines(
        *(
            entry(number, item, detail(item, scene), scene.shown, scene.lang)
            for number, item in enumerate(page.entries, page.first + 1)
        )
    )


def pick(page: Page[Item]) -> list[Button]:
    """A row of number buttons that open the entries of a page."""
    return [
        Button(str(number), ShowItem(item.id))
        for number, item in enumerate(page.entries, page.first + 1)
    ]


def turn(page: Page[object], to: Callable[[int], Action]) -> list[Button]:
    """A row of buttons that turn the page; empty where there is but one."""
    row = []
    if page.number > 0:
        row.append(Button(msg("previous-button"), to(page.number - 1)))
    if page.number < page.count - 1:
        row.append(Button(msg("next-button"), to(page.number + 1)))
    return row


def rows(*given: Iterable[Button]) -> list[list[Button]]:
    """Rows of buttons, empty ones left out."""
    return [row for row in map(list, given) if row]


def in_rows(buttons: Sequence[Button], width: int) -> list[list[Button]]:
    """Buttons in rows of at most `width`."""
    return [list(buttons[at : at + width]) for at in range(0, len(buttons), width)]


def consent_needed() -> Outgoing:
    """That something can be kept only with consent, and where to give it."""
    button = Button(msg("start-button"), OpenCommand("start"))
    return Outgoing(text=msg("consent-needed"), buttons=[[button]])
