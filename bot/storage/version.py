"""Which migration a database stands at, asked without Alembic: to load it slows every start."""

from sqlalchemy import Connection, text

from bot.ports.storage import StorageError
from bot.storage.engine import Engine

LATEST = "0004"
"""The newest file in `migrations/versions`."""


async def is_up_to_date(engine: Engine) -> bool:
    """Whether no migration is missing. False where that cannot be told: Alembic will say why."""
    try:
        return await engine.read(_stands_at) == [LATEST]
    except StorageError:
        return False


def _stands_at(connection: Connection) -> list[str]:
    return list(connection.execute(text("SELECT version_num FROM alembic_version")).scalars())
