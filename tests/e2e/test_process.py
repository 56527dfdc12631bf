"""The running process: it starts and stops cleanly, and tells nothing that is personal."""

import json
import os
import signal
import socket
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import replace

import aiohttp
import asyncpg
import pytest
from sqlalchemy import make_url

from bot.app import running
from bot.library import Library
from bot.sandbox.calls import Call
from bot.sandbox.sandbox import Sandbox
from bot.settings import Settings
from tests.e2e.bot import Talk, settings_for, words
from tests.e2e.process import bot_process, served

pytestmark = pytest.mark.timeout(180)  # each starts several processes
Logged = Callable[[str], Awaitable[None]]
SECRET = "a-secret-of-the-tests"
STOPPED = 5.0


def person(sandbox: Sandbox, key: str) -> Talk:
    return Talk(sandbox.person(key))


async def fetch(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as client, client.get(url) as response:
        return response.status, await response.text()


async def test_without_a_token_the_sandbox_starts_and_tells_its_address_until_ctrl_c() -> None:
    async with bot_process("run") as process:
        said, _, address = (await process.line()).rpartition(" ")
        assert said == "The sandbox:"
        status, state = await fetch(f"{address}/sandbox/state")
        assert status == 200
        assert "Baraza" in state
        status, seconds = await process.stops(signal.SIGINT)
    assert status == 0
    assert {json.loads(line)["level"] for line in process.stderr.splitlines()} <= {"info"}
    assert seconds < STOPPED


async def test_it_serves_by_webhook(
    sandbox: Sandbox, library: Library, telegram: str, database: str
) -> None:
    settings = called_back(settings_for(sandbox, telegram, database))
    async with running(settings, library, sandbox.clock):
        call = await sandbox.wait_for_call("setWebhook")
        assert call.params["secret_token"] == SECRET
        welcome = await person(sandbox, "maya").says("/start")
        assert "Welcome" in words(welcome)
    assert sandbox.calls.of("getUpdates") == []


async def test_of_two_on_one_database_one_works_and_the_other_takes_updates_in_and_stands_by(
    sandbox: Sandbox, library: Library, telegram: str, database: str, logged: Logged
) -> None:
    settings = settings_for(sandbox, telegram, database)
    maya = person(sandbox, "maya")
    async with AsyncExitStack() as first:
        await first.enter_async_context(running(called_back(settings), library, sandbox.clock))
        await sandbox.wait_for_call("setWebhook")
        # One message is on its way, and Telegram's answer to it does not come.
        sandbox.faults.hang("sendMessage", seconds=60, after_effect=True)
        await maya.says("/start")
        async with running(called_back(settings), library, sandbox.clock):
            await logged("standing by")
            call = await sandbox.wait_for_call("setWebhook")
            samir = person(sandbox, "samir")
            await samir.says("/start")
            assert len(answers(sandbox)) == 1, "what is on its way was not sent again"
            assert sandbox.api.webhook.target
            assert sandbox.api.webhook.target.url == call.params["url"]
            await first.aclose()
            await maya.reads()
            await samir.says("/start")


def called_back(settings: Settings) -> Settings:
    """These settings, with a webhook of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return replace(
        settings, port=port, webhook_url=f"http://127.0.0.1:{port}", webhook_secret=SECRET
    )


async def test_what_was_left_at_a_stop_is_answered_once_after_the_next_start(
    sandbox: Sandbox, small: dict[str, str], database: str
) -> None:
    settings = {**small, "DATABASE_URL": database}
    people = [person(sandbox, key) for key in ("maya", "samir", "claire", "diego")]
    numbers = [f"n{number:02}" for number in range(15)]
    async with served(settings) as process:
        address = process.stdout.strip()
        assert (await fetch(f"{address}/health"))[0] == 200
        for number in numbers:
            for one in people:
                await one.person.say(f"/{number}")
        first = words(await people[0].reads())
        status, seconds = await process.stops()
    assert status == 0
    assert seconds < STOPPED
    left = len(numbers) * len(people) - len(answers(sandbox))
    assert left > 0, "it was stopped while it was busy"
    async with served(settings):
        for one in people:
            told = [] if one is not people[0] else [first]
            while len(told) < len(numbers):
                told.append(words(await one.reads()))
            assert all(number in text for number, text in zip(numbers, told, strict=True))
    assert len(answers(sandbox)) == len(numbers) * len(people)


def answers(sandbox: Sandbox) -> list[Call]:
    return [call for call in sandbox.calls.of("sendMessage") if call.ok]


async def test_no_word_no_name_and_no_token_reaches_the_log(
    sandbox: Sandbox, small: dict[str, str]
) -> None:
    async with served({**small, "LOG_LEVEL": "DEBUG"}) as process:
        maya = person(sandbox, "maya")
        await maya.says("/start")
        await maya.says("Xylophone lessons, please")
        await maya.person.send("photo", caption="Xylophone")
        await maya.reads()
        sandbox.faults.answer("sendMessage", 400, "Bad Request: can't parse: Xylophone")
        await maya.person.say("Xylophone again")
        await process.logged("rejected")
        await process.stops()
    told = process.stdout + process.stderr
    lines = [json.loads(line) for line in process.stderr.splitlines()]
    assert {"handled", "sent"} <= {line["event"] for line in lines}
    assert any(line.get("cause", "").startswith("update:") for line in lines)
    who = maya.person.person
    for secret in ("ylophone", sandbox.token, who.first_name, who.username or "maya"):
        assert secret.lower() not in told.lower()


async def test_a_stop_is_heard_while_it_waits_for_telegram(small: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    nowhere = f"http://127.0.0.1:{port}"
    async with bot_process("run", **{**small, "TELEGRAM_API": nowhere}) as process:
        await process.logged("Telegram does not answer")
        status, seconds = await process.stops()
    assert status == 0
    assert seconds < STOPPED


async def test_it_stops_in_time_even_when_the_database_hangs(
    sandbox: Sandbox, small: dict[str, str], postgres_url: str
) -> None:
    settings = {**small, "DATABASE_URL": postgres_url}
    async with served(settings) as process:
        maya = person(sandbox, "maya")
        await maya.says("/start")
        pids = await connections(postgres_url)
        assert pids
        try:
            for pid in pids:
                os.kill(pid, signal.SIGSTOP)
            await maya.person.say("/news")
            status, seconds = await process.stops()
        finally:
            for pid in pids:
                os.kill(pid, signal.SIGCONT)
    assert seconds < STOPPED
    assert "Traceback" not in process.stderr
    async with served(settings):
        await maya.reads()
    assert status in (0, 1)


async def connections(url: str) -> list[int]:
    """The server's processes that work for the bot."""
    parts = make_url(url)
    database = await asyncpg.connect(
        host=str(parts.query["host"]), user=parts.username, database=parts.database
    )
    try:
        found = await database.fetch(
            "select pid from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid()"
        )
    finally:
        await database.close()
    return [row["pid"] for row in found]
