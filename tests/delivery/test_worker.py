"""Of several processes one works, and only while the database knows that it leads."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from bot.delivery.sender import Sender
from bot.delivery.worker import work_alone
from tests.delivery.kit import PATIENCE, Team, running
from tests.delivery.test_sender import UNPACED, Telegram, enqueue, message, until
from tests.postgres import cut

Logged = Callable[[str], Awaitable[None]]


@asynccontextmanager
async def worker(team: Team, telegram: Telegram) -> AsyncIterator[asyncio.Task[None]]:
    """A process that sends if it leads, until the block ends."""
    sender = Sender(team.storage.outbox, telegram.send, team.clock, UNPACED)
    async with running(work_alone(team.storage, [sender.run])) as task:
        yield task


async def test_what_one_has_on_its_way_is_not_sent_again_by_one_that_starts(
    either_team: Team, logged: Logged
) -> None:
    team, telegram = either_team, Telegram(held={"1": asyncio.Event()})
    await enqueue(team, message("1"))
    async with worker(team, telegram):
        await telegram.has(1)
        async with worker(team, telegram):
            await logged("standing by")
            await enqueue(team, message("other", chat=2))
            await telegram.has(2)
            telegram.held["1"].set()
            await until(team, delivered=2)
    assert telegram.texts == ["1", "other"]


async def test_one_that_stands_by_works_when_the_other_has_ended(
    either_team: Team, logged: Logged
) -> None:
    team, telegram = either_team, Telegram()
    async with worker(team, telegram) as first:
        await enqueue(team, message("0"))
        await telegram.has(1)
        async with worker(team, telegram):
            await logged("standing by")
            first.cancel()
            await logged("taking over")
            await enqueue(team, message("1"))
            await until(team, delivered=2)
    assert telegram.texts == ["0", "1"]


async def test_one_that_leads_no_more_stops_working_and_applies_again(
    big_team: Team, postgres_url: str, logged: Logged
) -> None:
    begun, ended = asyncio.Semaphore(0), asyncio.Semaphore(0)

    async def works() -> None:
        begun.release()
        try:
            await asyncio.Event().wait()
        finally:
            ended.release()

    async with asyncio.timeout(PATIENCE), running(work_alone(big_team.storage, [works])):
        await begun.acquire()
        await cut(postgres_url)
        await ended.acquire()
        await logged("works no more for now")
        await begun.acquire()


async def test_a_bug_in_the_work_is_not_hidden(either_team: Team) -> None:
    async def breaks() -> None:
        raise ZeroDivisionError

    with pytest.raises(ExceptionGroup) as caught:
        async with asyncio.timeout(PATIENCE):
            await work_alone(either_team.storage, [breaks])
    assert caught.value.subgroup(ZeroDivisionError)
