"""Starts the bot, kills it at some instant of its work, and starts it again."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.e2e.process import Process
from tests.soak.databases import Database
from tests.soak.referee import Referee, WrongError
from tests.soak.wire import Wire

JITTER = 0.04
"""Seconds from the answer that a kill waits for, at the most: a send takes about as long."""

STARTING = 2.0
"""Seconds from the start to a kill that waits for no answer: about what a start takes."""

EARLY = 0.15
"""The share of these."""

IN_FLIGHT = "SELECT chat_id FROM outbox WHERE state = 'leased'"

Start = Callable[[], AbstractAsyncContextManager[Process]]
Farewell = Callable[[], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Kill:
    """`after` so many answers, over all lives of the bot, and `pause` seconds.

    With 0 it does not wait for an answer; else there is one at least in each life.
    """

    after: int
    pause: float


def planned(kills: int, updates: int, random: Random) -> list[Kill]:
    """Kills spread over the work on so many updates, each of which is answered at least once."""
    plan = []
    share = updates / kills if kills else 0
    for number in range(kills):
        answers = int(random.uniform(number * share, (number + 1) * share))
        early = random.random() < EARLY
        plan.append(
            Kill(0, random.uniform(0, STARTING))
            if early
            else Kill(1 + answers, random.uniform(0, JITTER))
        )
    return plan


class Killer:
    """Gives the bot a life for each kill of the plan, and a last one that ends in peace."""

    def __init__(self, start: Start, wire: Wire, referee: Referee, database: Database) -> None:
        self._start = start
        self._wire = wire
        self._referee = referee
        self._database = database
        self.under_way = 0
        """How many sends Telegram had not answered at the kills, over all of them."""

    async def run(self, plan: Sequence[Kill], lived: asyncio.Event, farewell: Farewell) -> None:
        """Until, in the last life, all have `lived` and the `farewell` is over.

        Raises WrongError where the bot ends by itself.
        """
        for kill in plan:
            async with self._start() as process:
                await _alive(process, self._comes(kill, lived))
                under_way = self._wire.chats
                process.kill()
                await process.ends()
            _check(process)
            await self._wire.is_quiet()
            in_flight = {chat for (chat,) in await self._database.look(IN_FLIGHT)}
            self.under_way += len(under_way)
            self._referee.killed(under_way, in_flight)
        async with self._start() as process:
            await _alive(process, _peace(lived, farewell))
            status, _ = await process.stops()
        _check(process)
        if status:
            raise WrongError(f"it stopped with status {status}: {process.stderr}")

    async def _comes(self, kill: Kill, lived: asyncio.Event) -> None:
        """Wait for the instant; when there is nothing left to do, it has come as well."""
        if kill.after:
            replies = max(kill.after, self._referee.replies + 1)
            tasks = [
                asyncio.create_task(self._referee.has_replied(replies)),
                asyncio.create_task(lived.wait()),
            ]
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                task.cancel()
        await asyncio.sleep(kill.pause)


async def _peace(lived: asyncio.Event, farewell: Farewell) -> None:
    await lived.wait()
    await farewell()


async def _alive(process: Process, event: Coroutine[Any, Any, None]) -> None:
    """Wait for something to happen while the process lives. Raises WrongError if it dies."""
    waiting, gone = asyncio.create_task(event), asyncio.create_task(process.gone())
    try:
        await asyncio.wait([waiting, gone], return_when=asyncio.FIRST_COMPLETED)
        if not waiting.done():
            await process.ends()
            raise WrongError(f"it ended by itself: {process.stdout} {process.stderr}")
        await waiting
    finally:
        waiting.cancel()
        gone.cancel()


def _check(process: Process) -> None:
    """Raises WrongError where the bot logged an error: nothing here may be one."""
    if process.stderr:
        raise WrongError(f"it logged: {process.stderr}")
