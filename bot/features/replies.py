"""For coordinators: answering what members passed on."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.people import Role
from bot.domain.questions import Author, Question, QuestionState
from bot.ports.actions import AnswerQuestion, ShowThread
from bot.ports.intents import Action, Said
from bot.ports.runtime import Context, Notice, Route
from bot.ports.speech import Button, Outgoing, lines, msg
from bot.threads import gone, last_of, quoted, tell_member, with_menu
from bot.writing import (
    ANEW,
    REPLY,
    VERSION,
    add,
    draft,
    drop,
    preview,
    too_long,
    wait_for_words,
    waited_for,
)

ANSWERED = (QuestionState.ANSWERED, QuestionState.HELPED)


@dataclass(frozen=True, slots=True)
class SendReply(Action):
    """Send the draft of an answer; `answers` is how many the thread had when it was shown."""

    code = "qs"
    question: int
    answers: int


async def answer(action: AnswerQuestion, context: Context) -> Sequence[Outgoing]:
    """Wait for the answer; a draft that was left is shown instead. Of a question that is answered
    already the answer is shown first."""
    question = await context.unit.questions.get(action.question)
    if question is None or question.chat_id is None:
        return [await _gone(action.question, question, context)]
    words = await draft(REPLY, question.id, context)
    if question.state in ANSWERED and not action.more and words is None:
        return [_answered(question)]
    await wait_for_words(REPLY, question.id, context, anew=False)
    return [_preview(question, words) if words else _prompt(question)]


async def _gone(question_id: int, question: Question | None, context: Context) -> Outgoing:
    """Nobody waits for the answer any more: what was written of it is of no use."""
    await drop(REPLY, question_id, context)
    return gone(question)


def _answered(question: Question) -> Outgoing:
    return Outgoing(
        text=lines(
            msg("reply-answered", number=str(question.id)),
            quoted(last_of(question, Author.COORDINATOR)),
        ),
        buttons=[
            [Button(msg("reply-more-button"), AnswerQuestion(question.id, more=True))],
            [Button(msg("thread-button"), ShowThread(question.id))],
        ],
    )


def _prompt(question: Question) -> Outgoing:
    asked = quoted(last_of(question, Author.MEMBER))
    return Outgoing(text=lines(msg("reply-write", number=str(question.id)), asked))


def _preview(question: Question, words: str) -> Outgoing:
    title = msg("reply-preview", number=str(question.id))
    return preview(title, words, REPLY, question.id, SendReply(question.id, question.answers))


async def typed(said: Said, context: Context) -> Sequence[Outgoing]:
    """What is written next: a part of the draft."""
    question_id, _ = await waited_for(context)
    question = await context.unit.questions.get(question_id)
    if question is None or question.chat_id is None:
        return [await _gone(question_id, question, context)]
    if not said.text.strip():
        return [_prompt(question)]
    words = await add(said.text, REPLY, context)
    return [too_long() if words is None else _preview(question, words)]


async def send(action: SendReply, context: Context) -> Sequence[Outgoing | Notice]:
    """Send the draft to the member. Where another coordinator has answered since it was shown,
    show their answer first."""
    question = await context.unit.questions.get(action.question)
    if question is None or question.chat_id is None:
        return [await _gone(action.question, question, context)]
    words = await draft(REPLY, question.id, context)
    if words is None:
        return [with_menu(msg("draft-none"))]
    if question.answers != action.answers:
        theirs = quoted(last_of(question, Author.COORDINATOR))
        meanwhile = Outgoing(text=lines(msg("reply-meanwhile", number=str(question.id)), theirs))
        return [meanwhile, _preview(question, words)]
    await context.unit.questions.post(question.id, Author.COORDINATOR, words)
    await drop(REPLY, question.id, context)
    notice = await tell_member(question, question.chat_id, words, context)
    number = str(question.id)
    told = (
        msg("reply-unread", number=number)
        if notice.to.member.blocked
        else msg("reply-sent", number=number)
    )
    thread = [[Button(msg("thread-button"), ShowThread(question.id))]]
    return [
        Outgoing(text=lines(told, quoted(words)), buttons=thread, edit=True),
        notice,
    ]


ROUTES = (
    Route(intent=AnswerQuestion, handler=answer, role=Role.COORDINATOR, personal=True),
    Route(intent=SendReply, handler=send, role=Role.COORDINATOR, personal=True),
    *(
        Route(
            intent=Said,
            name=form,
            version=VERSION,
            handler=typed,
            role=Role.COORDINATOR,
            personal=True,
        )
        for form in (REPLY, f"{REPLY}{ANEW}")
    ),
)
