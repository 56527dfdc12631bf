"""What a member does with a coordinator's answer: it helped, or there is more to ask."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.questions import MOST_IN_A_ROW, Author, Question, QuestionState
from bot.ports.actions import AskOn, Helped, OpenMenu
from bot.ports.intents import Action, Intent, Said
from bot.ports.runtime import Context, Notice, Route
from bot.ports.speech import Button, Outgoing, lines, msg, paragraphs
from bot.threads import gone, quoted, tell_coordinators, tells_of_risk, with_menu
from bot.writing import (
    ANEW,
    MORE,
    VERSION,
    add,
    draft,
    drop,
    leave,
    preview,
    too_long,
    wait_for_words,
    waited_for,
)


@dataclass(frozen=True, slots=True)
class PassOnMore(Action):
    """Pass on what was added to a thread."""

    code = "qm"
    question: int


async def helped(action: Helped, context: Context) -> Sequence[Outgoing]:
    """The thread is at its end, until the member asks on."""
    question = await _own(action.question, context)
    if question is None:
        return [gone(question)]
    if question.state is QuestionState.ANSWERED:
        await context.unit.questions.mark(question.id, QuestionState.HELPED)
    return [with_menu(msg("helped"))]


async def _own(question_id: int, context: Context) -> Question | None:
    """The question, if this chat asked it: a button proves nothing."""
    found = await context.unit.questions.get(question_id)
    return found if found and found.chat_id == context.origin.chat_id else None


async def ask_on(action: AskOn, context: Context) -> Sequence[Outgoing]:
    """Wait for what the member adds; a draft that was left is shown instead."""
    question = await _own(action.question, context)
    if question is None:
        return [gone(question)]
    if question.waiting >= MOST_IN_A_ROW:
        return [with_menu(msg("more-enough"))]
    await wait_for_words(MORE, question.id, context, anew=False)
    words = await draft(MORE, question.id, context)
    return [_preview(question.id, words) if words else _prompt()]


def _prompt() -> Outgoing:
    return Outgoing(text=paragraphs(msg("more-write"), msg("pass-on-rules")))


def _preview(question_id: int, words: str) -> Outgoing:
    return preview(msg("more-preview"), words, MORE, question_id, PassOnMore(question_id))


async def typed(said: Said, context: Context) -> Sequence[Outgoing | Intent]:
    """What is written next: a part of the draft, unless it tells of a child at risk."""
    question_id, _ = await waited_for(context)
    if await _own(question_id, context) is None:
        await leave(MORE, question_id, context)
        return [gone(None)]
    if not said.text.strip():
        return [_prompt()]
    if tells_of_risk(said.text, context):
        await leave(MORE, question_id, context)
        return [said]
    words = await add(said.text, MORE, context)
    return [too_long() if words is None else _preview(question_id, words)]


async def send(action: PassOnMore, context: Context) -> Sequence[Outgoing | Notice | Intent]:
    """Add the draft to the thread, and tell the coordinators."""
    question = await _own(action.question, context)
    if question is None:
        return [gone(question)]
    words = await draft(MORE, question.id, context)
    if words is None:
        return [with_menu(msg("draft-none"))]
    if question.waiting >= MOST_IN_A_ROW:
        return [with_menu(msg("more-enough"))]
    await drop(MORE, question.id, context)
    if tells_of_risk(words, context):
        return [Said(words)]
    await context.unit.questions.post(question.id, Author.MEMBER, words)
    grown = await context.unit.questions.get(question.id)
    return [
        Outgoing(
            text=lines(msg("passed-on", number=str(question.id)), quoted(words)),
            buttons=[[Button(msg("menu-button"), OpenMenu())]],
            edit=True,
        ),
        *(await tell_coordinators(grown, context) if grown else ()),
    ]


ROUTES = (
    Route(intent=Helped, handler=helped, personal=True),
    Route(intent=AskOn, handler=ask_on, personal=True),
    Route(intent=PassOnMore, handler=send, personal=True),
    Route(intent=Said, name=MORE, version=VERSION, handler=typed, personal=True),
    Route(intent=Said, name=f"{MORE}{ANEW}", version=VERSION, handler=typed, personal=True),
)
