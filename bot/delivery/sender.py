"""From the outbox to Telegram: leased, paced, and every outcome written down.

A row is leased (and that committed) before it is sent, and only when it may go out at once, so what
a crash leaves open is never more than what was in flight. One chat gets its messages in order.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from bot.delivery.pacing import Limits, Pacer
from bot.ports.runtime import Clock, Send, Sending
from bot.ports.storage import Fate, Leased, Outbox, Outcome, StorageError

log = logging.getLogger(__name__)

LONGEST_PAUSE = 60.0
"""Seconds between attempts, at the most, when Telegram does not say how long to wait."""


class Sender:
    """Sends what stands in the outbox until it is stopped."""

    def __init__(
        self, outbox: Outbox, send: Send, clock: Clock, limits: Limits, *, side_by_side: int = 64
    ) -> None:
        self._outbox = outbox
        self._send = send
        self._clock = clock
        self._pacer = Pacer(limits)
        self._side_by_side = side_by_side
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._finished: list[Outcome] = []
        self._chat_of: dict[int, int] = {}
        self._paused: dict[int, float] = {}
        self._everybody_until = 0.0
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """Something new is in the outbox."""
        self._wake.set()

    async def run(self) -> None:
        """Until cancelled; then what is in flight gets two seconds to be finished and recorded."""
        await self._retrying(self._outbox.recover)
        try:
            while True:
                self._wake.clear()
                await self._record()
                await self._lease()
                await self._rest()
        finally:
            if self._under_way:
                await asyncio.wait(self._under_way.values(), timeout=2)
            for task in self._under_way.values():
                task.cancel()
            await self._record()

    async def _lease(self) -> None:
        now = time.monotonic()
        room = self._pacer.room(now, self._side_by_side - len(self._under_way))
        if room <= 0 or now < self._everybody_until:
            return
        self._paused = {chat: until for chat, until in self._paused.items() if until > now}
        busy = self._chat_of_open() | self._pacer.resting(now) | self._paused.keys()
        try:
            rows = await self._outbox.lease(room, busy)
        except StorageError as error:
            log.error("the outbox does not answer", extra={"reason": str(error)})
            return
        for row in rows:
            self._chat_of[row.id] = row.chat_id
            self._pacer.sent(row.chat_id, time.monotonic(), group=row.group)
            self._under_way[row.id] = asyncio.create_task(self._one(row))

    def _chat_of_open(self) -> set[int]:
        return set(self._chat_of.values())

    async def _one(self, row: Leased) -> None:
        try:
            result = await self._send(row)
        except Exception as error:  # noqa: BLE001 - one row that breaks must not hold up its chat
            result = Sending(fate=Fate.REJECTED, reason=type(error).__name__)
        finally:
            self._under_way.pop(row.id, None)
            self._wake.set()
        if result.fate is Fate.QUEUED:
            self._pause(row, result.wait, everybody=result.everybody)
        self._finished.append(
            Outcome(
                id=row.id,
                fate=result.fate,
                message_id=result.message_id,
                reason=result.reason,
                uncertain=result.uncertain,
            )
        )
        log.info(
            "sent", extra={"cause": row.cause, "fate": str(result.fate), "reason": result.reason}
        )

    def _pause(self, row: Leased, wait: float | None, *, everybody: bool) -> None:
        seconds = wait if wait is not None else min(LONGEST_PAUSE, 0.5 * 2 ** min(row.attempts, 10))
        until = time.monotonic() + seconds
        self._paused[row.chat_id] = until
        if everybody:
            self._everybody_until = max(self._everybody_until, until)

    async def _record(self) -> None:
        """Write down what is finished, in one commit; until that stands, its chats stay closed."""
        batch, self._finished = self._finished, []
        if not batch:
            return
        await self._retrying(lambda: self._outbox.record(batch, self._clock.now()))
        for outcome in batch:
            self._chat_of.pop(outcome.id, None)

    async def _retrying(self, write: Callable[[], Awaitable[object]]) -> None:
        """Outcomes are never dropped: where the database does not answer, again in a second."""
        while True:
            try:
                await write()
            except StorageError as error:
                log.error("the outbox does not answer", extra={"reason": str(error)})
                await asyncio.sleep(1)
            else:
                return

    async def _rest(self) -> None:
        """Until something new comes, something is finished or a limit gives way."""
        now = time.monotonic()
        ends = [*self._paused.values(), self._everybody_until]
        pause = min((until - now for until in ends if until > now), default=1.0)
        limit = self._pacer.next_change(now)
        try:
            async with asyncio.timeout(min(1.0, pause, limit if limit is not None else 1.0)):
                await self._wake.wait()
        except TimeoutError:
            pass
