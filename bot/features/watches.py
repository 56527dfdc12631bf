"""Watches: "tell me when there is one", kept with consent until it comes true or is removed."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.items import Item
from bot.domain.paging import Page
from bot.domain.watching import MOST, Watch, arrived, fingerprints
from bot.facts import detail
from bot.phrases import consent_needed, excerpt, in_rows, numbered, short_title
from bot.ports.actions import OpenMenu, OpenWatches, ShowItem, WatchFor
from bot.ports.intents import Action, Tick
from bot.ports.runtime import Context, Notice, Route
from bot.ports.speech import Button, Outgoing, Typed, lines, msg, paragraphs
from bot.threads import quoted
from bot.unanswered import asked_in, no_longer_known, passed_on

JOB = "watches"
"""Its tick comes with new content, and daily: a bulletin comes to exist on its day, and whoever had
blocked the bot may have come back."""

SHOWN = 200
"""Characters of a question in the list, which holds all of a member's watches."""


@dataclass(frozen=True, slots=True)
class DropWatch(Action):
    """Stop waiting on this."""

    code = "wd"
    watch: int


@dataclass(frozen=True, slots=True)
class KeepWatching(Action):
    """Wait on, after it came true, for what comes next."""

    code = "wk"
    watch: int


async def watch(action: WatchFor, context: Context) -> Sequence[Outgoing]:
    """Keep the question, with consent, until something answers it."""
    words = await _asked(action.asked, context)
    if words is None:
        return [no_longer_known()]
    if context.member.consented_at is None:
        return [consent_needed()]
    own = await context.unit.watches.of(context.member.id)
    if any(one.words == words for one in own):
        return [Outgoing(text=msg("watch-already"), buttons=_to_list())]
    if len(own) >= MOST:
        return [_enough()]
    await context.unit.watches.add(
        Watch(
            id=0,
            member_id=context.member.id,
            words=words,
            lang=context.lang,
            known=fingerprints(context.catalogue),
            created_at=context.now,
        )
    )
    return [Outgoing(text=lines(msg("watch-set"), quoted(words)), buttons=_to_list())]


async def _asked(message_id: int, context: Context) -> str | None:
    """What a message asked, while that is kept; it may have been passed on meanwhile."""
    drafts, chat_id = context.unit.drafts, context.origin.chat_id
    words = await drafts.get(chat_id, asked_in(message_id))
    return words or await drafts.get(chat_id, passed_on(message_id))


def _to_list() -> list[list[Button]]:
    return [[Button(msg("watches-button"), OpenWatches())]]


def _enough() -> Outgoing:
    return Outgoing(text=msg("watches-enough", most=MOST), buttons=_to_list())


async def watches(_: OpenWatches, context: Context) -> Sequence[Outgoing]:
    """What the member waits on, and a button to remove each."""
    return [_listed(await context.unit.watches.of(context.member.id), edit=False)]


async def drop(action: DropWatch, context: Context) -> Sequence[Outgoing]:
    """Remove one of one's own; the list is shown anew in any case."""
    if await _own(action.watch, context):
        await context.unit.watches.drop(action.watch)
    return [_listed(await context.unit.watches.of(context.member.id), edit=True)]


def _listed(own: Sequence[Watch], *, edit: bool) -> Outgoing:
    entries = [
        msg("watch-entry", number=number, words=Typed(excerpt(" ".join(one.words.split()), SHOWN)))
        for number, one in enumerate(own, 1)
    ]
    buttons = [
        Button(msg("watch-drop-button", number=number), DropWatch(one.id))
        for number, one in enumerate(own, 1)
    ]
    return Outgoing(
        text=paragraphs(
            msg("watches-title"),
            lines(*entries) if own else msg("watches-none"),
            msg("watches-kept") if own else None,
        ),
        buttons=[*in_rows(buttons, 5), [Button(msg("menu-button"), OpenMenu())]],
        edit=edit,
    )


async def _own(watch_id: int, context: Context) -> Watch | None:
    """The watch, if it is the member's: a button proves nothing."""
    found = await context.unit.watches.get(watch_id)
    return found if found and found.member_id == context.member.id else None


async def keep(action: KeepWatching, context: Context) -> Sequence[Outgoing]:
    """Wait on, for what is not there yet."""
    found = await _own(action.watch, context)
    if found is None:
        return [Outgoing(text=msg("watch-gone"), buttons=_to_list())]
    if found.fired_at is None:
        return [Outgoing(text=msg("watch-already"), buttons=_to_list())]
    if len(await context.unit.watches.of(context.member.id)) >= MOST:
        return [_enough()]
    await context.unit.watches.renew(found.id, fingerprints(context.catalogue))
    return [Outgoing(text=lines(msg("watch-set"), quoted(found.words)), buttons=_to_list())]


async def look(_: Tick, context: Context) -> Sequence[Notice]:
    """Tell everybody whose watch came true. It is spent in the same commit, so told once."""
    waiting = await context.unit.watches.waiting()
    found = {
        one: arrived(one, context.content.ask, context.catalogue, context.now) for one in waiting
    }
    await context.unit.members.load({one.member_id for one, items in found.items() if items})
    notices = []
    for one, items in found.items():
        if not items:
            continue
        to = await context.toward(one.member_id, one.lang)
        if to.member.blocked:
            continue  # it waits until they are back
        await context.unit.watches.fired(one.id)
        notices.append(Notice(said=_came_true(one, items, to), to=to))
    return notices


def _came_true(one: Watch, items: Sequence[Item], to: Context) -> Outgoing:
    page = Page(entries=items, number=0, count=1)
    cards = [[Button(short_title(item, to.lang), ShowItem(item.id))] for item in page.entries]
    return Outgoing(
        text=paragraphs(
            lines(msg("watch-came-true"), quoted(one.words)),
            numbered(page, to, detail),
            msg("watch-spent"),
        ),
        buttons=[*cards, [Button(msg("keep-watching-button"), KeepWatching(one.id))]],
    )


ROUTES = (
    Route(intent=WatchFor, handler=watch, personal=True),
    Route(intent=OpenWatches, handler=watches, personal=True),
    Route(intent=DropWatch, handler=drop, personal=True),
    Route(intent=KeepWatching, handler=keep, personal=True),
    Route(intent=Tick, name=JOB, handler=look),
)
