"""A real database for each test: SQLite, and PostgreSQL where lanes run side by side."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import open_storage
from tests.delivery.kit import Team, Watched
from tests.postgres import Postgres


@pytest.fixture
async def team(tmp_path: Path) -> AsyncIterator[Team]:
    """Over SQLite, in bot.db of the test's folder."""
    async with open_storage(f"sqlite:///{tmp_path}/bot.db") as storage:
        yield Team(Watched(storage))


@pytest.fixture
async def big_team(postgres_url: str) -> AsyncIterator[Team]:
    """Over PostgreSQL."""
    async with open_storage(postgres_url) as storage:
        yield Team(Watched(storage))


@pytest.fixture(params=["sqlite", "postgres"])
async def either_team(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Team]:
    """Over SQLite, and again over PostgreSQL."""
    if request.param == "sqlite":
        async with open_storage(f"sqlite:///{tmp_path}/bot.db") as storage:
            yield Team(Watched(storage))
        return
    server: Postgres = request.getfixturevalue("postgres")
    async with server.database() as url, open_storage(url) as storage:
        yield Team(Watched(storage))
