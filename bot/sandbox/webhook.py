"""Delivering updates to the bot's webhook: in order in each chat, again after a failure."""

import asyncio
import json
import re
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl

import aiohttp

from bot.sandbox.updates import Update, UpdateQueue

Json = dict[str, Any]

_NOT_BY_ANSWER = r"get|(?:set|delete)webhook$|close$|logout$|$"
ANSWER_TIMEOUT = 60.0
LONGEST_DELAY = 60.0
LONGEST_WISH = 3600
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where updates go, with how many connections at a time."""

    url: str
    secret: str
    connections: int


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an update was not taken, and in how many seconds to try again if the bot said so."""

    what: str
    retry_after: float = 0.0


class Webhook:
    """Posts every waiting update to the target until it answers 2xx, then drops it.

    The first failure is followed by another try at once, the second after twice `delay` real
    seconds, and that is doubled each time; a Retry-After is kept to. `reply` gets the method call
    that a webhook may answer with.
    """

    def __init__(
        self,
        queue: UpdateQueue,
        now: Callable[[], datetime],
        reply: Callable[[Json], Awaitable[object]],
        delay: float = 1.0,
    ) -> None:
        self._queue = queue
        self._now = now
        self._reply = reply
        self._delay = delay
        self._session: aiohttp.ClientSession | None = None
        self._lanes: dict[tuple[int, int], deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(1)
        self.target: Target | None = None
        self.failure: tuple[datetime, str] | None = None
        self.on_change: Callable[[], None] = lambda: None
        queue.listeners.append(self._arrived)

    def set(self, target: Target | None) -> None:
        """Deliver to this target from now on; None ends delivery."""
        self._stop()
        self.target, self.failure = target, None
        if target:
            self._slots = asyncio.Semaphore(target.connections)
            for update in self._queue.pending:
                self._arrived(update)
        self.on_change()

    async def close(self) -> None:
        """End all deliveries under way."""
        tasks = self._stop()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session:
            await self._session.close()

    def _stop(self) -> list[asyncio.Task[None]]:
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        self._tasks.clear()
        self._lanes.clear()
        return tasks

    def _arrived(self, update: Update) -> None:
        if not self.target:
            return
        if update.lane in self._lanes:
            self._lanes[update.lane].append(update)
            return
        self._lanes[update.lane] = deque([update])
        task = asyncio.create_task(self._work(self.target, update.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work(self, target: Target, lane: tuple[int, int]) -> None:
        waiting = self._lanes[lane]
        while waiting:
            await self._deliver(target, waiting[0])
            self._queue.drop(waiting.popleft().id)
        del self._lanes[lane]

    async def _deliver(self, target: Target, update: Update) -> None:
        """Try until the bot has taken the update or it is too old."""
        delay, tries = self._delay, 0
        while not self._queue.expired(update):
            async with self._slots:
                failure = await self._post(target, update)
            if failure is None:
                return
            self.failure = (self._now(), failure.what)
            wait = failure.retry_after
            if tries and not wait:
                wait = delay = min(delay * 2, LONGEST_DELAY)
            tries += 1
            if self._queue.expired(update, wait):
                return
            await asyncio.sleep(wait)

    async def _post(self, target: Target, update: Update) -> Failure | None:
        """What went wrong, or None when the bot took the update."""
        if not self._session:
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=ANSWER_TIMEOUT)
            )
        headers = {SECRET_HEADER: target.secret} if target.secret else {}
        try:
            async with self._session.post(
                target.url, json=update.body, headers=headers, allow_redirects=False
            ) as response:
                body = await response.read()
                if not 200 <= response.status < 300:
                    return Failure(
                        f"Wrong response from the webhook: {response.status} {response.reason}",
                        _seconds(response.headers.get("Retry-After", "")),
                    )
                await self._follow(response.content_type, body)
        except TimeoutError:
            return Failure("Read timeout expired")
        except aiohttp.ClientConnectorError:
            return Failure("Connection refused")
        except aiohttp.ClientError:
            return Failure("Webhook connection closed")
        return None

    async def _follow(self, kind: str, body: bytes) -> None:
        """Make the call that the bot answered with; some it has to make itself."""
        try:
            called = _called(kind, body)
        except ValueError:
            return
        name = called.get("method") if isinstance(called, dict) else None
        if isinstance(name, str) and not re.match(_NOT_BY_ANSWER, name, re.IGNORECASE):
            await self._reply(called)


def _called(kind: str, body: bytes) -> Any:
    if kind == "application/json":
        return json.loads(body or b"{}")
    if kind == "application/x-www-form-urlencoded":
        return dict(parse_qsl(body.decode(errors="replace")))
    return None


def _seconds(header: str) -> float:
    return float(min(int(header), LONGEST_WISH)) if re.fullmatch("[0-9]{1,9}", header) else 0.0
