"""What was set aside is seen without its words, put back and dropped, while a bot is at work."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Collection
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.ports import storage as ports
from bot.ports.storage import Aside, Entry, State, StorageError, UnfitDatabase
from bot.storage.database import Storage, open_aside, open_storage
from tests.storage.samples import LATER, NOW, arrival, receive, tally

WORDS = "my own words"


@pytest.fixture
async def aside(storage: ports.Storage, url: str) -> AsyncIterator[Aside]:
    """What an operator opens, as another program would, while the bot has the database open."""
    assert await storage.healthy()
    async with open_aside(url) as opened:
        yield opened


async def set_aside(storage: ports.Storage, *numbers: int, lane: str = "chat:1") -> list[int]:
    """Put messages with words, and set them aside at their second attempt; returns their ids."""
    ids = []
    for number in numbers:
        payload = {"update_id": number, "message": {"text": WORDS}}
        rows = await receive(storage, replace(arrival(number, lane), payload=payload))
        (row,) = (one for one in rows if one.key == f"update:{number}")
        async with storage.unit(NOW) as unit:
            await unit.failed(row.id, "OSError", set_aside=False)
        async with storage.unit(LATER) as unit:
            await unit.failed(row.id, "KeyError", set_aside=True)
        ids.append(row.id)
    return ids


async def handle(storage: ports.Storage, arrival_id: int) -> None:
    async with storage.unit(NOW) as unit:
        await unit.handled([arrival_id])


async def first(aside: Aside) -> list[int]:
    return [entry.id for entry in await aside.first(100)]


async def test_what_is_set_aside_is_told_without_its_words(
    storage: ports.Storage, aside: Aside
) -> None:
    (one,) = await set_aside(storage, 7, lane="chat:5")
    await receive(storage, arrival(8))
    (entry,) = await aside.first(10)
    assert entry == Entry(
        id=one,
        key="update:7",
        lane="chat:5",
        kind="message",
        state=State.ASIDE,
        attempts=2,
        reason="KeyError",
        received_at=NOW,
        handled_at=LATER,
    )
    assert await aside.find([one]) == {one: entry}
    assert WORDS not in repr(entry)
    assert await aside.payload(one) == {"update_id": 7, "message": {"text": WORDS}}


async def test_the_oldest_come_first_and_all_are_counted(
    storage: ports.Storage, aside: Aside
) -> None:
    assert (await aside.count(), await aside.first(10)) == (0, [])
    ids = await set_aside(storage, 3, 1, 2)
    assert [entry.key for entry in await aside.first(2)] == ["update:3", "update:1"]
    assert (await aside.count(), await first(aside)) == (3, ids)


async def test_a_tick_is_of_its_own_kind(storage: ports.Storage, aside: Aside) -> None:
    tick = replace(arrival(1, "tick:x"), key="tick:x:2018", payload={"tick": "x"})
    (row,) = await receive(storage, tick)
    async with storage.unit(NOW) as unit:
        await unit.failed(row.id, "KeyError", set_aside=True)
    assert [(entry.kind, entry.key) for entry in await aside.first(1)] == [("tick", "tick:x:2018")]


async def test_of_what_is_not_set_aside_no_words_are_told(
    storage: ports.Storage, aside: Aside
) -> None:
    waiting, done = await receive(
        storage, *(replace(arrival(n), payload={"text": WORDS}) for n in (1, 2))
    )
    await handle(storage, done.id)
    found = await aside.find([waiting.id, done.id, 999])
    assert {one: entry.state for one, entry in found.items()} == {
        waiting.id: State.NEW,
        done.id: State.DONE,
    }
    assert [await aside.payload(one) for one in (waiting.id, done.id, 999)] == [None] * 3


async def test_what_is_put_back_waits_as_if_it_had_never_failed(
    storage: ports.Storage, aside: Aside
) -> None:
    one, other = await set_aside(storage, 1, 2)
    assert await aside.replay([one]) == {one: "update:1"}
    (waiting,) = await storage.inbox.waiting(10, [])
    assert (waiting.id, waiting.key, waiting.lane, waiting.attempts) == (
        one,
        "update:1",
        "chat:1",
        0,
    )
    assert waiting.payload == {"update_id": 1, "message": {"text": WORDS}}
    entry = (await aside.find([one]))[one]
    assert (entry.state, entry.reason, entry.handled_at) == (State.NEW, "", None)
    assert await first(aside) == [other]


async def test_what_is_put_back_comes_before_what_its_chat_still_waits_for(
    storage: ports.Storage, aside: Aside
) -> None:
    (one,) = await set_aside(storage, 5)
    handled, _ = await receive(storage, arrival(6), arrival(7))
    await handle(storage, handled.id)
    await aside.replay([one])
    rows = await storage.inbox.waiting(10, [])
    assert [row.key for row in rows] == ["update:5", "update:7"]


async def test_all_can_be_put_back_and_nothing_else_is(
    storage: ports.Storage, aside: Aside
) -> None:
    ids = await set_aside(storage, 1, 2, 3)
    (done,) = (row for row in await receive(storage, arrival(4)) if row.key == "update:4")
    await handle(storage, done.id)
    assert list(await aside.replay()) == ids
    assert await aside.replay() == {}
    assert (await tally(storage)).inbox == {"new": 3, "done": 1}


@pytest.mark.parametrize("again", ["replay", "drop"])
async def test_what_is_not_set_aside_is_passed_over(
    storage: ports.Storage, aside: Aside, again: str
) -> None:
    one, other = await set_aside(storage, 1, 2)
    (waiting,) = await receive(storage, arrival(3))
    await aside.replay([one])
    await aside.drop([other], NOW)
    before = (await tally(storage)).inbox

    async def act(ids: Collection[int]) -> object:
        return await (aside.replay(ids) if again == "replay" else aside.drop(ids, NOW))

    assert await act([one, other, waiting.id, 999, 2**63 - 1]) == {}
    assert await act([]) == {}
    assert (await tally(storage)).inbox == before == {"new": 2, "done": 1}


async def test_two_who_put_back_at_once_do_it_once(storage: ports.Storage, url: str) -> None:
    ids = await set_aside(storage, *range(1, 6))

    async def put_back() -> int:
        async with open_aside(url) as mine:
            return len(await mine.replay(ids))

    assert sum(await asyncio.gather(*(put_back() for _ in range(4)))) == 5


async def test_what_fails_again_is_set_aside_again(storage: ports.Storage, aside: Aside) -> None:
    (one,) = await set_aside(storage, 1)
    await aside.replay([one])
    async with storage.unit(LATER) as unit:
        await unit.failed(one, "LookupError", set_aside=True)
    (entry,) = await aside.first(10)
    assert (entry.id, entry.reason, entry.attempts) == (one, "LookupError", 1)


async def test_what_is_dropped_is_taken_for_handled_and_its_words_are_erased(
    storage: ports.Storage, aside: Aside
) -> None:
    one, other = await set_aside(storage, 1, 2)
    assert await aside.drop([one], LATER) == {one: "update:1"}
    assert await aside.payload(one) is None
    assert await first(aside) == [other]
    assert await storage.inbox.put([arrival(1)], LATER) == 0, "the key is still known"
    entry = (await aside.find([one]))[one]
    assert (entry.state, entry.kind, entry.handled_at) == (State.DONE, "", LATER)
    async with storage.unit(LATER) as unit:
        assert await unit.purge(LATER) == 0


async def test_what_is_erased_with_its_person_cannot_be_put_back(
    storage: ports.Storage, aside: Aside
) -> None:
    mine, others = await set_aside(storage, 1, lane="chat:5") + await set_aside(storage, 2)
    async with storage.unit(NOW) as unit:
        await unit.members.forget(5)
    assert await first(aside) == [others]
    assert await aside.replay([mine]) == {}


async def test_no_dropped_words_stay_behind_in_the_file(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/bot.db"
    async with open_storage(url) as storage:
        ids = await set_aside(storage, *range(1, 200))
    async with open_aside(url) as aside:
        assert len(await aside.drop(ids, NOW)) == 199
    for file in tmp_path.iterdir():  # noqa: ASYNC240
        assert WORDS.encode() not in file.read_bytes()


async def test_no_file_and_no_folder_is_made(tmp_path: Path) -> None:
    for missing in ("bot.db", "folder/bot.db"):
        with pytest.raises(UnfitDatabase, match=f"no file .*{missing}.*start the bot"):
            async with open_aside(f"sqlite:///{tmp_path}/{missing}"):
                pass
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240


async def test_an_sqlite_file_of_somebody_else_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE mine (words TEXT)")
    before = await asyncio.to_thread(path.read_bytes)
    with pytest.raises(UnfitDatabase, match="start the bot"):
        async with open_aside(f"sqlite:///{path}"):
            pass
    assert await asyncio.to_thread(path.read_bytes) == before


async def test_a_database_without_tables_is_left_without(postgres_url: str) -> None:
    for _ in range(2):
        with pytest.raises(UnfitDatabase, match="start the bot"):
            async with open_aside(postgres_url):
                pass


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "newer version"),
        ("DELETE FROM alembic_version", "start the bot"),
    ],
)
async def test_a_database_of_another_version_is_refused(url: str, change: str, told: str) -> None:
    async with open_storage(url) as storage:
        assert isinstance(storage, Storage)
        async with storage._engine.writing() as line:
            await line.write(text(change))
    with pytest.raises(UnfitDatabase, match=told):
        async with open_aside(url):
            pass


async def test_a_database_out_of_reach_is_reported_as_such(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"No such file|Connect") as caught:
        async with open_aside(f"postgresql://bot:hush@/bot?host={tmp_path}"):
            pass
    assert not isinstance(caught.value, UnfitDatabase)
