"""The bot is killed in the middle of its work, and nobody notices more than a message twice.

A short run; `make soak` is the long one.
"""

from pathlib import Path

import pytest

from tests.postgres import Postgres
from tests.soak.databases import PostgresDatabase, SqliteFile
from tests.soak.run import Way, soak

KILLS = 4
UPDATES = 120

pytestmark = [
    pytest.mark.timeout(300),  # each starts the bot several times
    pytest.mark.parametrize("way", Way),
]


async def test_killed_again_and_again_over_sqlite_it_loses_and_doubles_nothing(
    tmp_path: Path, way: Way
) -> None:
    database = SqliteFile(tmp_path / "bot.sqlite")
    report = await soak(database, way, tmp_path, seed="short", kills=KILLS, updates=UPDATES)
    assert report.kills == KILLS
    assert report.updates >= UPDATES
    assert report.repeated <= report.in_flight > 0


async def test_killed_again_and_again_over_postgresql_it_loses_and_doubles_nothing(
    postgres: Postgres, tmp_path: Path, way: Way
) -> None:
    async with postgres.database() as url:
        database = PostgresDatabase(url)
        report = await soak(database, way, tmp_path, seed="short", kills=KILLS, updates=UPDATES)
    assert report.kills == KILLS
    assert report.updates >= UPDATES
    assert report.repeated <= report.in_flight > 0
