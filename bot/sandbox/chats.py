"""Chats and who is in them."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.messages import Message
from bot.sandbox.people import Group, Person

BotStatus = Literal["member", "administrator", "left", "kicked"]

# The ids of supergroups lie below this one.
SUPERGROUPS = -1_000_000_000_000


@dataclass(slots=True, kw_only=True)
class Chat:
    """A chat and all that was said there. `bot` is the bot's standing, as in a ChatMember.

    A supergroup numbers its messages itself; `successor` is the one that a group has become.
    """

    id: int
    type: Literal["private", "group", "supergroup"]
    title: str
    members: list[int]
    owner: int | None = None
    admins: set[int] = field(default_factory=set)
    bot: BotStatus = "member"
    messages: dict[int, Message] = field(default_factory=dict)
    numbers: Iterator[int] | None = None
    successor: int | None = None

    @property
    def private(self) -> bool:
        return self.type == "private"

    def standing(self, person: int) -> str:
        """The status of a person's ChatMember."""
        if person == self.owner:
            return "creator"
        if person in self.admins:
            return "administrator"
        return "member" if person in self.members else "left"


def private_chat(person: Person) -> Chat:
    """A person's chat with the bot, which has the person's id."""
    return Chat(id=person.id, type="private", title=person.name, members=[person.id])


def group_chat(group: Group) -> Chat:
    """A group with the bot in it as a plain member; its id says whether it is a supergroup."""
    large = group.id < SUPERGROUPS
    return Chat(
        id=group.id,
        type="supergroup" if large else "group",
        numbers=itertools.count(1) if large else None,
        title=group.title,
        members=list(group.members),
        owner=group.owner,
        admins=set(group.admins),
    )


def supergroup_of(chat: Chat) -> Chat:
    """The supergroup that a group becomes: the same people, and nothing said yet."""
    return Chat(
        id=SUPERGROUPS + chat.id,
        type="supergroup",
        numbers=itertools.count(1),
        title=chat.title,
        members=list(chat.members),
        owner=chat.owner,
        admins=set(chat.admins),
        bot=chat.bot,
    )
