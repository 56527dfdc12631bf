"""Passing a question on to the coordinators: shown first, and without a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.questions import MOST_A_DAY
from bot.ports.actions import OpenMenu, PassOn
from bot.ports.intents import Action, Intent, Said
from bot.ports.runtime import Context, Notice, Route
from bot.ports.speech import Button, Outgoing, lines, msg
from bot.threads import quoted, tell_coordinators, tells_of_risk, with_menu
from bot.unanswered import OFFERED, asked_in, no_longer_known, passed_on


@dataclass(frozen=True, slots=True)
class LeaveQuestion(Action):
    """Do not pass the question on."""

    code = "qn"


async def pass_on(action: PassOn, context: Context) -> Sequence[Outgoing | Notice | Intent]:
    """Show what would be passed on, and pass it on once the member is sure."""
    drafts, chat_id = context.unit.drafts, context.origin.chat_id
    words = await drafts.get(chat_id, asked_in(action.asked))
    if words is None:
        already = await drafts.get(chat_id, passed_on(action.asked))
        return [with_menu(msg("passed-on-already")) if already else no_longer_known()]
    if not context.coordinators:
        return [with_menu(msg("pass-on-nobody"))]
    yesterday = context.now - timedelta(days=1)
    if await context.unit.questions.asked_since(chat_id, yesterday) >= MOST_A_DAY:
        return [with_menu(msg("pass-on-enough", most=MOST_A_DAY))]
    if not action.sure:
        return [_confirm(action.asked, words)]
    await drafts.drop(chat_id, asked_in(action.asked))
    if tells_of_risk(words, context):
        return [Said(words)]
    await drafts.keep(chat_id, passed_on(action.asked), words, context.now + OFFERED)
    question = await context.unit.questions.ask(chat_id, context.lang, words)
    return [
        Outgoing(
            text=lines(msg("passed-on", number=str(question.id)), quoted(words)),
            buttons=[[Button(msg("menu-button"), OpenMenu())]],
            edit=True,
        ),
        *await tell_coordinators(question, context),
    ]


def _confirm(asked: int, words: str) -> Outgoing:
    return Outgoing(
        text=lines(msg("pass-on-sure"), quoted(words), msg("pass-on-rules")),
        buttons=[
            [Button(msg("send-button"), PassOn(asked, sure=True))],
            [Button(msg("pass-on-not-button"), LeaveQuestion())],
        ],
    )


async def leave(_: LeaveQuestion, __: Context) -> Sequence[Outgoing]:
    """Nothing is passed on."""
    menu = [[Button(msg("menu-button"), OpenMenu())]]
    return [Outgoing(text=msg("pass-on-left"), buttons=menu, edit=True)]


ROUTES = (
    Route(intent=PassOn, handler=pass_on, personal=True),
    Route(intent=LeaveQuestion, handler=leave, personal=True),
)
