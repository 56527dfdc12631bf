"""The tests' own PostgreSQL keeps tests apart and fails loudly."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from tests.postgres import Postgres, running_postgres


async def run(url: str, statement: str) -> object:
    engine = create_async_engine(url, poolclass=NullPool)
    async with engine.begin() as connection:
        result = await connection.execute(text(statement))
        return result.scalar() if result.returns_rows else None


async def test_each_database_starts_empty(postgres: Postgres) -> None:
    for _ in range(2):
        async with postgres.database() as url:
            await run(url, "CREATE TABLE kept (id int)")  # refused if the first one's were there


async def test_a_copy_has_what_its_original_had_and_is_its_own(postgres: Postgres) -> None:
    async with postgres.database() as original:
        await run(original, "CREATE TABLE kept AS SELECT 7 AS id")
        async with postgres.database(copy_of=original) as copy:
            assert await run(copy, "SELECT id FROM kept") == 7
            await run(copy, "UPDATE kept SET id = 8")
        assert await run(original, "SELECT id FROM kept") == 7


async def test_a_database_with_an_open_connection_is_dropped_all_the_same(
    postgres: Postgres,
) -> None:
    async with postgres.database() as url:
        engine = create_async_engine(url)
        connection = await engine.connect()
    names = "SELECT count(*) FROM pg_database WHERE datname LIKE 'test%'"
    await connection.invalidate()
    await connection.close()
    await engine.dispose()
    async with postgres.database() as url:
        assert await run(url, names) == 1


async def test_the_server_is_a_postgresql_18(postgres_url: str) -> None:
    assert str(await run(postgres_url, "SHOW server_version")).startswith("18.")


def test_a_server_that_cannot_start_is_an_error_that_says_why() -> None:
    with (
        pytest.raises(RuntimeError, match=r"(?s)pg_ctl failed:.*max_connections"),
        running_postgres("-c max_connections=none"),
    ):
        pass
