"""The bot's updates: numbered, kept until confirmed, handed out by real long polling."""

import asyncio
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.sandbox.errors import ApiError, conflict
from bot.sandbox.pulse import Pulse

Json = dict[str, Any]

KINDS = frozenset(
    {"message", "edited_message", "channel_post", "edited_channel_post"}
    | {"business_connection", "business_message", "edited_business_message"}
    | {"deleted_business_messages", "guest_message", "managed_bot", "purchased_paid_media"}
    | {"inline_query", "chosen_inline_result", "callback_query", "shipping_query"}
    | {"pre_checkout_query", "poll", "poll_answer", "my_chat_member", "chat_member"}
    | {"chat_join_request", "chat_boost", "removed_chat_boost"}
    | {"message_reaction", "message_reaction_count"}
)
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})

# Only updates of one lane stay in order; those of kinds not named here share the lane of a chat.
LANES = {
    "inline_query": 1,
    "chosen_inline_result": 2,
    "callback_query": 3,
    "my_chat_member": 5,
    "chat_member": 6,
}
DAY = 86_400.0
LIFETIMES = {"inline_query": 30.0, "chosen_inline_result": 600.0, "callback_query": 150.0}

# An offset further ahead than this is taken for one of another bot and confirms nothing.
FARTHEST = 10

WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """An update on its way; `lane` is what it must stay in order with, such as its chat's messages.

    It is forgotten at `expires`, by the monotonic clock.
    """

    id: int
    lane: tuple[int, int]
    body: Json
    expires: float


class UpdateQueue:
    """What the bot has not yet confirmed, oldest first. `pulse` beats when a long poll waits.

    `lifetimes` are the real seconds that updates of a kind are kept; those of others, a day.
    """

    def __init__(self, first: int, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._next = first
        self._pending: OrderedDict[int, Update] = OrderedDict()
        self._poll: asyncio.Future[None] | None = None
        self._closed = False
        self._monotonic = monotonic
        self._soonest = math.inf
        self.lifetimes = dict(LIFETIMES)
        self.allowed: list[str] = []
        self.listeners: list[Callable[[Update], None]] = []
        self.pulse = Pulse()
        self.on_poll: Callable[[bool], None] = lambda _polling: None

    def __len__(self) -> int:
        self._expire()
        return len(self._pending)

    @property
    def pending(self) -> list[Update]:
        """The updates that wait, oldest first."""
        self._expire()
        return list(self._pending.values())

    @property
    def polled(self) -> bool:
        """Whether a long poll waits at this moment."""
        return self._poll is not None

    def allow(self, kinds: list[str]) -> None:
        """Take only these kinds from now on; an empty list means all but those `ON_REQUEST`."""
        self.allowed = [kind for kind in dict.fromkeys(map(str.lower, kinds)) if kind in KINDS]

    def takes(self, kind: str) -> bool:
        """Whether the bot asked for this kind."""
        return kind in self.allowed if self.allowed else kind not in ON_REQUEST

    def add(self, kind: str, whose: int, payload: Json) -> Update | None:
        """Queue an update; None when the bot did not ask for this kind.

        `whose` is the id of the chat, person or poll with whose other updates it stays in order.
        """
        return self.forge(kind, payload, whose) if self.takes(kind) else None

    def forge(self, kind: str, payload: Any, whose: int = 0) -> Update:
        """Queue an update of any kind, whether the bot asked for it or not."""
        update = Update(
            id=self._next,
            lane=(LANES.get(kind, 0), whose),
            body={"update_id": self._next, kind: payload},
            expires=self._monotonic() + self.lifetimes.get(kind, DAY),
        )
        self._next += 1
        self._pending[update.id] = update
        self._soonest = min(self._soonest, update.expires)
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

    def open(self) -> None:
        """Let long polls wait, again after `close`."""
        self._closed = False

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
            if not len(self) and seconds > 0 and not self._closed:
                self.abort(conflict(OTHER_POLLER))
                await self._wait(seconds)
        finally:
            self.on_poll(False)
        self._expire()
        return [update.body for update in islice(self._pending.values(), limit)]

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

    def expired(self, update: Update, seconds: float = 0.0) -> bool:
        """Whether an update will be too old in so many real seconds."""
        return self._monotonic() + seconds >= update.expires

    def _expire(self) -> None:
        if self._monotonic() < self._soonest:
            return
        for update in [one for one in self._pending.values() if self.expired(one)]:
            self.drop(update.id)
        self._soonest = min((one.expires for one in self._pending.values()), default=math.inf)

    def _confirm(self, offset: int) -> None:
        if offset > self._next + FARTHEST:
            return
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
