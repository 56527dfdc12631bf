"""The bot's updates: numbered, kept until confirmed, handed out by real long polling."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.errors import ApiError, conflict
from bot.sandbox.pulse import Pulse

Json = dict[str, Any]

KINDS = (
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "my_chat_member",
    "chat_member",
    "poll",
    "poll_answer",
    "message_reaction",
    "message_reaction_count",
)
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """An update on its way; `lane` is what it must stay in order with: its chat or its person."""

    id: int
    lane: int
    body: Json


class UpdateQueue:
    """What the bot has not yet confirmed, oldest first. `pulse` beats when a long poll waits."""

    def __init__(self, first: int) -> None:
        self._next = first
        self._pending: OrderedDict[int, Update] = OrderedDict()
        self._poll: asyncio.Future[None] | None = None
        self._closed = False
        self.allowed: list[str] = []
        self.listeners: list[Callable[[Update], None]] = []
        self.pulse = Pulse()
        self.on_poll: Callable[[bool], None] = lambda _polling: None

    def __len__(self) -> int:
        return len(self._pending)

    @property
    def pending(self) -> list[Update]:
        """The updates that wait, oldest first."""
        return list(self._pending.values())

    @property
    def polled(self) -> bool:
        """Whether a long poll waits at this moment."""
        return self._poll is not None

    def allow(self, kinds: list[str]) -> None:
        """Take only these kinds from now on; an empty list means Telegram's default."""
        known = [kind for kind in kinds if kind in KINDS]
        self.allowed = known

    def add(self, kind: str, lane: int, payload: Json) -> Update | None:
        """Queue an update; None when the bot did not ask for this kind."""
        if self.allowed and kind not in self.allowed:
            return None
        update = Update(id=self._next, lane=lane, body={"update_id": self._next, kind: payload})
        self._next += 1
        self._pending[update.id] = update
        for listener in self.listeners:
            listener(update)
        self._wake(None)
        return update

    def drop(self, update_id: int) -> None:
        """Forget one update, because the bot has it."""
        self._pending.pop(update_id, None)

    def clear(self) -> None:
        """Forget all that wait."""
        self._pending.clear()

    def abort(self, error: ApiError) -> None:
        """End the long poll that waits, if any, with an error."""
        self._wake(error)

    def close(self) -> None:
        """End the long poll and let no other wait."""
        self._closed = True
        self.abort(ApiError(500, "Internal Server Error: restart"))

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """getUpdates: what waits from `offset` on, at most `limit`, else what comes in time.

        Everything before `offset` is confirmed and forgotten; a negative one keeps the last ones.
        Raises 409 when another poll takes over.
        """
        self._confirm(offset)
        self.on_poll(True)
        try:
            if not self._pending and seconds > 0 and not self._closed:
                self.abort(conflict(OTHER_POLLER))
                await self._wait(seconds)
        finally:
            self.on_poll(False)
        return [update.body for update in self.pending[:limit]]

    async def _wait(self, seconds: float) -> None:
        self._poll = mine = asyncio.get_running_loop().create_future()
        self.pulse.beat()
        try:
            await asyncio.wait_for(mine, seconds)
        except TimeoutError:
            return
        finally:
            if self._poll is mine:
                self._poll = None

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popitem(last=False)
        while self._pending and offset > 0 and next(iter(self._pending)) < offset:
            self._pending.popitem(last=False)

    def _wake(self, error: ApiError | None) -> None:
        poll, self._poll = self._poll, None
        if poll and not poll.done():
            if error:
                poll.set_exception(error)
            else:
                poll.set_result(None)
