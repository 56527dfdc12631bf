"""SQLite: a file and its log (WAL); a commit is on disk before it is told (synchronous FULL).

Statements run right here, in the event loop. They take tenths of a millisecond, a commit not much
more; to hand each to a thread and to wait for it takes longer than the work itself, and makes
everybody behind it wait. What may take long goes to a thread, and a lock of another process is
waited for asleep.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import (
    Connection,
    Delete,
    Executable,
    Insert,
    QueuePool,
    Table,
    Update,
    create_engine,
)
from sqlalchemy import Row as Found
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import OperationalError

from bot.storage.engine import Line, Row, Work
from bot.storage.errors import FAILURES, translated
from bot.storage.leadership import lead_by_file
from bot.storage.pending import Pending
from bot.storage.uninterrupted import uninterrupted

CONNECTIONS = 5
"""That are kept open: one writes, the others read."""

LOOK = 0.01
"""Seconds between two looks at a lock that another process holds."""

T = TypeVar("T")


class SqliteEngine:
    """`bot.storage.engine.Engine` on the file at `path`, whose folder is made if need be.

    `busy_seconds` is how long a writer waits for another process. Without `create` the file is
    taken as it is: its journal is not changed. Raises OSError.
    """

    is_sqlite = True

    def __init__(self, path: Path, busy_seconds: float, *, create: bool) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._busy_seconds = busy_seconds
        self.pool = create_engine(
            "sqlite://",
            creator=lambda: _open(path, busy_seconds, create=create),
            hide_parameters=True,
            poolclass=QueuePool,
            pool_size=CONNECTIONS,
            max_overflow=-1,  # to wait for a connection would hold up who could give one back
        )
        # SQLite has one writer: to queue here, first come first served, beats its polling.
        self.turn = asyncio.Lock()

    @staticmethod
    def insert(table: Table) -> sqlite.Insert:
        return sqlite.insert(table)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Line]:
        async with AsyncExitStack() as held:
            line = _Line(self, held)
            try:
                yield line
                await line.finish()
            finally:
                line.release()

    async def write(self, work: Work[T]) -> T:
        async with self.writing() as line:
            return await line.call(work)

    async def read(self, work: Work[T]) -> T:
        await asyncio.sleep(0)  # who works off a queue leaves room for the others
        with translated(), self.pool.connect() as connection:
            return work(connection)

    async def begin(self, connection: Connection) -> None:
        """Begin to write, as soon as no other process does."""
        loop = asyncio.get_running_loop()
        end = loop.time() + self._busy_seconds
        while True:
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            except OperationalError as error:
                locked = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
                if not locked or loop.time() > end:
                    raise
                await asyncio.sleep(LOOK)
            else:
                return

    def leadership(self) -> AbstractAsyncContextManager[None]:
        return lead_by_file(self._path)

    async def dispose(self) -> None:
        with translated():
            self.pool.dispose()


class _Line:
    """`bot.storage.engine.Line`: it takes a connection when it first needs one, and its turn to
    write, with BEGIN, when it first writes."""

    def __init__(self, engine: SqliteEngine, held: AsyncExitStack) -> None:
        self._engine = engine
        self._held = held
        self._connection: Connection | None = None
        self._begun = False
        self._pending = Pending()
        self._last: Work[None] | None = None

    async def rows(self, statement: Executable, values: Row | None = None) -> Sequence[Found[Any]]:
        await asyncio.sleep(0)
        with translated():
            return self._connected().execute(statement, values).all()

    async def write(self, statement: Executable, values: Row | Sequence[Row] | None = None) -> int:
        return await self.call(lambda connection: connection.execute(statement, values).rowcount)

    async def call(self, work: Work[T]) -> T:
        await asyncio.sleep(0)
        with translated():
            connection = self._connected()
            if not self._begun:
                await self._held.enter_async_context(self._engine.turn)
                await self._engine.begin(connection)
                self._begun = True
            self._pending.write(connection)
            return work(connection)

    async def survey(self, work: Work[T]) -> T:
        with translated():
            connection = self._connected()
            return await uninterrupted(asyncio.to_thread(work, connection))

    def later(self, statement: Insert | Update | Delete, values: Row) -> None:
        self._pending.add(statement, values)

    def last(self, work: Work[None]) -> None:
        self._last = work

    async def finish(self) -> None:
        """Do what is left for the end, and commit."""
        if self._pending or self._last is not None:
            await self.call(self._last or _nothing)
        if self._begun and self._connection is not None:
            with translated():
                self._connection.commit()

    def release(self) -> None:
        """Roll back what is open and give the connection back; if it can't, drop it."""
        if self._connection is None:
            return
        try:
            self._connection.close()
        except FAILURES:
            self._connection.invalidate()
            self._connection.close()

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.pool.connect()
        return self._connection


def _nothing(_: Connection) -> None:
    """What waits is written before it."""


def _open(path: Path, busy_seconds: float, *, create: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=busy_seconds, isolation_level=None, check_same_thread=False
    )
    try:
        if create:  # the file remembers it
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what is erased is overwritten
        connection.execute("PRAGMA busy_timeout = 0")  # from here on it is waited for asleep
    except sqlite3.Error:
        connection.close()
        raise
    return connection
