from datetime import timedelta

from bot.ports.storage import Storage
from tests.storage.samples import LATER, NOW

WORDS = "half an answer\0 \ud83d"


async def keep(storage: Storage, about: str, words: str = WORDS) -> None:
    async with storage.unit(NOW) as unit:
        await unit.drafts.keep(5, about, words, LATER)


async def test_a_draft_is_kept_by_chat_and_name_until_its_time_is_over(storage: Storage) -> None:
    await keep(storage, "reply:1")
    async with storage.unit(LATER - timedelta(seconds=1)) as unit:
        assert await unit.drafts.get(5, "reply:1") == WORDS
        assert await unit.drafts.get(5, "reply:2") is None
        assert await unit.drafts.get(6, "reply:1") is None
    async with storage.unit(LATER) as unit:
        assert await unit.drafts.get(5, "reply:1") is None


async def test_newer_words_take_the_place_of_older(storage: Storage) -> None:
    await keep(storage, "reply:1")
    await keep(storage, "reply:1", "whole")
    async with storage.unit(NOW) as unit:
        assert await unit.drafts.get(5, "reply:1") == "whole"
        await unit.drafts.drop(5, "reply:1")
        assert await unit.drafts.get(5, "reply:1") is None


async def test_drafts_whose_time_is_over_are_purged(storage: Storage) -> None:
    await keep(storage, "reply:1")
    async with storage.unit(NOW) as unit:
        await unit.drafts.keep(5, "reply:2", WORDS, LATER + timedelta(days=1))
    async with storage.unit(LATER) as unit:
        assert await unit.drafts.purge() == 1
        assert await unit.drafts.get(5, "reply:2") == WORDS


async def test_who_is_forgotten_leaves_no_draft(storage: Storage) -> None:
    await keep(storage, "reply:1")
    async with storage.unit(NOW) as unit:
        await unit.members.forget(5)
        assert await unit.drafts.get(5, "reply:1") is None
