"""Ranges of days by the calendar in UTC: weeks, months, seasons, and parts of them."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_YEAR, _PART_OF_YEAR = 365, 59
"""Days of a year, and of its first two months."""


@dataclass(frozen=True, slots=True)
class Range:
    """Days, both included."""

    first: date
    last: date

    def overlaps(self, first: date, last: date) -> bool:
        """Whether days from `first` to `last` share one with these."""
        return first <= self.last and self.first <= last


def relative(name: str, today: date) -> Range | None:
    """The range of a name such as ``next_week``; None for a name of no range."""
    match name:
        case "today" | "tomorrow" | "yesterday":
            day = today + DAY * {"today": 0, "tomorrow": 1, "yesterday": -1}[name]
            return Range(day, day)
        case "weekend":
            saturday = today + DAY * (5 - today.weekday())
            return Range(saturday, saturday + DAY)
    step, _, unit = name.partition("_")
    steps = {"last": -1, "this": 0, "next": 1}
    if step not in steps or unit not in ("week", "month", "year"):
        return None
    if unit == "week":
        monday = today - DAY * today.weekday() + timedelta(weeks=steps[step])
        return Range(monday, monday + DAY * 6)
    if unit == "year":
        return year_of(today.year + steps[step])
    years, month = divmod(today.month - 1 + steps[step], 12)
    return month_of(today.year + years, month + 1)


def year_of(year: int) -> Range:
    """All days of a year."""
    return Range(date(year, 1, 1), date(year, 12, 31))


def day_of(month: Range, day: int | None) -> Range:
    """The day of a month by its number; all of the month where it is None or has no such day."""
    if day is None or day > month.last.day:
        return month
    exact = month.first.replace(day=day)
    return Range(exact, exact)


def month_of(year: int, month: int) -> Range:
    """All days of a month."""
    last = calendar.monthrange(year, month)[1]
    return Range(date(year, month, 1), date(year, month, last))


def season(name: str, year: int) -> Range:
    """The three months of a season of the northern year; winter begins in December."""
    month = SEASONS[name]
    end = month_of(*((year, month + 2) if month < 12 else (year + 1, 2)))
    return Range(date(year, month, 1), end.last)


def part_of(found: Range, name: str) -> Range:
    """The ``beginning`` or the ``end`` of a month or a season, a third; of a year two months."""
    days = (found.last - found.first).days + 1
    part = DAY * (_PART_OF_YEAR if days >= _YEAR else round(days / 3))
    if name == "beginning":
        return Range(found.first, found.first + part - DAY)
    return Range(found.last - part + DAY, found.last)
