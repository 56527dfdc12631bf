"""A raw update of Telegram's to what it asks for."""

import re
from collections.abc import Callable
from typing import Any, TypeGuard

from telegram import (
    CallbackQuery,
    Chat,
    ChatMember,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
    Update,
)
from telegram import MessageEntity as Entity

from bot.domain.entities import utf16_slice
from bot.ports.intents import (
    NOBODY,
    ChatKind,
    Command,
    Decoded,
    Intent,
    Membership,
    Origin,
    Said,
    Sent,
    Thing,
    Tick,
)
from bot.ports.storage import Arrival, Json

ALLOWED = ["message", "callback_query", "my_chat_member"]
"""The kinds of update that the bot asks Telegram for."""

DEEPEST = 100
"""How deep values may lie in an update: what is much deeper can be neither written down nor read
again. Telegram's are a tenth of it."""

_PRESENT = {ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER}
_NESTING = (dict, list)
_HUGE = 2**63
"""Ids from here on fit into no database; Telegram's have 52 bits."""

# Some messages have two of these fields: an animation is a document too, a venue a location.
_THINGS = {
    "animation": Thing.OTHER,
    "venue": Thing.LOCATION,
    "live_photo": Thing.PHOTO,
    "photo": Thing.PHOTO,
    "voice": Thing.VOICE,
    "audio": Thing.OTHER,
    "sticker": Thing.STICKER,
    "document": Thing.DOCUMENT,
    "video": Thing.VIDEO,
    "video_note": Thing.VIDEO,
    "location": Thing.LOCATION,
    "contact": Thing.CONTACT,
    "dice": Thing.OTHER,
    "game": Thing.OTHER,
    "poll": Thing.OTHER,
    "story": Thing.OTHER,
    "paid_media": Thing.OTHER,
    "checklist": Thing.OTHER,
    "giveaway": Thing.OTHER,
    "invoice": Thing.OTHER,
}
"""What a person can send, by its field of Message. All else is a notice of Telegram's own."""


def number(update: Json) -> int | None:
    """The update_id, if there is one that can be."""
    found = update.get("update_id") if isinstance(update, dict) else None
    return found if _is_id(found) and found >= 0 else None


def arrival(update: Json) -> Arrival:
    """An update on its way into the inbox. Raises ValueError for what is no update."""
    update_id = number(update)
    if update_id is None:
        raise ValueError("an update has a whole number as its update_id")
    if _is_deeper(update, DEEPEST):
        raise ValueError("an update is not so deep")
    found = (_dig(update, who, "id") for who in ("chat", "from", "user"))
    chat = next((one for one in found if one is not None), "none")
    return Arrival(
        key=f"update:{update_id}", lane=f"chat:{chat}", position=update_id, payload=update
    )


def _is_deeper(value: Json, levels: int) -> bool:
    """Whether lists and objects lie in one another on more levels."""
    level: list[Any] = [value]
    while level and levels:
        level = [
            one
            for outer in level
            for one in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(one, _NESTING)
        ]
        levels -= 1
    return bool(level)


def _is_id(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _HUGE


def _dig(update: Json, *path: str) -> int | None:
    """An id below the update's one body (or below the message in it), whatever kind it is."""
    for body in update.values():
        if isinstance(body, dict):
            inside = body.get("message")
            for found in (inside, body):
                value: Any = found
                for key in path:
                    value = value.get(key) if isinstance(value, dict) else None
                if _is_id(value):
                    return value
    return None


def tapped(update: Json) -> str | None:
    """The id of the callback query in an update, if it is one."""
    query = update.get("callback_query")
    found = query.get("id") if isinstance(query, dict) else None
    return found if isinstance(found, str) else None


class Decoder:
    """Knows the bot's own name and id, to tell in a group whether it is addressed."""

    def __init__(self, bot_id: int, username: str, button: Callable[[str], Intent]) -> None:
        self._bot_id = bot_id
        self._username = username.lower()
        self._name = re.compile(rf"(?<![\w@])@{re.escape(username)}(?!\w)", re.IGNORECASE)
        self._button = button

    def __call__(self, payload: Json) -> Decoded | None:
        """What an arrival asks for; None where there is nothing to answer.

        Raises an exception of any kind for what Telegram can't have sent.
        """
        if "tick" in payload and "update_id" not in payload:
            return Decoded(intent=Tick(str(payload["tick"])), origin=NOBODY)
        decoded = self._update(Update.de_json(dict(payload), None))
        if decoded is not None:
            _check(decoded.origin)
        return decoded

    def _update(self, update: Update) -> Decoded | None:
        if update.callback_query is not None:
            return self._tap(update.callback_query)
        if update.my_chat_member is not None:
            return self._membership(update.my_chat_member)
        if update.message is not None:
            return self._message(update.message)
        return None

    def _tap(self, query: CallbackQuery) -> Decoded | None:
        message = query.message
        if message is None:
            return None
        person = query.from_user
        origin = Origin(
            chat_id=message.chat.id,
            chat=_chat_kind(message.chat),
            user_id=person.id,
            telegram_language=person.language_code,
            # What Telegram does not show any more can't be edited.
            tapped=message.message_id if message.is_accessible else None,
        )
        return Decoded(intent=self._button(query.data or ""), origin=origin)

    def _membership(self, change: ChatMemberUpdated) -> Decoded | None:
        """Only coming and going counts: not a promotion, and not what happens in a channel."""
        present = _is_present(change.new_chat_member)
        if change.chat.type == Chat.CHANNEL or present == _is_present(change.old_chat_member):
            return None
        origin = Origin(
            chat_id=change.chat.id,
            chat=_chat_kind(change.chat),
            user_id=change.from_user.id,
            telegram_language=change.from_user.language_code,
        )
        return Decoded(intent=Membership(present), origin=origin)

    def _message(self, message: Message) -> Decoded | None:
        """Other bots are not answered, nor are posts that a channel passes on to its group.

        An anonymous administrator writes as a chat, by way of a bot of Telegram's.
        """
        person = message.from_user
        if person is None or (person.is_bot and message.sender_chat is None):
            return None
        if message.is_automatic_forward or message.chat.type == Chat.CHANNEL:
            return None
        kind = _chat_kind(message.chat)
        intent = self._intent(message, private=kind is ChatKind.PRIVATE)
        if intent is None:
            return None
        origin = Origin(
            chat_id=message.chat.id,
            chat=kind,
            user_id=person.id,
            telegram_language=person.language_code,
            message_id=message.message_id,
        )
        return Decoded(intent=intent, origin=origin)

    def _intent(self, message: Message, *, private: bool) -> Intent | None:
        if message.text is None:
            thing = _thing(message)
            return Sent(thing) if private and thing is not None else None
        command = self._command(message)
        if command is not None:
            name, addressee, argument = command
            ours = addressee in ("", self._username)
            return Command(name, argument) if ours or private else None
        called = self._is_called(message, message.text)
        if private or called or self._is_reply_to_us(message):
            text = _whole(message.text)
            return Said(self._name.sub(" ", text).strip() if called else text)
        return None

    def _command(self, message: Message) -> tuple[str, str, str] | None:
        """The name, the addressee (or "") and the argument of a command at the message's begin."""
        text = _whole(message.text or "")
        for entity in message.entities:
            if entity.type == Entity.BOT_COMMAND and entity.offset == 0:
                # A command is ASCII, so that its length is the same in any count.
                name, _, addressee = text[1 : entity.length].partition("@")
                return name.lower(), addressee.lower(), text[entity.length :].strip()
        return None

    def _is_called(self, message: Message, text: str) -> bool:
        return any(
            entity.type == Entity.MENTION
            and self._name.fullmatch(utf16_slice(text, entity.offset, entity.length))
            for entity in message.entities
        )

    def _is_reply_to_us(self, message: Message) -> bool:
        replied = message.reply_to_message
        return (
            replied is not None
            and replied.from_user is not None
            and replied.from_user.id == self._bot_id
        )


def _chat_kind(chat: Chat) -> ChatKind:
    return ChatKind.PRIVATE if chat.type == Chat.PRIVATE else ChatKind.GROUP


def _is_present(member: ChatMember) -> bool:
    restricted = isinstance(member, ChatMemberRestricted) and member.is_member
    return restricted or member.status in _PRESENT


def _thing(message: Message) -> Thing | None:
    """What was sent instead of text; None for Telegram's own notices."""
    return next((thing for name, thing in _THINGS.items() if getattr(message, name)), None)


def _whole(text: str) -> str:
    """The text without halves of surrogate pairs: nothing can write them down."""
    return text.encode(errors="replace").decode()


def _check(origin: Origin) -> None:
    """Raises ValueError where an id is none: the library takes whatever stands there.

    A private chat has the id of its person: what is theirs is told in no other.
    """
    messages = [one for one in (origin.message_id, origin.tapped) if one is not None]
    if not all(map(_is_id, (origin.chat_id, origin.user_id, *messages))):
        raise ValueError("an id is no whole number")
    if origin.chat is ChatKind.PRIVATE and origin.chat_id != origin.user_id:
        raise ValueError("a private chat is not of the person who writes in it")
    if not isinstance(origin.telegram_language, str | None):
        raise TypeError("a language is no text")
