from collections.abc import Sequence
from dataclasses import replace

from bot.ports.storage import Storage, Waiting
from tests.storage.samples import LATER, NOW, arrival, receive, tally


def keys(rows: Sequence[Waiting]) -> list[str]:
    return [row.key for row in rows]


async def test_an_arrival_waits_as_it_was_put(storage: Storage) -> None:
    (waiting,) = await receive(storage, arrival(7, lane="chat:5"))
    assert (waiting.key, waiting.lane, waiting.attempts) == ("update:7", "chat:5", 0)
    assert waiting.payload == {"update_id": 7}


async def test_a_known_key_is_passed_over_in_the_same_batch_and_later(storage: Storage) -> None:
    assert await storage.inbox.put([arrival(1), arrival(2), arrival(1)], NOW) == 2
    assert await storage.inbox.put([arrival(2), arrival(3)], NOW) == 1
    assert keys(await storage.inbox.waiting(10, [])) == ["update:1", "update:2", "update:3"]


async def test_a_handled_key_is_still_known(storage: Storage) -> None:
    (waiting,) = await receive(storage, arrival(1))
    async with storage.unit(NOW) as unit:
        await unit.handled([waiting.id])
    assert await storage.inbox.put([arrival(1)], NOW) == 0
    assert await storage.inbox.waiting(10, []) == []


async def test_nothing_can_be_put(storage: Storage) -> None:
    assert await storage.inbox.put([], NOW) == 0


async def test_a_lane_comes_in_the_order_of_positions_then_of_arrival(storage: Storage) -> None:
    rows = await receive(
        storage, arrival(30, position=3), arrival(10, position=1), arrival(11, position=1)
    )
    assert keys(rows) == ["update:10", "update:11", "update:30"]


async def test_the_lane_that_waits_longest_comes_first(storage: Storage) -> None:
    rows = await receive(storage, arrival(9, "b"), arrival(1, "a"), arrival(10, "b"))
    assert keys(rows) == ["update:9", "update:10", "update:1"]


async def test_busy_lanes_are_passed_over(storage: Storage) -> None:
    await receive(storage, arrival(1, "a"), arrival(2, "b"), arrival(3, "c"))
    assert keys(await storage.inbox.waiting(10, {"a", "c"})) == ["update:2"]


async def test_a_flooded_lane_leaves_room_for_the_others(storage: Storage) -> None:
    await storage.inbox.put([arrival(number, "flood") for number in range(100)], NOW)
    await storage.inbox.put([arrival(100, "quiet")], NOW)
    rows = keys(await storage.inbox.waiting(20, []))
    assert rows[:3] == ["update:0", "update:1", "update:2"]
    assert "update:100" in rows


async def test_no_more_than_the_limit_is_told(storage: Storage) -> None:
    await storage.inbox.put([arrival(number, f"chat:{number}") for number in range(9)], NOW)
    assert keys(await storage.inbox.waiting(3, [])) == ["update:0", "update:1", "update:2"]


async def test_the_latest_key_is_found_by_its_prefix_handled_or_not(storage: Storage) -> None:
    ticks = ["digest:2018-W07", "digest:2018-W08", "digest_2:2019", "Digest:2020", "digesu"]
    rows = await receive(
        storage, *(replace(arrival(number), key=key) for number, key in enumerate(ticks))
    )
    async with storage.unit(NOW) as unit:
        for row in rows:
            await unit.handled([row.id])
    assert await storage.inbox.latest("digest:") == "digest:2018-W08"
    assert await storage.inbox.latest("reminder:") is None


async def test_a_prefix_is_no_pattern(storage: Storage) -> None:
    await receive(storage, arrival(1))
    assert await storage.inbox.latest("%") is None
    assert await storage.inbox.latest("update_") is None


async def test_a_purge_takes_what_was_handled_before_and_nothing_else(storage: Storage) -> None:
    old, young, aside, _new = await receive(storage, *(arrival(number) for number in range(4)))
    async with storage.unit(NOW) as unit:
        await unit.handled([old.id])
        await unit.failed(aside.id, "broken", set_aside=True)
    async with storage.unit(LATER) as unit:
        await unit.handled([young.id])
        assert await unit.purge(LATER) == 1
    assert (await tally(storage)).inbox == {"done": 1, "aside": 1, "new": 1}


async def test_the_id_of_a_purged_arrival_is_not_given_again(storage: Storage) -> None:
    (first,) = await receive(storage, arrival(1))
    async with storage.unit(NOW) as unit:
        await unit.handled([first.id])
        await unit.purge(LATER)
    (second,) = await receive(storage, arrival(2))
    assert second.id > first.id
