"""What is erased is nowhere any more: every column of every table is looked through."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.domain.people import Member
from bot.domain.questions import Author
from bot.domain.watching import Watch
from bot.ports import storage as ports
from bot.ports.storage import Fate, Outcome
from bot.storage.database import Storage, open_storage
from bot.storage.tables import metadata
from tests.storage.samples import LATER, NOW, arrival, enqueue, keep, message, receive

WORDS = "my own words"
FILE = ("document", "mine.txt", b"my own words too")


async def tables_with_words(storage: ports.Storage) -> set[str]:
    assert isinstance(storage, Storage)
    found = set()
    async with storage._engine.writing() as line:
        for table in metadata.sorted_tables:
            rows = await line.rows(select(table))
            if any("my own words" in repr(row) or "mine.txt" in repr(row) for row in rows):
                found.add(table.name)
    return found


async def test_the_words_of_a_handled_arrival_are_erased(storage: ports.Storage) -> None:
    (waiting,) = await receive(storage, replace(arrival(1), payload={"text": WORDS}))
    assert await tables_with_words(storage) == {"inbox"}
    async with storage.unit(NOW) as unit:
        await unit.handled([waiting.id])
    assert await tables_with_words(storage) == set()


async def test_the_words_of_what_is_set_aside_are_kept_for_the_operator(
    storage: ports.Storage,
) -> None:
    (waiting,) = await receive(storage, replace(arrival(1), payload={"text": WORDS}))
    async with storage.unit(NOW) as unit:
        await unit.failed(waiting.id, "KeyError", set_aside=True)
    assert await tables_with_words(storage) == {"inbox"}


@pytest.mark.parametrize("fate", [Fate.DELIVERED, Fate.BLOCKED, Fate.REJECTED])
async def test_the_words_of_a_finished_message_are_erased(
    storage: ports.Storage, fate: Fate
) -> None:
    await enqueue(storage, replace(message(text=WORDS), file=FILE))
    (row,) = await storage.outbox.lease(1, [])
    await storage.outbox.record([Outcome(id=row.id, fate=Fate.QUEUED)], NOW)
    assert await tables_with_words(storage) == {"outbox"}
    (row,) = await storage.outbox.lease(1, [])
    await storage.outbox.record([Outcome(id=row.id, fate=fate)], NOW)
    assert await tables_with_words(storage) == set()


async def test_no_words_of_who_is_forgotten_are_anywhere(storage: ports.Storage) -> None:
    await keep(storage, Member(id=5, consented_at=NOW))
    async with storage.unit(NOW) as unit:
        await unit.drafts.keep(5, "asked:1", WORDS, LATER)
        await unit.watches.add(
            Watch(id=0, member_id=5, words=WORDS, lang="en", known=frozenset(), created_at=NOW)
        )
        question = await unit.questions.ask(5, "en", WORDS)
        await unit.questions.post(question.id, Author.COORDINATOR, f"you wrote: {WORDS}")
    assert await tables_with_words(storage) == {"drafts", "watches", "posts"}
    async with storage.unit(NOW) as unit:
        await unit.members.forget(5)
    assert await tables_with_words(storage) == set()


async def test_no_erased_words_stay_behind_in_the_file(tmp_path: Path) -> None:
    async with open_storage(f"sqlite:///{tmp_path}/bot.db") as storage:
        payload = {"text": [f"{WORDS} {number}" for number in range(1000)]}
        (waiting,) = await receive(storage, replace(arrival(1), payload=payload))
        async with storage.unit(NOW) as unit:
            await unit.handled([waiting.id])
    for file in tmp_path.iterdir():  # noqa: ASYNC240
        assert WORDS.encode() not in file.read_bytes()
