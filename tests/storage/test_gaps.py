from datetime import date, datetime, timedelta

from sqlalchemy import select

from bot.domain.gaps import Gap, GapCount, by_topic
from bot.ports import storage as ports
from bot.storage.database import Storage
from bot.storage.tables import gap_keys, gaps
from tests.storage.samples import NOW

FRENCH = Gap("en", ("kind/webinar", "in/fr"), "webinars … french")
BARE = Gap("ar")
START = date(2017, 1, 1)


async def add(storage: ports.Storage, gap: Gap, user_id: int, now: datetime = NOW) -> None:
    async with storage.unit(now) as unit:
        await unit.gaps.add(gap, user_id)


async def counted(storage: ports.Storage, first: date = START) -> list[GapCount]:
    async with storage.unit(NOW) as unit:
        return sorted(await unit.gaps.since(first), key=lambda one: (one.day, one.mark))


async def test_a_gap_comes_back_as_counted(storage: ports.Storage) -> None:
    await add(storage, FRENCH, 5)
    await add(storage, BARE, 5)
    found = await counted(storage)
    assert {one.gap for one in found} == {FRENCH, BARE}
    assert {(one.day, one.times) for one in found} == {(NOW.date(), 1)}


async def test_one_persons_repeats_on_a_day_are_one_row(storage: ports.Storage) -> None:
    for _ in range(3):
        await add(storage, FRENCH, 5)
    assert [one.times for one in await counted(storage)] == [3]


async def test_people_are_told_apart_and_stay_who_they_are_through_a_month(
    storage: ports.Storage,
) -> None:
    for user in range(1, 6):
        await add(storage, FRENCH, user)
        await add(storage, FRENCH, user, NOW + timedelta(days=2))
    found = await counted(storage)
    assert len({one.mark for one in found}) == 5
    assert by_topic(found)["en"][0].people == 5


async def test_no_row_holds_an_id_or_an_instant(storage: ports.Storage) -> None:
    user = 1234567890123
    await add(storage, FRENCH, user)
    assert isinstance(storage, Storage)
    async with storage._engine.writing() as line:
        (row,) = await line.rows(select(gaps))
    assert str(user) not in repr(row)
    assert type(row.day) is date
    assert set(row._mapping) == {"day", "language", "topics", "wording", "mark", "times"}


async def test_a_new_month_has_a_new_key_and_the_old_one_is_thrown_away(
    storage: ports.Storage,
) -> None:
    await add(storage, FRENCH, 5)
    await add(storage, FRENCH, 5, NOW + timedelta(days=30))
    assert len({one.mark for one in await counted(storage)}) == 2
    assert await months(storage) == ["2018-03"]


async def test_a_key_is_thrown_away_when_its_month_is_over(storage: ports.Storage) -> None:
    await add(storage, FRENCH, 5)
    async with storage.unit(NOW) as unit:
        await unit.gaps.purge(START)
    assert await months(storage) == ["2018-02"]
    async with storage.unit(NOW + timedelta(days=30)) as unit:
        await unit.gaps.purge(START)
    assert await months(storage) == []


async def test_old_counts_are_purged(storage: ports.Storage) -> None:
    await add(storage, FRENCH, 5, NOW - timedelta(days=91))
    await add(storage, FRENCH, 5, NOW - timedelta(days=90))
    async with storage.unit(NOW) as unit:
        assert await unit.gaps.purge(NOW.date() - timedelta(days=90)) == 1
    assert len(await counted(storage)) == 1


async def test_only_what_was_counted_from_a_day_on_is_told(storage: ports.Storage) -> None:
    await add(storage, FRENCH, 5, NOW - timedelta(days=1))
    await add(storage, FRENCH, 5)
    assert [one.day for one in await counted(storage, NOW.date())] == [NOW.date()]


async def test_forgetting_a_person_takes_their_counts_of_this_month(
    storage: ports.Storage,
) -> None:
    await add(storage, FRENCH, 5)
    await add(storage, FRENCH, 6)
    async with storage.unit(NOW) as unit:
        await unit.members.forget(5)
    assert [one.times for one in await counted(storage)] == [1]
    await add(storage, FRENCH, 6)
    assert [one.times for one in await counted(storage)] == [2]


async def months(storage: ports.Storage) -> list[str]:
    assert isinstance(storage, Storage)
    async with storage._engine.writing() as line:
        return [row.month for row in await line.rows(select(gap_keys))]
