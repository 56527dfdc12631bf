"""Chats and who is in them."""

from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.messages import Message
from bot.sandbox.people import Group, Person

BotStatus = Literal["member", "administrator", "left", "kicked"]


@dataclass(slots=True, kw_only=True)
class Chat:
    """A chat and all that was said there. `bot` is the bot's standing, as in a ChatMember."""

    id: int
    type: Literal["private", "group"]
    title: str
    members: list[int]
    owner: int | None = None
    admins: set[int] = field(default_factory=set)
    bot: BotStatus = "member"
    messages: dict[int, Message] = field(default_factory=dict)

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
    """A group with the bot in it as a plain member."""
    return Chat(
        id=group.id,
        type="group",
        title=group.title,
        members=list(group.members),
        owner=group.owner,
        admins=set(group.admins),
    )
