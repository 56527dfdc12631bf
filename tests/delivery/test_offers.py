"""What is offered while somebody types, whatever the database or a feature does."""

from dataclasses import replace

import pytest

from bot.delivery.offers import Offers
from bot.domain.people import Member
from bot.ports.runtime import InlineQuery, Scene
from bot.ports.speech import Offer
from tests.delivery.kit import CONTENT, NOW, Team

QUERY = InlineQuery(text="a word of Maya's", user_id=7, telegram_language="fr-CA")


def in_language(question: str, scene: Scene) -> Offer:
    """Tells by the seconds in which language it was asked, and breaks when told to."""
    if question == "break":
        raise KeyError(question)
    return Offer(way_on=None, seconds=["en", "fr"].index(scene.lang) + 1)


def offers(team: Team) -> Offers:
    return Offers(team.storage, team.clock, lambda: CONTENT, in_language)


async def test_the_language_is_the_members_else_telegrams(team: Team) -> None:
    assert await offers(team)(QUERY) == (Offer(seconds=2), "fr")
    async with team.storage.real.unit(NOW) as unit:
        await unit.members.save(Member(id=7, language="en"))
    assert await offers(team)(QUERY) == (Offer(seconds=1), "en")


async def test_where_the_database_is_out_of_reach_telegrams_language_counts(team: Team) -> None:
    async with team.storage.real.unit(NOW) as unit:
        await unit.members.save(Member(id=7, language="en"))
    team.storage.failures = 1
    assert await offers(team)(QUERY) == (Offer(seconds=2), "fr")


async def test_a_feature_that_breaks_offers_nothing_and_logs_no_word(
    team: Team, caplog: pytest.LogCaptureFixture
) -> None:
    offer, _ = await offers(team)(replace(QUERY, text="break"))
    assert offer == Offer(seconds=0)
    (record,) = caplog.records
    assert (record.message, "break" in str(vars(record))) == ("nothing offered", False)
