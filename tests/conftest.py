"""What every test may ask for. Nothing here is skipped where a machine lacks it: the run fails."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import pytest
import pytest_asyncio
from hypothesis import settings
from playwright.async_api import Browser

from tests.browser import running_browser
from tests.postgres import Postgres, running_postgres

# The examples of a usual run are the same each time and everywhere.
# `--hypothesis-profile=soak` makes up others, many more, and prints how to repeat one that failed.
settings.register_profile("quick", derandomize=True, deadline=None)
settings.register_profile("soak", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile("quick")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One PostgreSQL server for the whole run."""
    with running_postgres() as server:
        yield server


@pytest.fixture
async def postgres_url(postgres: Postgres) -> AsyncIterator[str]:
    """The URL of an empty PostgreSQL database that is this test's own."""
    async with postgres.database() as url:
        yield url


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One headless browser for the whole run. It lives in the session's event loop, and so must
    its tests: `pytestmark = pytest.mark.asyncio(loop_scope="session")`.
    """
    async with running_browser() as running:
        yield running


@pytest.fixture
async def logged() -> AsyncIterator[Callable[[str], Awaitable[None]]]:
    """Waits until the bot has logged a text, since the test began or since it waited last."""
    heard: asyncio.Queue[str] = asyncio.Queue()

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.put_nowait(record.getMessage())

    async def until(text: str) -> None:
        async with asyncio.timeout(20):
            while text not in await heard.get():
                pass

    ear, logger = Ear(), logging.getLogger("bot")
    before = logger.level
    logger.addHandler(ear)
    logger.setLevel(logging.INFO)
    yield until
    logger.removeHandler(ear)
    logger.setLevel(before)
