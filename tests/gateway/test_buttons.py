"""Buttons: every action of every feature comes back as it was, and nothing else comes back."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints
from zoneinfo import available_timezones

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.app import FEATURES
from bot.catalogue.load import load
from bot.delivery.router import Router
from bot.domain.catalogue import Catalogue
from bot.domain.items import Kind
from bot.domain.listing import State
from bot.features.cards import AddToCalendar
from bot.features.interests import ToggleInterest
from bot.features.news import BrowseNews, _carried
from bot.features.packages import BrowsePackages, ChoosePackageLanguage
from bot.features.packages import View as PackageView
from bot.features.start import Consent
from bot.features.zone import ChooseZone
from bot.gateway.buttons import LIMIT, Buttons
from bot.ports.actions import BrowseWebinars, OpenCommand, ShowItem
from bot.ports.intents import Action, Stale

ROUTER = Router([route for feature in FEATURES for route in feature.ROUTES])
BUTTONS = Buttons(ROUTER.actions)
LONGEST_SLUG = "a" * 40


def of_type(hint: Any) -> st.SearchStrategy[Any]:
    """Values that a field of this type may hold; an optional text is never empty."""
    if optional := [one for one in get_args(hint) if one is not NoneType]:
        return st.none() | of_type(optional[0]).filter(lambda value: value != "")
    if hint is bool:
        return st.booleans()
    if hint is int:
        return st.integers(-99, 99)
    if issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return st.text(st.characters(exclude_characters="~", exclude_categories=["Cs"]), max_size=8)


def actions() -> st.SearchStrategy[Action]:
    """Any action of any feature."""
    built = []
    for kind in ROUTER.actions:
        hints = get_type_hints(kind)
        values = {field.name: of_type(hints[field.name]) for field in fields(kind)}  # type: ignore[arg-type]
        built.append(st.builds(kind, **values))
    return st.one_of(built)


@given(actions())
def test_every_action_comes_back_as_it_was(action: Action) -> None:
    data = BUTTONS.encode(action)
    assert 0 < len(data.encode()) <= LIMIT
    back = BUTTONS.decode(data)
    assert back == action
    assert type(back) is type(action)


def test_there_are_actions_of_many_features() -> None:
    assert len(ROUTER.actions) > 15


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The repository's own."""
    return load(Path("content"), ("en", "fr", "es", "ar"))


def test_all_that_the_catalogue_holds_fits_into_buttons(catalogue: Catalogue) -> None:
    community = catalogue.community
    by = {
        "topic": list(community.topics),
        "series": list(community.series),
        "language": ["en", "fr", "es", "ar", "pt"],
    }
    made: list[Action] = [ToggleInterest(topic) for topic in community.topics]
    made += [kind(item.id) for item in catalogue for kind in (ShowItem, AddToCalendar)]
    made += [
        BrowseWebinars(state, name, value, 99)
        for state in (None, *State)
        for name, values in by.items()
        for value in values
    ]
    assert len(made) > 200
    for action in made:
        assert BUTTONS.decode(BUTTONS.encode(action)) == action


def test_the_longest_slugs_fit_into_buttons() -> None:
    made: list[Action] = [ToggleInterest(LONGEST_SLUG)]
    made += [kind(f"{one}/{LONGEST_SLUG}") for one in Kind for kind in (ShowItem, AddToCalendar)]
    made += [
        BrowseWebinars(state, by, LONGEST_SLUG, 99) for state in State for by in ("topic", "series")
    ]
    made += [BrowsePackages(view, "zh-Hant", 99) for view in PackageView]
    made += [OpenCommand("c" * 32)]
    for action in made:
        assert BUTTONS.decode(BUTTONS.encode(action)) == action


def test_every_time_zone_fits_into_a_button() -> None:
    zones = available_timezones()
    assert len(zones) > 400
    for zone in zones:
        assert BUTTONS.decode(BUTTONS.encode(ChooseZone(zone))) == ChooseZone(zone)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 10**9))
@example("می‌خواهم", 1)
@example("~" * 50, 1)
@example("🎥" * 50, 1)
def test_any_word_searched_for_can_be_turned_by_a_button(word: str, page: int) -> None:
    action = BrowseNews(_carried(word), page)
    assert BUTTONS.decode(BUTTONS.encode(action)) == action


def test_what_does_not_fit_is_refused_at_once() -> None:
    for action in (ShowItem("a" * 61), ShowItem("webinar/a~b"), ShowItem("\ud83d")):
        with pytest.raises(ValueError, match=r"fit|encode"):
            BUTTONS.encode(action)


@given(st.text() | st.text("1~iwbaop0-_ترe", max_size=20))
@example("")
@example("1")
@example("1~")
@example("~")
@example("1~i")
@example("1~i~")
@example("1~i~\ud83d")
@example("1~a~2")
@example("1~a~-1")
@example("1~a~")
@example("1~a~١")
@example("1~b~word~1_0")
@example("1~b~word~+1")
@example("1~b~word~" + "9" * 5000)
@example("1~p~other~~")
def test_any_data_is_an_action_or_stale(data: str) -> None:
    intent = BUTTONS.decode(data)
    if isinstance(intent, Stale):
        return
    assert isinstance(intent, Action)
    if len(data.encode()) <= LIMIT:
        assert BUTTONS.encode(intent) == data


@given(actions(), st.sampled_from(["0", "2", "", "11"]))
def test_a_button_of_another_version_is_stale(action: Action, version: str) -> None:
    data = BUTTONS.encode(action)
    assert BUTTONS.decode(version + data[1:]) == Stale()


@given(actions())
def test_a_button_with_a_field_too_many_or_too_few_is_stale(action: Action) -> None:
    data = BUTTONS.encode(action)
    assert BUTTONS.decode(f"{data}~") == Stale()
    if fields(action):  # type: ignore[arg-type]
        assert BUTTONS.decode(data.rpartition("~")[0]) == Stale()


def test_a_button_of_an_action_that_is_gone_is_stale() -> None:
    fewer = Buttons([ShowItem])
    assert fewer.decode(BUTTONS.encode(Consent(True))) == Stale()
    assert fewer.decode(BUTTONS.encode(ShowItem("webinar/a"))) == ShowItem("webinar/a")


def test_a_value_that_no_longer_exists_is_stale() -> None:
    data = BUTTONS.encode(ChoosePackageLanguage(PackageView.REVISED))
    assert BUTTONS.decode(data.replace("revised", "retired")) == Stale()


def test_two_actions_with_one_code_are_refused_at_the_start() -> None:
    @dataclass(frozen=True, slots=True)
    class Impostor(Action):
        code = "i"
        item: str

    assert replace(Impostor("a"), item="b").item == "b"
    with pytest.raises(ValueError, match="Impostor"):
        Buttons([*ROUTER.actions, Impostor])
