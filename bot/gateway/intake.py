"""Where updates come in: kept first, then acknowledged, then worked on."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

from bot.gateway.client import Client, UnknownTokenError
from bot.gateway.decode import ALLOWED, arrival, number, tapped, typed
from bot.gateway.http import SlowDownError
from bot.ports.runtime import Clock, InlineQuery
from bot.ports.storage import Inbox, Json, StorageError

log = logging.getLogger(__name__)

CONFLICTS = 3
"""How often another poller may be met before this one gives way: a restart overlaps a little."""

CALM = 120.0
"""Seconds without meeting another poller after which those met are forgotten."""


class SecondInstanceError(Exception):
    """Another program receives the updates of this token."""


Answer: TypeAlias = Callable[[InlineQuery], Awaitable[Json]]
"""What somebody types in any chat -> the parameters of answerInlineQuery."""

MOST_TYPED = 64
"""How many inline queries are answered at a time; of others the next letter brings another."""


class Intake:
    """Keeps updates in the inbox.

    What expires is answered at once, best effort: a tap, which is kept as well, and what somebody
    types after the bot's name, which is not kept: a later answer is worth nothing.
    """

    def __init__(
        self,
        inbox: Inbox,
        client: Client,
        clock: Clock,
        arrived: Callable[[], None],
        answer: Answer,
    ) -> None:
        self._inbox = inbox
        self._client = client
        self._clock = clock
        self._arrived = arrived
        self._answer = answer
        self._taps: set[asyncio.Task[None]] = set()
        self._typed: set[asyncio.Task[None]] = set()

    async def take(self, updates: Sequence[Json]) -> None:
        """Commit the updates; only then may Telegram be told that they were received.

        Raises StorageError, and ValueError for what is no update; then nothing was kept.
        """
        arrivals = [(arrival(update), update) for update in updates]
        kept = [one for one, update in arrivals if "inline_query" not in update]
        for update in updates:
            if "inline_query" in update and len(self._typed) < MOST_TYPED:
                _start(self._offer(update), self._typed)
        if kept:
            await self._inbox.put(kept, self._clock.now())
            self._arrived()
        for query_id in filter(None, map(tapped, updates)):
            _start(self._client.acknowledge_tap(query_id), self._taps)

    async def _offer(self, update: Json) -> None:
        try:
            if asked := typed(update):
                query_id, query = asked
                await self._client.answer_inline(query_id, await self._answer(query))
        except Exception as error:  # noqa: BLE001 - what it was told may not be what it should
            log.error("an inline query is not answered", extra={"reason": type(error).__name__})


def _start(work: Coroutine[None, None, None], running: set[asyncio.Task[None]]) -> None:
    """Have it done beside what is going on."""
    task = asyncio.create_task(work)
    running.add(task)
    task.add_done_callback(running.discard)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Seconds: `pause` before the second attempt, growing up to `longest`.

    Who has polled for `settled` before meeting another poller is the last to give way to it.
    """

    pause: float = 1.0
    longest: float = 30.0
    settled: float = 3.0


class Poller:
    """Long polling. The batch is kept in one commit, and its offset confirmed by the next call.

    `telegram.ext.Updater` hands updates over one by one, as objects; a commit for each and the
    objects' cost are what this spares.
    """

    def __init__(self, client: Client, intake: Intake, pace: Pace | None = None) -> None:
        self._client = client
        self._intake = intake
        self._pace = pace or Pace()
        self._offset: int | None = None
        self._troubles = 0
        self._others = _Others(self._pace.settled)

    async def run(self) -> None:
        """Until cancelled. Raises UnknownTokenError, and SecondInstanceError after conflicts."""
        # Telegram answers no poll while a webhook is set; what waits for it is not dropped.
        await self._persist(lambda: self._client.call("deleteWebhook", {}))
        self._others.begin()
        while True:
            await self._persist(self._once)

    async def _persist(self, attempt: Callable[[], Awaitable[Any]]) -> None:
        """Attempt it until it succeeds. Raises as `run`."""
        while True:
            try:
                await attempt()
            except InvalidToken:
                raise UnknownTokenError from None
            except Conflict:
                log.warning("another program polls")
                if self._others.met():
                    raise SecondInstanceError from None
                await self._pause()
            except SlowDownError as error:
                await asyncio.sleep(error.seconds)
            except (TelegramError, StorageError) as error:
                log.warning("no updates for now", extra={"reason": type(error).__name__})
                await self._pause()
            else:
                self._troubles = 0
                return

    async def _once(self) -> None:
        updates = await self._client.raw_updates(self._offset, ALLOWED)
        if updates:
            await self._keep(updates)
            numbers = [known for known in map(number, updates) if known is not None]
            if not numbers:
                raise NetworkError("Updates without numbers")
            self._offset = max(numbers) + 1

    async def _keep(self, updates: Sequence[Json]) -> None:
        """Keep them; of a batch with something in it that is no update, the others."""
        try:
            await self._intake.take(updates)
        except ValueError as error:
            if len(updates) > 1:
                for one in updates:
                    await self._keep([one])
            else:
                log.error("no update, not kept", extra={"reason": str(error)})

    async def _pause(self) -> None:
        seconds = self._pace.pause * 2 ** min(self._troubles, 10)
        self._troubles += 1
        await asyncio.sleep(min(self._pace.longest, seconds))


class _Others:
    """Decides who of two pollers gives way. Each ends the other's poll, so both meet in turn."""

    def __init__(self, settled: float) -> None:
        self._settled = settled
        self._begun = self._last = 0.0
        self._count = 0
        self._patience = CONFLICTS

    def begin(self) -> None:
        """Polling begins."""
        self._begun = time.monotonic()

    def met(self) -> bool:
        """Another one was met; whether to give way."""
        now = time.monotonic()
        if not self._count or now - self._last > CALM:
            self._count = 0
            self._patience = CONFLICTS * (3 if now - self._begun > self._settled else 1)
        self._count += 1
        self._last = now
        return self._count > self._patience


async def call_back(client: Client, url: str, secret: str | None) -> None:
    """Ask Telegram to post updates to `url`, each with the secret; tried until it succeeds."""
    params = {"url": url, "secret_token": secret, "allowed_updates": ALLOWED}
    pause = 1.0
    while True:
        try:
            await client.call("setWebhook", params)
        except TelegramError as error:
            log.warning("no webhook yet", extra={"reason": type(error).__name__})
            await asyncio.sleep(pause)
            pause = min(30.0, 2 * pause)
        else:
            return
