"""Who is in a chat, as what, and what a chat is: the changes, and what the bot hears of them."""

from typing import Any

from bot.sandbox import present
from bot.sandbox.chats import BotStatus, Chat, supergroup_of
from bot.sandbox.errors import SandboxError
from bot.sandbox.messages import Service
from bot.sandbox.people import Person
from bot.sandbox.world import Draft, World, unix

Json = dict[str, Any]


def block(world: World, person: Person, *, blocked: bool) -> None:
    """A person blocks the bot or lets it write again."""
    if person.blocked == blocked:
        return
    person.blocked = blocked
    standing = ("member", "kicked") if blocked else ("kicked", "member")
    _tell_standing(world, person, world.chats[person.id], *standing)
    world.happenings.add("person", person=person.id)


def place_bot(world: World, person: Person, chat: Chat, status: BotStatus) -> None:
    """A person takes the bot into a group, out of it, or makes it an administrator."""
    old, chat.bot = chat.bot, status
    _tell_standing(world, person, chat, old, status)
    if old in ("left", "kicked") and status in ("member", "administrator"):
        _announce(world, chat, person.id, Service(kind="joined", person=world.bot_id))
    world.happenings.add("chat", chat=chat.id)


def join(world: World, person: Person, chat: Chat) -> None:
    """A person comes into a group. Raises SandboxError when they are there already."""
    if chat.private or chat.successor or person.id in chat.members:
        raise SandboxError("This person cannot join the chat.")
    chat.members.append(person.id)
    _tell_member(world, person, chat, "left", "member")
    _announce(world, chat, person.id, Service(kind="joined", person=person.id))
    world.happenings.add("world")


def leave(world: World, person: Person, chat: Chat) -> None:
    """A person goes out of a group. Raises SandboxError when they are not in it."""
    if chat.private or person.id not in chat.members:
        raise SandboxError("This person cannot leave the chat.")
    old = chat.standing(person.id)
    chat.members.remove(person.id)
    chat.admins.discard(person.id)
    chat.owner = None if chat.owner == person.id else chat.owner
    _tell_member(world, person, chat, old, "left")
    _announce(world, chat, person.id, Service(kind="left", person=person.id))
    world.happenings.add("world")


def upgrade(world: World, person: Person, chat: Chat) -> Chat:
    """A person turns a group into a supergroup, which has another id; returns it.

    The group stays, with what was said in it, but nobody is in it any more.
    Raises SandboxError for a chat that is no group or is one no more.
    """
    if chat.type != "group" or chat.successor or person.id not in chat.members:
        raise SandboxError("This chat cannot become a supergroup.")
    fresh = world.add_chat(supergroup_of(chat))
    chat.successor = fresh.id
    if fresh.bot in ("member", "administrator"):
        _tell_standing(world, person, fresh, "left", fresh.bot)
    _announce(world, chat, person.id, Service(kind="moved_to", chat=fresh.id))
    _announce(world, fresh, present.ANONYMOUS, Service(kind="moved_from", chat=chat.id))
    chat.members.clear()
    world.happenings.add("world")
    return fresh


def _announce(world: World, chat: Chat, sender: int, service: Service) -> None:
    """A service message, which the bot gets whatever its privacy."""
    message = world.post(chat, sender, Draft(service=service))
    if chat.bot in ("member", "administrator"):
        world.queue.add("message", chat.id, present.message_json(world, message))


def _tell_standing(world: World, person: Person, chat: Chat, old: str, new: str) -> None:
    told = _change(world, person, chat, present.bot_json(world), (old, new))
    world.queue.add("my_chat_member", chat.id, told)


def _tell_member(world: World, person: Person, chat: Chat, old: str, new: str) -> None:
    """Only an administrator hears of others, and only one that asked for it."""
    if chat.bot == "administrator":
        told = _change(world, person, chat, present.person_json(person), (old, new))
        world.queue.add("chat_member", person.id, told)


def _change(
    world: World, person: Person, chat: Chat, user: Json, standing: tuple[str, str]
) -> Json:
    old, new = standing
    return {
        "chat": present.chat_json(world, chat),
        "from": present.person_json(person),
        "date": unix(world.now()),
        "old_chat_member": present.standing_json(user, old),
        "new_chat_member": present.standing_json(user, new),
    }
