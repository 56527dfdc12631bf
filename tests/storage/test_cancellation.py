"""A unit of work cancelled wherever it was leaves nothing half done and nobody waiting."""

import asyncio
from collections.abc import Coroutine, Generator
from typing import Any

import pytest
from sqlalchemy import text

from bot.domain.people import Member
from bot.ports import storage as ports
from bot.ports.storage import Dialogue
from bot.storage.database import Storage, open_storage
from bot.storage.uninterrupted import uninterrupted
from tests.storage.samples import LATER, NOW, arrival, delivered, kept, message, receive, tally


class CancelledAt:
    """Runs a coroutine and cancels the task that awaits it when it waits for the nth time."""

    def __init__(self, work: Coroutine[Any, Any, None], nth: int) -> None:
        self._work, self._nth = work, nth
        self.count = 0

    def __await__(self) -> Generator[Any, Any, None]:
        task = asyncio.current_task()
        assert task
        waits = self._work.__await__()
        value, error = None, None
        while True:
            try:
                future = waits.throw(error) if error else waits.send(value)
            except StopIteration:
                return
            self.count += 1
            if self.count == self._nth:
                task.cancel()
            value, error = None, None
            try:
                value = yield future
            except BaseException as raised:  # noqa: BLE001 - passed on to the coroutine
                error = raised


async def handle(storage: ports.Storage, arrival_id: int) -> None:
    async with storage.unit(NOW) as unit:
        await unit.members.save(Member(id=5, language="fr", interests=frozenset("ab")))
        await unit.dialogues.open(Dialogue(chat_id=5, form="zone", version=1, asked_at=NOW))
        await unit.send([message(5)])
        await unit.handled([arrival_id])


async def run_cancelled(work: Coroutine[Any, Any, None], nth: int) -> bool:
    """Whether the cancellation struck before the work had ended."""

    async def run() -> None:
        await CancelledAt(work, nth)

    task = asyncio.create_task(run())
    await asyncio.wait([task])
    return task.cancelled()


async def test_a_unit_cancelled_at_any_wait_is_whole_or_nothing(storage: ports.Storage) -> None:
    whole = {"done": 1}, {"queued": 1}, {"fr": 1}
    nothing: tuple[dict[str, int], ...] = {"new": 1}, {}, {}
    outcomes = []
    number = struck = 0
    async with asyncio.timeout(30):
        while True:
            number += 1
            waiting = (await receive(storage, arrival(number)))[0]
            struck_now = await run_cancelled(handle(storage, waiting.id), number)
            counted = await tally(storage)
            outcome = counted.inbox, counted.outbox, counted.members
            assert outcome in (whole, nothing)
            outcomes.append(outcome == whole)
            await clear(storage)
            if not struck_now:
                break
            struck += 1
    assert struck >= 5  # at least its statements
    assert outcomes[0] is False
    assert outcomes == sorted(outcomes), "a commit, once begun, is carried out"
    assert (await kept(storage, 5)) == Member(id=5)


async def clear(storage: ports.Storage) -> None:
    async with storage.unit(NOW) as unit:
        for waiting in await storage.inbox.waiting(10, []):
            await unit.handled([waiting.id])
        await unit.members.forget(5)
    while rows := await storage.outbox.lease(10, []):
        await storage.outbox.record([delivered(row) for row in rows], NOW)
    async with storage.unit(NOW) as unit:
        await unit.purge(LATER)


async def test_a_commit_that_is_cancelled_is_carried_out_and_keeps_its_connection(
    postgres_url: str,
) -> None:
    """SQLite commits without waiting for anything: there is nothing to be cancelled."""

    async def say() -> None:
        async with storage.unit(NOW) as unit:
            await unit.send([message()])

    async with open_storage(postgres_url) as storage:
        await say()  # connects
        waits = CancelledAt(say(), 0)
        await waits
        await mark(storage)
        assert await run_cancelled(say(), waits.count)
        assert (await tally(storage)).outbox == {"queued": 3}
        assert await is_marked(storage)


async def mark(storage: ports.Storage) -> None:
    """Set something that only this connection knows; there is no other while nobody reads."""
    assert isinstance(storage, Storage)
    await storage._engine.write(
        lambda connection: connection.execute(text("CREATE TEMPORARY TABLE mark (x INTEGER)"))
    )


async def is_marked(storage: ports.Storage) -> bool:
    assert isinstance(storage, Storage)
    look = text("SELECT to_regclass('pg_temp.mark') IS NOT NULL")
    found: bool = await storage._engine.read(
        lambda connection: connection.execute(look).scalar_one()
    )
    return found


async def test_a_feature_cancelled_while_it_waits_gives_its_turn_back(
    storage: ports.Storage,
) -> None:
    started = asyncio.Event()

    async def hang() -> None:
        async with storage.unit(NOW) as unit:
            await unit.send([message()])
            started.set()
            await asyncio.Event().wait()

    tasks = [asyncio.create_task(hang()) for _ in range(12)]
    await started.wait()
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    async with asyncio.timeout(5):
        assert (await tally(storage)).outbox == {}


async def test_uninterrupted_work_ends_before_the_cancellation_is_heard() -> None:
    ended = asyncio.Event()
    begun = asyncio.Event()
    go_on = asyncio.Event()

    async def work() -> None:
        begun.set()
        await go_on.wait()
        ended.set()

    task = asyncio.create_task(uninterrupted(work()))
    await begun.wait()
    for _ in range(3):
        task.cancel()
        await asyncio.sleep(0)
    assert not task.done()
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended.is_set()
