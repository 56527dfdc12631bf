from dataclasses import replace
from datetime import timedelta

from bot.domain.people import Member
from bot.domain.watching import Watch
from bot.ports.storage import Storage
from tests.storage.samples import LATER, NOW, keep

WATCH = Watch(
    id=0,
    member_id=5,
    words="webinars in French?\0 \ud83d",
    lang="ar",
    known=frozenset({"0c4a02b8", "0d66a120"}),
    created_at=NOW,
)


async def watching(storage: Storage, *watches: Watch) -> list[Watch]:
    """Keep these; returns them as they are kept."""
    for member_id in {one.member_id for one in watches}:
        await keep(storage, Member(id=member_id, consented_at=NOW))
    async with storage.unit(NOW) as unit:
        for one in watches:
            await unit.watches.add(one)
        return list(await unit.watches.waiting())


async def test_a_watch_comes_back_as_it_was_kept_with_an_id(storage: Storage) -> None:
    (kept,) = await watching(storage, WATCH)
    assert kept == replace(WATCH, id=kept.id)
    async with storage.unit(NOW) as unit:
        assert await unit.watches.get(kept.id) == kept


async def test_each_member_has_watches_of_their_own(storage: Storage) -> None:
    first, second, other = await watching(
        storage, WATCH, replace(WATCH, words="more"), replace(WATCH, member_id=6)
    )
    async with storage.unit(NOW) as unit:
        assert list(await unit.watches.of(5)) == [first, second]
        await unit.watches.drop(first.id)
        assert list(await unit.watches.of(5)) == [second]
        assert list(await unit.watches.of(6)) == [other]


async def test_a_watch_that_came_true_waits_no_more_until_it_is_renewed(storage: Storage) -> None:
    (kept,) = await watching(storage, WATCH)
    async with storage.unit(LATER) as unit:
        await unit.watches.fired(kept.id)
        assert list(await unit.watches.waiting()) == list(await unit.watches.of(5)) == []
        assert await unit.watches.get(kept.id) == replace(kept, fired_at=LATER)
        await unit.watches.renew(kept.id, frozenset({"11111111"}))
        assert list(await unit.watches.waiting()) == [replace(kept, known=frozenset({"11111111"}))]


async def test_only_what_came_true_long_ago_is_purged(storage: Storage) -> None:
    spent, waiting = await watching(storage, WATCH, replace(WATCH, words="more"))
    async with storage.unit(NOW) as unit:
        await unit.watches.fired(spent.id)
        assert await unit.watches.purge(NOW) == 0
        assert await unit.watches.purge(NOW + timedelta(seconds=1)) == 1
        assert await unit.watches.get(spent.id) is None
        assert list(await unit.watches.waiting()) == [waiting]


async def test_who_is_forgotten_waits_on_nothing(storage: Storage) -> None:
    _, other = await watching(storage, WATCH, replace(WATCH, member_id=6))
    async with storage.unit(NOW) as unit:
        await unit.members.forget(5)
    async with storage.unit(NOW) as unit:
        assert list(await unit.watches.waiting()) == [other]


async def test_a_number_that_no_row_can_have_finds_none(storage: Storage) -> None:
    async with storage.unit(NOW) as unit:
        for number in (0, -1, 2**63, 10**40):
            assert await unit.watches.get(number) is None
