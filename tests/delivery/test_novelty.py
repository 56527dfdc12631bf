"""New content is told of once, whatever the process does."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from bot.delivery.novelty import Novelty, state_of
from bot.domain.catalogue import Catalogue
from bot.domain.items import Webinar
from bot.ports.runtime import Content
from tests.delivery.kit import CONTENT, Team, running
from tests.domain.items import catalogue, make

OLD = catalogue(make(Webinar, "old"))
NEW = catalogue(make(Webinar, "old"), make(Webinar, "new"))


class Shelf:
    """The content as a test sets it."""

    def __init__(self, held: Catalogue) -> None:
        self.held = held

    def __call__(self) -> Content:
        return replace(CONTENT, catalogue=self.held)


def novelty(team: Team, shelf: Shelf, arrived: Callable[[], None] = lambda: None) -> Novelty:
    return Novelty(["watches"], shelf, team.storage.inbox, team.clock, arrived)


async def jobs(team: Team) -> list[str]:
    return [one.payload["tick"] for one in await team.storage.real.inbox.waiting(9, [])]


async def test_each_content_brings_one_tick(team: Team) -> None:
    shelf = Shelf(OLD)
    looks = novelty(team, shelf)
    assert [await looks.check() for _ in range(2)] == [1, 0]
    shelf.held = NEW
    assert [await looks.check() for _ in range(2)] == [1, 0]
    assert await jobs(team) == ["watches", "watches"]


async def test_a_restart_or_a_file_that_was_only_touched_brings_none(team: Team) -> None:
    assert await novelty(team, Shelf(OLD)).check() == 1
    touched = catalogue(make(Webinar, "old"))
    assert touched is not OLD
    assert await novelty(team, Shelf(touched)).check() == 0


async def test_what_changed_while_the_bot_was_down_is_noticed_at_the_start(team: Team) -> None:
    await novelty(team, Shelf(OLD)).check()
    assert await novelty(team, Shelf(NEW)).check() == 1


async def test_a_database_out_of_reach_only_delays_it(team: Team) -> None:
    team.storage.failures = 1
    arrived = asyncio.Event()
    async with running(novelty(team, Shelf(OLD), arrived.set).run()), asyncio.timeout(10):
        await arrived.wait()
    assert await jobs(team) == ["watches"]


def test_any_statement_of_an_item_changes_the_state_and_nothing_else() -> None:
    assert state_of(OLD) == state_of(catalogue(make(Webinar, "old")))
    assert state_of(OLD) != state_of(NEW)
    assert state_of(OLD) != state_of(catalogue(make(Webinar, "old", languages=("fr",))))
