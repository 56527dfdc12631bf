"""Which migration a database stands at, asked without Alembic: to load it slows every start."""

from sqlalchemy import text

from bot.ports.storage import StorageError
from bot.storage.engine import Engine

LATEST = "0001"
"""The newest file in `migrations/versions`."""


async def is_up_to_date(engine: Engine) -> bool:
    """Whether no migration is missing. False where that cannot be told: Alembic will say why."""
    try:
        async with engine.reading() as line:
            versions = (await line.run(text("SELECT version_num FROM alembic_version"))).scalars()
            return list(versions) == [LATEST]
    except StorageError:
        return False
