"""What a database can do to us: locked, full, gone, refusing. Nothing is lost, nothing is told."""

import asyncio
import sqlite3
import subprocess
import sys
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.domain.people import Member
from bot.ports import storage as ports
from bot.ports.storage import StorageError
from bot.storage.database import Storage, open_storage
from tests.postgres import cut
from tests.storage.samples import NOW, arrival, enqueue, keep, kept, message, receive, tally

HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@asynccontextmanager
async def _holding(path: Path) -> AsyncIterator[None]:
    """Another process holds the lock that writers need."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLD, path, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert process.stdout
        assert await process.stdout.readline() == b"held\n"
        yield
    finally:
        await process.communicate(b"")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bot.db"


async def test_a_lock_of_another_process_is_waited_for_and_then_reported(path: Path) -> None:
    async with open_storage(f"sqlite:///{path}", busy_seconds=0.1) as storage:
        await receive(storage, arrival(1))
        async with _holding(path):
            with pytest.raises(StorageError, match="locked"):
                await keep(storage, Member(id=1))
            with pytest.raises(StorageError, match="locked"):
                await storage.inbox.put([arrival(2)], NOW)
            assert len(await storage.inbox.waiting(10, [])) == 1
            assert await storage.healthy()
        await keep(storage, Member(id=1))
        assert await storage.inbox.put([arrival(2)], NOW) == 1
        assert (await tally(storage)).members == {"": 1}


async def test_a_lock_that_is_given_up_in_time_is_only_waited_for(path: Path) -> None:
    async with open_storage(f"sqlite:///{path}", busy_seconds=20) as storage:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            put = asyncio.create_task(storage.inbox.put([arrival(1)], NOW))
            await asyncio.wait([put], timeout=0.2)
            assert not put.done()
            other.execute("COMMIT")
        assert await put == 1


async def test_a_full_disk_is_reported_and_loses_nothing(path: Path) -> None:
    async with open_storage(f"sqlite:///{path}") as storage:
        assert isinstance(storage, Storage)
        await receive(storage, arrival(1))
        pages = await _pragma(storage, "page_count")
        await _pragma(storage, f"max_page_count = {pages + 5}")
        with pytest.raises(StorageError, match="full"):
            await enqueue(storage, message(text="x" * 1_000_000))
        assert (await tally(storage)).outbox == {}
        await keep(storage, Member(id=1))
        await _pragma(storage, "max_page_count = 1000000")
        await enqueue(storage, message(text="x" * 1_000_000))
        counted = await tally(storage)
        assert (counted.inbox, counted.outbox) == ({"new": 1}, {"queued": 1})
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


async def _pragma(storage: Storage, words: str) -> int:
    """On the connection that writes next: the pool has only that one until somebody reads."""
    number: int = await storage._engine.read(
        lambda connection: connection.execute(text(f"PRAGMA {words}")).scalar_one()
    )
    return number


async def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match=r"FileExists|NotADirectory"):
        async with open_storage(f"sqlite:///{tmp_path}/file/bot.db"):
            pass


async def test_a_file_that_is_no_database_is_reported_and_left_alone(path: Path) -> None:
    letter = b"a letter to somebody\n" * 100
    await asyncio.to_thread(path.write_bytes, letter)
    with pytest.raises(StorageError, match="not a database"):
        async with open_storage(f"sqlite:///{path}"):
            pass
    assert await asyncio.to_thread(path.read_bytes) == letter


async def test_the_folder_of_a_new_database_is_made(tmp_path: Path) -> None:
    async with open_storage(f"sqlite:///{tmp_path}/new%20folder/deep/bot.db") as storage:
        await keep(storage, Member(id=1))
    assert (tmp_path / "new folder" / "deep" / "bot.db").exists()


async def test_what_was_committed_is_there_after_opening_again(url: str) -> None:
    async with open_storage(url) as storage:
        await keep(storage, Member(id=1, language="fr"))
        await enqueue(storage, message())
        await storage.outbox.lease(1, [])
    async with open_storage(url) as storage:
        assert (await kept(storage, 1)).language == "fr"
        assert await storage.outbox.recover() == 1


async def test_a_server_that_is_out_of_reach_is_reported(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"No such file|Connect"):
        async with open_storage(f"postgresql://bot:hush@/bot?host={tmp_path}"):
            pass


async def test_a_database_that_the_server_does_not_have_is_reported(postgres_url: str) -> None:
    with pytest.raises(StorageError, match="3D000"):
        async with open_storage(postgres_url.replace("test_", "missing_")):
            pass


async def test_connections_cut_by_the_server_are_reported_and_replaced(postgres_url: str) -> None:
    async with open_storage(postgres_url) as storage:
        with pytest.raises(StorageError):
            await _cut_in_the_middle(storage, postgres_url)
        assert (await tally(storage)).outbox == {}
        await cut(postgres_url)
        assert not await storage.healthy()
        assert await storage.healthy()
        await enqueue(storage, message())


async def _cut_in_the_middle(storage: ports.Storage, url: str) -> None:
    async with storage.unit(NOW) as unit:
        await unit.send([message()])
        await cut(url)
        await unit.send([message()])


async def test_no_words_of_a_person_are_in_what_is_raised(postgres_url: str) -> None:
    async with open_storage(postgres_url) as storage:
        with pytest.raises(ValueError, match="cannot be kept") as caught:
            await keep(storage, Member(id=1, language="secret \0"))
    told = "".join(traceback.format_exception(caught.value))
    assert "secret" not in told.replace('language="secret', "")
