"""SQLite: a file and its log (WAL); a commit is on disk before it is told (synchronous FULL)."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar

import aiosqlite
from sqlalchemy import AsyncAdaptedQueuePool
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

CONNECTIONS = 5
"""One writes, the others read."""

T = TypeVar("T")


def sqlite_engine(path: Path, busy_seconds: float) -> AsyncEngine:
    """An engine on the file at `path`, whose folder is made if need be.

    `busy_seconds` is how long a writer waits for another process. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)

    async def connect() -> aiosqlite.Connection:
        return await Connection(lambda: _open(path, busy_seconds))

    return create_async_engine(
        "sqlite+aiosqlite://",
        async_creator=connect,
        hide_parameters=True,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=CONNECTIONS,
        max_overflow=0,
    )


def _open(path: Path, busy_seconds: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=busy_seconds, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what is erased is overwritten
    except sqlite3.Error:
        connection.close()
        raise
    return connection


class Connection(aiosqlite.Connection):
    """aiosqlite's connection with a cursor that visits the database's thread once a statement.

    aiosqlite's own goes there to be made, to execute, to fetch and to be closed: four times the
    time of a small statement.
    """

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=1)
        self._thread.daemon = True  # as SQLAlchemy does it: it must not keep a process alive

    def cursor(self) -> "Cursor":  # type: ignore[override]
        return Cursor(self)

    async def visit(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run `work` on the connection, in its thread."""
        done: T = await self._execute(work, self._conn)  # type: ignore[no-untyped-call]
        return done


class Cursor:
    """As much of a cursor as SQLAlchemy's adapter asks for; all rows are there after `execute`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Iterable[Any] = ()) -> Self:
        await self._connection.visit(lambda raw: self._keep(raw.execute(sql, tuple(parameters))))
        return self

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> Self:
        await self._connection.visit(lambda raw: self._keep(raw.executemany(sql, parameters)))
        return self

    async def fetchall(self) -> Sequence[Any]:
        return self._rows

    async def close(self) -> None:
        self._rows = ()

    def _keep(self, cursor: sqlite3.Cursor) -> None:
        self._rows = cursor.fetchall()
        self.description = cursor.description
        self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        cursor.close()
