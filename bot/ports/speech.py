"""What a feature says: message keys, arguments and buttons. The gateway words and renders them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import TypeAlias

from bot.domain.when import When
from bot.ports.intents import Action


@dataclass(frozen=True, slots=True)
class Html:
    """Text that is Telegram HTML already and was checked as such; everything else is escaped."""

    text: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person typed, to be said back. It is not kept with the words that are said often."""

    text: str

    def __hash__(self) -> int:
        raise TypeError("what somebody typed is not kept")


@dataclass(frozen=True, slots=True)
class Msg:
    """A message of the locale files by its key, with its arguments. Make it by `msg`."""

    key: str
    args: Mapping[str, "Phrase"] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.key, *self.args.items()))


@dataclass(frozen=True, slots=True)
class Quoted:
    """What somebody wrote, shown again: the begin of it on one line, of which nothing is made.

    As `Typed` it is not kept.
    """

    text: str

    def __hash__(self) -> int:
        raise TypeError("what somebody typed is not kept")


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
    str
    | int
    | datetime
    | When
    | Html
    | Typed
    | Quoted
    | Msg
    | Linked
    | Language
    | Listed
    | Lines
    | Zone
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A message that a person may send into any chat by way of the bot.

    It is listed by its `title` and `detail`. The buttons of `text` are links: nobody can be known
    where it is sent to.
    """

    id: str
    title: str
    detail: Phrase
    text: Phrase
    buttons: Rows = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What is offered while somebody types; `way_on` stands above it and opens the private chat.

    It may be offered again for `seconds` to the same person for the same words.
    """

    results: Sequence[Result] = ()
    way_on: tuple[Msg, DeepLink] | None = None
    seconds: int = 60
