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
"""Seconds after the send that a kill waits for, at the most: a send takes about as long."""

STARTING = 2.0
"""Seconds from the start to a kill that waits for no send, at the most: a start takes about so."""

EARLY = 0.15
"""The share of these."""

IN_FLIGHT = "SELECT chat_id FROM outbox WHERE state = 'leased'"

Start = Callable[[], AbstractAsyncContextManager[Process]]
Farewell = Callable[[], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Kill:
    """`after` so many sends, over all lives of the bot, and `pause` seconds."""

    after: int
    pause: float


def planned(kills: int, updates: int, random: Random) -> list[Kill]:
    """Kills spread over the work on so many updates, each of which is answered at least once."""
    plan = []
    for number in range(kills):
        share = updates / kills
        sends = int(random.uniform(number * share, (number + 1) * share))
        early = random.random() < EARLY
        plan.append(
            Kill(0, random.uniform(0, STARTING))
            if early
            else Kill(sends, random.uniform(0, JITTER))
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

    async def run(
        self, plan: Sequence[Kill], farewell: Callable[[], Coroutine[Any, Any, None]]
    ) -> None:
        """Until the `farewell`, to which the last life is given, is over.

        Raises WrongError where the bot ends by itself.
        """
        for kill in plan:
            async with self._start() as process:
                await _alive(process, self._comes(kill))
                under_way = self._wire.chats
                process.kill()
                await process.ends()
            _check(process)
            await self._wire.is_quiet()
            in_flight = {chat for (chat,) in await self._database.look(IN_FLIGHT)}
            self.under_way += len(under_way)
            self._referee.killed(under_way, in_flight)
        async with self._start() as process:
            await _alive(process, farewell())
            status, _ = await process.stops()
        _check(process)
        if status:
            raise WrongError(f"it stopped with status {status}: {process.stderr}")

    async def _comes(self, kill: Kill) -> None:
        await self._wire.has_begun(kill.after)
        await asyncio.sleep(kill.pause)


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
