"""Many at once: each change whole, none lost, none twice."""

import asyncio
from dataclasses import replace

from bot.domain.people import Member
from bot.ports.storage import AlreadyHandled, Storage, Waiting
from bot.storage.database import open_storage
from tests.storage.samples import (
    NOW,
    arrival,
    delivered,
    enqueue,
    keep,
    kept,
    message,
    tally,
    texts,
)

LANES = 20


async def test_200_units_side_by_side_over_20_lanes_all_take_effect(storage: Storage) -> None:
    arrivals = [arrival(number, f"chat:{number % LANES}") for number in range(200)]
    await storage.inbox.put(arrivals, NOW)

    async def handle(waiting: Waiting) -> None:
        chat_id = int(waiting.lane.removeprefix("chat:"))
        async with storage.unit(NOW) as unit:
            member = await unit.members.get(chat_id)
            await unit.members.save(replace(member, zone=waiting.key))
            await unit.send([message(chat_id, waiting.key)])
            await unit.handled([waiting.id])

    async def work(lane: str) -> None:
        others = {f"chat:{number}" for number in range(LANES)} - {lane}
        while waiting := await storage.inbox.waiting(5, others):
            for one in waiting:
                await handle(one)

    await asyncio.gather(*(work(f"chat:{number}") for number in range(LANES)))

    counted = await tally(storage)
    assert (counted.inbox, counted.outbox) == ({"done": 200}, {"queued": 200})
    for chat_id in range(LANES):
        assert (await kept(storage, chat_id)).zone == f"update:{180 + chat_id}"
    sent: dict[int, list[str]] = {}
    while rows := await storage.outbox.lease(100, []):
        for row in rows:
            sent.setdefault(row.chat_id, []).append(row.params["text"])
        await storage.outbox.record([delivered(row) for row in rows], NOW)
    assert sent == {
        chat: [f"update:{number}" for number in range(chat, 200, LANES)] for chat in range(LANES)
    }


async def test_one_key_put_by_many_at_once_is_new_once(storage: Storage) -> None:
    puts = [storage.inbox.put([arrival(1), arrival(2)], NOW) for _ in range(20)]
    assert sum(await asyncio.gather(*puts)) == 2
    assert (await tally(storage)).inbox == {"new": 2}


async def test_an_arrival_taken_by_two_takes_effect_once(storage: Storage, url: str) -> None:
    await storage.inbox.put([arrival(1)], NOW)
    (waiting,) = await storage.inbox.waiting(1, [])

    async def handle(mine: Storage) -> None:
        async with mine.unit(NOW) as unit:
            await unit.send([message()])
            await unit.handled([waiting.id])

    async with open_storage(url) as other:
        done = await asyncio.gather(
            *(handle(mine) for mine in (storage, other) * 5), return_exceptions=True
        )
    assert [type(one) for one in done].count(AlreadyHandled) == 9
    assert (await tally(storage)).outbox == {"queued": 1}


async def test_two_leasers_never_hold_the_same_row_nor_two_of_a_chat(
    storage: Storage, url: str
) -> None:
    await enqueue(storage, *(message(number % 30, str(number)) for number in range(120)))
    held: set[int] = set()
    sent: list[str] = []

    async def drain(mine: Storage) -> None:
        while rows := await mine.outbox.lease(7, []):
            chats = {row.chat_id for row in rows}
            assert len(chats) == len(rows)
            assert not chats & held
            held.update(chats)
            sent.extend(texts(rows))
            await asyncio.sleep(0)
            held.difference_update(chats)
            await mine.outbox.record([delivered(row) for row in rows], NOW)

    async with open_storage(url) as other:
        await asyncio.gather(*(drain(mine) for mine in (storage, other) * 3))
        await drain(storage)  # what the others held when these looked
    assert sorted(sent, key=int) == [str(number) for number in range(120)]
    for chat in range(30):
        own = [number for number in map(int, sent) if number % 30 == chat]
        assert own == sorted(own)


async def test_two_units_that_change_different_things_of_a_member_do_not_undo_each_other(
    storage: Storage,
) -> None:
    await keep(storage, Member(id=5, interests=frozenset("ab")))
    first, second = asyncio.Event(), asyncio.Event()

    async def choose_language() -> None:
        async with storage.unit(NOW) as unit:
            member = await unit.members.get(5)
            first.set()
            # SQLite lets the other begin only when this one has ended.
            waiting = asyncio.create_task(second.wait())
            await asyncio.wait([waiting], timeout=0.2)
            waiting.cancel()
            await unit.members.save(replace(member, language="fr", interests=frozenset("a")))

    async def choose_zone() -> None:
        await first.wait()
        async with storage.unit(NOW) as unit:
            member = await unit.members.get(5)
            await unit.members.save(
                replace(member, zone="Africa/Dakar", interests=member.interests | {"c"})
            )
        second.set()

    await asyncio.gather(choose_language(), choose_zone())
    expected = Member(id=5, language="fr", zone="Africa/Dakar", interests=frozenset("ac"))
    assert await kept(storage, 5) == expected


async def test_readers_do_not_wait_for_a_unit(storage: Storage) -> None:
    await storage.inbox.put([arrival(1)], NOW)
    async with storage.unit(NOW) as unit:
        await unit.send([message()])
        async with asyncio.timeout(5):
            assert len(await storage.inbox.waiting(10, [])) == 1
            assert await storage.healthy()


async def test_units_of_one_file_take_turns_first_come_first_served(tmp_path: object) -> None:
    order: list[int] = []
    async with open_storage(f"sqlite:///{tmp_path}/bot.db") as storage:

        async def take(number: int) -> None:
            async with storage.unit(NOW):
                order.append(number)

        await asyncio.gather(*(take(number) for number in range(30)))
    assert order == list(range(30))
