"""Updates of every kind and shape: none stops the bot or makes it say what Telegram refuses."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from bot.sandbox.calls import Call
from tests.e2e.hostile.arena import Arena, Scene
from tests.e2e.hostile.bidi import TURNING
from tests.e2e.hostile.buttons import with_numbers
from tests.e2e.hostile.cast import MAL, NINA
from tests.e2e.hostile.effort import tries
from tests.e2e.hostile.objects import KINDS, Plain, fields_of, type_of
from tests.e2e.hostile.shown import leaks
from tests.e2e.hostile.updates import PLACES, Forged, maker, mangled, settled, tapped, updates
from tests.e2e.hostile.words import MARK

# python-telegram-bot warns of its own coming changes wherever it reads a span of time.
pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version")

WRITTEN = st.lists(updates(), min_size=5, max_size=12)
MIXED = st.lists(updates() | mangled(), min_size=5, max_size=12)

GONE = ("chat not found", "query is too old", "message to edit not found")
"""What Telegram answers where a mangled update names what there is not."""


CALM = ("message is not modified", "query is too old")
"""What Telegram says where nothing is wrong: somebody tapped twice, or has typed on."""


def refused(scene: Scene) -> list[Call]:
    """The calls of the bot that Telegram has refused."""
    refusals = [call for call in scene.calls if not call.ok]
    return [call for call in refusals if not any(one in str(call.answer) for one in CALM)]


async def goes_on(scene: Scene) -> None:
    """The bot answers everybody as if nothing had been, and has given nothing away."""
    for answer in await scene.all_ask("/start@baraza_sandbox_bot"):
        assert "👋" in answer.text or "Choose below" in answer.text
    for message in scene.said():
        assert list(leaks(message)) == [], message
    for call in scene.calls:
        assert not TURNING & set(str(call.params)), call
    assert [line for line in scene.logged if MARK in line] == []


async def takes_all(scene: Scene, told: list[Forged]) -> None:
    """The bot works off what Telegram could have written, and nothing goes wrong."""
    await scene.all_ask("/webinars@baraza_sandbox_bot")
    await scene.plays(told)
    assert [scene.causes[key] for key in scene.journal.aside & scene.causes.keys()] == []
    await goes_on(scene)
    assert refused(scene) == []


async def takes_what_it_can(scene: Scene, told: list[Forged]) -> None:
    """Of mangled updates the bot may set some aside; it goes on all the same."""
    await scene.all_ask("/webinars@baraza_sandbox_bot")
    await scene.plays(told)
    await goes_on(scene)
    for call in refused(scene):
        assert any(reason in str(call.answer) for reason in GONE), call


def test_every_kind_of_update_is_made_up() -> None:
    assert set(KINDS) == set(Update.ALL_TYPES)
    assert set(KINDS) == {name for name in Update.__slots__ if name[0] != "_"} - {"update_id"}


def every_field() -> list[Forged]:
    """An update of each kind, and one with each of its fields."""
    made, told = maker(Plain()), []
    for number, kind in enumerate(KINDS):
        place = PLACES[number % len(PLACES)]
        for having in ([], *([name] for name in fields_of(type_of(kind)))):
            body: Any = made.update(kind, having=having)
            told.append(Forged(kind, settled(kind, body, place)))
    return told


def test_each_field_of_each_kind_is_taken(polling: Arena) -> None:
    told = every_field()
    assert len(told) > 500
    polling.run(lambda scene: takes_all(scene, told))


NUMBERS = [
    "-1",
    "2147483648",
    "-2147483649",
    "9223372036854775808",
    "-9223372036854775809",
    "9" * 40,
]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_that_no_row_can_have_is_answered_like_any_forged_one(
    polling: Arena, with_postgres: Arena, number: str
) -> None:
    told = [tapped(one, who, who) for one in with_numbers(number) for who in (NINA, MAL)]
    assert len(told) > 10
    for arena in (polling, with_postgres):
        arena.run(lambda scene: takes_all(scene, told))


@tries(25)
@given(told=WRITTEN)
def test_what_telegram_could_write_is_taken_by_polling(polling: Arena, told: list[Forged]) -> None:
    polling.run(lambda scene: takes_all(scene, told))


@tries(8)
@given(told=WRITTEN)
def test_what_telegram_could_write_is_taken_by_webhook(called: Arena, told: list[Forged]) -> None:
    called.run(lambda scene: takes_all(scene, told))


@tries(6)
@given(told=MIXED)
def test_what_telegram_could_write_is_taken_with_postgres(
    with_postgres: Arena, told: list[Forged]
) -> None:
    with_postgres.run(lambda scene: takes_what_it_can(scene, told))


@tries(6)
@given(told=WRITTEN)
def test_nothing_that_telegram_could_write_is_set_aside_with_postgres(
    with_postgres: Arena, told: list[Forged]
) -> None:
    with_postgres.run(lambda scene: takes_all(scene, told))


@tries(25)
@given(told=MIXED)
def test_nothing_that_is_mangled_stops_the_bot(polling: Arena, told: list[Forged]) -> None:
    polling.run(lambda scene: takes_what_it_can(scene, told))


@tries(8)
@given(told=MIXED)
def test_nothing_that_is_mangled_stops_the_webhook(called: Arena, told: list[Forged]) -> None:
    called.run(lambda scene: takes_what_it_can(scene, told))
