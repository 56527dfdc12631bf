"""What stands in the bot's database, looked at from outside while no bot runs."""

import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any, Protocol

import asyncpg
from sqlalchemy import make_url

Rows = list[tuple[Any, ...]]


class Database(Protocol):
    """A database that a bot used, and that still is as the bot left it."""

    url: str

    async def look(self, sql: str) -> Rows:
        """What a query finds; nothing where the tables are not there yet."""


class SqliteFile:
    """A file. What a crash left of it is the bot's own to put right: a copy is looked at."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.url = f"sqlite:///{path}"

    async def look(self, sql: str) -> Rows:
        with tempfile.TemporaryDirectory() as folder:
            for part in self._path.parent.glob(f"{self._path.name}*"):
                if not part.name.endswith("-shm"):
                    shutil.copy(part, folder)
            with closing(sqlite3.connect(Path(folder) / self._path.name)) as connection:
                try:
                    return connection.execute(sql).fetchall()
                except sqlite3.OperationalError as error:
                    if "no such table" not in str(error):
                        raise
                    return []


class PostgresDatabase:
    """A database of a server. What the dead bot's connections had begun is ended first."""

    def __init__(self, url: str) -> None:
        self.url = url

    async def look(self, sql: str) -> Rows:
        async with self._connected() as connection:
            while await connection.fetchval(_OTHERS):
                await connection.execute("SELECT pg_sleep(0.01)")
            try:
                return [tuple(row) for row in await connection.fetch(sql)]
            except asyncpg.UndefinedTableError:
                return []

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[Any]:
        parts = make_url(self.url)
        connection = await asyncpg.connect(
            host=str(parts.query["host"]), user=parts.username, database=parts.database
        )
        try:
            yield connection
        finally:
            await connection.close()


_OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
