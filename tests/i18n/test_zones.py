"""A person types where they are and gets the zone, or nothing rather than a guess."""

import pytest

from bot.i18n.zones import MOST, find_zones


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("nairobi", "Africa/Nairobi"),
        ("  NAIROBI ", "Africa/Nairobi"),
        ("نيروبي", "Africa/Nairobi"),
        ("Bogotá", "America/Bogota"),
        ("bogota", "America/Bogota"),
        ("Le Caire", "Africa/Cairo"),
        ("El Cairo", "Africa/Cairo"),
        ("القاهرة", "Africa/Cairo"),
        ("قاهره", "Africa/Cairo"),
        ("Calcutta", "Asia/Kolkata"),
        ("Kolkata", "Asia/Kolkata"),
        ("New York", "America/New_York"),
        ("Africa/Nairobi", "Africa/Nairobi"),
        ("Nairobi, Kenya", "Africa/Nairobi"),
        ("Kenya", "Africa/Nairobi"),
        ("Kenia", "Africa/Nairobi"),
        ("كينيا", "Africa/Nairobi"),
        ("Etats-Unis", "America/New_York"),
        ("España", "Europe/Madrid"),
        ("utc", "UTC"),
        ("Nairoby", "Africa/Nairobi"),
        ("bogta", "America/Bogota"),
        ("Bangladehs", "Asia/Dhaka"),
    ],
)
def test_a_place_finds_its_zone_first(typed: str, zone: str) -> None:
    assert find_zones(typed, "en")[0] == zone


def test_the_readers_own_language_counts_too() -> None:
    assert find_zones("Ägypten", "en") == []
    assert find_zones("Ägypten", "de") == ["Africa/Cairo"]


def test_a_name_of_several_places_offers_all() -> None:
    assert set(find_zones("congo", "en")) == {
        "Africa/Brazzaville",
        "Africa/Kinshasa",
        "Africa/Lubumbashi",
    }


def test_a_country_of_many_zones_offers_a_few() -> None:
    zones = find_zones("United States", "en")

    assert zones[:2] == ["America/New_York", "America/Chicago"]
    assert len(zones) == MOST
    assert len(set(zones)) == MOST


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "utc+3",
        "GMT-5",
        "hello",
        "ok thanks",
        "no",
        "😀",
        "????",
        "42",
        "UTC+05:30",
        "Nairobi, " + "is where I live " * 5,
    ],
)
def test_what_names_no_place_finds_nothing(typed: str) -> None:
    assert find_zones(typed, "en") == []
