"""The contract's suite runs over both engines: every test that asks for `storage` runs twice."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.ports.storage import Storage
from bot.storage.database import open_storage
from tests.postgres import Postgres


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of an empty database that is this test's own."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/bot.db"
        return
    server: Postgres = request.getfixturevalue("postgres")
    async with server.database() as address:
        yield address


@pytest.fixture
async def storage(url: str) -> AsyncIterator[Storage]:
    """The database, opened."""
    async with open_storage(url) as opened:
        yield opened
