"""PostgreSQL by asyncpg, behind a pool."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, TypeVar

import asyncpg
from sqlalchemy import Delete, Executable, Insert, Table, Update
from sqlalchemy import Row as Found
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from bot.storage.engine import Line, Row, Work
from bot.storage.errors import translated
from bot.storage.pending import Pending
from bot.storage.postgres_session import FAILURES, lead_by_session
from bot.storage.uninterrupted import uninterrupted

T = TypeVar("T")

CONNECTIONS = 10
ANSWER_SECONDS = 30.0
SETTINGS = {
    "application_name": "baraza",
    # A queue is empty, then has 100,000 rows: a plan made for the one and kept takes minutes on
    # the other. Planning anew costs a small part of a millisecond.
    "plan_cache_mode": "force_custom_plan",
}


class PostgresEngine:
    """`bot.storage.engine.Engine` on the database that `dsn` names; asyncpg reads it, with libpq's
    parameters."""

    is_sqlite = False

    def __init__(self, dsn: str) -> None:
        async def connect(**settings: str) -> asyncpg.Connection:
            return await asyncpg.connect(
                dsn,
                timeout=10,
                command_timeout=ANSWER_SECONDS,
                server_settings=SETTINGS | settings,
            )

        self._connect = connect
        self._pool = create_async_engine(
            "postgresql+asyncpg://",
            async_creator=connect,
            hide_parameters=True,
            pool_size=CONNECTIONS,
            max_overflow=0,
            pool_timeout=ANSWER_SECONDS,
        )

    @staticmethod
    def insert(table: Table) -> postgresql.Insert:
        return postgresql.insert(table)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Line]:
        async with self._connected() as connection:
            line = _Line(connection)
            yield line
            await line.end()

    async def write(self, work: Work[T]) -> T:
        async with self.writing() as line:
            return await line.call(work)

    async def read(self, work: Work[T]) -> T:
        return await self.write(work)

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[AsyncConnection]:
        with translated(FAILURES):
            connection = await self._pool.connect()
        try:
            yield connection
        except BaseException:
            await uninterrupted(_released(connection))
            raise
        await uninterrupted(_committed(connection))

    def leadership(self) -> AbstractAsyncContextManager[None]:
        return lead_by_session(self._connect)

    async def dispose(self) -> None:
        await self._pool.dispose()


class _Line:
    """`bot.storage.engine.Line`: every statement is in the connection's transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._pending = Pending()
        self._last: Work[None] | None = None

    async def rows(self, statement: Executable, values: Row | None = None) -> Sequence[Found[Any]]:
        return await self._run(lambda connection: connection.execute(statement, values).all())

    async def write(self, statement: Executable, values: Row | Sequence[Row] | None = None) -> int:
        return await self.call(lambda connection: connection.execute(statement, values).rowcount)

    async def call(self, work: Work[T]) -> T:
        if self._pending:
            await self._run(self._pending.write)
        return await self._run(work)

    async def _run(self, work: Work[T]) -> T:
        with translated(FAILURES):
            return await self._connection.run_sync(work)

    async def survey(self, work: Work[T]) -> T:
        return await self._run(work)

    def later(self, statement: Insert | Update | Delete, values: Row) -> None:
        self._pending.add(statement, values)

    def last(self, work: Work[None]) -> None:
        self._last = work

    async def end(self) -> None:
        """Do what is left for the end."""
        if self._pending:
            await self._run(self._pending.write)
        if self._last is not None:
            await self._run(self._last)


async def _committed(connection: AsyncConnection) -> None:
    try:
        with translated(FAILURES):
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
