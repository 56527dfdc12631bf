"""What the night erases, and what it leaves."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.people import Member, Role
from bot.domain.watching import Watch
from bot.features.housekeeping import forget
from bot.library import Library
from bot.ports.intents import NOBODY, Tick
from bot.ports.runtime import Context
from bot.ports.storage import Storage, UnitOfWork
from bot.storage.database import open_storage

NOW = datetime(2018, 2, 12, 9, tzinfo=UTC)


async def night(storage: Storage, library: Library, days: int) -> None:
    """The housekeeping so many days later."""
    now = NOW + timedelta(days=days)
    async with storage.unit(now) as unit:
        await forget(Tick("housekeeping"), _context(unit, now, library))


def _context(unit: UnitOfWork, now: datetime, library: Library) -> Context:
    return Context(
        now=now,
        origin=NOBODY,
        member=Member(id=0),
        roles=frozenset({Role.MEMBER}),
        lang="en",
        unit=unit,
        content=library.content,
    )


@pytest.mark.parametrize(
    ("days", "held"),
    [
        (0, ("thread", "draft", "watch", "spent")),
        (2, ("thread", "watch", "spent")),
        (8, ("thread", "watch")),
        (90, ("thread", "watch")),
        (91, ("watch",)),
    ],
)
async def test_each_kind_of_words_has_its_time(
    tmp_path: Path, library: Library, days: int, held: tuple[str, ...]
) -> None:
    async with open_storage(f"sqlite:///{tmp_path}/bot.sqlite") as storage:
        async with storage.unit(NOW) as unit:
            await unit.members.save(Member(id=5, consented_at=NOW))
            question = await unit.questions.ask(5, "en", "how?")
            await unit.drafts.keep(5, "asked:1", "how?", NOW + timedelta(days=1))
            for words in ("waits", "spent"):
                await unit.watches.add(
                    Watch(
                        id=0,
                        member_id=5,
                        words=words,
                        lang="en",
                        known=frozenset(),
                        created_at=NOW,
                    )
                )
            waiting, spent = await unit.watches.of(5)
            await unit.watches.fired(spent.id)
        await night(storage, library, days)
        async with storage.unit(NOW) as unit:
            left = {
                "thread": await unit.questions.get(question.id),
                "draft": await unit.drafts.get(5, "asked:1"),
                "watch": await unit.watches.get(waiting.id),
                "spent": await unit.watches.get(spent.id),
            }
    assert tuple(name for name, found in left.items() if found) == held
