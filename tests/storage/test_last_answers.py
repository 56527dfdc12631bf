from datetime import date, timedelta

from sqlalchemy import text

from bot.domain.items import Kind
from bot.domain.last_answer import Conditions, LastAnswer
from bot.ports import storage as ports
from bot.storage.database import Storage
from tests.storage.samples import LATER, NOW

ANSWER = LastAnswer(
    shown=("webinar/one", "package/two"),
    at=NOW,
    open="package/two",
    asked=Conditions(
        kinds=frozenset({Kind.WEBINAR, Kind.PACKAGE}),
        states=frozenset({"recorded"}),
        languages=frozenset({"fr"}),
        days=(date(2018, 3, 1), date.max),
        about=("webinar/one",),
    ),
)
PLAIN = LastAnswer(shown=(), at=LATER)


async def kept(storage: ports.Storage, chat_id: int, user_id: int) -> LastAnswer | None:
    async with storage.unit(NOW) as unit:
        return await unit.last_answers.get(chat_id, user_id)


async def keep(storage: ports.Storage, chat_id: int, user_id: int, answer: LastAnswer) -> None:
    async with storage.unit(NOW) as unit:
        await unit.last_answers.keep(chat_id, user_id, answer)


async def test_what_was_shown_comes_back_as_kept(storage: ports.Storage) -> None:
    assert await kept(storage, 5, 5) is None
    await keep(storage, 5, 5, ANSWER)
    assert await kept(storage, 5, 5) == ANSWER


async def test_a_newer_answer_takes_the_place_of_an_older_one(storage: ports.Storage) -> None:
    await keep(storage, 5, 5, ANSWER)
    await keep(storage, 5, 5, PLAIN)
    assert await kept(storage, 5, 5) == PLAIN


async def test_each_person_of_a_group_has_an_answer_of_their_own(storage: ports.Storage) -> None:
    await keep(storage, -9, 5, ANSWER)
    assert await kept(storage, -9, 6) is None
    await keep(storage, -9, 6, PLAIN)
    assert (await kept(storage, -9, 5), await kept(storage, -9, 6)) == (ANSWER, PLAIN)


async def test_forgetting_a_person_erases_what_they_were_shown_everywhere(
    storage: ports.Storage,
) -> None:
    for chat, user in ((5, 5), (-9, 5), (-9, 6)):
        await keep(storage, chat, user, ANSWER)
    async with storage.unit(NOW) as unit:
        await unit.members.forget(5)
    assert await kept(storage, 5, 5) is None
    assert await kept(storage, -9, 5) is None
    assert await kept(storage, -9, 6) == ANSWER


async def test_what_was_shown_long_ago_is_purged(storage: ports.Storage) -> None:
    await keep(storage, 5, 5, ANSWER)
    await keep(storage, 6, 6, PLAIN)
    async with storage.unit(LATER) as unit:
        assert await unit.last_answers.purge(NOW + timedelta(minutes=30)) == 1
    assert await kept(storage, 5, 5) is None
    assert await kept(storage, 6, 6) == PLAIN


async def test_what_another_version_kept_is_passed_over(storage: ports.Storage) -> None:
    await keep(storage, 5, 5, ANSWER)
    assert isinstance(storage, Storage)
    async with storage._engine.writing() as line:
        await line.write(text("UPDATE last_answers SET version = 99, answer = '{}'"))
    assert await kept(storage, 5, 5) is None
    await keep(storage, 5, 5, ANSWER)
    assert await kept(storage, 5, 5) == ANSWER
