"""(d) Storage alone on both databases, beside plain drivers that commit a row."""

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from functools import partial

import asyncpg

from bench import databases
from bench.databases import NOW, message
from bench.record import Figures, Measure, Record
from bench.workload import updates
from bot.ports.storage import Arrival, Fate, Outcome, Storage, Waiting, chat_lane
from bot.storage.address import Postgres, Sqlite, address
from bot.storage.database import open_storage

COUNT = 600
BATCH = 100
TOGETHER = 64

Fresh = Callable[[], AbstractAsyncContextManager[str]]


async def measure(record: Record) -> None:
    """What an update costs the database, part by part."""
    with databases.postgres() as server:
        engines: dict[str, Fresh] = {"SQLite": databases.sqlite, "PostgreSQL": server.database}
        subjects: dict[str, Measure] = {
            name: partial(_engine, fresh) for name, fresh in engines.items()
        }
        results = await record.interleaved("storage", subjects)
    results.table("Storage alone: a second, commits on the disk (PostgreSQL with fsync)")
    for name in engines:
        plain = (name, "plain rows")
        results.ratio(f"{name}: updates one by one : plain rows", (name, "updates"), plain)
        results.ratio(f"{name}: updates in 64s : plain rows", (name, "updates in 64s"), plain)
    results.ratio(
        "PostgreSQL : SQLite, updates in 64s",
        ("PostgreSQL", "updates in 64s"),
        ("SQLite", "updates in 64s"),
    )


async def _engine(fresh: Fresh) -> Figures:
    async with fresh() as url:
        plain = await _plain(url)
        async with open_storage(url) as storage:
            kept = await _timed(partial(_put, storage))
            looks = await _timed(partial(_look, storage))
            waiting = await storage.inbox.waiting(COUNT, [])
            half = len(waiting) // 2
            one_by_one = await _timed(partial(_units, storage, waiting[:half], 1))
            many = await _timed(partial(_units, storage, waiting[half:], TOGETHER))
            sent = await _timed(partial(_send, storage))
    return {
        "plain rows": plain,
        "put in 100s": kept,
        "waiting": looks,
        "updates": one_by_one,
        "updates in 64s": many,
        "lease+record in 64s": sent,
    }


async def _timed(work: Callable[[], Awaitable[int]]) -> float:
    """What `work` says that it did, a second."""
    begin = time.perf_counter()
    done = await work()
    return done / (time.perf_counter() - begin)


async def _put(storage: Storage) -> int:
    arrivals = [
        Arrival(
            key=f"update:{number}",
            lane=chat_lane(update.person),
            position=number,
            payload={"update_id": number, "message": update.message(number)},
        )
        for number, update in enumerate(updates(COUNT), 1)
    ]
    for start in range(0, COUNT, BATCH):
        await storage.inbox.put(arrivals[start : start + BATCH], NOW)
    return COUNT


async def _look(storage: Storage) -> int:
    busy = [chat_lane(update.person) for update in updates(TOGETHER - 1)]
    times = 50
    for _ in range(times):
        await storage.inbox.waiting(8, busy)
    return times


async def _units(storage: Storage, waiting: Sequence[Waiting], together: int) -> int:
    """The transaction of updates: who asks, what is said, the acknowledgements."""
    for start in range(0, len(waiting), together):
        arrivals = waiting[start : start + together]
        chats = [int(arrival.lane.partition(":")[2]) for arrival in arrivals]
        async with storage.unit(NOW) as unit:
            await unit.members.load(set(chats))
            await unit.dialogues.load(set(chats))
            for chat in chats:
                await unit.members.get(chat)
                await unit.dialogues.get(chat)
            await unit.send([message(chat) for chat in chats])
            await unit.handled([arrival.id for arrival in arrivals])
    return len(waiting)


async def _send(storage: Storage) -> int:
    done = 0
    while rows := await storage.outbox.lease(TOGETHER, []):
        outcomes = [Outcome(id=row.id, fate=Fate.DELIVERED, message_id=row.id) for row in rows]
        await storage.outbox.record(outcomes, NOW)
        done += len(rows)
    return done


async def _plain(url: str) -> float:
    """Rows a second of the driver alone, each in a commit of its own."""
    match address(url):
        case Sqlite(path=path):
            return await _timed(partial(asyncio.to_thread, _plain_sqlite, f"{path}.plain"))
        case Postgres(dsn=dsn):
            connection = await asyncpg.connect(dsn)
            try:
                await connection.execute("CREATE TABLE plain (id INTEGER, body TEXT)")
                return await _timed(partial(_plain_postgres, connection))
            finally:
                await connection.execute("DROP TABLE plain")
                await connection.close()


def _plain_sqlite(file: str) -> int:
    database = sqlite3.connect(file, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("CREATE TABLE plain (id INTEGER, body TEXT)")
        for number in range(COUNT):
            database.execute("INSERT INTO plain VALUES (?, ?)", (number, "x" * 300))
    finally:
        database.close()
    return COUNT


async def _plain_postgres(connection: asyncpg.Connection) -> int:
    for number in range(COUNT):
        await connection.execute("INSERT INTO plain VALUES ($1, $2)", number, "x" * 300)
    return COUNT
