"""What the bot failed on is listed, shown, replayed and dropped, while it runs and while not."""

import asyncio
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.ports.storage import Arrival
from bot.sandbox.sandbox import Sandbox
from bot.storage.database import Storage, open_storage
from tests.e2e.bot import Talk, buttons, words
from tests.e2e.process import bot_process, bot_says, served

pytestmark = pytest.mark.timeout(180)  # each starts several processes
RECEIVED = datetime(2018, 2, 12, 9, 30, tzinfo=UTC)
USER = 7301456
WRITTEN = "He hits her \x1b[31m\u202eكل يوم"
PAYLOAD = {
    "update_id": 1,
    "message": {"text": WRITTEN, "from": {"id": USER, "first_name": "Maya"}},
}
TICK = "tick:housekeeping:2018-02-12T03:00:00+00:00"


@dataclass
class Told:
    """What a command told and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


async def inbox(database: str, *arguments: str, given: bytes | None = None) -> Told:
    """`python -m bot inbox …`, on this database."""
    async with bot_process("inbox", *arguments, DATABASE_URL=database) as process:
        status = await process.ends(given)
        return Told(status, process.stdout, process.stderr)


async def execute(database: str, statement: str) -> None:
    """Somebody works on the database by hand."""
    async with open_storage(database) as storage:
        assert isinstance(storage, Storage)
        async with storage._engine.writing() as line:
            await line.write(text(statement))


async def note_failures(database: str, count: int) -> int:
    """What waits has failed so often already; returns its id."""
    async with open_storage(database) as storage:
        (waiting,) = await storage.inbox.waiting(10, [])
        for _ in range(count - waiting.attempts):
            async with storage.unit(RECEIVED) as unit:
                await unit.failed(waiting.id, "IntegrityError", set_aside=False)
        return waiting.id


@pytest.fixture
async def three_aside(database: str) -> str:
    """A database where a message, one in a group and a tick are set aside: the ids 1, 2 and 3."""
    arrivals = [
        Arrival(key="update:1", lane=f"chat:{USER}", position=1, payload=PAYLOAD),
        Arrival(key="update:2", lane="chat:-5", position=2, payload={**PAYLOAD, "update_id": 2}),
        Arrival(key=TICK, lane="tick:housekeeping", position=0, payload={"tick": "housekeeping"}),
    ]
    async with open_storage(database) as storage:
        await storage.inbox.put(arrivals, RECEIVED)
        for waiting in sorted(await storage.inbox.waiting(10, []), key=lambda one: one.id):
            async with storage.unit(RECEIVED) as unit:
                await unit.failed(waiting.id, "KeyError", set_aside=True)
    return database


async def test_what_was_set_aside_is_replayed_when_it_is_mended_and_answered_once(
    sandbox: Sandbox, small: dict[str, str], database: str
) -> None:
    settings = {**small, "DATABASE_URL": database}
    samir, maya = (Talk(sandbox.person(key)) for key in ("samir", "maya"))
    async with served(settings) as process:
        await samir.agrees()
        # By hand somebody made an index that lets no second member in.
        await execute(database, "CREATE UNIQUE INDEX by_hand ON members (blocked)")
        welcome = await maya.says("/start")
        await maya.person.tap(welcome, buttons(welcome)[0])
        await process.logged("failed, to be tried again")
        await process.stops()
    number = str(await note_failures(database, 4))
    async with served(settings) as process:
        assert "Something in me broke" in words(await maya.reads())
        (entry,) = (await inbox(database, "list", "--json")).json
        assert (str(entry["id"]), entry["kind"]) == (number, "callback_query")
        assert (entry["chat"], entry["attempts"], entry["reason"]) == ("private", 5, "ValueError")
        await execute(database, "DROP INDEX by_hand")
        replayed = await inbox(database, "replay", number)
        assert (replayed.status, f"{number}: replayed" in replayed.out) == (0, True)
        assert "interest" in words(await maya.reads(2))
        again = await inbox(database, "replay", number)
        assert (again.status, again.out) == (1, "")
        assert again.err == f"{number}: is not set aside any more; it was handled or dropped\n"
        assert "I do not know /then" in words(await maya.says("/then"))
        await process.stops()
    log = [json.loads(line) for line in replayed.err.splitlines()]
    assert [(line["event"], line["cause"]) for line in log] == [("replayed", entry["key"])]


async def test_what_is_set_aside_is_told_without_words_names_or_ids_of_people(
    three_aside: str,
) -> None:
    told, listed, shown, first = await asyncio.gather(
        inbox(three_aside, "list"),
        inbox(three_aside, "list", "--json"),
        inbox(three_aside, "show", "1"),
        inbox(three_aside, "list", "--limit", "1"),
    )
    assert [one.status for one in (told, listed, shown, first)] == [0] * 4
    heads, *rows, count = told.out.splitlines()
    assert heads.split()[:3] == ["id", "kind", "chat"]
    assert [row.split()[:3] for row in rows] == [
        ["1", "message", "private"],
        ["2", "message", "group"],
        ["3", "tick", "none"],
    ]
    assert "2018-02-12 09:30:00" in rows[0]
    assert "years ago" in rows[0]
    assert rows[2].endswith(f"KeyError  {TICK}")
    assert count == "3 set aside"
    assert [entry["key"] for entry in listed.json] == ["update:1", "update:2", TICK]
    assert "update:1" in shown.out
    assert first.out.splitlines()[-1] == "3 set aside; 1 of them shown, --limit shows more"
    everything = "".join(one.out + one.err for one in (told, listed, shown, first))
    for secret in ("hits", "Maya", str(USER)):
        assert secret not in everything


async def test_words_are_shown_on_demand_with_a_warning_and_as_a_terminal_can_bear_them(
    three_aside: str,
) -> None:
    shown, for_scripts = await asyncio.gather(
        inbox(three_aside, "show", "1", "--words"),
        inbox(three_aside, "show", "1", "--words", "--json"),
    )
    assert "He hits her \\u001b[31m\\u202eكل يوم" in shown.out
    assert for_scripts.json["payload"] == PAYLOAD
    for told in (shown, for_scripts):
        assert told.status == 0
        assert "may tell of a child at risk" in told.err
        assert "hits" not in told.err
        assert '"event": "payload shown", "cause": "update:1"' in told.err


async def test_all_that_can_be_is_replayed_and_of_the_rest_it_is_said_why(
    three_aside: str,
) -> None:
    some = await inbox(three_aside, "replay", "2", "9", "2", "1")
    assert some.status == 1
    assert some.out.splitlines()[1:] == ["1: replayed", "2: replayed"]
    assert some.err.splitlines()[-1].startswith("9: is unknown; ")
    again = await inbox(three_aside, "replay", "1")
    assert (again.status, again.err) == (1, "1: is not set aside; it waits to be handled\n")
    rest = await inbox(three_aside, "replay", "--all")
    assert (rest.status, rest.out.splitlines()[1:]) == (0, ["3: replayed"])
    nothing, listed, for_scripts, shown = await asyncio.gather(
        inbox(three_aside, "replay", "--all"),
        inbox(three_aside, "list"),
        inbox(three_aside, "list", "--json"),
        inbox(three_aside, "show", "1"),
    )
    for told in (nothing, listed):
        assert (told.status, told.out, told.err) == (0, "nothing is set aside\n", "")
    assert (for_scripts.status, for_scripts.json) == (0, [])
    assert (shown.status, shown.out) == (1, "")


async def test_what_is_dropped_is_asked_about_and_its_words_are_erased(three_aside: str) -> None:
    for given in (b"n\n", b"\n", b""):
        kept = await inbox(three_aside, "drop", "1", given=given)
        assert (kept.status, kept.out.splitlines()[1].split()[0]) == (1, "1")
        assert "hits" not in kept.out + kept.err
    assert len((await inbox(three_aside, "list", "--json")).json) == 3
    one = await inbox(three_aside, "drop", "1", given=b"y\n")
    assert (one.status, one.out.splitlines()[-1].strip()) == (0, "1: dropped")
    two = await inbox(three_aside, "drop", "1", "2", "9", "--yes")
    assert (two.status, two.out) == (1, "2: dropped\n")
    assert [line.partition(";")[0] for line in two.err.splitlines()[1:]] == [
        "1: is not set aside any more",
        "9: is unknown",
    ]
    shown = await inbox(three_aside, "show", "2", "--words")
    assert (shown.status, shown.out) == (1, "")


async def test_what_cannot_be_meant_is_refused(three_aside: str) -> None:
    told = await asyncio.gather(
        *(
            inbox(three_aside, *arguments.split())
            for arguments in ("replay", "replay 1 --all", "drop", "show x", f"show {2**63}")
        )
    )
    assert [one.status for one in told] == [2] * 5
    assert len((await inbox(three_aside, "list", "--json")).json) == 3


async def test_a_database_that_cannot_serve_is_told_with_the_mend(
    tmp_path: Path, postgres_url: str
) -> None:
    missing = f"{tmp_path}/folder/bot.sqlite"
    nowhere = f"postgresql://bot:hunter2@/bot?host={tmp_path}"
    told = await asyncio.gather(
        inbox(f"sqlite:///{missing}", "list"),
        inbox(nowhere, "replay", "--all"),
        inbox(postgres_url, "drop", "1", "--yes"),
    )
    for one, expected in zip(
        told, (f"no file {missing}", "check that it runs", "start the bot"), strict=True
    ):
        assert (one.status, one.out) == (1, "")
        assert one.err.startswith("DATABASE_URL: ")
        assert expected in one.err
        assert "hunter2" not in one.err
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240


async def test_the_commands_load_neither_telegram_nor_the_content(three_aside: str) -> None:
    status, _, err = await bot_says(
        "inbox", "list", DATABASE_URL=three_aside, PYTHONPROFILEIMPORTTIME="1"
    )
    assert status == 0
    assert "bot.storage" in err
    for other in ("bot.app", "bot.gateway", "bot.sandbox", "bot.catalogue", "telegram"):
        assert other not in err
