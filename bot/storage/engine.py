"""Transactions: one writer at a time over SQLite, a pool of them over PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Executable, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.storage.errors import FAILURES, translated
from bot.storage.uninterrupted import uninterrupted

Row = Mapping[str, Any]
T = TypeVar("T")


class Line:
    """A connection inside a transaction. Its failures are StorageErrors."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def run(
        self, statement: Executable, values: Row | Sequence[Row] | None = None
    ) -> CursorResult[Any]:
        """Execute a statement, once for every row of `values` if they are several."""
        with translated():
            return await self._connection.execute(statement, values)

    async def call(self, work: Callable[[Connection], T]) -> T:
        """Run something that knows only SQLAlchemy's plain connections."""
        with translated():
            return await self._connection.run_sync(work)


class Engine:
    """Gives transactions out and takes them back clean, whatever happens inside."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._sqlite = engine.dialect.name == "sqlite"
        self._turn: AbstractAsyncContextManager[Any]
        # SQLite has one writer: to queue here, first come first served, beats its polling.
        self._turn = asyncio.Lock() if self._sqlite else nullcontext()

    @property
    def is_sqlite(self) -> bool:
        return self._sqlite

    def insert(self, table: Table) -> "sqlite.Insert | postgresql.Insert":
        """An insert with the engine's own ON CONFLICT."""
        return sqlite.insert(table) if self._sqlite else postgresql.insert(table)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Line]:
        """A transaction that commits at the end of the block and rolls back when it raises."""
        async with self._turn, self._connected("BEGIN IMMEDIATE") as connection:
            yield Line(connection)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Line]:
        """A connection that sees what is committed and holds nobody up."""
        async with self._connected(None) as connection:
            yield Line(connection)

    @asynccontextmanager
    async def _connected(self, begin: str | None) -> AsyncIterator[AsyncConnection]:
        with translated():
            connection = await self._engine.connect()
        try:
            if begin and self._sqlite:
                with translated():
                    await connection.exec_driver_sql(begin)
            yield connection
        except BaseException:
            await uninterrupted(_released(connection))
            raise
        await uninterrupted(_committed(connection))

    async def dispose(self) -> None:
        await self._engine.dispose()


async def _committed(connection: AsyncConnection) -> None:
    try:
        with translated():
            await connection.commit()
    finally:
        await _released(connection)


async def _released(connection: AsyncConnection) -> None:
    """Roll back what is open and give the connection back; if it can't, drop it."""
    try:
        await connection.close()
    except FAILURES:
        await connection.invalidate()
        await connection.close()
