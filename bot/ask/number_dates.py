"""Dates that are written in numbers alone: "20/2", "20.02.2018", "02/2018", "2018-02"."""

from collections.abc import Sequence

from bot.ask.tokens import Token

YEARS = range(1990, 2101)
_DAYS, _MONTHS, _SHORT_YEARS = range(1, 32), range(1, 13), range(10, 50)
_PLAINLY_A_DAY = 13
"""The least number of two that is a day, whatever the other one is."""


def number_date(found: Sequence[Token], at: int) -> tuple[int | None, int, int | None, int] | None:
    """The day, month and year that stand from a token on, and how many tokens say them.

    The day stands before the month, as most of those who write here do it; with the year first it
    stands behind it. A day and a month alone are a date only where no month could stand first.
    """
    numbers = []
    for one in found[at : at + 3]:
        if one.ordinal or not one.text.isdecimal() or len(one.text) > 4:
            break
        numbers.append(int(one.text))
    match numbers:
        case [year, month, day] if year in YEARS and month in _MONTHS and day in _DAYS:
            return day, month, year, 3
        case [day, month, year] if day in _DAYS and month in _MONTHS and year in YEARS:
            return day, month, year, 3
        case [day, month, short] if day in _DAYS and month in _MONTHS and short in _SHORT_YEARS:
            return day, month, 2000 + short, 3
        case [year, month, *_] if year in YEARS and month in _MONTHS:
            return None, month, year, 2
        case [month, year, *_] if month in _MONTHS and year in YEARS:
            return None, month, year, 2
        case [day, month, *_] if day in _DAYS and day >= _PLAINLY_A_DAY and month in _MONTHS:
            return day, month, None, 2
    return None
