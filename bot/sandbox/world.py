"""The sandbox's world: its people, chats and messages, and the bot among them."""

import asyncio
import itertools
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from bot.domain.entities import Entity
from bot.sandbox.chats import Chat, group_chat, private_chat
from bot.sandbox.clock import SandboxClock
from bot.sandbox.faults import FaultBook
from bot.sandbox.files import FileStore
from bot.sandbox.happenings import Happenings
from bot.sandbox.messages import Attachment, Message, Service
from bot.sandbox.patience import Patience
from bot.sandbox.people import Group, Person
from bot.sandbox.polls import Poll
from bot.sandbox.profile import Profile, Viewer
from bot.sandbox.rates import RateLimiter
from bot.sandbox.updates import UpdateQueue

Json = dict[str, Any]

FIRST_QUERY = 4_000_000_000_000_001


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is about to be said; `entities` are settled already."""

    text: str = ""
    entities: tuple[Entity, ...] = ()
    reply_to: int | None = None
    attachment: Attachment | None = None
    poll: Poll | None = None
    markup: Json | None = None
    preview: Json | None = None
    service: Service | None = None
    inline: str | None = None


@dataclass(slots=True, kw_only=True)
class Query:
    """A pressed button or inline query that the bot should answer; `asked` is in real seconds.

    An inline query has the `text` that was typed and, once it is answered, its `results`.
    """

    id: str
    person: int
    asked: float
    inline: bool = False
    text: str = ""
    answered: bool = False
    results: list[Json] = field(default_factory=list)


class World:
    """Everything that is there, in memory. All of it belongs to one event loop."""

    def __init__(
        self,
        *,
        token: str,
        clock: SandboxClock,
        people: Iterable[Person],
        groups: Iterable[Group] = (),
        username: str,
        name: str,
    ) -> None:
        self.token = token
        self.clock = clock
        self.bot_id = int(token.partition(":")[0])
        self.profile = Profile(username=username, names={"": name})
        self.privacy = True
        self.inline_enabled = self.inline_feedback = True
        self.query_lifetime = 60.0
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files = FileStore()
        # Later than in any earlier run: a bot that kept its database knows those numbers already.
        self.queue = UpdateQueue(int(time.time()))
        self.happenings = Happenings()
        self.faults = FaultBook()
        self.limiter = RateLimiter()
        self.patience = Patience()
        self.queries: dict[str, Query] = {}
        self._numbers = itertools.count(1)
        self._queries = itertools.count(FIRST_QUERY)
        self._alarms: set[asyncio.Task[None]] = set()
        for person in people:
            self.add_person(person)
        for group in groups:
            self.add_chat(group_chat(group))
        clock.subscribe(lambda: self.happenings.add("clock"))

    def add_person(self, person: Person) -> Person:
        """Let somebody in, as a copy, with an empty private chat; they have not pressed Start."""
        mine = replace(person, blocked=False, started=False)
        self.people[mine.id] = mine
        self.chats[mine.id] = private_chat(mine)
        self.happenings.add("world")
        return mine

    def add_chat(self, chat: Chat) -> Chat:
        """Let there be a chat."""
        self.chats[chat.id] = chat
        self.happenings.add("world")
        return chat

    def now(self) -> datetime:
        """The present instant in whole seconds, as Telegram dates things; aware, in UTC."""
        return self.clock.now().replace(microsecond=0)

    def post(self, chat: Chat, sender: int, draft: Draft) -> Message:
        """Put a new message into a chat."""
        message = Message(
            id=next(chat.numbers or self._numbers),
            chat=chat.id,
            sender=sender,
            date=self.now(),
            text=draft.text,
            entities=draft.entities,
            reply_to=draft.reply_to,
            attachment=draft.attachment,
            poll=draft.poll,
            markup=draft.markup,
            preview=draft.preview,
            service=draft.service,
            inline=draft.inline,
        )
        chat.messages[message.id] = message
        self.happenings.add("message", message=message)
        return message

    def put(self, message: Message) -> Message:
        """Let a changed message take the place of the one with its id."""
        self.chats[message.chat].messages[message.id] = message
        self.happenings.add("edited", message=message)
        return message

    def remove(self, message: Message) -> None:
        """Delete a message for everybody."""
        del self.chats[message.chat].messages[message.id]
        self.happenings.add("deleted", chat=message.chat, message_id=message.id)

    def ask(self, person: int, *, inline: bool = False, text: str = "") -> Query:
        """A new query of a person to the bot, which it can answer for a while."""
        number = str(next(self._queries))
        query = Query(id=number, person=person, asked=time.monotonic(), inline=inline, text=text)
        self.queries[number] = query
        return query

    def answer(self, query_id: str, *, inline: bool = False) -> Query | None:
        """Take a query as answered; None when there is none, or it was answered, or is too old."""
        query = self.queries.get(query_id)
        if not query or query.answered or query.inline != inline:
            return None
        if time.monotonic() - query.asked > self.query_lifetime:
            return None
        query.answered = True
        return query

    def commands_for(self, person: Person, chat: Chat) -> list[Json]:
        """The command menu that a person sees in a chat."""
        return self.profile.commands_for(
            Viewer(
                person=person.id,
                chat=chat.id,
                language=person.language,
                private=chat.private,
                admin=chat.standing(person.id) in ("creator", "administrator"),
            )
        )

    def menus(self, person: Person) -> dict[int, list[Json]]:
        """The command menu of each chat that a person is in, by the chat's id."""
        return {chat.id: self.commands_for(person, chat) for chat in self.chats_of(person)}

    def chats_of(self, person: Person) -> list[Chat]:
        """The chats that a person is in, the private one first."""
        return [chat for chat in self.chats.values() if person.id in chat.members]

    def at(self, instant: datetime, action: Callable[[], None]) -> None:
        """Do something when the sandbox's clock has reached an instant."""

        async def wait() -> None:
            await self.clock.sleep_until(instant)
            action()

        task = asyncio.create_task(wait())
        self._alarms.add(task)
        task.add_done_callback(self._alarms.discard)

    def close(self) -> None:
        """Let nothing happen by itself any more."""
        for task in self._alarms:
            task.cancel()

    def reset(self) -> None:
        """Empty the chats and forget what the bot has not fetched; who is who stays."""
        for chat in self.chats.values():
            chat.messages.clear()
            chat.bot = "member"
        for person in self.people.values():
            person.blocked = person.started = False
        self.queries.clear()
        self.queue.clear()
        self.happenings.add("reset")


def unix(instant: datetime) -> int:
    """Seconds since 1970, as the Bot API writes instants."""
    return int(instant.astimezone(UTC).timestamp())
