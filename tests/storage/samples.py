"""Small values for the storage tests."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.domain.people import Member
from bot.ports.speech import Priority
from bot.ports.storage import Arrival, Fate, Leased, NewMessage, Outcome, Storage, Tally, Waiting

NOW = datetime(2018, 2, 12, 9, 30, 15, 123456, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


def arrival(number: int, lane: str = "chat:1", position: int | None = None) -> Arrival:
    return Arrival(
        key=f"update:{number}",
        lane=lane,
        position=number if position is None else position,
        payload={"update_id": number},
    )


def message(
    chat_id: int = 1, text: str = "hello", priority: Priority = Priority.REPLY
) -> NewMessage:
    return NewMessage(
        chat_id=chat_id,
        method="sendMessage",
        params={"chat_id": chat_id, "text": text},
        cause="update:1",
        priority=priority,
    )


def delivered(row: Leased) -> Outcome:
    return Outcome(id=row.id, fate=Fate.DELIVERED, message_id=100 + row.id)


def texts(rows: Sequence[Leased]) -> list[str]:
    return [row.params["text"] for row in rows]


async def receive(storage: Storage, *arrivals: Arrival) -> Sequence[Waiting]:
    """Put arrivals into the inbox; returns all that wait."""
    await storage.inbox.put(arrivals, NOW)
    return await storage.inbox.waiting(1000, [])


async def enqueue(storage: Storage, *messages: NewMessage) -> None:
    async with storage.unit(NOW) as unit:
        await unit.send(messages)


async def keep(storage: Storage, member: Member) -> None:
    async with storage.unit(NOW) as unit:
        await unit.members.save(member)


async def kept(storage: Storage, user_id: int) -> Member:
    async with storage.unit(NOW) as unit:
        return await unit.members.get(user_id)


async def tally(storage: Storage) -> Tally:
    async with storage.unit(NOW) as unit:
        return await unit.tally()
