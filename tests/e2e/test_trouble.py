"""Whatever goes wrong around the running bot: all that people wrote is answered once, in order."""

import asyncio
import re
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from datetime import timedelta
from pathlib import Path

import aiohttp
import asyncpg
import pytest
from sqlalchemy import make_url

from bot.sandbox.sandbox import Sandbox
from tests.e2e.bot import Bot, Talk, words
from tests.e2e.process import Process, bot_process, served

pytestmark = pytest.mark.timeout(180)  # each starts a process, and waits for its next attempt

KEYS = ("maya", "samir", "claire", "diego")
PATIENCE = 60.0
NOT_KEPT = "no updates for now"
"""What the bot logs when it cannot receive updates, or not keep them."""

SETTLED = 3.0
"""Seconds of polling after which a bot is the first one on its token."""


class Crowd:
    """People who write numbers; the answer to each names it."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._people = [Talk(sandbox.person(key)) for key in KEYS]
        self._said = 0

    async def write(self) -> None:
        """Each of them writes the next number."""
        self._said += 1
        for one in self._people:
            await one.person.say(f"/n{self._said:03}")

    async def read(self) -> None:
        """Wait until all are answered, and see that each number is, once and in its order."""
        numbers = [f"/n{number:03}" for number in range(1, self._said + 1)]
        for one in self._people:
            while len(self._answers(one)) < self._said:
                await one.person.next(PATIENCE)
            answers = self._answers(one)
            assert len(answers) == len(numbers)
            assert all(number in text for number, text in zip(numbers, answers, strict=True))

    async def hears(self) -> None:
        """Wait until one of them is answered."""
        await self._people[0].person.next(PATIENCE)

    def answered(self) -> int:
        """How many answers there are so far."""
        return sum(len(self._answers(one)) for one in self._people)

    def _answers(self, one: Talk) -> list[str]:
        return [words(said) for said in one.person.history() if said.sender != one.person.id]


@pytest.fixture
def crowd(sandbox: Sandbox) -> Crowd:
    return Crowd(sandbox)


async def test_a_full_disk_holds_everything_up_and_loses_nothing(
    small: dict[str, str], crowd: Crowd, tmp_path: Path
) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    settings = {**small, "DATABASE_URL": f"sqlite:///{folder}/bot.sqlite"}
    program = ("tests.e2e.small_disk", str(folder))
    async with bot_process("run", program=program, **settings) as process:
        assert (await process.line()).startswith("http://127.0.0.1:")
        await crowd.write()
        await crowd.hears()  # the others' answers are on their way, and not written down
        process.signal(signal.SIGUSR1)
        assert await process.line() == "full"
        for _ in range(3):
            await crowd.write()
        await process.logged(NOT_KEPT)
        before = crowd.answered()
        await process.logged(NOT_KEPT)
        assert crowd.answered() == before
        process.signal(signal.SIGUSR2)
        assert await process.line() == "room"
        await crowd.write()
        await crowd.read()
    with closing(sqlite3.connect(folder / "bot.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


async def test_a_locked_database_is_waited_for(
    small: dict[str, str], crowd: Crowd, tmp_path: Path
) -> None:
    async with served(small) as process:
        with closing(sqlite3.connect(tmp_path / "bot.sqlite", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await crowd.write()
            await process.logged(NOT_KEPT)
            await crowd.write()
            assert crowd.answered() == 0
            other.execute("ROLLBACK")
        await crowd.read()


async def test_a_database_server_that_goes_away_is_waited_for(
    small: dict[str, str], crowd: Crowd, postgres_url: str
) -> None:
    async with served({**small, "DATABASE_URL": postgres_url}) as process:
        await crowd.write()
        await crowd.read()
        async with gone(postgres_url):
            await crowd.write()
            await process.logged(NOT_KEPT)
            await crowd.write()
            assert await health(process) == 503
        await crowd.read()
        assert await health(process) == 200


@asynccontextmanager
async def gone(url: str) -> AsyncIterator[None]:
    """The server lets nobody into this database, and has thrown out who was there."""
    parts = make_url(url)
    server = await asyncpg.connect(
        host=str(parts.query["host"]), user=parts.username, database="postgres"
    )
    allow = f'ALTER DATABASE "{parts.database}" WITH ALLOW_CONNECTIONS'
    try:
        await server.execute(f"{allow} false")
        await server.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1",
            parts.database,
        )
        yield
        await server.execute(f"{allow} true")
    finally:
        await server.close()


async def health(process: Process) -> int:
    """The status of the bot's own report on its health."""
    address = process.stdout.splitlines()[0]
    async with aiohttp.ClientSession() as client, client.get(f"{address}/health") as response:
        return response.status


async def test_telegram_out_of_reach_is_waited_for(small: dict[str, str]) -> None:
    telegram = Sandbox(page=False)
    crowd = Crowd(telegram)
    async with AsyncExitStack() as stack:
        async with telegram.serve() as address:
            settings = {**small, "TELEGRAM_API": address}
            process = await stack.enter_async_context(served(settings))
            await crowd.write()
            await crowd.read()
        await crowd.write()
        for _ in range(2):
            await process.logged(NOT_KEPT)
        async with telegram.serve(port=int(address.rpartition(":")[2])):
            await crowd.write()
            await crowd.read()
            assert (await process.stops())[0] == 0


@pytest.mark.parametrize("failures", [1, 4])
async def test_answers_that_telegram_does_not_take_are_sent_again_until_it_does(
    bot: Bot, sandbox: Sandbox, crowd: Crowd, failures: int
) -> None:
    sandbox.faults.answer("sendMessage", 502, "Bad Gateway", times=failures)
    await crowd.write()
    await crowd.write()
    await crowd.read()
    assert await uncertain(bot) > 0


@pytest.mark.parametrize(("after_effect", "copies"), [(False, 1), (True, 2)])
async def test_an_answer_whose_connection_is_cut_comes_at_least_once_and_before_the_next(
    bot: Bot, sandbox: Sandbox, after_effect: bool, copies: int
) -> None:
    sandbox.faults.cut("sendMessage", after_effect=after_effect)
    maya = bot.person("maya")
    for number in "123":
        await maya.person.say(f"/n{number}")
    expected = [*["/n1"] * copies, "/n2", "/n3"]
    heard = [words(await maya.reads()) for _ in expected]
    assert all(number in text for number, text in zip(expected, heard, strict=True))
    assert await uncertain(bot) == 1


async def uncertain(bot: Bot) -> float:
    """How many messages may have come twice, by the bot's own count."""
    async with aiohttp.ClientSession() as client, client.get(f"{bot.web}/metrics") as response:
        found = re.search(r"^baraza_uncertain (.*)$", await response.text(), re.MULTILINE)
    assert found
    return float(found[1])


@pytest.mark.usefixtures("either")
@pytest.mark.parametrize("jump", [timedelta(days=800), timedelta(days=-800), timedelta(hours=-2)])
async def test_a_clock_that_jumps_keeps_nobody_waiting_and_repeats_nothing(
    sandbox: Sandbox, crowd: Crowd, jump: timedelta
) -> None:
    sandbox.faults.answer("sendMessage", 502, "Bad Gateway")
    await crowd.write()
    await sandbox.wait_for_call("sendMessage")
    sandbox.clock.advance(jump)  # while that answer waits for its next attempt
    await crowd.write()
    await crowd.read()
    sandbox.clock.advance(-jump)
    await crowd.write()
    await crowd.read()


async def test_a_clock_that_is_set_back_leaves_a_question_open(bot: Bot, sandbox: Sandbox) -> None:
    maya = bot.person("maya")
    await maya.agrees()
    await maya.taps(await maya.says("/settings"), "🕰 Time zone")
    sandbox.clock.advance(timedelta(days=-3))
    assert "Dates are now shown for" in words(await maya.says("bogota"))


async def test_of_two_bots_on_one_token_the_second_says_so_and_stops_and_the_first_goes_on(
    small: dict[str, str], crowd: Crowd
) -> None:
    async with served(small) as first:
        await crowd.write()
        await crowd.read()
        await asyncio.sleep(SETTLED)
        async with bot_process("run", **small) as second:
            await second.logged("another program polls")
            await crowd.write()
            assert await second.ends() == 1
        told = second.stderr.splitlines()[-1]
        assert told.startswith("another program receives the updates of this token")
        await crowd.write()
        await crowd.read()
        assert (await first.stops())[0] == 0
