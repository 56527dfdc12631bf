"""Brings a database up to this version's tables, whoever else starts at the same time."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, select

from bot.ports.storage import UnfitDatabase
from bot.storage.engine import Engine
from bot.storage.said_to_postgres import MIGRATING

FOLDER = Path(__file__).parent / "migrations"


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's settings, for commands on `connection`: it commits nothing by itself."""
    config = Config()
    # A percent sign in the path would be read as the start of a variable.
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


async def upgrade(engine: Engine) -> None:
    """Run the missing migrations in one transaction, behind those of another process.

    Raises StorageError where it fails, UnfitDatabase where it is newer than this program.
    """
    async with engine.writing() as line:
        if not engine.is_sqlite:
            await line.rows(select(func.pg_advisory_xact_lock(*MIGRATING)))
        await line.call(_upgrade)


async def check(engine: Engine) -> None:
    """Raises UnfitDatabase where the tables are not those of this version."""
    await engine.read(_check)


def _upgrade(connection: Connection) -> None:
    _refuse_newer(connection)
    command.upgrade(configuration(connection), "head")


def _check(connection: Connection) -> None:
    head = ScriptDirectory.from_config(configuration()).get_current_head()
    if _refuse_newer(connection) != {head}:
        raise UnfitDatabase(
            "The database has no tables of this program's, or older ones: "
            "start the bot, which makes or mends them."
        )


def _refuse_newer(connection: Connection) -> set[str]:
    """The migrations that the database stands at. Raises UnfitDatabase where one is unknown."""
    scripts = ScriptDirectory.from_config(configuration())
    known = {script.revision for script in scripts.walk_revisions()}
    present = set(MigrationContext.configure(connection).get_current_heads())
    if present - known:
        raise UnfitDatabase(
            "The database was written by a newer version of this program: "
            "start that one, or restore a backup from before it."
        )
    return present
