"""/questions: for coordinators, what members passed on, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.paging import Page
from bot.domain.people import Role
from bot.domain.questions import Question, QuestionState, pages
from bot.domain.when import day_of
from bot.phrases import excerpt, in_rows, rows, turn
from bot.ports.actions import AnswerQuestion, OpenMenu, ShowThread
from bot.ports.intents import Action, Command
from bot.ports.runtime import Context, Route
from bot.ports.speech import Button, Language, Msg, Outgoing, Typed, lines, msg, paragraphs
from bot.threads import gone, post

SHOWN = 80
"""Characters of a question in the list."""


@dataclass(frozen=True, slots=True)
class BrowseQuestions(Action):
    """List what waits for an answer, or what was answered."""

    code = "ql"
    answered: bool = False
    page: int = 0


async def show(_: Command, context: Context) -> Sequence[Outgoing]:
    """What waits, the oldest first."""
    return [await _listed(BrowseQuestions(), context, edit=False)]


async def browse(action: BrowseQuestions, context: Context) -> Sequence[Outgoing]:
    """Another page, or the other list, in place."""
    return [await _listed(action, context, edit=True)]


async def _listed(action: BrowseQuestions, context: Context, *, edit: bool) -> Outgoing:
    answered = (QuestionState.ANSWERED, QuestionState.HELPED)
    states = answered if action.answered else (QuestionState.OPEN,)
    page = await context.unit.questions.page(*states, number=action.page, newest=action.answered)
    which = "answered" if action.answered else "open"
    other = BrowseQuestions(answered=not action.answered)
    return Outgoing(
        text=paragraphs(
            msg("questions-title", which=which),
            lines(*map(_entry, page.entries))
            if page.entries
            else msg("questions-none", which=which),
        ),
        buttons=rows(
            *in_rows([Button(f"{one.id}", ShowThread(one.id)) for one in page.entries], 6),
            turn(page, lambda number: BrowseQuestions(action.answered, number)),
            [
                Button(
                    msg("questions-button", which="open" if action.answered else "answered"), other
                )
            ],
            [Button(msg("menu-button"), OpenMenu())],
        ),
        edit=edit,
    )


def _entry(question: Question) -> Msg:
    return msg(
        "question-entry",
        number=str(question.id),
        language=Language(question.lang),
        at=day_of(question.asked_at),
        state=question.state.value,
        words=Typed(excerpt(" ".join(question.words.split()), SHOWN)),
    )


async def thread(action: ShowThread, context: Context) -> Sequence[Outgoing]:
    """A thread, as much of it as one message holds whole: the newest first, then by page."""
    question = await context.unit.questions.get(action.question)
    if question is None or question.chat_id is None:
        return [gone(question)]
    held = pages(question.posts)
    last = len(held) - 1
    number = last if action.page is None else min(max(action.page, 0), last)
    page = Page(entries=held[number], number=number, count=len(held))
    answered = question.state is not QuestionState.OPEN
    write = msg("reply-more-button" if answered else "answer-button")
    title = msg(
        "thread-title",
        number=str(question.id),
        language=Language(question.lang),
        state=question.state.value,
    )
    return [
        Outgoing(
            text=lines(title, *map(post, page.entries)),
            buttons=rows(
                turn(page, lambda number: ShowThread(question.id, number)),
                [Button(write, AnswerQuestion(question.id, more=answered))],
                [Button(msg("back-button"), BrowseQuestions(answered=answered))],
            ),
            edit=action.page is not None,
        )
    ]


ROUTES = (
    Route(intent=Command, name="questions", handler=show, role=Role.COORDINATOR, personal=True),
    Route(intent=BrowseQuestions, handler=browse, role=Role.COORDINATOR, personal=True),
    Route(intent=ShowThread, handler=thread, role=Role.COORDINATOR, personal=True),
)
