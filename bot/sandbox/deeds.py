"""What people do in the sandbox, and the updates that the bot gets of it."""

from dataclasses import replace
from typing import Any

from bot.domain.entities import tidy, utf16_slice
from bot.domain.markup import MAX_TEXT
from bot.sandbox import membership, present
from bot.sandbox.chats import Chat
from bot.sandbox.detect import detected
from bot.sandbox.errors import SandboxError
from bot.sandbox.messages import Message, Service
from bot.sandbox.people import Person
from bot.sandbox.polls import MAX_OPTION, MAX_OPTIONS, Option, Poll
from bot.sandbox.world import Draft, World

Json = dict[str, Any]


def say(
    world: World, person: Person, chat: Chat, text: str, reply_to: int | None = None
) -> Message:
    """A person writes. Longer than a message may be, it becomes several; returns the last.

    Raises SandboxError for an empty text, a chat they are not in, or a bot that they blocked;
    "/start" ends the block, as the messenger's Restart does.
    """
    plain, _ = tidy(text, [])
    if not plain:
        raise SandboxError("There is nothing to send.")
    if person.blocked and chat.private and plain.split()[0] == "/start":
        membership.block(world, person, blocked=False)
    parts = [plain[at : at + MAX_TEXT].strip() for at in range(0, len(plain), MAX_TEXT)]
    messages = [
        utter(world, person, chat, Draft(text=part, entities=detected(part), reply_to=reply_to))
        for part in parts
        if part
    ]
    return messages[-1]


def utter(world: World, person: Person, chat: Chat, draft: Draft) -> Message:
    """A person sends a prepared message, such as a photo with a caption.

    Raises SandboxError for a chat they are not in, or a bot that they blocked.
    """
    _enter(person, chat)
    if draft.reply_to is not None and draft.reply_to not in chat.messages:
        raise SandboxError("The message to reply to is not there.")
    message = world.post(chat, person.id, draft)
    if chat.private:
        person.started = True
    tell(world, "message", message)
    return message


def edit(world: World, person: Person, message: Message, text: str) -> Message:
    """A person changes a text of their own. Raises SandboxError for another's or an empty one."""
    special = message.attachment or message.poll or message.service
    if message.sender != person.id or special or message.inline is not None:
        raise SandboxError("Only a text of one's own can be edited.")
    plain, _ = tidy(text[:MAX_TEXT], [])
    if not plain:
        raise SandboxError("There is nothing to send.")
    edited = replace(message, text=plain, entities=detected(plain), edited=world.now())
    world.put(edited)
    tell(world, "edited_message", edited)
    return edited


def press(world: World, person: Person, message: Message, data: str) -> str:
    """A person's messenger sends a callback; returns the id of the query.

    The data need not be that of a button: people can forge it.
    """
    check_member(world.chats[message.chat], person)
    query = world.ask(person.id)
    payload = {
        "id": query.id,
        "from": present.person_json(person),
        **_pressed(world, message),
        "chat_instance": str(-7_000_000_000 - abs(message.chat)),
        "data": data,
    }
    world.queue.add("callback_query", person.id, payload)
    return query.id


def _pressed(world: World, message: Message) -> Json:
    if message.inline:
        return {"inline_message_id": message.inline}
    return {"message": present.message_json(world, message)}


def vote(world: World, person: Person, message: Message, choice: tuple[int, ...]) -> Message:
    """A person votes in a poll, or takes the vote back with an empty choice.

    Raises SandboxError where there is no poll or it does not allow that.
    """
    check_member(world.chats[message.chat], person)
    if not message.poll:
        raise SandboxError("There is no poll in this message.")
    poll = message.poll.voted(person.id, choice, world.clock.now())
    voted = world.put(replace(message, poll=poll))
    tell_poll(world, poll)
    if not poll.anonymous:
        payload = {
            "poll_id": poll.id,
            "user": present.person_json(person),
            "option_ids": list(poll.votes.get(person.id, ())),
            "option_persistent_ids": [poll.options[at].key for at in poll.votes.get(person.id, ())],
        }
        world.queue.add("poll_answer", int(poll.id), payload)
    return voted


def add_option(world: World, person: Person, message: Message, text: str) -> Message:
    """A person adds an option to a poll that allows it.

    Raises SandboxError where there is no such poll, or the option has no text or too much of it.
    """
    check_member(world.chats[message.chat], person)
    plain, _ = tidy(text, [])
    if not message.poll or not 0 < len(plain) <= MAX_OPTION:
        raise SandboxError("This option cannot be added.")
    option = Option(text=plain, by=person.id, added=world.now())
    poll = message.poll.grown(option, MAX_OPTIONS)
    grown = world.put(replace(message, poll=poll))
    tell_poll(world, poll)
    service = Service(kind="option_added", person=person.id, poll=message.id, option=option)
    said = world.post(world.chats[message.chat], person.id, Draft(service=service))
    world.queue.add("message", message.chat, present.message_json(world, said))
    return grown


def tell_poll(world: World, poll: Poll) -> None:
    """The bot learns how its poll stands."""
    world.queue.add("poll", int(poll.id), present.poll_json(world, poll))


def check_member(chat: Chat, person: Person) -> None:
    """Raises SandboxError when a person is not in a chat."""
    if person.id not in chat.members:
        raise SandboxError("This person is not in the chat.")


def _enter(person: Person, chat: Chat) -> None:
    check_member(chat, person)
    if chat.private and person.blocked:
        raise SandboxError("This person has blocked the bot; unblock it first.")


def tell(world: World, kind: str, message: Message) -> None:
    """The bot gets a message, if it hears it."""
    chat = world.chats[message.chat]
    if _hears(world, chat, message):
        world.queue.add(kind, chat.id, present.message_json(world, message))


def _hears(world: World, chat: Chat, message: Message) -> bool:
    """Whether the bot gets a message: in groups its privacy keeps most of them from it."""
    if chat.bot in ("left", "kicked"):
        return False
    if chat.private or not world.privacy or chat.bot == "administrator":
        return True
    if message.inline is not None:
        return True
    replied = chat.messages.get(message.reply_to or 0)
    if replied and replied.sender == world.bot_id:
        return True
    name = f"@{world.profile.username}".lower()
    for entity in message.entities:
        what = utf16_slice(message.text, entity.offset, entity.length).lower()
        if entity.type == "mention" and what == name:
            return True
        if entity.type == "bot_command" and ("@" not in what or what.endswith(name)):
            return True
    return False
