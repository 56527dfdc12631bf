import pytest

from bot.domain.people import Member
from bot.ports.storage import AlreadyHandled, Dialogue, Storage
from tests.storage.samples import NOW, arrival, keep, kept, message, receive, tally


async def test_a_unit_keeps_changes_messages_and_acknowledgement_together(
    storage: Storage,
) -> None:
    (waiting,) = await receive(storage, arrival(1))
    async with storage.unit(NOW) as unit:
        await unit.members.save(Member(id=5, language="fr"))
        await unit.dialogues.open(Dialogue(chat_id=5, form="zone", version=1, asked_at=NOW))
        await unit.send([message(5)])
        await unit.handled([waiting.id])
    assert (await kept(storage, 5)).language == "fr"
    assert len(await storage.outbox.lease(10, [])) == 1
    assert await storage.inbox.waiting(10, []) == []


async def test_a_unit_that_raises_keeps_nothing(storage: Storage) -> None:
    (waiting,) = await receive(storage, arrival(1))

    async def breaking() -> None:
        async with storage.unit(NOW) as unit:
            await unit.members.save(Member(id=5, language="fr", interests=frozenset("a")))
            await unit.dialogues.open(Dialogue(chat_id=5, form="zone", version=1, asked_at=NOW))
            await unit.send([message(5)])
            await unit.handled([waiting.id])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await breaking()
    counted = await tally(storage)
    assert (counted.members, counted.inbox, counted.outbox) == ({}, {"new": 1}, {})
    async with storage.unit(NOW) as unit:
        assert await unit.dialogues.get(5) is None


async def test_what_was_handled_cannot_be_handled_again(storage: Storage) -> None:
    (waiting,) = await receive(storage, arrival(1))

    async def handle() -> None:
        async with storage.unit(NOW) as unit:
            await unit.send([message()])
            await unit.handled([waiting.id])

    async def fail() -> None:
        async with storage.unit(NOW) as unit:
            await unit.failed(waiting.id, "late", set_aside=True)

    await handle()
    with pytest.raises(AlreadyHandled):
        await handle()
    with pytest.raises(AlreadyHandled):
        await fail()
    counted = await tally(storage)
    assert (counted.inbox, counted.outbox) == ({"done": 1}, {"queued": 1})


async def test_a_failed_attempt_is_counted_and_the_arrival_goes_on_waiting(
    storage: Storage,
) -> None:
    (waiting,) = await receive(storage, arrival(1))
    async with storage.unit(NOW) as unit:
        await unit.failed(waiting.id, "KeyError", set_aside=False)
    (again,) = await storage.inbox.waiting(10, [])
    assert (again.id, again.attempts, again.payload) == (waiting.id, 1, waiting.payload)


async def test_what_is_set_aside_waits_no_longer_and_its_lane_goes_on(storage: Storage) -> None:
    poisonous, _ = await receive(storage, arrival(1), arrival(2))
    async with storage.unit(NOW) as unit:
        await unit.failed(poisonous.id, "KeyError", set_aside=True)
    assert [row.key for row in await storage.inbox.waiting(10, [])] == ["update:2"]
    assert (await tally(storage)).inbox == {"aside": 1, "new": 1}


async def test_the_tally_counts_members_by_language(storage: Storage) -> None:
    for user_id, language in enumerate(["fr", "ar", "fr", None]):
        await keep(storage, Member(id=user_id, language=language))
    assert (await tally(storage)).members == {"fr": 2, "ar": 1, "": 1}


async def test_a_storage_that_answers_is_healthy(storage: Storage) -> None:
    assert await storage.healthy()
