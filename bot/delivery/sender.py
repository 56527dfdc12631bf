"""From the outbox to Telegram: leased, paced, and every outcome written down.

A row is leased (and that committed) before it is sent, and only when it may go out at once, so what
a crash leaves open is never more than what was in flight. One chat gets its messages in order.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Collection, Sequence

from bot.delivery.crowd import Crowd, is_crowd
from bot.delivery.pacing import Limits, Pacer, Passage
from bot.ports.runtime import Clock, Send, Sending
from bot.ports.speech import Priority
from bot.ports.storage import Fate, Leased, Outbox, Outcome, StorageError

log = logging.getLogger(__name__)

LONGEST_PAUSE = 60.0
"""Seconds between attempts, at the most, when Telegram does not say how long to wait."""

LAST_SENDS = 2.0
"""Seconds that sends in flight get to be finished when the bot stops."""

LAST_WRITE = 1.0
"""Seconds that the database gets then; what it does not keep is uncertain at the next start."""


class Sender:
    """Sends what stands in the outbox until it is stopped. `monotonic` tells seconds."""

    def __init__(
        self,
        outbox: Outbox,
        send: Send,
        clock: Clock,
        limits: Limits,
        *,
        side_by_side: int = 128,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._outbox = outbox
        self._send = send
        self._clock = clock
        self._pacer = Pacer(limits)
        self._side_by_side = side_by_side
        self._monotonic = monotonic
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._crowd = Crowd(side_by_side * 3 // 4)  # some places are always left for replies
        self._finished: list[Outcome] = []
        self._chat_of: dict[int, int] = {}
        self._paused: dict[int, float] = {}
        self._everybody_until = 0.0
        self._troubles = 0
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """Something new is in the outbox."""
        self._wake.set()

    async def run(self) -> None:
        """Until cancelled; then what is in flight gets a moment to be finished and recorded.

        What could not be recorded then is recorded first of all if it is run again.
        """
        await self._record()
        await self._retrying(self._outbox.recover)
        try:
            while True:
                self._wake.clear()
                await self._record()
                await self._look()
                await self._lease()
                await self._rest()
        finally:
            await self._stop()

    async def _stop(self) -> None:
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=LAST_SENDS)
        late = list(self._under_way.values())
        for task in late:
            task.cancel()
        await asyncio.gather(*late)
        try:
            # Before Python 3.11.3 asyncio.timeout tells nothing in a task that was cancelled.
            await asyncio.wait_for(self._record(), LAST_WRITE)
        except TimeoutError:
            log.error("sent, not recorded", extra={"count": len(self._finished)})

    async def _look(self) -> None:
        """See how long the others wait for their turn in the event loop."""
        begin = self._monotonic()
        await asyncio.sleep(0)
        self._crowd.adapt(self._monotonic() - begin)

    async def _lease(self) -> None:
        """Take what may go out now: what is urgent, and of a crowd of digests and broadcasts only
        so many that nobody who waits for an answer feels it."""
        if not self._crowd.is_there:
            rows = await self._lease_up_to(self._side_by_side, Priority.BROADCAST)
        else:
            await self._lease_up_to(self._side_by_side, Priority.REMINDER)
            rows = await self._lease_up_to(self._crowd.room, Priority.BROADCAST)
        self._crowd.is_there = any(map(is_crowd, rows)) or self._crowd.under_way > 0

    async def _lease_up_to(self, most: int, least: Priority) -> Sequence[Leased]:
        now = self._monotonic()
        places = self._side_by_side - len(self._under_way)
        room = self._pacer.room(now, min(most, places))
        if room <= 0 or now < self._everybody_until:
            return ()
        self._paused = {chat: until for chat, until in self._paused.items() if until > now}
        busy = {*self._chat_of.values(), *self._pacer.resting(now), *self._paused}
        try:
            rows = await self._take(room, busy, least)
        except StorageError as error:
            log.error("the outbox does not answer", extra={"reason": str(error)})
            return ()
        for row in rows:
            self._crowd.under_way += is_crowd(row)
            self._chat_of[row.id] = row.chat_id
            passage = self._pacer.begin(
                row.chat_id, self._monotonic(), method=row.method, group=row.group
            )
            self._under_way[row.id] = asyncio.create_task(self._one(row, passage))
        return rows

    async def _take(self, room: int, busy: Collection[int], least: Priority) -> Sequence[Leased]:
        """Lease rows; where the bot is stopped meanwhile they are put back."""
        leasing = asyncio.ensure_future(self._outbox.lease(room, busy, least))
        try:
            return await asyncio.shield(leasing)
        except asyncio.CancelledError:
            await asyncio.wait([leasing], timeout=LAST_WRITE)
            if leasing.done() and leasing.exception() is None:
                self._finished += [Outcome(id=row.id, fate=Fate.QUEUED) for row in leasing.result()]
            raise

    async def _one(self, row: Leased, passage: Passage) -> None:
        try:
            result = await self._send(row)
        except asyncio.CancelledError:  # only `_stop` cancels: nobody knows whether it arrived
            result = Sending(fate=Fate.QUEUED, reason="stopped", uncertain=True)
        except Exception as error:  # noqa: BLE001 - one row that breaks must not hold up its chat
            result = Sending(fate=Fate.REJECTED, reason=type(error).__name__)
        del self._under_way[row.id]
        self._crowd.under_way -= is_crowd(row)
        self._pacer.end(passage, self._monotonic())
        self._wake.set()
        self._pause(row, result)
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

    def _pause(self, row: Leased, result: Sending) -> None:
        """After an attempt that is to be made again: its chat waits, or everybody does.

        A chat waits the longer the more often its row has failed, everybody the longer nothing has
        gone out at all: one row that never goes out does not hold up the others.
        """
        now = self._monotonic()
        if result.fate is not Fate.QUEUED:
            self._troubles = 0
            return
        wait = _back_off(row.attempts) if result.wait is None else result.wait
        self._paused[row.chat_id] = now + wait
        if result.everybody:
            wait = _back_off(self._troubles) if result.wait is None else result.wait
            if now >= self._everybody_until:
                self._troubles += 1
            self._everybody_until = max(self._everybody_until, now + wait)

    async def _record(self) -> None:
        """Write down what is finished, in one commit; until that stands, its chats stay closed."""
        batch = list(self._finished)
        if not batch:
            return
        await self._retrying(lambda: self._outbox.record(batch, self._clock.now()))
        del self._finished[: len(batch)]
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
        now = self._monotonic()
        ends = [*self._paused.values(), self._everybody_until]
        pause = min((until - now for until in ends if until > now), default=1.0)
        limit = self._pacer.next_change(now)
        try:
            async with asyncio.timeout(min(1.0, pause, limit if limit is not None else 1.0)):
                await self._wake.wait()
        except TimeoutError:
            pass


def _back_off(troubles: int) -> float:
    """Seconds to wait after so many failures before this one."""
    return float(min(LONGEST_PAUSE, 0.5 * 2 ** min(troubles, 10)))
