"""Languages, zones and lists by the names that readers use."""

import pytest

from bot.i18n.names import joined, language_name, own_name, zone_name
from bot.i18n.safe import Safe, escaped

LANGUAGES = ("en", "fr", "es", "ar")


def test_a_language_is_named_in_the_readers_language() -> None:
    assert [language_name("fr", lang) for lang in LANGUAGES] == [
        "French",
        "français",
        "francés",
        "الفرنسية",
    ]
    assert language_name("pt-BR", "en") == "Brazilian Portuguese"


def test_a_language_that_nobody_knows_keeps_its_code() -> None:
    assert language_name("xx", "en") == "xx"
    assert own_name("xx") == "xx"


def test_a_language_is_named_by_its_own_speakers() -> None:
    assert [own_name(code) for code in LANGUAGES] == ["English", "Français", "Español", "العربية"]


@pytest.mark.parametrize(
    ("zone", "lang", "name"),
    [
        ("Africa/Cairo", "fr", "Le Caire"),
        ("America/Bogota", "es", "Bogotá"),
        ("Africa/Nairobi", "ar", "نيروبي"),
        ("America/Argentina/Buenos_Aires", "ar", "بوينوس أيرس"),
        ("America/Argentina/Buenos_Aires", "en", "Buenos Aires"),
        ("Asia/Kolkata", "es", "Calcuta"),
        ("America/New_York", "en", "New York"),
        ("UTC", "ar", "UTC"),
    ],
)
def test_a_zone_is_named_after_its_city(zone: str, lang: str, name: str) -> None:
    assert zone_name(zone, lang) == name


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "a, b and c"), ("fr", "a, b et c"), ("es", "a, b y c"), ("ar", "a وb وc")],
)
def test_several_things_are_named_in_a_row(lang: str, said: str) -> None:
    assert joined([Safe("a"), Safe("b"), Safe("c")], lang) == said


def test_a_list_of_none_or_one_is_short() -> None:
    assert joined([], "en") == ""
    assert joined([escaped("<a>")], "ar") == "\u2068&lt;a&gt;\u2069"
