"""What coordinators write for a date, and what it means."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.when import HOW_TO, Moment, Precision, Span, parse_when


def span(first: str, last: str, precision: Precision, part: str | None = None) -> Span:
    return Span(
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        precision=precision,
        part=part,
    )


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("2018-03-19", span("2018-03-19", "2018-03-19", Precision.DAY)),
        ("2018-03-19..2018-03-23", span("2018-03-19", "2018-03-23", Precision.DAY)),
        ("2014-01", span("2014-01-01", "2014-01-31", Precision.MONTH)),
        ("2016-02", span("2016-02-01", "2016-02-29", Precision.MONTH)),
        ("2018-02..2018-08", span("2018-02-01", "2018-08-31", Precision.MONTH)),
        ("early 2018-03", span("2018-03-01", "2018-03-10", Precision.PART, "early")),
        ("mid 2018-03", span("2018-03-11", "2018-03-20", Precision.PART, "mid")),
        ("late 2018-03", span("2018-03-21", "2018-03-31", Precision.PART, "late")),
        ("late 2018-02", span("2018-02-21", "2018-02-28", Precision.PART, "late")),
        ("spring 2017", span("2017-03-01", "2017-05-31", Precision.SEASON, "spring")),
        ("summer 2017", span("2017-06-01", "2017-08-31", Precision.SEASON, "summer")),
        ("autumn 2017", span("2017-09-01", "2017-11-30", Precision.SEASON, "autumn")),
        ("winter 2019", span("2019-12-01", "2020-02-29", Precision.SEASON, "winter")),
    ],
)
def test_a_window_is_the_days_that_it_can_be(text: str, meaning: Span) -> None:
    assert parse_when(text) == meaning
    assert parse_when(f"  {text}\n") == meaning


@pytest.mark.parametrize(
    "text", ["2018-02-20T11:00Z", "2018-02-20T11:00:00+00:00", "2018-02-20T14:00+03:00"]
)
def test_an_instant_is_kept_in_utc(text: str) -> None:
    found = parse_when(text, minutes=75)
    assert found == Moment(start=datetime(2018, 2, 20, 11, tzinfo=UTC), minutes=75)
    assert isinstance(found, Moment)
    assert found.start.tzinfo is UTC
    assert found.end == datetime(2018, 2, 20, 12, 15, tzinfo=UTC)


def test_an_instant_of_unknown_length_ends_as_it_begins() -> None:
    found = parse_when("2018-02-20T11:00Z")
    assert isinstance(found, Moment)
    assert found.end == found.start


def test_unknown_is_no_date() -> None:
    assert parse_when("unknown") is None


def test_a_window_begins_with_its_first_day_and_ends_after_its_last() -> None:
    found = parse_when("2018-03-19..2018-03-23")
    assert isinstance(found, Span)
    assert found.start == datetime(2018, 3, 19, tzinfo=UTC)
    assert found.end == datetime(2018, 3, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is written in no way that is known here"),
        ("soon", "it is written in no way that is known here"),
        ("20180319", "it is written in no way that is known here"),
        ("2018-W08-1", "it is written in no way that is known here"),
        ("٢٠١٨-٠٣-١٩", "it is written in no way that is known here"),
        ("2018-03..", "it is written in no way that is known here"),
        ("2018", "it is written in no way that is known here"),
        ("2018-13", "there are twelve months"),
        ("2018-00", "there are twelve months"),
        ("mid march", "a month is written 2018-03"),
        ("spring", "a year is written 2018"),
        ("spring 99999999999999999999", "a year is written 2018"),
        ("spring ٢٠١٨", "a year is written 2018"),
        ("0001-01-01", "its year is not between 1900 and 2199"),
        ("9999-12", "its year is not between 1900 and 2199"),
        ("9999-12-31T23:59-14:00", "its year is not between 1900 and 2199"),
        ("2018-03-23..2018-03-19", "it ends before it begins"),
        ("2018-03-23..2018-04", "both ends must be days, or both months"),
        ("2018-02-20T11:00", "its time zone is missing: end it with Z for UTC"),
        ("2018-02-20T11:00+15:00", "an instant is written 2018-02-20T11:00Z"),
        ("Tuesday", "an instant is written 2018-02-20T11:00Z"),
        ("2018-02-30", "day is out of range for month"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason_and_what_to_write(
    text: str, reason: str
) -> None:
    with pytest.raises(ValueError, match="no date") as raised:
        parse_when(text)
    assert str(raised.value) == f"{text!r} is no date that can be kept ({reason}); {HOW_TO}"


def test_a_window_has_no_length_in_minutes() -> None:
    with pytest.raises(ValueError, match="leave it out"):
        parse_when("2018-03-19", minutes=75)


_NEARLY_DATES = st.from_regex(
    r"\A(early |mid |late |spring |winter )?[0-9]{1,5}(-[0-9]{1,2}){0,2}"
    r"(T[0-9]{1,2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?|\.\.[0-9]{4}(-[0-9]{2}){1,2})?\Z"
)


@given(st.one_of(st.text(), _NEARLY_DATES))
def test_whatever_is_written_it_is_a_date_or_a_mistake(text: str) -> None:
    try:
        found = parse_when(text)
    except ValueError:
        return
    if isinstance(found, Span):
        assert found.first <= found.last
        assert found.start < found.end
    elif found is not None:
        assert found.start.tzinfo is UTC


_DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))


@given(_DAYS, _DAYS)
def test_two_days_in_order_are_a_window_and_the_wrong_way_round_a_mistake(
    first: date, last: date
) -> None:
    text = f"{first}..{last}"
    if first <= last:
        assert parse_when(text) == Span(first=first, last=last, precision=Precision.DAY)
    else:
        with pytest.raises(ValueError, match="it ends before it begins"):
            parse_when(text)
