"""Finding the chat and the message that a Bot API call speaks of, or refusing as Telegram does."""

import re
from dataclasses import dataclass

from bot.sandbox.chats import Chat
from bot.sandbox.errors import bad_request, forbidden, migrated
from bot.sandbox.fields import fields_of
from bot.sandbox.messages import Message
from bot.sandbox.params import Params
from bot.sandbox.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The number of a message to reply to, 0 for none; `lenient`: send without if it is gone."""

    number: int = 0
    lenient: bool = False


def known_chat(world: World, value: str) -> Chat:
    """The chat with this id. Raises 400 when the bot has never seen it."""
    if not value:
        raise bad_request("chat_id is empty")
    found = re.match(r"-?[0-9]{1,18}", value)
    chat = world.chats.get(int(found[0])) if found else None
    if not chat:
        raise bad_request("chat not found")
    return chat


def readable_chat(world: World, value: str) -> Chat:
    """The same for a call that only reads: of a supergroup, 403 when the bot is shut out of it."""
    chat = known_chat(world, value)
    if chat.type == "supergroup":
        _check_inside(chat)
    return chat


def open_chat(world: World, value: str) -> Chat:
    """The chat of a call that changes something in it. Raises 403 when the bot is shut out."""
    chat = known_chat(world, value)
    if not chat.successor:
        _check_inside(chat)
    return chat


def writable_chat(world: World, value: str) -> Chat:
    """The same for a call that needs a chat alive: 400 for a group that is a supergroup now."""
    chat = open_chat(world, value)
    if chat.successor:
        raise migrated(chat.successor)
    return chat


def _check_inside(chat: Chat) -> None:
    if chat.bot == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if chat.bot == "left":
        raise forbidden(f"bot is not a member of the {chat.type} chat")


def check_reachable(world: World, chat: Chat) -> None:
    """Whether something can be sent to a private chat: 403 when blocked or never started."""
    if not chat.private:
        return
    person = world.people[chat.id]
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")


def message_in(chat: Chat, number: int, what: str) -> Message:
    """A message of the chat; `what` names it in the refusal, such as "message to edit"."""
    message = chat.messages.get(number)
    if not message:
        raise bad_request(f"{what} not found")
    return message


def own_message(world: World, params: Params, what: str = "message to edit") -> Message:
    """The bot's own message that a call edits."""
    if not params.text("chat_id") and not params.text("message_id"):
        if not params.text("inline_message_id"):
            raise bad_request("Message identifier is not specified")
        return _inline_message(world, params.text("inline_message_id"))
    chat = open_chat(world, params.text("chat_id"))
    message = message_in(chat, params.integer("message_id"), what)
    if message.sender != world.bot_id:
        raise bad_request("Message can't be edited")
    check_reachable(world, chat)
    return message


def _inline_message(world: World, number: str) -> Message:
    for chat in world.chats.values():
        for message in chat.messages.values():
            if message.inline == number:
                return message
    raise bad_request("MESSAGE_ID_INVALID")


def read_reply(params: Params) -> Reply:
    """Which message a new one is to reply to. Raises 400 for what says that wrongly."""
    given = params.json("reply_parameters", "reply parameters")
    if given is None:
        lenient = params.flag("allow_sending_without_reply")
        return Reply(number=params.integer("reply_to_message_id"), lenient=lenient)
    fields = fields_of(given, "Object expected as reply parameters")
    if not given:
        return Reply()
    fields.string("chat_id", "")
    number = fields.integer("message_id")
    lenient = fields.flag("allow_sending_without_reply")
    fields.string("quote", "")
    return Reply(number=number, lenient=lenient)


def replied(chat: Chat, reply: Reply) -> int | None:
    """The message that a new one replies to; None when it may be sent without."""
    if reply.number <= 0:
        return None
    if reply.number not in chat.messages:
        if reply.lenient:
            return None
        raise bad_request("message to be replied not found")
    return reply.number
