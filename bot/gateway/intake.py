"""Where updates come in: kept first, then acknowledged, then worked on."""

import asyncio
import logging
from collections.abc import Callable, Sequence

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.gateway.client import Client, UnknownTokenError, flood_seconds
from bot.gateway.decode import ALLOWED, arrival, tapped
from bot.ports.runtime import Clock
from bot.ports.storage import Inbox, Json, StorageError

log = logging.getLogger(__name__)

CONFLICTS = 3
"""How often another poller may be met before this one gives way: a restart overlaps a little."""


class SecondInstanceError(Exception):
    """Another program receives the updates of this token."""


class Intake:
    """Keeps updates in the inbox. A tap is answered at once, best effort: its query expires."""

    def __init__(
        self, inbox: Inbox, client: Client, clock: Clock, arrived: Callable[[], None]
    ) -> None:
        self._inbox = inbox
        self._client = client
        self._clock = clock
        self._arrived = arrived
        self._taps: set[asyncio.Task[None]] = set()

    async def take(self, updates: Sequence[Json]) -> None:
        """Commit the updates; only then may Telegram be told that they were received.

        Raises StorageError, and ValueError for what is no update; then nothing was kept.
        """
        arrivals = [arrival(update) for update in updates]
        await self._inbox.put(arrivals, self._clock.now())
        self._arrived()
        for query_id in filter(None, map(tapped, updates)):
            task = asyncio.create_task(self._client.acknowledge_tap(query_id))
            self._taps.add(task)
            task.add_done_callback(self._taps.discard)


class Poller:
    """Long polling. The batch is kept in one commit, and its offset confirmed by the next call.

    `telegram.ext.Updater` hands updates over one by one, as objects; a commit for each and the
    objects' cost are what this spares.
    """

    def __init__(self, client: Client, intake: Intake) -> None:
        self._client = client
        self._intake = intake
        self._offset: int | None = None
        self._troubles = 0
        self._conflicts = 0

    async def run(self) -> None:
        """Until cancelled. Raises UnknownTokenError, and SecondInstanceError after conflicts."""
        await self._without_webhook()
        while True:
            try:
                await self._once()
                self._troubles = self._conflicts = 0
            except InvalidToken:
                raise UnknownTokenError from None
            except Conflict:
                self._conflicts += 1
                if self._conflicts > CONFLICTS:
                    raise SecondInstanceError from None
                await self._pause(None)
            except RetryAfter as error:
                await self._pause(error)
            except (TelegramError, StorageError) as error:
                log.warning("no updates for now", extra={"reason": type(error).__name__})
                await self._pause(None)

    async def _without_webhook(self) -> None:
        """Telegram answers no poll while a webhook is set; what waits for it is not dropped."""
        while True:
            try:
                await self._client.call("deleteWebhook", {})
            except TelegramError:
                await self._pause(None)
            else:
                return

    async def _once(self) -> None:
        updates = await self._client.raw_updates(self._offset, ALLOWED)
        if updates:
            await self._intake.take(updates)
            self._offset = updates[-1]["update_id"] + 1

    async def _pause(self, flood: RetryAfter | None) -> None:
        self._troubles += 1
        await asyncio.sleep(flood_seconds(flood) if flood else min(30, 0.5 * 2**self._troubles))


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
