"""From the inbox to the features: each update takes effect exactly once, each chat in its order.

A lane (a chat) is worked on by one task at a time; lanes run side by side. What a feature changes,
what it says and the acknowledgement commit together: a crash repeats an update whole or not at all.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.delivery.router import Router
from bot.domain.people import Member, Role, spoken
from bot.ports.intents import ChatKind, Command, Decoded, Intent, Said, Tick
from bot.ports.runtime import (
    Clock,
    Content,
    Context,
    Decode,
    Handler,
    Reader,
    Render,
    Roles,
    Route,
)
from bot.ports.speech import Outgoing
from bot.ports.storage import NewMessage, Storage, StorageError, UnitOfWork, Waiting

log = logging.getLogger(__name__)

BACK_OFF = (0.5, 2.0, 8.0, 30.0)
"""Seconds before the second and later attempts; after the last one an update is set aside."""

STORAGE_PAUSE = 1.0
"""Seconds before the next attempt while the database does not answer. These are not counted."""


@dataclass(frozen=True, kw_only=True)
class Manners:
    """What is said where a route does not let somebody in, and where a feature broke down."""

    refused: Handler
    elsewhere: Handler
    broken: Handler


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What the dispatcher works with."""

    storage: Storage
    router: Router
    manners: Manners
    decode: Decode
    render: Render
    clock: Clock
    content: Callable[[], Content]
    roles: Roles
    contact: str | None
    sent: Callable[[], None]
    """Called after a commit that put something into the outbox."""


class Dispatcher:
    """Works off the inbox until it is stopped."""

    def __init__(self, desk: Desk, *, side_by_side: int = 64, poll: float = 1.0) -> None:
        self._desk = desk
        self._side_by_side = side_by_side
        self._poll = poll
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._resting: set[str] = set()
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """Something new is in the inbox."""
        self._wake.set()

    async def run(self) -> None:
        """Until cancelled. What is under way then is finished or rolled back."""
        try:
            while True:
                self._wake.clear()
                await self._start_lanes()
                await _any(self._wake, self._poll)
        finally:
            for task in self._lanes.values():
                task.cancel()
            await asyncio.gather(*self._lanes.values(), return_exceptions=True)

    async def _start_lanes(self) -> None:
        room = self._side_by_side - len(self._lanes)
        if room <= 0:
            return
        try:
            busy = self._lanes.keys() | self._resting
            waiting = await self._desk.storage.inbox.waiting(8 * room, busy)
        except StorageError as error:
            log.error("the inbox does not answer", extra={"reason": str(error)})
            return
        for lane, arrivals in list(_by_lane(waiting))[:room]:
            self._lanes[lane] = asyncio.create_task(self._work(lane, arrivals), name=lane)

    async def _work(self, lane: str, arrivals: Sequence[Waiting]) -> None:
        """Handle one lane's arrivals in their order, until one fails: those behind it wait."""
        try:
            for arrival in arrivals:
                pause = await self._handle(arrival)
                if pause is not None:
                    self._rest(lane, pause)
                    break
        finally:
            del self._lanes[lane]
            self._wake.set()

    def _rest(self, lane: str, seconds: float) -> None:
        self._resting.add(lane)

        def over() -> None:
            self._resting.discard(lane)
            self._wake.set()

        asyncio.get_running_loop().call_later(seconds, over)

    async def _handle(self, arrival: Waiting) -> float | None:
        """Seconds to wait before this lane goes on, or None when it may go on at once."""
        desk = self._desk
        try:
            decoded = desk.decode(arrival.payload)
            async with desk.storage.unit(desk.clock.now()) as unit:
                messages = await self._answer(decoded, unit, arrival) if decoded else []
                await unit.send(messages)
                await unit.handled(arrival.id)
        except StorageError as error:
            log.error("not handled, kept", extra={"cause": arrival.key, "reason": str(error)})
            return STORAGE_PAUSE
        except Exception as error:  # noqa: BLE001 - whatever a feature does, the chat goes on
            return await self._failed(arrival, error)
        log.info("handled", extra={"cause": arrival.key, "intent": _name(decoded)})
        if messages:
            desk.sent()
        return None

    async def _answer(
        self, decoded: Decoded, unit: UnitOfWork, arrival: Waiting
    ) -> list[NewMessage]:
        context = await self._context(decoded, unit)
        route = await self._route(decoded, unit)
        return [one async for one in self._say(decoded.intent, route, context, arrival.key)]

    async def _say(
        self, intent: Intent, route: Route | None, context: Context, cause: str
    ) -> AsyncIterator[NewMessage]:
        """What the route's feature says, rendered; intents that it passes on answered in place.

        The feature may have changed the language or zone, so what it says goes by the state after.
        """
        if route is None:
            return
        outcome = await self._admit(route, context)(intent, context)
        after = await self._again(context)
        for said in outcome:
            if isinstance(said, Intent):
                next_route = self._desk.router.find(said)
                async for message in self._say(said, next_route, after, cause):
                    yield message
            else:
                yield self._desk.render(said, _reader(after), cause)

    async def _route(self, decoded: Decoded, unit: UnitOfWork) -> Route | None:
        """The route; free text goes to the form of an open dialogue, a command leaves it."""
        intent, chat_id = decoded.intent, decoded.origin.chat_id
        form = ""
        if isinstance(intent, Said):
            dialogue = await unit.dialogues.get(chat_id)
            form = dialogue.form if dialogue else ""
        elif isinstance(intent, Command) and intent.name != "cancel":
            await unit.dialogues.close(chat_id)
        return self._desk.router.find(intent, form)

    def _admit(self, route: Route, context: Context) -> Handler:
        if route.role not in context.roles:
            return self._desk.manners.refused
        if route.personal and context.origin.chat is ChatKind.GROUP:
            return self._desk.manners.elsewhere
        return route.handler

    async def _context(self, decoded: Decoded, unit: UnitOfWork) -> Context:
        desk, origin, content = self._desk, decoded.origin, self._desk.content()
        nobody = isinstance(decoded.intent, Tick)
        member = Member(id=0) if nobody else await unit.members.get(origin.user_id)
        return Context(
            now=desk.clock.now(),
            origin=origin,
            member=member,
            roles=desk.roles.get(origin.user_id, frozenset()) | {Role.MEMBER},
            lang=spoken(member, origin.telegram_language, content.languages),
            unit=unit,
            content=content,
            contact=desk.contact,
        )

    async def _again(self, context: Context) -> Context:
        """The context with the member as the unit of work has them now."""
        if context.member.id == 0:
            return context
        member = await context.unit.members.get(context.member.id)
        languages = context.content.languages
        lang = spoken(member, context.origin.telegram_language, languages)
        return replace(context, member=member, lang=lang)

    async def _failed(self, arrival: Waiting, error: Exception) -> float | None:
        """Count the attempt; after the last one set the update aside and tell the person."""
        last = arrival.attempts >= len(BACK_OFF)
        reason = type(error).__name__
        log.error(
            "set aside" if last else "failed, to be tried again",
            extra={"cause": arrival.key, "reason": reason, "where": _where(error)},
        )
        try:
            async with self._desk.storage.unit(self._desk.clock.now()) as unit:
                await unit.failed(arrival.id, reason, set_aside=last)
                if last:
                    await unit.send(await self._apology(arrival, unit))
        except StorageError:
            return STORAGE_PAUSE
        if last:
            self._desk.sent()
            return None
        return BACK_OFF[arrival.attempts]

    async def _apology(self, arrival: Waiting, unit: UnitOfWork) -> list[NewMessage]:
        """What to tell the person; nothing where even that cannot be made out."""
        try:
            decoded = self._desk.decode(arrival.payload)
            if decoded is None or isinstance(decoded.intent, Tick):
                return []
            context = await self._context(decoded, unit)
            said = await self._desk.manners.broken(decoded.intent, context)
            return [
                self._desk.render(one, _reader(context), arrival.key)
                for one in said
                if isinstance(one, Outgoing)
            ]
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001 - the apology must not break the setting aside
            log.error("no apology", extra={"cause": arrival.key, "reason": type(error).__name__})
            return []


def _reader(context: Context) -> Reader:
    return Reader(
        origin=context.origin,
        lang=context.lang,
        zone=context.member.zone or "UTC",
        roles=context.roles,
    )


def _by_lane(waiting: Sequence[Waiting]) -> Iterable[tuple[str, list[Waiting]]]:
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
    if place is None:
        return "unknown"
    return f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}"


async def _any(event: asyncio.Event, seconds: float) -> None:
    """Wait for the event, at most so long."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        pass
