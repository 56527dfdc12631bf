"""A raw update of Telegram's to what it asks for."""

from collections.abc import Callable
from typing import Any

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update
from telegram import MessageEntity as Entity

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

_PRESENT = {ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER, ChatMember.RESTRICTED}
_THINGS = {thing.value: thing for thing in Thing}


def arrival(update: Json) -> Arrival:
    """An update on its way into the inbox. Raises ValueError for what is no update."""
    update_id = update.get("update_id")
    if not isinstance(update_id, int) or isinstance(update_id, bool):
        raise ValueError("an update has a whole number as its update_id")  # noqa: TRY004
    chat = _dig(update, "chat", "id") or _dig(update, "from", "id") or "none"
    return Arrival(
        key=f"update:{update_id}", lane=f"chat:{chat}", position=update_id, payload=update
    )


def _dig(update: Json, *path: str) -> Any:
    """A value below the update's one body (or below the message in it), whatever kind it is."""
    for body in update.values():
        if isinstance(body, dict):
            inside = body.get("message")
            for found in (inside, body):
                value: Any = found
                for key in path:
                    value = value.get(key) if isinstance(value, dict) else None
                if value is not None:
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
        self._button = button

    def __call__(self, payload: Json) -> Decoded | None:
        """What an arrival asks for; None where there is nothing to answer."""
        if "tick" in payload:
            return Decoded(intent=Tick(str(payload["tick"])), origin=NOBODY)
        update = Update.de_json(dict(payload), None)
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
            tapped=message.message_id if isinstance(message, Message) else None,
        )
        return Decoded(intent=self._button(query.data or ""), origin=origin)

    def _membership(self, change: ChatMemberUpdated) -> Decoded:
        origin = Origin(
            chat_id=change.chat.id,
            chat=_chat_kind(change.chat),
            user_id=change.from_user.id,
            telegram_language=change.from_user.language_code,
        )
        present = change.new_chat_member.status in _PRESENT
        return Decoded(intent=Membership(present), origin=origin)

    def _message(self, message: Message) -> Decoded | None:
        person = message.from_user
        if person is None or person.is_bot or message.chat.type == Chat.CHANNEL:
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
        text = message.text
        mention = self._mention(message)
        if mention is not None:
            text = text.replace(mention, " ").strip()
        if private or mention is not None or self._is_reply_to_us(message):
            return Said(text)
        return None

    def _command(self, message: Message) -> tuple[str, str, str] | None:
        """The name, the addressee (or "") and the argument of a command at the message's begin."""
        first = next((one for one in message.entities if one.type == Entity.BOT_COMMAND), None)
        if first is None or first.offset != 0 or message.text is None:
            return None
        name, _, addressee = message.parse_entity(first)[1:].partition("@")
        argument = message.text[first.length :].strip()
        return name.lower(), addressee.lower(), argument

    def _mention(self, message: Message) -> str | None:
        for entity in message.entities:
            if entity.type == Entity.MENTION:
                text = message.parse_entity(entity)
                if text[1:].lower() == self._username:
                    return text
        return None

    def _is_reply_to_us(self, message: Message) -> bool:
        replied = message.reply_to_message
        return (
            replied is not None
            and replied.from_user is not None
            and replied.from_user.id == self._bot_id
        )


def _chat_kind(chat: Chat) -> ChatKind:
    return ChatKind.PRIVATE if chat.type == Chat.PRIVATE else ChatKind.GROUP


_SERVICE = (
    "new_chat_members",
    "left_chat_member",
    "pinned_message",
    "new_chat_title",
    "group_chat_created",
    "supergroup_chat_created",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
)


def _thing(message: Message) -> Thing | None:
    """What was sent instead of text; None for Telegram's own notices."""
    if any(getattr(message, name) for name in _SERVICE):
        return None
    for name, thing in _THINGS.items():
        if name != Thing.OTHER and getattr(message, name):
            return thing
    return Thing.OTHER
