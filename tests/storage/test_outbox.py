from dataclasses import replace

import pytest

from bot.ports.speech import Priority
from bot.ports.storage import Fate, NewMessage, Outcome, Storage
from tests.storage.samples import (
    LATER,
    NOW,
    delivered,
    enqueue,
    message,
    tally,
    texts,
)


async def test_a_message_is_leased_as_it_was_sent(storage: Storage) -> None:
    sent = NewMessage(
        chat_id=-100_123,
        method="sendDocument",
        params={"chat_id": -100_123, "caption": "a"},
        cause="update:4",
        group=True,
        priority=Priority.DIGEST,
        file=("document", "webinar.ics", b"\x00BEGIN"),
    )
    await enqueue(storage, sent)
    (row,) = await storage.outbox.lease(10, [])
    assert row.attempts == 0
    fields = {name: getattr(row, name) for name in NewMessage.__dataclass_fields__}
    assert NewMessage(**fields) == sent
    assert type(row.priority) is Priority


async def test_no_message_is_nothing_to_send(storage: Storage) -> None:
    await enqueue(storage)
    assert await storage.outbox.lease(10, []) == []


async def test_only_the_oldest_message_of_a_chat_is_leased(storage: Storage) -> None:
    await enqueue(storage, message(1, "first"), message(1, "second"), message(2, "other"))
    assert texts(await storage.outbox.lease(10, [])) == ["first", "other"]
    assert await storage.outbox.lease(10, []) == []


async def test_a_chat_goes_on_when_its_message_is_recorded(storage: Storage) -> None:
    await enqueue(storage, message(text="first"), message(text="second"))
    (first,) = await storage.outbox.lease(10, [])
    await storage.outbox.record([delivered(first)], NOW)
    assert texts(await storage.outbox.lease(10, [])) == ["second"]


async def test_a_busy_chat_is_passed_over(storage: Storage) -> None:
    await enqueue(storage, message(1, "one"), message(2, "two"), message(3, "three"))
    assert texts(await storage.outbox.lease(10, {1, 3})) == ["two"]


async def test_replies_go_before_older_broadcasts(storage: Storage) -> None:
    await enqueue(
        storage,
        message(1, "broadcast", Priority.BROADCAST),
        message(2, "digest", Priority.DIGEST),
        message(3, "reminder", Priority.REMINDER),
        message(4, "reply"),
        message(1, "reply after broadcast"),
    )
    leased = texts(await storage.outbox.lease(10, []))
    assert leased == ["reply", "reply after broadcast", "reminder", "digest"]


async def test_no_more_than_the_limit_is_leased(storage: Storage) -> None:
    await enqueue(storage, *(message(chat) for chat in range(5)))
    assert [row.chat_id for row in await storage.outbox.lease(2, [])] == [0, 1]
    assert [row.chat_id for row in await storage.outbox.lease(2, [])] == [2, 3]


async def test_what_is_put_back_is_leased_again_and_counted(storage: Storage) -> None:
    await enqueue(storage, message(text="first"), message(text="second"))
    (row,) = await storage.outbox.lease(10, [])
    await storage.outbox.record([Outcome(id=row.id, fate=Fate.QUEUED, reason="429")], NOW)
    (again,) = await storage.outbox.lease(10, [])
    assert again == replace(row, attempts=1)
    assert (await tally(storage)).uncertain == 0


async def test_a_message_that_may_have_arrived_stays_uncertain(storage: Storage) -> None:
    await enqueue(storage, message())
    (row,) = await storage.outbox.lease(10, [])
    await storage.outbox.record([Outcome(id=row.id, fate=Fate.QUEUED, uncertain=True)], NOW)
    (row,) = await storage.outbox.lease(10, [])
    await storage.outbox.record([delivered(row)], NOW)
    counted = await tally(storage)
    assert (counted.outbox, counted.uncertain) == ({"delivered": 1}, 1)


async def test_what_a_crash_left_leased_is_put_back_as_uncertain(storage: Storage) -> None:
    await enqueue(storage, message(1, "under way"), message(1, "behind"), message(2, "done"))
    under_way, done = await storage.outbox.lease(10, [])
    await storage.outbox.record([delivered(done)], NOW)
    assert await storage.outbox.recover() == 1
    assert await storage.outbox.recover() == 0
    counted = await tally(storage)
    assert (counted.outbox, counted.uncertain) == ({"queued": 2, "delivered": 1}, 1)
    assert await storage.outbox.lease(10, []) == [replace(under_way, attempts=1)]


async def test_several_outcomes_are_recorded_at_once(storage: Storage) -> None:
    fates = [Fate.DELIVERED, Fate.BLOCKED, Fate.REJECTED, Fate.QUEUED]
    await enqueue(storage, *(message(chat) for chat in range(4)))
    rows = await storage.outbox.lease(10, [])
    outcomes = [Outcome(id=row.id, fate=fate) for row, fate in zip(rows, fates, strict=True)]
    await storage.outbox.record(outcomes, NOW)
    await storage.outbox.record([], NOW)
    assert (await tally(storage)).outbox == dict.fromkeys(map(str, fates), 1)


async def test_to_be_leased_is_no_outcome(storage: Storage) -> None:
    with pytest.raises(ValueError, match="leased"):
        await storage.outbox.record([Outcome(id=1, fate=Fate.LEASED)], NOW)


async def test_a_late_outcome_does_not_undo_an_earlier_one(storage: Storage) -> None:
    await enqueue(storage, message())
    (row,) = await storage.outbox.lease(10, [])
    await storage.outbox.record([delivered(row)], NOW)
    await storage.outbox.record([Outcome(id=row.id, fate=Fate.QUEUED)], NOW)
    assert (await tally(storage)).outbox == {"delivered": 1}


async def test_a_purge_takes_what_was_finished_before_and_nothing_else(storage: Storage) -> None:
    await enqueue(storage, *(message(chat) for chat in range(4)))
    old, young, _leased = await storage.outbox.lease(3, [])
    await storage.outbox.record([delivered(old)], NOW)
    await storage.outbox.record([delivered(young)], LATER)
    async with storage.unit(LATER) as unit:
        assert await unit.purge(LATER) == 1
    assert (await tally(storage)).outbox == {"delivered": 1, "leased": 1, "queued": 1}


async def test_what_is_less_urgent_than_asked_for_is_left_in_the_queue(storage: Storage) -> None:
    kinds = [Priority.BROADCAST, Priority.DIGEST, Priority.REMINDER, Priority.REPLY]
    await enqueue(storage, *(message(int(kind), kind.name, kind) for kind in kinds))
    assert texts(await storage.outbox.lease(10, [], Priority.REMINDER)) == ["REPLY", "REMINDER"]
    assert texts(await storage.outbox.lease(10, [])) == ["DIGEST", "BROADCAST"]
