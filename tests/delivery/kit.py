"""A bot of the tests' own: real storage, plain updates, tiny features, and a clock that is set."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.delivery.desk import Desk, Manners
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.router import Router
from bot.domain.answer import Answer
from bot.domain.last_answer import LastAnswer
from bot.domain.people import Role
from bot.ports.intents import NOBODY, ChatKind, Command, Decoded, Intent, Origin, Said, Tick
from bot.ports.runtime import Content, Context, Reader, Route
from bot.ports.speech import Menu, Outgoing, Priority
from bot.ports.storage import (
    Arrival,
    Fate,
    Inbox,
    Json,
    Leased,
    NewMessage,
    Outbox,
    Outcome,
    Storage,
    StorageError,
    UnitOfWork,
    Waiting,
)
from tests.domain.items import catalogue

NOW = datetime(2018, 2, 12, 9, tzinfo=UTC)
PATIENCE = 10.0


@dataclass
class SetClock:
    """Shows the time that a test sets."""

    time: datetime = NOW

    def now(self) -> datetime:
        return self.time

    def advance(self, by: timedelta) -> None:
        self.time += by


class Watched:
    """A real storage that tells of every commit, and can be told to be out of reach."""

    def __init__(self, storage: Storage) -> None:
        self.real = storage
        self.failures = 0
        """How many of the next calls fail as when the database does not answer."""
        self._happened = asyncio.Event()

    @property
    def inbox(self) -> Inbox:
        return _WatchedInbox(self)

    @property
    def outbox(self) -> Outbox:
        return _WatchedOutbox(self)

    @asynccontextmanager
    async def unit(self, now: datetime) -> AsyncIterator[UnitOfWork]:
        self.reach()
        async with self.real.unit(now) as unit:
            yield unit
        self.happened()

    def leadership(self) -> AbstractAsyncContextManager[None]:
        return self.real.leadership()

    async def healthy(self) -> bool:
        return self.failures == 0 and await self.real.healthy()

    def reach(self) -> None:
        """Raises StorageError while failures are due."""
        if self.failures:
            self.failures -= 1
            self.happened()
            raise StorageError("out of reach")

    def happened(self) -> None:
        self._happened.set()

    async def until(self, look: Callable[[], Awaitable[bool]]) -> None:
        """Return once `look` holds; it is asked again after whatever happens."""
        async with asyncio.timeout(PATIENCE):
            while True:
                self._happened.clear()
                if await look():
                    return
                await self._happened.wait()


@dataclass
class _WatchedInbox:
    storage: Watched

    async def put(self, arrivals: Sequence[Arrival], now: datetime) -> int:
        self.storage.reach()
        return await self.storage.real.inbox.put(arrivals, now)

    async def waiting(self, limit: int, busy: Collection[str]) -> Sequence[Waiting]:
        self.storage.reach()
        return await self.storage.real.inbox.waiting(limit, busy)

    async def latest(self, prefix: str) -> str | None:
        self.storage.reach()
        return await self.storage.real.inbox.latest(prefix)


@dataclass
class _WatchedOutbox:
    storage: Watched

    async def recover(self) -> int:
        self.storage.reach()
        return await self.storage.real.outbox.recover()

    async def lease(
        self, limit: int, busy: Collection[int], least: Priority = Priority.BROADCAST
    ) -> Sequence[Leased]:
        self.storage.reach()
        return await self.storage.real.outbox.lease(limit, busy, least)

    async def record(self, outcomes: Sequence[Outcome], now: datetime) -> None:
        self.storage.reach()
        await self.storage.real.outbox.record(outcomes, now)
        self.storage.happened()


def update(number: int, text: str, *, chat: int = 7, user: int = 7) -> Arrival:
    """Somebody writes: "/name argument" is a command, anything else free text."""
    payload = {"text": text, "chat": chat, "user": user}
    return Arrival(key=f"update:{number}", lane=f"chat:{chat}", position=number, payload=payload)


def decode(payload: Json) -> Decoded | None:
    """What `update` made; "unreadable" breaks and "nothing" asks for nothing."""
    if "tick" in payload:
        return Decoded(intent=Tick(payload["tick"]), origin=NOBODY)
    text = payload["text"]
    if text == "unreadable":
        raise KeyError("a word of Maya's")
    if text == "nothing":
        return None
    kind = ChatKind.GROUP if payload["chat"] < 0 else ChatKind.PRIVATE
    origin = Origin(chat_id=payload["chat"], chat=kind, user_id=payload["user"])
    name, _, argument = text.partition(" ")
    command = Command(name[1:], argument) if name.startswith("/") else None
    return Decoded(intent=command or Said(text), origin=origin)


def render(said: Outgoing | Menu, reader: Reader, cause: str) -> NewMessage:
    """The text with the reader's language before it."""
    assert isinstance(said, Outgoing)
    text = f"{reader.lang}: {said.text}"
    chat = reader.origin.chat_id
    return NewMessage(chat_id=chat, method="sendMessage", params={"text": text}, cause=cause)


async def echo(intent: Intent, _: Context) -> Sequence[Outgoing]:
    """Says what was said, or the command's name."""
    text = intent.text if isinstance(intent, Said) else getattr(intent, "name", "?")
    return [Outgoing(text=text)]


def saying(text: str) -> Callable[[Any, Context], Awaitable[Sequence[Outgoing]]]:
    """A handler that says always the same."""

    async def handler(_: Any, __: Context) -> Sequence[Outgoing]:
        return [Outgoing(text=text)]

    return handler


MANNERS = Manners(
    refused=saying("not for you"), elsewhere=saying("in private"), broken=saying("so sorry")
)


def _nobody_asks(_: str, __: str, ___: datetime, ____: LastAnswer | None = None) -> Answer:
    raise AssertionError("no test of delivery asks the catalogue")


CONTENT = Content(catalogue=catalogue(), ask=_nobody_asks, languages=("en", "fr"))


@dataclass
class Team:
    """A storage and the features at work on it."""

    storage: Watched
    clock: SetClock = field(default_factory=SetClock)

    def desk(
        self,
        *routes: Route,
        roles: Mapping[int, frozenset[Role]] | None = None,
        manners: Manners = MANNERS,
    ) -> Desk:
        return Desk(
            storage=self.storage,
            router=Router([*routes, Route(intent=Said, handler=echo)]),
            manners=manners,
            decode=decode,
            render=render,
            clock=self.clock,
            content=lambda: CONTENT,
            roles=roles or {},
            contact=None,
            sent=self.storage.happened,
        )

    @asynccontextmanager
    async def at_work(self, desk: Desk) -> AsyncIterator[Dispatcher]:
        """A dispatcher that is quick to try again, until the block ends."""
        dispatcher = quick(desk)
        async with running(dispatcher.run()):
            yield dispatcher

    async def receives(self, *arrivals: Arrival) -> None:
        await self.storage.real.inbox.put(arrivals, self.clock.now())

    async def inbox(self) -> Mapping[str, int]:
        async with self.storage.real.unit(NOW) as unit:
            return (await unit.tally()).inbox

    async def handles(self, done: int, aside: int = 0) -> None:
        """Wait until so many are handled and set aside, and nothing waits."""
        wanted = {state: count for state, count in (("done", done), ("aside", aside)) if count}

        async def look() -> bool:
            return await self.inbox() == wanted

        await self.storage.until(look)

    async def answers(self, desk: Desk, *arrivals: Arrival, aside: int = 0) -> list[str]:
        """Receive these, handle all there is, `aside` in vain; returns all that is said then."""
        await self.receives(*arrivals)
        everything = sum((await self.inbox()).values())
        async with self.at_work(desk):
            await self.handles(everything - aside, aside)
        return await self.says()

    async def says(self) -> list[str]:
        """Take all messages out of the outbox; returns their texts in their order."""
        texts = []
        outbox = self.storage.real.outbox
        while rows := await outbox.lease(100, []):
            texts += [row.params["text"] for row in rows]
            sent = [Outcome(id=row.id, fate=Fate.DELIVERED) for row in rows]
            await outbox.record(sent, NOW)
        return texts


def quick(desk: Desk) -> Dispatcher:
    """A dispatcher that is quick to try again."""
    return Dispatcher(desk, poll=0.02, back_off=(0.01, 0.01), storage_pause=0.01)


@asynccontextmanager
async def running(work: Any) -> AsyncIterator[asyncio.Task[None]]:
    """A task until the block ends, which must not take it two seconds then."""
    task: asyncio.Task[None] = asyncio.create_task(work)
    try:
        yield task
    finally:
        task.cancel()
        done, _ = await asyncio.wait([task], timeout=PATIENCE)
        assert done
        if not task.cancelled():
            task.result()


def rows(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    """What stands in the tests' SQLite file."""
    with closing(sqlite3.connect(folder / "bot.db")) as connection:
        return connection.execute(sql).fetchall()
