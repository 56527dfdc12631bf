"""Threads between a member and the coordinators: how they are shown, and who is told of them."""

from bot.domain.questions import Author, Post, Question, QuestionState
from bot.domain.when import day_of
from bot.phrases import excerpt
from bot.ports.actions import AnswerQuestion, AskOn, Helped, OpenMenu, ShowThread
from bot.ports.runtime import Context, Notice
from bot.ports.speech import Button, Language, Lines, Msg, Outgoing, Typed, lines, msg

QUOTED = 300
"""Characters of a question that stand above its answer."""


def quoted(words: str) -> Msg:
    """What somebody wrote, set off from what the bot says."""
    return msg("quote", words=Typed(words))


def post(one: Post) -> Lines:
    """A post with who wrote it, and on which day."""
    return lines(msg("post-by", author=one.author.value, at=day_of(one.at)), quoted(one.words))


def last_of(question: Question, author: Author) -> str:
    """The newest words of a side in the thread; empty where it has written nothing."""
    return next((one.words for one in reversed(question.posts) if one.author is author), "")


def with_menu(text: Msg) -> Outgoing:
    """A message with no way on but the menu."""
    return Outgoing(text=text, buttons=[[Button(msg("menu-button"), OpenMenu())]])


def gone(question: Question | None) -> Outgoing:
    """The thread is not there any more: taken back by its member, too old, or not one's own."""
    withdrawn = question is not None and question.state is QuestionState.WITHDRAWN
    return with_menu(msg("question-withdrawn" if withdrawn else "question-not-kept"))


def tells_of_risk(words: str, context: Context) -> bool:
    """What tells of a child who may be at risk is passed on to nobody: it gets its own answer."""
    return context.content.ask(words, context.lang, context.now).intent == "safeguarding"


async def tell_coordinators(question: Question, context: Context) -> list[Notice]:
    """What every coordinator is told of a question, or of what its member added.

    No name is in it, no id of a person or a chat.
    """
    again = len(question.posts) > 1
    buttons = [[Button(msg("answer-button"), AnswerQuestion(question.id))]]
    if again:
        buttons.append([Button(msg("thread-button"), ShowThread(question.id))])
    said = Outgoing(
        text=lines(
            msg(
                "question-asked-on" if again else "question-asked",
                number=str(question.id),
                language=Language(question.lang),
            ),
            quoted(question.posts[-1].words),
        ),
        buttons=buttons,
    )
    people = sorted(context.coordinators)
    return [Notice(said=said, to=await context.toward(user_id)) for user_id in people]


async def tell_member(question: Question, chat_id: int, words: str, context: Context) -> Notice:
    """A coordinator's words to the member who asked, in their chat, below what they asked."""
    asked = excerpt(last_of(question, Author.MEMBER), QUOTED)
    said = Outgoing(
        text=lines(
            msg("answer-title"),
            msg("answer-to"),
            quoted(asked),
            msg("answer-words"),
            quoted(words),
        ),
        buttons=[
            [
                Button(msg("helped-button"), Helped(question.id)),
                Button(msg("ask-on-button"), AskOn(question.id)),
            ]
        ],
    )
    return Notice(said=said, to=await context.toward(chat_id, question.lang))
