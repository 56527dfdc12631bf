"""Bots at work: with either database, by long polling and by webhook."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.library import Library
from bot.sandbox.sandbox import Sandbox
from tests.e2e.bot import Bot, started
from tests.e2e.hostile.arena import Arena, Start
from tests.gateway.impostor import free_address
from tests.postgres import Postgres

SECRET = "a-secret-of-the-tests"


@pytest.fixture
def polling(library: Library, tmp_path: Path) -> Iterator[Arena]:
    """A bot with SQLite that polls."""

    @asynccontextmanager
    async def start(sandbox: Sandbox) -> AsyncIterator[Bot]:
        async with started(sandbox, library, f"sqlite:///{tmp_path}/{id(sandbox)}.sqlite") as bot:
            yield bot

    yield from _opened(start)


@pytest.fixture
def called(library: Library, tmp_path: Path) -> Iterator[Arena]:
    """A bot with SQLite whose webhook is called."""

    @asynccontextmanager
    async def start(sandbox: Sandbox) -> AsyncIterator[Bot]:
        address = free_address()
        database = f"sqlite:///{tmp_path}/{id(sandbox)}.sqlite"
        port = int(address.rpartition(":")[2])
        hook = {"webhook_url": address, "webhook_secret": SECRET, "port": port}
        async with started(sandbox, library, database, **hook) as bot:
            yield bot

    yield from _opened(start)


@pytest.fixture
def with_postgres(library: Library, postgres: Postgres) -> Iterator[Arena]:
    """A bot with PostgreSQL that polls."""

    @asynccontextmanager
    async def start(sandbox: Sandbox) -> AsyncIterator[Bot]:
        async with postgres.database() as url, started(sandbox, library, url) as bot:
            yield bot

    yield from _opened(start)


def _opened(start: Start) -> Iterator[Arena]:
    logger = logging.getLogger("bot")
    before = logger.level
    with asyncio.Runner() as runner:
        arena = Arena(start, runner)
        logger.addHandler(arena.journal)
        logger.setLevel(logging.INFO)
        try:
            yield arena
            arena.close()
        finally:
            logger.removeHandler(arena.journal)
            logger.setLevel(before)
