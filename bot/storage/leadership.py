"""One process at a time works on a database; the others stand by.

Whoever leads holds a lock that ends with it, however it ends: with SQLite on a file beside the
database, on PostgreSQL an advisory lock of a session of its own.
"""

import asyncio
import fcntl
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.storage.errors import translated

log = logging.getLogger(__name__)

LOOK = 1.0
"""Seconds between two attempts to lead."""


@asynccontextmanager
async def lead_by_file(database: Path) -> AsyncIterator[None]:
    """Lead for the block, by a lock on ``<database>.lock``. Raises StorageError."""
    path = database.with_name(f"{database.name}.lock")
    with translated():
        file = path.open("ab")
    with file:

        async def lock() -> bool:
            with translated():
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    return False
                return True

        await wait_for(lock)
        yield


async def wait_for(lock: Callable[[], Awaitable[bool]]) -> None:
    """Wait until `lock` could be taken."""
    if await lock():
        return
    log.warning("another process works on this database: standing by")
    while True:
        await asyncio.sleep(LOOK)
        if await lock():
            break
    log.warning("no other process works on this database any more: taking over")
