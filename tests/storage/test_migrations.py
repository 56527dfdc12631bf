import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from bot.domain.people import Member
from bot.ports.storage import StorageError
from bot.storage.database import Storage, open_storage
from bot.storage.migrate import configuration
from bot.storage.tables import metadata
from bot.storage.version import LATEST
from tests.storage.samples import keep, tally

OPEN = """
import asyncio, sys
from bot.storage.database import open_storage

async def main():
    async with open_storage(sys.argv[1]) as storage:
        assert await storage.healthy()

sys.stdin.readline()
asyncio.run(main())
"""


async def test_the_migrations_lead_to_the_tables(storage: Storage) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        return list(compare_metadata(context, metadata))

    assert await storage._engine.read(differences) == []


def test_the_latest_version_is_the_one_that_the_program_looks_for() -> None:
    assert ScriptDirectory.from_config(configuration()).get_current_head() == LATEST


def test_a_database_that_is_up_to_date_is_opened_without_alembic(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/bot.db"
    told = [
        subprocess.run(
            [sys.executable, "-c", OPEN + "print('alembic' in sys.modules)", url],
            input=b"go\n",
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for _ in range(2)
    ]
    assert told == [b"True\n", b"False\n"]


async def test_the_migrations_can_be_taken_back_and_run_again(storage: Storage) -> None:
    def there_and_back(connection: Connection) -> None:
        command.downgrade(configuration(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        command.upgrade(configuration(connection), "head")

    await keep(storage, Member(id=1))
    await storage._engine.write(there_and_back)
    assert (await tally(storage)).members == {}


async def test_a_newer_database_is_refused(url: str) -> None:
    async with open_storage(url) as storage:
        assert isinstance(storage, Storage)
        async with storage._engine.writing() as line:
            await line.write(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageError, match="newer version"):
        async with open_storage(url):
            pass


async def test_a_migration_that_fails_leaves_nothing_behind(url: str) -> None:
    async with open_storage(url) as storage:
        assert isinstance(storage, Storage)
        async with storage._engine.writing() as line:
            await line.call(lambda connection: command.downgrade(configuration(connection), "base"))
            await line.write(text("CREATE TABLE dialogues (mine INTEGER)"))
        with pytest.raises(StorageError):
            async with open_storage(url):
                pass
        names = await storage._engine.read(lambda connection: inspect(connection).get_table_names())
    assert sorted(names) == ["alembic_version", "dialogues"]


async def test_several_that_open_a_new_database_at_once_do_not_collide(url: str) -> None:
    async def open_it() -> None:
        async with open_storage(url, busy_seconds=20) as storage:
            assert await storage.healthy()

    await asyncio.gather(*(open_it() for _ in range(4)))


def test_processes_that_open_a_new_file_at_once_do_not_collide(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/bot.db"
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, url], stdin=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    for process in processes:
        assert process.stdin
        process.stdin.write(b"go\n")
        process.stdin.flush()
    for process in processes:
        _, errors = process.communicate()
        assert (process.returncode, errors) == (0, b"")
