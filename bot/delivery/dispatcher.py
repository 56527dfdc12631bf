"""From the inbox to the features: each update takes effect exactly once, each chat in its order.

What a feature changes, what it says and the acknowledgement commit together: a crash repeats an
update whole or not at all. What waits at one moment, of all chats, shares one commit: that costs a
few statements for all of them, not for each. Where one of them fails, they are undone and handled
each in a commit of its own.
"""

import asyncio
import logging
from collections.abc import Collection, Sequence

from bot.delivery.answers import Answers
from bot.delivery.desk import Desk
from bot.ports.intents import Decoded, Intent, Tick
from bot.ports.storage import AlreadyHandled, NewMessage, StorageError, Waiting

log = logging.getLogger(__name__)

BACK_OFF = (0.5, 2.0, 8.0, 30.0)
"""Seconds before the second and later attempts; after the last one an update is set aside."""

STORAGE_PAUSE = 1.0
"""Seconds before the next attempt while the database does not answer. These are not counted."""


MOST = 128
"""How many updates share a commit."""

LONGEST = 45.0
"""Seconds that one commit's updates may take: a feature that hangs holds up everybody so long.

More than a database may take before its driver gives it up: that is no failure of an update.
"""


class UnreadableError(Exception):
    """An update that cannot be decoded; `error` says why."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class Dispatcher:
    """Works off the inbox until it is stopped."""

    def __init__(
        self,
        desk: Desk,
        *,
        poll: float = 1.0,
        back_off: Sequence[float] = BACK_OFF,
        storage_pause: float = STORAGE_PAUSE,
        longest: float = LONGEST,
    ) -> None:
        self._desk = desk
        self._answers = Answers(desk)
        self._poll = poll
        self._back_off = back_off
        self._storage_pause = storage_pause
        self._longest = longest
        self._resting: set[str] = set()
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """Something new is in the inbox."""
        self._wake.set()

    async def run(self) -> None:
        """Until cancelled. What is under way then is finished or rolled back."""
        while True:
            self._wake.clear()
            if not await self._round():
                await _any(self._wake, self._poll)

    async def _round(self) -> bool:
        """Handle what waits; whether there may be more of it already."""
        try:
            waiting = await self._desk.storage.inbox.waiting(MOST, self._resting)
        except StorageError as error:
            log.error("the inbox does not answer", extra={"reason": str(error)})
            return False
        lanes = _by_lane(waiting)
        if len(waiting) < 2 or not await self._together(waiting):
            for lane, arrivals in lanes:
                await self._work(lane, arrivals)
        # A lane of which one is told holds no other; what has come since wakes.
        return len(waiting) == MOST or len(waiting) > len(lanes)

    async def _together(self, arrivals: Sequence[Waiting]) -> bool:
        """Handle them in one commit; False, and nothing done, where one of them fails."""
        try:
            await self._commit(arrivals)
        except AlreadyHandled:
            return False
        except StorageError as error:
            log.error("not handled, kept", extra={"reason": str(error)})
            await asyncio.sleep(self._storage_pause)
        except Exception as error:  # noqa: BLE001 - which one it was shows when each is alone
            log.warning("not together", extra={"reason": type(error).__name__})
            return False
        return True

    async def _work(self, lane: str, arrivals: Sequence[Waiting]) -> None:
        """Handle one lane's arrivals in their order, until one fails: those behind it wait."""
        for arrival in arrivals:
            pause = await self._handle(arrival)
            if pause is not None:
                self._rest(lane, pause)
                break

    def _rest(self, lane: str, seconds: float) -> None:
        self._resting.add(lane)

        def over() -> None:
            self._resting.discard(lane)
            self._wake.set()

        asyncio.get_running_loop().call_later(seconds, over)

    async def _commit(self, arrivals: Sequence[Waiting]) -> None:
        """All that these arrivals lead to, in one unit of work. Raises what a feature raises."""
        desk = self._desk
        asked = [(arrival, self._decoded(arrival)) for arrival in arrivals]
        known = [decoded for _, decoded in asked if decoded is not None]
        messages: list[NewMessage] = []
        async with asyncio.timeout(self._longest), desk.storage.unit(desk.clock.now()) as unit:
            await unit.members.load({one.origin.user_id for one in known})
            await unit.dialogues.load({one.origin.chat_id for one in known})
            await unit.last_answers.load({one.origin.user_id for one in known})
            for arrival, decoded in asked:
                if decoded is not None:
                    messages += await self._answers.answer(decoded, unit, arrival.key)
                    await asyncio.sleep(0)  # what is in flight goes on meanwhile
            await unit.send(messages)
            await unit.handled([arrival.id for arrival in arrivals])
        for arrival, decoded in asked:
            log.info("handled", extra={"cause": arrival.key, "intent": _name(decoded)})
        if messages:
            desk.sent()

    def _decoded(self, arrival: Waiting) -> Decoded | None:
        try:
            return self._desk.decode(arrival.payload)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, it is not read
            raise UnreadableError(error) from None

    async def _handle(self, arrival: Waiting) -> float | None:
        """Seconds to wait before this lane goes on, or None when it may go on at once."""
        try:
            await self._commit([arrival])
        except StorageError as error:
            log.error("not handled, kept", extra={"cause": arrival.key, "reason": str(error)})
            return self._storage_pause
        except Exception as error:  # noqa: BLE001 - whatever a feature does, the chat goes on
            return await self._failed(arrival, error)
        return None

    async def _failed(self, arrival: Waiting, error: Exception) -> float | None:
        """Count the attempt; after the last one set the update aside and tell the person.

        What cannot be read is as unreadable later: it holds up its chat no longer.
        """
        last = arrival.attempts >= len(self._back_off)
        if isinstance(error, UnreadableError):
            last, error = True, error.error
        reason = type(error).__name__
        log.error(
            "set aside" if last else "failed, to be tried again",
            extra={"cause": arrival.key, "reason": reason, "where": _where(error)},
        )
        try:
            apology = await self._apology(arrival) if last else []
            try:
                await self._note(arrival, reason, apology, set_aside=last)
            except ValueError:  # the apology can't be kept either: an id beyond every number
                await self._note(arrival, reason, [], set_aside=last)
        except StorageError:
            return self._storage_pause
        return None if last else self._back_off[arrival.attempts]

    async def _note(
        self, arrival: Waiting, reason: str, apology: Sequence[NewMessage], *, set_aside: bool
    ) -> None:
        async with self._desk.storage.unit(self._desk.clock.now()) as unit:
            await unit.failed(arrival.id, reason, set_aside=set_aside)
            await unit.send(apology)
        if apology:
            self._desk.sent()

    async def _apology(self, arrival: Waiting) -> list[NewMessage]:
        """What to tell the person; nothing where even that cannot be made out."""
        try:
            decoded = self._desk.decode(arrival.payload)
            if decoded is None or isinstance(decoded.intent, Tick):
                return []
            async with self._desk.storage.unit(self._desk.clock.now()) as unit:
                return await self._answers.apology(decoded, unit, arrival.key)
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001 - the apology must not break the setting aside
            log.error("no apology", extra={"cause": arrival.key, "reason": type(error).__name__})
            return []


def _by_lane(waiting: Sequence[Waiting]) -> Collection[tuple[str, list[Waiting]]]:
    """The arrivals of each lane, lanes in the order of their oldest."""
    lanes: dict[str, list[Waiting]] = {}
    for arrival in waiting:
        lanes.setdefault(arrival.lane, []).append(arrival)
    return lanes.items()


def _name(decoded: Decoded | None) -> str:
    """The kind of an intent, which tells nothing of what was written."""
    intent: Intent | None = decoded.intent if decoded else None
    return type(intent).__name__ if intent else "nothing"


def _where(error: Exception) -> str:
    """The innermost place in the code, without the error's text: that may quote a person."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "unknown"


async def _any(event: asyncio.Event, seconds: float) -> None:
    """Wait for the event, at most so long."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        pass
