"""Phrases for a time become days."""

from datetime import date

import pytest

from bot.ask.asker import Asker
from bot.ask.ranges import Range, relative

MONDAY = date(2018, 2, 12)


def time_of(asker: Asker, question: str, today: date = MONDAY) -> tuple[str, str] | None:
    found, corrected = asker.mend(question)
    time = asker.understand(found, corrected, today).time
    return (str(time.first), str(time.last)) if time else None


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("anything next week?", ("2018-02-19", "2018-02-25")),
        ("la semaine prochaine", ("2018-02-19", "2018-02-25")),
        ("la semana q viene", ("2018-02-19", "2018-02-25")),
        ("شو في الأسبوع الجاي", ("2018-02-19", "2018-02-25")),
        ("ce mois-ci", ("2018-02-01", "2018-02-28")),
        ("هذا الشهر", ("2018-02-01", "2018-02-28")),
        ("este año", ("2018-01-01", "2018-12-31")),
        ("webinars in March", ("2018-03-01", "2018-03-31")),
        ("webinars in may", ("2018-05-01", "2018-05-31")),
        ("ندوات أيار", ("2018-05-01", "2018-05-31")),
        ("le 20 fevrier", ("2018-02-20", "2018-02-20")),
        ("20 de febrero de 2019", ("2019-02-20", "2019-02-20")),
        ("February 20th", ("2018-02-20", "2018-02-20")),
        ("on the 20th", ("2018-02-20", "2018-02-20")),
        ("on the 10th", ("2018-03-10", "2018-03-10")),
        ("يوم ٢٠ شباط", ("2018-02-20", "2018-02-20")),
        ("before summer", ("2018-02-12", "2018-05-31")),
        ("avant l'été", ("2018-02-12", "2018-05-31")),
        ("workshops before 2017", ("0001-01-01", "2016-12-31")),
        ("les formations d'avant 2017", ("0001-01-01", "2016-12-31")),
        ("workshops of 2015", ("2015-01-01", "2015-12-31")),
        ("late march 2018", ("2018-03-22", "2018-03-31")),
        ("le bulletin du début 2017, avant l'atelier de mars", ("2017-01-01", "2017-02-28")),
        ("webinar 20/2", ("2018-02-20", "2018-02-20")),
        ("coaching 5.3.2018", ("2018-03-05", "2018-03-05")),
        ("news 02/2018", ("2018-02-01", "2018-02-28")),
        ("bulletin 2017-01", ("2017-01-01", "2017-01-31")),
        ("L&D news jan 17", ("2017-01-01", "2017-01-31")),
        ("webinar jan 17", ("2018-01-17", "2018-01-17")),
        ("early may", ("2018-05-01", "2018-05-10")),
        ("at the end of may", ("2018-05-22", "2018-05-31")),
        ("fin mars", ("2018-03-22", "2018-03-31")),
        ("a principios de 2017", ("2017-01-01", "2017-02-28")),
        ("أواخر هذه السنة", ("2018-11-03", "2018-12-31")),
        ("news of 2017 and 2018", ("2017-01-01", "2018-12-31")),
        ("tomorrow", ("2018-02-13", "2018-02-13")),
        ("le printemps de l'année dernière", ("2017-03-01", "2017-05-31")),
        ("in march last year", ("2017-03-01", "2017-03-31")),
        ("السنة الفاتت", ("2017-01-01", "2017-12-31")),
    ],
)
def test_a_phrase_names_its_days(question: str, days: tuple[str, str], asker: Asker) -> None:
    assert time_of(asker, question) == days


@pytest.mark.parametrize(
    "question",
    [
        "may I have the case studies",
        "j'ai été embauchée",
        "the 15 places",
        "2 webinars",
        "le kit",
        "le 2ème volet",
    ],
)
def test_words_and_numbers_that_name_no_time_are_left_alone(question: str, asker: Asker) -> None:
    assert time_of(asker, question) is None


def test_december_is_followed_by_january() -> None:
    assert relative("next_month", date(2026, 12, 31)) == Range(date(2027, 1, 1), date(2027, 1, 31))
    assert relative("last_month", date(2027, 1, 1)) == Range(date(2026, 12, 1), date(2026, 12, 31))


def test_what_names_no_range_is_none() -> None:
    assert relative("before", MONDAY) is None
    assert relative("next_spring", MONDAY) is None
