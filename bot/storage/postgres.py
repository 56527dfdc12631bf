"""PostgreSQL by asyncpg, behind a pool."""

import asyncpg
from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

MIGRATING = (0x6261_7261, 0)
LEASING = (0x6261_7261, 1)
"""Advisory locks: "bara", and what is locked."""

BY_INDEX = [
    func.set_config(f"enable_{way}", "off", True) for way in ("seqscan", "bitmapscan", "sort")
]
"""Has the rest of a transaction walk an index in its order instead of looking at a whole queue:
without fresh statistics (a broadcast has just come in) the planner takes it for short."""

CONNECTIONS = 10
ANSWER_SECONDS = 30.0
SETTINGS = {
    "application_name": "baraza",
    # A queue is empty, then has 100,000 rows: a plan made for the one and kept takes minutes on
    # the other. Planning anew costs a small part of a millisecond.
    "plan_cache_mode": "force_custom_plan",
}


def postgres_engine(dsn: str) -> AsyncEngine:
    """An engine on the database that `dsn` names; asyncpg reads it, with libpq's parameters."""

    async def connect() -> asyncpg.Connection:
        return await asyncpg.connect(
            dsn,
            timeout=10,
            command_timeout=ANSWER_SECONDS,
            server_settings=SETTINGS,
        )

    return create_async_engine(
        "postgresql+asyncpg://",
        async_creator=connect,
        hide_parameters=True,
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=ANSWER_SECONDS,
    )
