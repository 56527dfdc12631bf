"""Opens the database that an address names, brought up to this version's tables."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import literal, select

from bot.ports import storage as ports
from bot.ports.storage import StorageError, UnfitDatabase
from bot.storage.address import Postgres, Sqlite, address
from bot.storage.aside import Aside
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

    def leadership(self) -> AbstractAsyncContextManager[None]:
        return self._engine.leadership()

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
    out of reach, UnfitDatabase where it is newer than this program.
    """
    async with _open(address(url), busy_seconds, create=True) as engine:
        if not await is_up_to_date(engine):
            await _upgrade(engine)
        yield Storage(engine)


@asynccontextmanager
async def open_aside(url: str, *, busy_seconds: float = BUSY_SECONDS) -> AsyncIterator[ports.Aside]:
    """What was set aside in the database at `url`, as for `open_storage`.

    A bot may be at work on it: no file is made, and nothing is migrated. Raises as `open_storage`,
    and UnfitDatabase where the database does not exist or is older than this program too.
    """
    where = address(url)
    if isinstance(where, Sqlite):
        _require(where.path)
    async with _open(where, busy_seconds, create=False) as engine:
        if not await is_up_to_date(engine):
            await _check(engine)
        yield Aside(engine)


def _require(path: Path) -> None:
    with translated():
        found = path.is_file()
    if not found:
        raise UnfitDatabase(
            f"There is no file {path}. Name the bot's own (a relative path starts in the working "
            "folder), or start the bot, which makes it."
        )


@asynccontextmanager
async def _open(
    where: Sqlite | Postgres, busy_seconds: float, *, create: bool
) -> AsyncIterator[Engine]:
    with translated():
        engine = _engine(where, busy_seconds, create=create)
    try:
        yield engine
    finally:
        await engine.dispose()


def _engine(where: Sqlite | Postgres, busy_seconds: float, *, create: bool) -> Engine:
    if isinstance(where, Sqlite):
        return SqliteEngine(where.path, busy_seconds, create=create)
    from bot.storage.postgres import PostgresEngine  # with what it needs, only where it is used

    return PostgresEngine(where.dsn)


async def _upgrade(engine: Engine) -> None:
    from bot.storage.migrate import upgrade  # with Alembic, only when there is something to do

    await upgrade(engine)


async def _check(engine: Engine) -> None:
    from bot.storage.migrate import check  # with Alembic, only when something is not as it should

    await check(engine)
