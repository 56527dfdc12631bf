"""What a person wants, as small frozen values: made of updates by the gateway, met by features."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Intent:
    """What one update asks for. Every route names one class of these."""

    __slots__ = ()


class Action(Intent):
    """An intent that a button carries.

    A subclass is a frozen dataclass whose fields are str, int, bool, a StrEnum or one of these or
    None; the gateway encodes it in at most 64 bytes. A button holds no authority and no answer: a
    route checks the role again when it is tapped. `code` stands for the class in the button.
    """

    __slots__ = ()
    code: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Command(Intent):
    """``/name argument``, the name in lower case; a deep link is ``start`` with its payload."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Said(Intent):
    """Free text. In a group it was addressed to the bot, whose name is already taken out."""

    text: str


class Thing(StrEnum):
    """What somebody sent instead of text."""

    PHOTO = "photo"
    VOICE = "voice"
    STICKER = "sticker"
    DOCUMENT = "document"
    VIDEO = "video"
    LOCATION = "location"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sent(Intent):
    """Anything that is not text."""

    thing: Thing


@dataclass(frozen=True, slots=True)
class Stale(Intent):
    """A button that this version cannot read: an old one, or a forged one."""


@dataclass(frozen=True, slots=True)
class Membership(Intent):
    """The person blocked or unblocked the bot, or somebody took it into a group or out of it."""

    present: bool


@dataclass(frozen=True, slots=True)
class Tick(Intent):
    """A job of the schedule has come due; `job` is its name."""

    job: str


class ChatKind(StrEnum):
    """Where a conversation takes place."""

    PRIVATE = "private"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an intent came from: Telegram's ids and the language of the person's Telegram.

    `message_id` is the person's own message, `tapped` the bot's message whose button was tapped.
    """

    chat_id: int
    chat: ChatKind
    user_id: int
    telegram_language: str | None = None
    message_id: int | None = None
    tapped: int | None = None


NOBODY = Origin(chat_id=0, chat=ChatKind.PRIVATE, user_id=0)
"""Where a tick comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """An update as the dispatcher sees it."""

    intent: Intent
    origin: Origin
