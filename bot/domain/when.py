"""When something takes place, as exactly as its source says and no more.

A coordinator writes one line in a content file; `parse_when` turns it into a value:

| written                    | means                         | value                  |
|----------------------------|-------------------------------|------------------------|
| ``2018-02-20T11:00Z``      | an exact instant              | ``Moment``             |
| ``2018-03-19``             | one day                       | ``Span`` of days       |
| ``2018-03-19..2018-03-23`` | days, both included           | ``Span`` of days       |
| ``mid 2018-03``            | about a third of a month      | ``Span`` with ``part`` |
| ``2018-02..2018-08``       | months, both included         | ``Span`` of months     |
| ``2014-01``                | one month                     | ``Span`` of months     |
| ``spring 2017``            | a season of the northern year | ``Span`` with ``part`` |
| ``unknown``                | the source does not say       | ``None``               |

A third of a month is days 1-10, 11-20 or 21-last: "mid-March" is 11 to 20 March.
"""

import calendar
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeAlias


class Precision(StrEnum):
    """How exactly a `Span` is known, which decides how it is worded."""

    DAY = "day"
    PART = "part"
    MONTH = "month"
    SEASON = "season"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An exact start, as aware UTC, and its length in minutes where the source states one."""

    start: datetime
    minutes: int | None = None
    end: datetime = field(init=False, repr=False, compare=False)
    """The instant at which it is over; its start where no length is known."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "end", self.start + timedelta(minutes=self.minutes or 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Whole days, both included, of which `precision` says how they are to be worded.

    `part` is ``early``, ``mid`` or ``late`` for a part of a month, a season's name for a season.
    """

    first: date
    last: date
    precision: Precision
    part: str | None = None
    start: datetime = field(init=False, repr=False, compare=False)
    """The first instant of the first day, in UTC."""
    end: datetime = field(init=False, repr=False, compare=False)
    """The instant after the last day, in UTC."""

    def __post_init__(self) -> None:
        last = datetime.combine(self.last, time.min, UTC)
        object.__setattr__(self, "start", datetime.combine(self.first, time.min, UTC))
        object.__setattr__(self, "end", last + timedelta(days=1))


When: TypeAlias = Moment | Span


def day_of(instant: datetime) -> Span:
    """The day of an instant, in UTC."""
    day = instant.astimezone(UTC).date()
    return Span(first=day, last=day, precision=Precision.DAY)


HOW_TO = (
    "write an instant with its zone (2018-02-20T11:00Z), a day (2018-03-19), days "
    "(2018-03-19..2018-03-23), a month (2018-03), months (2018-02..2018-08), a part of a month "
    "(early, mid or late 2018-03), a season (spring 2017) or unknown"
)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    _DAY.pattern + r"T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(?P<zone>Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?"
)
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")
_YEARS = range(1900, 2200)

_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def parse_when(text: str, *, minutes: int | None = None) -> When | None:
    """The value of one written date; `minutes` is the length of an exact one.

    Returns None for ``unknown``. Raises ValueError, whose text says what to write instead.
    """
    text = text.strip()
    if text == "unknown":
        return None
    try:
        found = _parse(text)
    except ValueError as error:
        raise ValueError(f"{text!r} is no date that can be kept ({error}); {HOW_TO}") from None
    if isinstance(found, Moment):
        return Moment(start=found.start, minutes=minutes)
    if minutes is not None:
        raise ValueError("a length in minutes belongs to an exact instant; leave it out here")
    return found


def _parse(text: str) -> When:
    if "T" in text:
        return _moment(text)
    word, _, rest = text.partition(" ")
    if word in _PARTS:
        year, month = _year_month(rest)
        first, last = _PARTS[word]
        return Span(
            first=date(year, month, first),
            last=date(year, month, min(last, calendar.monthrange(year, month)[1])),
            precision=Precision.PART,
            part=word,
        )
    if word in _SEASONS:
        return _season(word, rest)
    first_text, dots, last_text = text.partition("..")
    begin, end = _days(first_text), _days(last_text if dots else first_text)
    if begin.precision is not end.precision:
        raise ValueError("both ends must be days, or both months")
    if end.last < begin.first:
        raise ValueError("it ends before it begins")
    return Span(first=begin.first, last=end.last, precision=begin.precision)


def _moment(text: str) -> Moment:
    match = _INSTANT.fullmatch(text)
    if match is None:
        raise ValueError("an instant is written 2018-02-20T11:00Z")
    if match["zone"] is None:
        raise ValueError("its time zone is missing: end it with Z for UTC")
    _year(text[:4])
    return Moment(start=datetime.fromisoformat(text).astimezone(UTC))


def _season(name: str, text: str) -> Span:
    year, month = _year(text), _SEASONS[name]
    end_year, end_month = (year, month + 2) if month < 12 else (year + 1, 2)
    last = date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])
    return Span(first=date(year, month, 1), last=last, precision=Precision.SEASON, part=name)


def _year(text: str) -> int:
    if not _YEAR.fullmatch(text):
        raise ValueError("a year is written 2018")
    if int(text) not in _YEARS:
        raise ValueError(f"its year is not between {_YEARS[0]} and {_YEARS[-1]}")
    return int(text)


def _year_month(text: str) -> tuple[int, int]:
    match = _MONTH.fullmatch(text)
    if match is None:
        raise ValueError("a month is written 2018-03")
    year, month = _year(match[1]), int(match[2])
    if not 1 <= month <= 12:
        raise ValueError("there are twelve months")
    return year, month


def _days(text: str) -> Span:
    if _MONTH.fullmatch(text):
        year, month = _year_month(text)
        last = date(year, month, calendar.monthrange(year, month)[1])
        return Span(first=date(year, month, 1), last=last, precision=Precision.MONTH)
    if not _DAY.fullmatch(text):
        raise ValueError("it is written in no way that is known here")
    _year(text[:4])
    day = date.fromisoformat(text)
    return Span(first=day, last=day, precision=Precision.DAY)
