"""Dates and times in words, as exactly as they are known and no more.

Months, days and the order of a date come from the Unicode CLDR, the other words from the messages
``date-…`` of the locale files. Every result holds neither markup nor anything to escape, so that
it is text and `Safe` HTML at once.
"""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date

from bot.domain.when import Precision, Span
from bot.i18n.ftl import locale_of
from bot.i18n.names import is_utc, zone_name
from bot.i18n.safe import Safe
from bot.i18n.texts import Texts

_DAY = re.compile("'[^']*'|d+")
_MONTH = re.compile("M{3,}")
_DASHES = frozenset({"-", "–"})


class Dates:
    """The words for dates in all languages of `texts`."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def moment(self, instant: datetime, lang: str, zone: str) -> Safe:
        """An aware instant on the clock of an IANA zone, the zone named.

        "Tuesday, 20 February 2018, 14:00 (Nairobi time, UTC+3)". Raises ValueError for a naive
        instant, ZoneInfoNotFoundError (a KeyError) for an unknown zone.
        """
        if instant.tzinfo is None:
            raise ValueError("an instant without its zone cannot be shown")
        local = instant.astimezone(ZoneInfo(zone))
        day = self._day(local.date(), _pattern(lang, "full"), lang)
        return Safe(
            self._texts.plain(
                lang,
                "date-moment",
                {"date": day, "time": f"{local:%H:%M}", "zone": self._zone(local, lang, zone)},
            )
        )

    def day(self, day: date, lang: str) -> Safe:
        """One day: "19 March 2018"."""
        return self._day(day, _pattern(lang, "long"), lang)

    def span(self, span: Span, lang: str) -> Safe:
        """Days, months, a part of a month or a season, equal months and years said once.

        "19–23 March 2018", "30 April – 3 May 2018", "February–August 2018", "mid-March 2018".
        """
        if span.precision is Precision.SEASON:
            year = str(span.first.year)
            return Safe(
                self._texts.plain(lang, "date-season", {"season": span.part or "", "year": year})
            )
        if span.precision is Precision.PART:
            month = self._day(span.first, _month(lang), lang)
            return Safe(
                self._texts.plain(lang, "date-part", {"part": span.part or "", "month": month})
            )
        if span.precision is Precision.MONTH:
            if (span.first.year, span.first.month) == (span.last.year, span.last.month):
                return self._day(span.first, _month(lang), lang)
            return self._range(span, "yMMMM", lang)
        if span.first == span.last:
            return self.day(span.first, lang)
        return self._range(span, "yMMMMd", lang)

    def minutes(self, count: int, lang: str) -> Safe:
        """A length: "75 minutes"."""
        return Safe(self._texts.plain(lang, "date-minutes", {"minutes": count}))

    def _zone(self, local: datetime, lang: str, zone: str) -> Safe:
        if is_utc(zone):
            return Safe("UTC")
        city = zone_name(zone, lang)
        return Safe(self._texts.plain(lang, "date-zone", {"city": city, "offset": _offset(local)}))

    def _range(self, span: Span, skeleton: str, lang: str) -> Safe:
        """Both ends by the patterns of the CLDR for the largest unit in which they differ."""
        patterns = locale_of(lang).interval_formats
        # Few languages have a pattern with the day and the month's whole name.
        found = patterns.get(skeleton) or patterns[skeleton.replace("MMMM", "MMM")]
        first, last = (_MONTH.sub("MMMM", part) for part in found[_difference(span)])
        if _MONTH.sub("", first).strip() in _DASHES:
            first, last = "MMMM–", last.lstrip()
        first = first.replace("\N{THIN SPACE}", " ")
        return Safe(self._day(span.first, first, lang) + self._day(span.last, last, lang))

    def _day(self, day: date, pattern: str, lang: str) -> Safe:
        if day.day == 1:
            first = f"'{self._texts.plain(lang, 'date-first-day')}'"
            pattern = _DAY.sub(lambda found: first if found[0] == "d" else found[0], pattern)
        return Safe(format_date(day, pattern, locale=locale_of(lang)))


def _pattern(lang: str, style: str) -> str:
    return str(locale_of(lang).date_formats[style].pattern)


def _month(lang: str) -> str:
    return str(locale_of(lang).datetime_skeletons["yMMMM"].pattern)


def _difference(span: Span) -> str:
    """The largest unit in which both ends differ, as the CLDR's interval patterns name it."""
    if span.first.year != span.last.year:
        return "y"
    return "M" if span.first.month != span.last.month else "d"


def _offset(local: datetime) -> str:
    """ "UTC+3", "UTC−3:30", "UTC+0"."""
    seconds = (local.utcoffset() or timedelta()).total_seconds()
    hours, minutes = divmod(round(abs(seconds) / 60), 60)
    sign = "\N{MINUS SIGN}" if seconds < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")
