"""Databases to measure on: empty ones, and ones that hold something already."""

import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bench.out import OUT
from bot.domain.people import Member
from bot.ports.speech import Priority
from bot.ports.storage import NewMessage
from bot.storage.database import open_storage
from tests.postgres import Postgres, running_postgres

NOW = datetime(2018, 2, 12, 9, tzinfo=UTC)
FIRST_READER = 1_000_000
"""The first chat of those that prepared messages go to; nobody of the workload."""


@contextmanager
def folder() -> Iterator[Path]:
    """A folder on the disk of the repository: a temporary one may be memory."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=OUT) as name:
        yield Path(name)


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A server as it comes: what is committed is on the disk."""
    with running_postgres("-c max_connections=50") as server:
        yield server


@asynccontextmanager
async def sqlite(copy_of: Path | None = None) -> AsyncIterator[str]:
    """The URL of a fresh file, or of a copy of one that holds something."""
    with folder() as place:
        file = place / "bot.sqlite"
        if copy_of is not None:
            shutil.copy(copy_of, file)
        yield f"sqlite:///{file}"


async def with_messages(file: Path, count: int, priority: Priority = Priority.REPLY) -> Path:
    """A SQLite file whose outbox holds so many messages, each to a chat of its own."""
    async with open_storage(f"sqlite:///{file}") as storage, storage.unit(NOW) as unit:
        await unit.send([message(FIRST_READER + n, priority) for n in range(count)])
    return file


def message(chat_id: int, priority: Priority = Priority.REPLY) -> NewMessage:
    """A text to a chat."""
    text = f"News of the community for {chat_id}: the next webinar is on Tuesday."
    params = {"chat_id": chat_id, "text": text, "parse_mode": "HTML"}
    return NewMessage(
        chat_id=chat_id, method="sendMessage", params=params, cause="bench", priority=priority
    )


async def with_members(file: Path, count: int, first: int) -> Path:
    """A SQLite file with so many members who agreed to be kept, the `first` one and those after."""
    one = Member(id=first, language="en", zone="Africa/Nairobi", consented_at=NOW)
    async with open_storage(f"sqlite:///{file}") as storage, storage.unit(NOW) as unit:
        if count:
            await unit.members.save(one)
    with sqlite3.connect(file) as database:
        # Copies of the one that the program itself wrote: one by one takes minutes.
        names = [row[1] for row in database.execute("PRAGMA table_info(members)") if row[1] != "id"]
        columns = ", ".join(names)
        database.execute(
            f"WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < ?) "  # noqa: S608 - the table's own columns
            f"INSERT INTO members (id, {columns}) SELECT n.id + ?, {columns} FROM members, n",
            (count - 1, first),
        ) if count > 1 else None
    database.close()
    return file
