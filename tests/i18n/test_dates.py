"""Dates in four languages, as exact as they are known."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfoNotFoundError

import pytest

from bot.domain.when import Span, parse_when
from bot.i18n.dates import Dates
from bot.i18n.texts import load_texts
from tests.i18n.folders import LOCALES

WEBINAR = datetime(2018, 2, 20, 11, tzinfo=UTC)


@pytest.fixture(scope="module")
def dates() -> Dates:
    return Dates(load_texts(LOCALES))


def bare(text: str) -> str:
    return re.sub("[\u2068\u2069]", "", text)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Tuesday, 20 February 2018, 14:00 (Nairobi time, UTC+3)"),
        ("fr", "mardi 20 février 2018, 14:00 (Nairobi, UTC+3)"),
        ("es", "martes, 20 de febrero de 2018, 14:00 (hora de Nairobi, UTC+3)"),
        ("ar", "الثلاثاء، 20 فبراير 2018، 14:00 (بتوقيت نيروبي، UTC+3)"),
    ],
)
def test_an_instant_is_told_on_the_readers_clock_with_its_zone(
    dates: Dates, lang: str, said: str
) -> None:
    assert bare(dates.moment(WEBINAR, lang, "Africa/Nairobi")) == said


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("UTC", "Tuesday, 20 February 2018, 11:00 (UTC)"),
        ("Etc/UTC", "Tuesday, 20 February 2018, 11:00 (UTC)"),
        ("Africa/Accra", "Tuesday, 20 February 2018, 11:00 (Accra time, UTC+0)"),
        ("America/Bogota", "Tuesday, 20 February 2018, 06:00 (Bogota time, UTC\u22125)"),
        ("America/St_Johns", "Tuesday, 20 February 2018, 07:30 (St John’s time, UTC\u22123:30)"),
        ("Asia/Kathmandu", "Tuesday, 20 February 2018, 16:45 (Kathmandu time, UTC+5:45)"),
        ("Pacific/Auckland", "Wednesday, 21 February 2018, 00:00 (Auckland time, UTC+13)"),
    ],
)
def test_the_zone_tells_its_city_and_offset(dates: Dates, zone: str, said: str) -> None:
    assert dates.moment(WEBINAR, "en", zone) == said


def test_the_offset_is_that_of_the_day(dates: Dates) -> None:
    summer = datetime(2018, 7, 3, 11, tzinfo=UTC)

    assert dates.moment(WEBINAR, "en", "Europe/Paris").endswith("12:00 (Paris time, UTC+1)")
    assert dates.moment(summer, "en", "Europe/Paris").endswith("13:00 (Paris time, UTC+2)")


def test_an_instant_without_a_zone_is_refused(dates: Dates) -> None:
    with pytest.raises(ValueError, match="without its zone"):
        dates.moment(WEBINAR.replace(tzinfo=None), "en", "UTC")


def test_an_unknown_zone_is_refused(dates: Dates) -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        dates.moment(WEBINAR, "en", "Africa/Atlantis")


def test_latin_words_in_an_arabic_instant_stand_apart(dates: Dates) -> None:
    assert "\u2068UTC+3\u2069" in dates.moment(WEBINAR, "ar", "Africa/Nairobi")


SPANS = [
    ("2018-03-19", "19 March 2018", "19 mars 2018", "19 de marzo de 2018", "19 مارس 2018"),
    ("2018-03-01", "1 March 2018", "1er mars 2018", "1 de marzo de 2018", "1 مارس 2018"),
    (
        "2018-03-19..2018-03-23",
        "19–23 March 2018",
        "19–23 mars 2018",
        "19–23 de marzo de 2018",
        "19–23 مارس 2018",
    ),
    (
        "2018-04-30..2018-05-01",
        "30 April – 1 May 2018",
        "30 avril – 1er mai 2018",
        "30 de abril – 1 de mayo de 2018",
        "30 أبريل – 1 مايو 2018",
    ),
    (
        "2017-12-30..2018-01-03",
        "30 December 2017 – 3 January 2018",
        "30 décembre 2017 – 3 janvier 2018",
        "30 de diciembre de 2017 – 3 de enero de 2018",
        "30 ديسمبر 2017 – 3 يناير 2018",
    ),
    ("2018-03", "March 2018", "mars 2018", "marzo de 2018", "مارس 2018"),
    (
        "2018-02..2018-08",
        "February–August 2018",
        "février–août 2018",
        "febrero–agosto de 2018",
        "فبراير–أغسطس 2018",
    ),
    (
        "2017-11..2018-02",
        "November 2017 – February 2018",
        "novembre 2017 – février 2018",
        "noviembre de 2017 – febrero de 2018",
        "نوفمبر 2017 – فبراير 2018",
    ),
    (
        "early 2018-03",
        "early March 2018",
        "début mars 2018",
        "principios de marzo de 2018",
        "أوائل مارس 2018",
    ),
    (
        "mid 2018-03",
        "mid-March 2018",
        "mi-mars 2018",
        "mediados de marzo de 2018",
        "منتصف مارس 2018",
    ),
    (
        "late 2018-03",
        "late March 2018",
        "fin mars 2018",
        "finales de marzo de 2018",
        "أواخر مارس 2018",
    ),
    ("spring 2017", "spring 2017", "printemps 2017", "primavera de 2017", "ربيع 2017"),
    ("summer 2017", "summer 2017", "été 2017", "verano de 2017", "صيف 2017"),
    ("autumn 2017", "autumn 2017", "automne 2017", "otoño de 2017", "خريف 2017"),
    ("winter 2017", "winter 2017", "hiver 2017", "invierno de 2017", "شتاء 2017"),
]


@pytest.mark.parametrize(("written", "en", "fr", "es", "ar"), SPANS)
def test_a_span_is_as_exact_as_it_was_written(
    dates: Dates, written: str, en: str, fr: str, es: str, ar: str
) -> None:
    span = parse_when(written)
    assert isinstance(span, Span)

    assert [dates.span(span, lang) for lang in ("en", "fr", "es", "ar")] == [en, fr, es, ar]


@pytest.mark.parametrize(
    ("count", "en", "fr", "es", "ar"),
    [
        (0, "0 minutes", "0 minute", "0 minutos", "0 دقيقة"),
        (1, "1 minute", "1 minute", "1 minuto", "دقيقة واحدة"),
        (2, "2 minutes", "2 minutes", "2 minutos", "دقيقتان"),
        (5, "5 minutes", "5 minutes", "5 minutos", "5 دقائق"),
        (75, "75 minutes", "75 minutes", "75 minutos", "75 دقيقة"),
        (100, "100 minutes", "100 minutes", "100 minutos", "100 دقيقة"),
    ],
)
def test_a_length_takes_the_plural_of_its_language(
    dates: Dates, count: int, en: str, fr: str, es: str, ar: str
) -> None:
    assert [dates.minutes(count, lang) for lang in ("en", "fr", "es", "ar")] == [en, fr, es, ar]
