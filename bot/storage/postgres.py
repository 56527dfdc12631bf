"""PostgreSQL by asyncpg, behind a pool."""

import asyncpg
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

CONNECTIONS = 10
ANSWER_SECONDS = 30.0


def postgres_engine(dsn: str) -> AsyncEngine:
    """An engine on the database that `dsn` names; asyncpg reads it, with libpq's parameters."""

    async def connect() -> asyncpg.Connection:
        return await asyncpg.connect(
            dsn,
            timeout=10,
            command_timeout=ANSWER_SECONDS,
            server_settings={"application_name": "baraza"},
        )

    return create_async_engine(
        "postgresql+asyncpg://",
        async_creator=connect,
        hide_parameters=True,
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=ANSWER_SECONDS,
    )
