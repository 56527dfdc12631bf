"""Slips are mended where one known word is near; other words are left alone."""

import pytest

from bot.ask.corrections import Corrections
from bot.ask.mending import Mender

KNOWN = Corrections(["coaching", "supervisor", "case", "workshop", "kit", "ندوات", "evaluacion"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("coching", "coaching"),
        ("coahcing", "coaching"),
        ("superviser", "supervisor"),
        ("evalucion", "evaluacion"),
        ("ندوت", "ندوات"),
    ],
)
def test_a_slip_is_mended(written: str, meant: str) -> None:
    assert KNOWN.nearest(written) == meant


@pytest.mark.parametrize(
    "written", ["cash", "kat", "nutrition", "workstation", "roaching", "12345", "case"]
)
def test_a_short_far_or_known_word_is_left_as_it_is(written: str) -> None:
    assert KNOWN.nearest(written) is None


def test_what_is_as_near_to_two_words_by_two_slips_is_left() -> None:
    assert Corrections(["abcdefgh", "abcdefxy"]).nearest("abcdefqq") is None


def test_mending_tells_what_it_took_for_what() -> None:
    mend = Mender({"webinar"}, {"coaching"}, {}, set(), {})
    found, corrected = mend("coching WEBINAR qrs")
    assert [one.word for one in found] == ["coaching", "webinar", "qrs"]
    assert corrected == {"coching": "coaching"}


def test_an_arabic_word_is_known_behind_a_letter() -> None:
    mend = Mender({"ندوه"}, set(), {}, set(), {})
    assert [one.word for one in mend("وندوة بندوة")[0]] == ["ندوه", "ندوه"]
