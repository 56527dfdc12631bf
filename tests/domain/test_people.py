"""Which language the bot speaks with somebody."""

import pytest

from bot.domain.people import Member, spoken

OURS = ("en", "fr", "es", "ar")


@pytest.mark.parametrize(
    ("chosen", "telegram", "expected"),
    [
        ("ar", "fr", "ar"),
        (None, "fr", "fr"),
        (None, "es-MX", "es"),
        (None, "FR", "fr"),
        (None, "sw", "en"),
        (None, None, "en"),
        ("sw", "es", "es"),
    ],
)
def test_the_choice_goes_before_telegrams_language_and_that_before_our_first(
    chosen: str | None, telegram: str | None, expected: str
) -> None:
    assert spoken(Member(id=1, language=chosen), telegram, OURS) == expected
