"""What a feature says: message keys, arguments and buttons. The gateway words and renders them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import TypeAlias

from bot.domain.when import When
from bot.ports.intents import Action


class Html(str):
    """Text that is Telegram HTML already and was checked as such; everything else is escaped."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Msg:
    """A message of the locale files by its key, with its arguments. Make it by `msg`."""

    key: str
    args: Mapping[str, "Phrase"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Quoted:
    """What somebody wrote, shown again: the begin of it on one line, of which nothing is made."""

    text: str


@dataclass(frozen=True, slots=True)
class Linked:
    """A label that opens an address."""

    label: "Phrase"
    url: str


@dataclass(frozen=True, slots=True)
class Language:
    """The name of a language, by its code, in the reader's language."""

    code: str


@dataclass(frozen=True, slots=True)
class OwnName:
    """The name of a language, by its code, in that language itself."""

    code: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Several things named in a row: "a, b and c"."""

    parts: tuple["Phrase", ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Parts one below the other, `gap` empty lines between; a part that is None is left out."""

    parts: tuple["Phrase | None", ...]
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Zone:
    """The name of a time zone, by its IANA name."""

    name: str


Phrase: TypeAlias = (
    str | int | datetime | When | Html | Msg | Quoted | Linked | Language | Listed | Lines | Zone
)
"""An instant is worded in the reader's zone, days as they are; str is escaped and isolated."""


def msg(key: str, **args: Phrase) -> Msg:
    """The message `key` of the locale files with its arguments."""
    return Msg(key, args)


def lines(*parts: Phrase | None) -> Lines:
    """Parts one below the other."""
    return Lines(parts)


def paragraphs(*parts: Phrase | None) -> Lines:
    """Parts with an empty line between them."""
    return Lines(parts, gap=1)


@dataclass(frozen=True, slots=True)
class DeepLink:
    """A link to the private chat that starts the bot with a payload of [A-Za-z0-9_-]{0,64}."""

    payload: str


@dataclass(frozen=True, slots=True)
class Share:
    """A link that lets a person pass an item on to another chat."""

    payload: str
    title: str


Target: TypeAlias = Action | DeepLink | Share | str
"""What a button does; a str is an address to open."""


Label: TypeAlias = Msg | str | Language | OwnName | Zone | When
"""What stands on a button; a str (a title, say) is shown as it is."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button below a message."""

    label: Label
    target: Target


Rows: TypeAlias = Sequence[Sequence[Button]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file to send along."""

    name: str
    content: bytes
    mime: str


class Priority(IntEnum):
    """Who goes first when the sender is busy."""

    REPLY = 0
    REMINDER = 1
    DIGEST = 2
    BROADCAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One message to the chat that the intent came from.

    With `edit`, the message whose button was tapped is changed in place. `document` is sent with
    the text as its caption.
    """

    text: Phrase
    buttons: Rows = ()
    edit: bool = False
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """Set the command menu of a private chat to the member's language and roles."""
