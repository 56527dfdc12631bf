"""What is offered where nothing answers a question, and the question for as long as it is."""

from datetime import timedelta

from bot.domain.answer import Answer
from bot.phrases import rows
from bot.ports.actions import OpenMenu, PassOn, WatchFor
from bot.ports.intents import ChatKind
from bot.ports.runtime import Context
from bot.ports.speech import Button, Outgoing, msg

OFFERED = timedelta(days=1)
"""How long a question is kept so that its buttons work: a button itself holds 64 bytes."""


async def offers(words: str, answer: Answer, context: Context) -> list[list[Button]]:
    """Buttons to be told when there is something, and to pass the question on to a coordinator.

    None in a group, where others could tap them.
    """
    asked = context.origin.message_id
    if asked is None or context.origin.chat is ChatKind.GROUP:
        return []
    offered = rows(
        [Button(msg("watch-button"), WatchFor(asked))] if answer.on_topic else [],
        [Button(msg("pass-on-button"), PassOn(asked))] if context.coordinators else [],
    )
    if offered:
        until = context.now + OFFERED
        await context.unit.drafts.keep(context.origin.chat_id, asked_in(asked), words, until)
    return offered


def asked_in(message_id: int) -> str:
    """The name of the draft that holds what a message asked."""
    return f"asked:{message_id}"


def passed_on(message_id: int) -> str:
    """The same once it was passed on: it is not to be passed on again."""
    return f"passed-on:{message_id}"


def no_longer_known() -> Outgoing:
    """The question behind a button is erased."""
    return Outgoing(
        text=msg("question-forgotten"), buttons=[[Button(msg("menu-button"), OpenMenu())]]
    )
