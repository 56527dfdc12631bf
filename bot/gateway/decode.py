"""A raw update of Telegram's to what it asks for.

It is read as the JSON that it is: to make the library's objects of all its parts takes ten times as
long, and four or five of its fields are looked at.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeGuard

from telegram import Chat, ChatMember
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
from bot.ports.runtime import InlineQuery
from bot.ports.storage import Arrival, Json

ALLOWED = ["message", "callback_query", "my_chat_member", "inline_query"]
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


def typed(update: Json) -> tuple[str, InlineQuery] | None:
    """The id of the inline query in an update, and what is asked, if it is one.

    Raises an exception of any kind for what Telegram can't have sent.
    """
    if (query := update.get("inline_query")) is None:
        return None
    person = query["from"]
    language = person.get("language_code")
    if not _is_id(person["id"]) or not isinstance(language, str | None):
        raise ValueError("an inline query is of a person")
    asked = InlineQuery(
        text=_whole(query["query"]), user_id=person["id"], telegram_language=language
    )
    return str(query["id"]), asked


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
        decoded = self._update(payload)
        if decoded is not None:
            _check(decoded.origin)
        return decoded

    def _update(self, update: Json) -> Decoded | None:
        if (query := update.get("callback_query")) is not None:
            return self._tap(query)
        if (change := update.get("my_chat_member")) is not None:
            return self._membership(change)
        if (message := update.get("message")) is not None:
            return self._message(message)
        return None

    def _tap(self, query: Json) -> Decoded | None:
        message = query.get("message")
        if message is None:
            return None
        # What Telegram does not show any more has no date, and can't be edited.
        shown = message["message_id"] if message["date"] else None
        origin = _origin(message["chat"], query["from"], tapped=shown)
        return Decoded(intent=self._button(query.get("data") or ""), origin=origin)

    def _membership(self, change: Json) -> Decoded | None:
        """Only coming and going counts: not a promotion, and not what happens in a channel."""
        chat, present = change["chat"], _is_present(change["new_chat_member"])
        if chat["type"] == Chat.CHANNEL or present == _is_present(change["old_chat_member"]):
            return None
        return Decoded(intent=Membership(present), origin=_origin(chat, change["from"]))

    def _message(self, message: Json) -> Decoded | None:
        """Other bots are not answered, nor are posts that a channel passes on to its group.

        An anonymous administrator writes as a chat, by way of a bot of Telegram's.
        """
        person, chat = message.get("from"), message["chat"]
        if person is None or (person["is_bot"] and message.get("sender_chat") is None):
            return None
        if (message.get("via_bot") or {}).get("id") == self._bot_id:
            return None  # a card of ours that somebody shared, perhaps with us
        if message.get("is_automatic_forward") or chat["type"] == Chat.CHANNEL:
            return None
        intent = self._intent(message, private=_chat_kind(chat) is ChatKind.PRIVATE)
        if intent is None:
            return None
        return Decoded(intent=intent, origin=_origin(chat, person, written=message["message_id"]))

    def _intent(self, message: Json, *, private: bool) -> Intent | None:
        if message.get("text") is None:
            thing = _thing(message)
            return Sent(thing) if private and thing is not None else None
        text, entities = _whole(message["text"]), message.get("entities") or ()
        command = _command(text, entities)
        if command is not None:
            name, addressee, argument = command
            ours = addressee in ("", self._username)
            return Command(name, argument) if ours or private else None
        called = self._is_called(text, entities)
        if private or called or self._is_reply_to_us(message):
            return Said(self._name.sub(" ", text).strip() if called else text)
        return None

    def _is_called(self, text: str, entities: Sequence[Json]) -> bool:
        return any(
            entity["type"] == Entity.MENTION
            and self._name.fullmatch(utf16_slice(text, entity["offset"], entity["length"]))
            for entity in entities
        )

    def _is_reply_to_us(self, message: Json) -> bool:
        replied: Json = message.get("reply_to_message") or {}
        author: Json = replied.get("from") or {}
        return author.get("id") == self._bot_id


def _origin(
    chat: Json, person: Json, *, written: int | None = None, tapped: int | None = None
) -> Origin:
    return Origin(
        chat_id=chat["id"],
        chat=_chat_kind(chat),
        user_id=person["id"],
        telegram_language=person.get("language_code"),
        message_id=written,
        tapped=tapped,
    )


def _command(text: str, entities: Sequence[Json]) -> tuple[str, str, str] | None:
    """The name, the addressee (or "") and the argument of a command at the message's begin."""
    for entity in entities:
        if entity["type"] == Entity.BOT_COMMAND and entity["offset"] == 0:
            # A command is ASCII, so that its length is the same in any count.
            length = entity["length"]
            name, _, addressee = text[1:length].partition("@")
            return name.lower(), addressee.lower(), text[length:].strip()
    return None


def _chat_kind(chat: Json) -> ChatKind:
    return ChatKind.PRIVATE if chat["type"] == Chat.PRIVATE else ChatKind.GROUP


def _is_present(member: Json) -> bool:
    status = member["status"]
    return status in _PRESENT or bool(status == ChatMember.RESTRICTED and member["is_member"])


def _thing(message: Json) -> Thing | None:
    """What was sent instead of text; None for Telegram's own notices."""
    return next((thing for name, thing in _THINGS.items() if message.get(name)), None)


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
