"""Opens the database that an address names, brought up to this version's tables."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from sqlalchemy import literal, select

from bot.ports import storage as ports
from bot.ports.storage import StorageError
from bot.storage.address import Postgres, Sqlite, address
from bot.storage.engine import Engine
from bot.storage.errors import translated
from bot.storage.inbox import Inbox
from bot.storage.outbox import Outbox
from bot.storage.sqlite import SqliteEngine
from bot.storage.unit import UnitOfWork
from bot.storage.version import is_up_to_date

BUSY_SECONDS = 3.0


class Storage:
    """`bot.ports.storage.Storage`; made by `open_storage`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._inbox = Inbox(engine)
        self._outbox = Outbox(engine)

    @property
    def inbox(self) -> ports.Inbox:
        return self._inbox

    @property
    def outbox(self) -> ports.Outbox:
        return self._outbox

    @asynccontextmanager
    async def unit(self, now: datetime) -> AsyncIterator[ports.UnitOfWork]:
        async with self._engine.writing() as line:
            unit = UnitOfWork(self._engine, line, now)
            yield unit
            unit.close()

    async def healthy(self) -> bool:
        try:
            await self._engine.read(lambda connection: connection.execute(select(literal(1))))
        except StorageError:
            return False
        return True


@asynccontextmanager
async def open_storage(
    url: str, *, busy_seconds: float = BUSY_SECONDS
) -> AsyncIterator[ports.Storage]:
    """The database at `url`, its migrations run, closed at the end of the block.

    ``sqlite:///file`` (from the working folder), ``sqlite:////file`` (from the root) or
    ``postgresql://user:password@host:port/name`` with libpq's parameters. `busy_seconds` is how
    long SQLite waits for another process that writes.

    Raises ValueError with what to write where `url` is wrong, StorageError where the database is
    out of reach or newer than this program.
    """
    where = address(url)
    with translated():
        engine = _engine(where, busy_seconds)
    try:
        if not await is_up_to_date(engine):
            await _upgrade(engine)
        yield Storage(engine)
    finally:
        await engine.dispose()


def _engine(where: Sqlite | Postgres, busy_seconds: float) -> Engine:
    if isinstance(where, Sqlite):
        return SqliteEngine(where.path, busy_seconds)
    from bot.storage.postgres import PostgresEngine  # with what it needs, only where it is used

    return PostgresEngine(where.dsn)


async def _upgrade(engine: Engine) -> None:
    from bot.storage.migrate import upgrade  # with Alembic, only when there is something to do

    await upgrade(engine)
