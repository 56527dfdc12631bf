"""The seams between the rooms at run time: the clock, a feature, its context and its routes."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol, TypeAlias

from bot.domain.answer import Ask
from bot.domain.catalogue import Catalogue
from bot.domain.items import Lang
from bot.domain.people import Member, Role, spoken
from bot.ports.intents import ChatKind, Decoded, Intent, Origin
from bot.ports.speech import Menu, Offer, Outgoing, Priority
from bot.ports.storage import Fate, Json, NewMessage, UnitOfWork


class Clock(Protocol):
    """Where the time comes from. A person can set it in the sandbox."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the community says at this moment; replaced whole when its files change."""

    catalogue: Catalogue
    ask: Ask
    languages: tuple[Lang, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """For whom and when something is told: `now` is aware UTC, `lang` the language to speak."""

    now: datetime
    member: Member
    lang: Lang
    content: Content

    @property
    def catalogue(self) -> Catalogue:
        """The community's items."""
        return self.content.catalogue

    @property
    def shown(self) -> Member:
        """The member as words may show them."""
        return self.member


@dataclass(frozen=True, slots=True, kw_only=True)
class Context(Scene):
    """All that a feature gets besides the intent.

    `contact` is the address to turn to, if any, `coordinators` the user ids of those who
    coordinate.
    """

    origin: Origin
    roles: frozenset[Role]
    unit: UnitOfWork
    contact: str | None = None
    coordinators: frozenset[int] = frozenset()

    @property
    def shown(self) -> Member:
        """Others read along in a group, so no choices there."""
        if self.origin.chat is ChatKind.PRIVATE:
            return self.member
        return replace(self.member, zone=None, interests=frozenset())

    async def toward(self, user_id: int, lang: Lang | None = None) -> "Context":
        """The same for the private chat of another person, in their language.

        `lang` is spoken where they have chosen none and Telegram's is not known.
        """
        member = await self.unit.members.get(user_id)
        told = member.telegram_language or lang
        return replace(
            self,
            origin=Origin(chat_id=user_id, chat=ChatKind.PRIVATE, user_id=user_id),
            member=member,
            roles=frozenset({Role.MEMBER}),
            lang=spoken(member, told, self.content.languages),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A message that another chat gets than the one that the intent came from.

    `to` is made by `Context.toward`, and what is said should be made from it too: it has the
    reader's language. Whoever has blocked the bot is passed over.
    """

    said: Outgoing
    to: Context
    priority: Priority = Priority.REMINDER


Handler: TypeAlias = Callable[
    [Any, Context], Awaitable[Sequence[Outgoing | Menu | Notice | Intent]]
]
"""(intent, context) -> what to say; an intent among it is answered in its place by its own route.

A feature never calls Telegram and never formats prose.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Which intent goes to which feature.

    `name` narrows it: a command's name, or for `Said` the form of an open dialogue, whose question
    must be of the same `version`: to another one the text is no answer. Only people with `role` get
    in. A `personal` route answers in a group with a link to the private chat. A command with `menu`
    shows in the command menu.
    """

    intent: type[Intent]
    handler: Handler
    name: str = ""
    role: Role = Role.MEMBER
    personal: bool = False
    menu: bool = True
    version: int = 1


Decode: TypeAlias = Callable[[Json], Decoded | None]
"""The payload of an arrival -> what it asks for; None where there is nothing to answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """For whom a message is worded: the chat, the language and the time zone by its IANA name."""

    origin: Origin
    lang: Lang
    zone: str
    roles: frozenset[Role]


Render: TypeAlias = Callable[[Outgoing | Menu, Reader, str], NewMessage]
"""(what a feature says, for whom, the cause's key) -> the row for the outbox."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What came of one attempt to send: never LEASED; QUEUED asks for another attempt.

    `wait` is how many seconds Telegram asked to wait, of this chat or, with `everybody`, of the
    whole bot. `uncertain` when the message may have arrived although no answer came.
    """

    fate: Fate
    message_id: int | None = None
    reason: str | None = None
    wait: float | None = None
    everybody: bool = False
    uncertain: bool = False


Send: TypeAlias = Callable[[NewMessage], Awaitable[Sending]]
"""Tries once to send a message. It raises nothing of Telegram's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineQuery:
    """What somebody types after the bot's name in any chat; it is answered at once or never."""

    text: str
    user_id: int
    telegram_language: str | None = None


Offering: TypeAlias = Callable[[InlineQuery], Awaitable[tuple[Offer, Lang]]]
"""What to offer to whoever types a query, and the language to word it in. Raises nothing."""

Roles: TypeAlias = Mapping[int, frozenset[Role]]
"""Telegram user ids and what they may do beyond a member's rights."""
