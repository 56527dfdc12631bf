"""Leading on PostgreSQL: an advisory lock, held by a session that is watched."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import TypeAlias

import asyncpg

from bot.ports.storage import LeadershipLost
from bot.storage import errors
from bot.storage.errors import described
from bot.storage.leadership import LOOK, wait_for
from bot.storage.said_to_postgres import LEADING

log = logging.getLogger(__name__)

FAILURES = (*errors.FAILURES, asyncpg.PostgresError, asyncpg.InterfaceError)
"""What SQLAlchemy raises, and its driver, where that is asked directly."""

ANSWER_SECONDS = 10.0
"""How long a look may take: less than a silent session lives."""

SESSION = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}
"""A machine that vanishes without a word is given up by the server after 25 seconds, not hours."""

Connect: TypeAlias = Callable[..., Awaitable[asyncpg.Connection]]
"""Makes a connection with these settings of the server's besides those of all."""


@asynccontextmanager
async def lead_by_session(connect: Connect) -> AsyncIterator[None]:
    """Lead for the block, by an advisory lock; it waits for a database that is out of reach.

    When the session is lost the block is cancelled. Raises an ExceptionGroup then, of
    LeadershipLost and what the block raised.
    """
    session = await _leading_session(connect)
    try:
        async with asyncio.TaskGroup() as tasks:
            watch = tasks.create_task(_watch(session))
            yield
            watch.cancel()
    finally:
        await _close(session)


async def _leading_session(connect: Connect) -> asyncpg.Connection:
    while True:
        try:
            session = await connect(**SESSION)
            try:
                await wait_for(
                    partial(_ask, session, "SELECT pg_try_advisory_lock($1, $2)", *LEADING)
                )
            except BaseException:
                await _close(session)
                raise
        except FAILURES as error:
            log.error("the database does not answer", extra={"reason": described(error)})
            await asyncio.sleep(LOOK)
        else:
            return session


async def _watch(session: asyncpg.Connection) -> None:
    """Until the session is lost. Raises LeadershipLost."""
    try:
        while True:
            await _ask(session, "SELECT true")
            await asyncio.sleep(LOOK)
    except FAILURES as error:
        raise LeadershipLost(described(error)) from None


async def _ask(session: asyncpg.Connection, question: str, *values: int) -> bool:
    answer: bool = await session.fetchval(question, *values, timeout=ANSWER_SECONDS)
    return answer


async def _close(session: asyncpg.Connection) -> None:
    with suppress(*FAILURES):
        await session.close(timeout=1)
