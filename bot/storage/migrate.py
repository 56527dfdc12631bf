"""Brings a database up to this version's tables, whoever else starts at the same time."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, select

from bot.ports.storage import StorageError
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

    Raises StorageError where it fails, or where the database is newer than this program.
    """
    async with engine.writing() as line:
        if not engine.is_sqlite:
            await line.rows(select(func.pg_advisory_xact_lock(*MIGRATING)))
        await line.call(_upgrade)


def _upgrade(connection: Connection) -> None:
    config = configuration(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    present = set(MigrationContext.configure(connection).get_current_heads())
    if present - known:
        raise StorageError(
            "The database was written by a newer version of this program: "
            "start that one, or restore a backup from before it."
        )
    command.upgrade(config, "head")
