"""Of those that open one database, one leads; how ever it ends, another takes over."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from bot.ports.storage import LeadershipLost, Storage, StorageError
from bot.storage.database import open_storage
from tests.postgres import Postgres, cut

PATIENCE = 20.0
Logged = Callable[[str], Awaitable[None]]

LEAD = """
import asyncio, sys
from bot.storage.database import open_storage

async def main():
    async with open_storage(sys.argv[1]) as storage, storage.leadership():
        print("leads", flush=True)
        await asyncio.Event().wait()

asyncio.run(main())
"""


class Candidate:
    """Somebody who wants to lead, and does until told to end."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._leads = asyncio.Event()
        self._end = asyncio.Event()
        self.task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        async with self._storage.leadership():
            self._leads.set()
            await self._end.wait()

    @property
    def leads(self) -> bool:
        return self._leads.is_set()

    async def comes_to_lead(self) -> None:
        async with asyncio.timeout(PATIENCE):
            await self._leads.wait()

    async def ends(self) -> None:
        self._end.set()
        async with asyncio.timeout(PATIENCE):
            await self.task


@pytest.fixture
async def other(storage: Storage, url: str) -> AsyncIterator[Storage]:
    """The same database, opened once more."""
    assert await storage.healthy()
    async with open_storage(url) as opened:
        yield opened


@asynccontextmanager
async def leading_process(url: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Another process, which leads."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", LEAD, url, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        assert process.stdout
        assert await process.stdout.readline() == b"leads\n"
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def test_one_leads_at_a_time_and_the_next_takes_over(
    storage: Storage, other: Storage, logged: Logged
) -> None:
    first = Candidate(storage)
    await first.comes_to_lead()
    second = Candidate(other)
    await logged("standing by")
    assert not second.leads
    await first.ends()
    await second.comes_to_lead()
    third = Candidate(storage)
    await logged("standing by")
    assert not third.leads
    await second.ends()
    await third.comes_to_lead()
    await third.ends()


async def test_who_is_killed_leads_no_more(storage: Storage, url: str, logged: Logged) -> None:
    async with leading_process(url) as process:
        mine = Candidate(storage)
        await logged("standing by")
        assert not mine.leads
        process.kill()
        await mine.comes_to_lead()
    await mine.ends()


async def test_who_gives_up_waiting_leaves_nothing_behind(
    storage: Storage, other: Storage, logged: Logged
) -> None:
    first = Candidate(storage)
    await first.comes_to_lead()
    second = Candidate(other)
    await logged("standing by")
    second.task.cancel()
    await asyncio.wait([second.task])
    await first.ends()
    third = Candidate(storage)
    await third.comes_to_lead()
    await third.ends()


async def test_an_error_of_the_leader_ends_its_leadership(storage: Storage, other: Storage) -> None:
    async def breaks() -> None:
        async with storage.leadership():
            raise ZeroDivisionError

    with pytest.raises((ZeroDivisionError, ExceptionGroup)):
        await breaks()
    next_one = Candidate(other)
    await next_one.comes_to_lead()
    await next_one.ends()


async def test_databases_have_leaders_of_their_own(postgres: Postgres, tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        servers = [await stack.enter_async_context(postgres.database()) for _ in range(2)]
        for url in (*servers, f"sqlite:///{tmp_path}/a.db", f"sqlite:///{tmp_path}/b.db"):
            storage = await stack.enter_async_context(open_storage(url))
            async with asyncio.timeout(PATIENCE):
                await stack.enter_async_context(storage.leadership())


async def test_a_leader_whose_session_is_cut_is_stopped_and_can_apply_again(
    postgres_url: str,
) -> None:
    async with open_storage(postgres_url) as storage:
        mine = Candidate(storage)
        await mine.comes_to_lead()
        await cut(postgres_url)
        async with asyncio.timeout(PATIENCE):
            await asyncio.wait([mine.task])
        lost = mine.task.exception()
        assert isinstance(lost, ExceptionGroup)
        assert [type(one) for one in lost.exceptions] == [LeadershipLost]
        again = Candidate(storage)
        await again.comes_to_lead()
        await again.ends()


async def test_one_whose_session_is_cut_while_it_stands_by_goes_on_waiting(
    postgres_url: str, logged: Logged
) -> None:
    async with leading_process(postgres_url), open_storage(postgres_url) as storage:
        mine = Candidate(storage)
        await logged("standing by")
        await cut(postgres_url)
        await logged("the database does not answer")
        await mine.comes_to_lead()
        await mine.ends()


async def test_a_file_that_cannot_be_locked_is_reported(tmp_path: Path) -> None:
    (tmp_path / "bot.db.lock").mkdir()
    async with open_storage(f"sqlite:///{tmp_path}/bot.db") as storage:
        with pytest.raises(StorageError, match="IsADirectory"):
            async with storage.leadership():
                pass
