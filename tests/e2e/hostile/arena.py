"""A bot at work for many scenes: it starts once, and a scene that it does not survive fails."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeAlias, TypeVar

from bot.logs import JsonLines
from bot.sandbox.actor import Actor
from bot.sandbox.calls import Call
from bot.sandbox.clock import SandboxClock
from bot.sandbox.messages import Message
from bot.sandbox.present import message_json
from bot.sandbox.pulse import Pulse
from bot.sandbox.sandbox import Sandbox
from tests.e2e.bot import Bot
from tests.e2e.hostile.cast import CIRCLE, FORUM, MAL, NINA, Cast
from tests.e2e.hostile.updates import Forged

T = TypeVar("T")
Start: TypeAlias = Callable[[Sandbox], AbstractAsyncContextManager[Bot]]

PATIENCE = 45.0
"""Seconds in which the bot must have done with a scene."""


class Journal(logging.Handler):
    """What the bot logs: which updates it is done with, and how."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.handled: set[str] = set()
        self.aside: set[str] = set()
        self.lines: list[str] = []
        self.pulse = Pulse()
        self.setFormatter(JsonLines())

    def emit(self, record: logging.LogRecord) -> None:
        """Note a record."""
        self.lines.append(self.format(record))
        done = {"handled": self.handled, "set aside": self.aside}.get(record.getMessage())
        if done is not None:
            done.add(vars(record)["cause"])
            self.pulse.beat()

    async def done(self, causes: set[str]) -> None:
        """Return when these updates were handled or set aside."""
        try:
            await self.pulse.until(lambda: causes <= self.handled | self.aside or None, PATIENCE)
        except TimeoutError:
            left = causes - self.handled - self.aside
            raise AssertionError(f"of {len(causes)} the bot is not done with {left}") from None


@dataclass
class Scene:
    """The cast of one example, on a stage where the bot is at work.

    `since` is the last call, `begun` the last happening before it, `first_line` its first one in
    the log.
    """

    bot: Bot
    cast: Cast
    journal: Journal
    since: int
    begun: int
    first_line: int
    causes: dict[str, Forged] = field(default_factory=dict)

    @property
    def sandbox(self) -> Sandbox:
        return self.bot.sandbox

    @property
    def calls(self) -> list[Call]:
        """The calls that the bot has made in this scene."""
        return self.sandbox.calls.after(self.since)

    @property
    def logged(self) -> list[str]:
        """What the bot has logged in this scene."""
        return self.journal.lines[self.first_line :]

    def said(self, *where: int) -> list[Message]:
        """All that the bot has said in these chats of the cast, edits too; without any, in all."""
        chats = {self.cast.number(of) for of in where or (MAL, NINA, CIRCLE, FORUM)}
        world = self.sandbox.world
        happened = [one.message for one in world.happenings.after(self.begun)]
        return [one for one in happened if one and one.chat in chats and one.sender == world.bot_id]

    def forge(self, update: Forged) -> str:
        """Hand an update to the bot; returns its key in the inbox."""
        body = self.cast.placed(update.body)
        if update.kind == "callback_query" and isinstance(body, dict):
            self._tapped(body)
        key = f"update:{self.sandbox.forge(update.kind, body)}"
        self.causes[key] = update
        return key

    def _tapped(self, query: dict[str, Any]) -> None:
        """Let a query be one that Telegram knows, below the bot's last message in its chat."""
        world = self.sandbox.world
        query["id"] = world.ask(0).id
        below = query.get("message")
        if not isinstance(below, dict) or not below.get("date"):
            return
        where = below.get("chat")
        number = where.get("id") if isinstance(where, dict) else None
        chat = world.chats.get(number) if isinstance(number, int) else None
        mine = [one for one in chat.messages.values() if one.sender == world.bot_id] if chat else []
        if mine:
            query["message"] = message_json(world, mine[-1])

    async def plays(self, updates: Sequence[Forged]) -> None:
        """Hand these to the bot and wait until it is done with all of them.

        An inline query is answered beside the inbox: nothing tells that the bot is done with it.
        """
        causes = [(self.forge(one), one.kind) for one in updates]
        await self.journal.done({cause for cause, kind in causes if kind != "inline_query"})

    async def plays_slowly(self, updates: Sequence[Forged], reader: int) -> None:
        """The same one by one, each when somebody has read what the bot said to the last."""
        for one in updates:
            await self.plays([one])
            await self._heard(reader, reader if one.chat > 0 else one.chat)

    async def asks(self, of: int, text: str, chat: int | None = None) -> Message:
        """Somebody writes; returns the first of what the bot says only then."""
        actor, where = await self._heard(of, chat)
        await actor.say(text, chat=where)
        return await actor.next(PATIENCE, chat=where)

    async def answered(self, update: Forged, of: int, chat: int) -> Message:
        """Hand an update of somebody's to the bot; returns the first of what it says only then."""
        actor, where = await self._heard(of, chat)
        self.forge(update)
        return await actor.next(PATIENCE, chat=where)

    async def ends(self) -> None:
        """Return when everybody has read all that the bot has to say."""
        await self.all_ask("/help")

    async def _heard(self, of: int, chat: int | None) -> tuple[Actor, int]:
        """Somebody, once they have read all that the bot has had to say so far in a chat."""
        actor, where = self.cast.actor(of), self.cast.number(of if chat is None else chat)
        mark = f"frob{next(_MARKS):06}"
        await actor.say(f"/news@{self.sandbox.world.profile.username} {mark}", chat=where)
        while mark not in (await actor.next(PATIENCE, chat=where)).text:
            pass
        return actor, where

    async def all_ask(self, text: str) -> list[Message]:
        """Two people write in private and one in each group; the first answer to each."""
        seats = ((MAL, None), (NINA, None), (MAL, CIRCLE), (NINA, FORUM))
        return await asyncio.gather(*(self.asks(of, text, chat) for of, chat in seats))


_MARKS = count(1)


class Arena:
    """A stage in an event loop of its own. `start` starts a bot in a sandbox."""

    def __init__(self, start: Start, runner: asyncio.Runner) -> None:
        self._start = start
        self._runner = runner
        self._scenes = count(1)
        self._work: asyncio.Task[None] | None = None
        self._over = asyncio.Event()
        self.journal = Journal()

    def run(self, play: Callable[[Scene], Coroutine[Any, Any, T]]) -> T:
        """Play a scene. Raises AssertionError where the bot does not survive it."""
        return self._runner.run(self._run(play))

    def close(self) -> None:
        """Stop the bot."""
        self._over.set()
        if self._work is not None:
            self._runner.run(asyncio.wait_for(self._work, PATIENCE))

    async def _run(self, play: Callable[[Scene], Coroutine[Any, Any, T]]) -> T:
        if self._work is None or self._work.done():
            await self._open()
        cast = Cast(self._bot.sandbox, next(self._scenes))
        cast.appear()
        sandbox = self._bot.sandbox
        scene = Scene(
            bot=self._bot,
            cast=cast,
            journal=self.journal,
            since=sandbox.calls.last,
            begun=sandbox.world.happenings.last,
            first_line=len(self.journal.lines),
        )
        return await self._unless_it_stops(asyncio.create_task(play(scene)))

    async def _open(self) -> None:
        opened: asyncio.Future[Bot] = asyncio.get_running_loop().create_future()

        async def work() -> None:
            sandbox = Sandbox(clock=SandboxClock(speed=0), page=False)
            async with self._start(sandbox) as bot:
                opened.set_result(bot)
                await self._over.wait()

        self._work = asyncio.create_task(work())
        self._bot = await self._unless_it_stops(opened)

    async def _unless_it_stops(self, awaited: asyncio.Future[T]) -> T:
        assert self._work is not None
        first: list[asyncio.Future[Any]] = [awaited, self._work]
        await asyncio.wait(first, return_when=asyncio.FIRST_COMPLETED)
        if self._work.done() and not awaited.done():
            awaited.cancel()
            raise AssertionError("the bot has stopped") from self._work.exception()
        return await awaited
