from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from bot.domain.people import Member
from bot.ports.storage import Dialogue, Storage, chat_lane
from tests.storage.samples import (
    LATER,
    NOW,
    arrival,
    delivered,
    enqueue,
    keep,
    kept,
    message,
    receive,
    tally,
    texts,
)

AMINA = Member(
    id=2**52 - 1,
    language="ar",
    zone="Asia/Damascus",
    interests=frozenset({"journalism", "health"}),
    consented_at=NOW,
    blocked=True,
    telegram_language="fr",
)


async def test_a_stranger_is_a_member_of_whom_nothing_is_kept(storage: Storage) -> None:
    assert await kept(storage, 5) == Member(id=5)
    assert (await tally(storage)).members == {}


async def test_a_member_comes_back_as_saved(storage: Storage) -> None:
    await keep(storage, AMINA)
    assert await kept(storage, AMINA.id) == AMINA


async def test_a_member_of_whom_only_the_id_is_known_is_kept(storage: Storage) -> None:
    await keep(storage, Member(id=5))
    assert (await tally(storage)).members == {"": 1}


async def test_every_field_can_be_taken_back(storage: Storage) -> None:
    await keep(storage, AMINA)
    await keep(storage, Member(id=AMINA.id))
    assert await kept(storage, AMINA.id) == Member(id=AMINA.id)


async def test_interests_are_added_and_dropped(storage: Storage) -> None:
    await keep(storage, AMINA)
    changed = replace(AMINA, interests=frozenset({"health", "law"}))
    await keep(storage, changed)
    assert await kept(storage, AMINA.id) == changed


async def test_a_unit_reads_what_it_saved(storage: Storage) -> None:
    async with storage.unit(NOW) as unit:
        await unit.members.save(AMINA)
        assert await unit.members.get(AMINA.id) == AMINA
        await unit.members.forget(AMINA.id)
        assert await unit.members.get(AMINA.id) == Member(id=AMINA.id)
        await unit.members.save(replace(AMINA, zone=None))
    assert await kept(storage, AMINA.id) == replace(AMINA, zone=None)


async def test_an_instant_of_another_zone_comes_back_in_utc(storage: Storage) -> None:
    damascus = NOW.astimezone(timezone(timedelta(hours=2)))
    await keep(storage, replace(AMINA, consented_at=damascus))
    consented_at = (await kept(storage, AMINA.id)).consented_at
    assert consented_at == NOW
    assert consented_at is not None
    assert consented_at.utcoffset() == timedelta(0)


async def test_an_instant_without_a_zone_is_refused(storage: Storage) -> None:
    naive = datetime(2018, 2, 12)  # noqa: DTZ001
    with pytest.raises(ValueError, match="cannot be kept"):
        await keep(storage, replace(AMINA, consented_at=naive))


async def test_forgetting_erases_the_member_the_dialogue_and_what_was_sent(
    storage: Storage,
) -> None:
    await keep(storage, AMINA)
    await enqueue(storage, message(AMINA.id, "sent"), message(AMINA.id, "farewell"), message(6))
    rows = await storage.outbox.lease(10, [])
    await storage.outbox.record([delivered(row) for row in rows], NOW)
    async with storage.unit(NOW) as unit:
        await unit.dialogues.open(Dialogue(chat_id=AMINA.id, form="f", version=1, asked_at=NOW))
        await unit.members.forget(AMINA.id)
    async with storage.unit(NOW) as unit:
        assert await unit.members.get(AMINA.id) == Member(id=AMINA.id)
        assert await unit.dialogues.get(AMINA.id) is None
    counted = await tally(storage)
    assert (counted.members, counted.outbox) == ({}, {"queued": 1, "delivered": 1})
    assert texts(await storage.outbox.lease(10, [])) == ["farewell"]


async def test_forgetting_erases_what_was_set_aside_of_the_persons_own_chat(
    storage: Storage,
) -> None:
    mine, waiting, other = await receive(
        storage,
        arrival(1, chat_lane(AMINA.id)),
        arrival(2, chat_lane(AMINA.id)),
        arrival(3, chat_lane(6)),
    )
    async with storage.unit(NOW) as unit:
        await unit.failed(mine.id, "ValueError", set_aside=True)
        await unit.failed(other.id, "ValueError", set_aside=True)
    async with storage.unit(NOW) as unit:
        await unit.members.forget(AMINA.id)
    assert (await tally(storage)).inbox == {"new": 1, "aside": 1}
    assert [row.id for row in await storage.inbox.waiting(9, [])] == [waiting.id]


async def test_who_comes_back_after_being_forgotten_starts_without_interests(
    storage: Storage,
) -> None:
    await keep(storage, AMINA)
    async with storage.unit(NOW) as unit:
        await unit.members.forget(AMINA.id)
    await keep(storage, Member(id=AMINA.id, language="fr"))
    assert await kept(storage, AMINA.id) == Member(id=AMINA.id, language="fr")


async def test_a_newer_question_takes_the_place_of_an_older(storage: Storage) -> None:
    newer = Dialogue(chat_id=-5, form="zone", version=2, asked_at=LATER, about="reply:1")
    async with storage.unit(NOW) as unit:
        await unit.dialogues.open(Dialogue(chat_id=-5, form="topic", version=1, asked_at=NOW))
        await unit.dialogues.open(newer)
    async with storage.unit(NOW) as unit:
        assert await unit.dialogues.get(-5) == newer
        await unit.dialogues.close(-5)
        assert await unit.dialogues.get(-5) is None
        await unit.dialogues.close(-5)
