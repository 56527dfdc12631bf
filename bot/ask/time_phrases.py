"""Phrases for a time in a question to the days that are meant.

The words stand in locales/<lang>/ask.yaml under `time` and `month`.
"""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.ask.number_dates import YEARS, number_date
from bot.ask.phrases import Match
from bot.ask.ranges import (
    DAY,
    SEASONS,
    Range,
    day_of,
    month_of,
    part_of,
    relative,
    season,
    year_of,
)
from bot.ask.signs import is_kind
from bot.ask.tokens import Token

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name)}
_YEARS_AWAY = {"time.last_year": -1, "time.next_year": 1}
_SHORT_YEARS = range(13, 32)
"""Numbers behind a month that are the year of a bulletin, which has no day: "news Jan 17"."""
_LEADING = frozenset({"time.within", "time.of", "time.before", "time.beginning", "time.end"})
"""What a word is led by that is a month's name here: "in may"."""


@dataclass(frozen=True, slots=True)
class Time:
    """What a question says of time, and the numbers of the tokens that say it."""

    within: Range | None = None
    used: frozenset[int] = frozenset()


def read_time(tokens: Sequence[Token], matches: Sequence[Match], today: date) -> Time:
    """The time that a question names: of several the narrowest, "before" and "after" applied."""
    reader = _Reader(tokens, matches, today)
    found = reader.read()
    return Time(found, frozenset(reader.used))


class _Reader:
    def __init__(self, tokens: Sequence[Token], matches: Sequence[Match], today: date) -> None:
        self.tokens, self.today = tokens, today
        self.named: dict[int, tuple[Match, str]] = {}
        for match in matches:
            for meaning in sorted(match.meanings):
                if meaning.startswith(("time.", "month.")):
                    self.named[match.start] = match, meaning
        self.used: set[int] = set()
        self.on = {match.end for match in matches if match.meanings == {"kind.events"}}
        """Where a month is named even by a word like "may": "anything in may"."""
        self.year = today.year + sum(_YEARS_AWAY.get(one, 0) for _, one in self.named.values())
        self.in_news = any("kind.news" in match.meanings for match in matches)
        self.kept = {
            number
            for match in matches
            if is_kind(match)
            for number in range(match.start, match.end)
        }

    def read(self) -> Range | None:
        found: list[tuple[int, Range]] = []
        for start, (match, meaning) in self.named.items():
            section, _, name = meaning.partition(".")
            made: Range | None = None
            if section == "month":
                made = self.month(match, _MONTHS[name])
            elif name in SEASONS:
                made = self.season(match, name)
            elif name == "zone":
                # The place behind it tells whose clock is meant, and is not asked about.
                self.used.update(range(match.start, match.end + 1))
            elif made := relative(name, self.today):
                self.use(match)
            if made:
                found.append((start, made))
        if not found:
            found += list(self.in_numbers()) or self.days_and_years()
        elif parts := list(self.parts_of_years()):
            return self.turned(*parts[0])  # "the bulletin of early 2017, before the one of March"
        if not found:
            return None
        start, narrowest = min(found, key=lambda one: one[1].last - one[1].first)
        length = narrowest.last - narrowest.first
        alike = [one for _, one in found if one.last - one.first <= length + DAY * 3]
        hull = Range(min(one.first for one in alike), max(one.last for one in alike))
        return self.turned(start, hull)

    def use(self, match: Match) -> None:
        self.used.update(range(match.start, match.end))

    def number(self, at: int, values: range) -> int | None:
        if 0 <= at < len(self.tokens) and at not in self.kept:
            text = self.tokens[at].text
            if text.isdecimal() and len(text) <= 4 and int(text) in values:
                return int(text)
        return None

    def month(self, match: Match, month: int) -> Range | None:
        """A month with its day and year where they stand beside it."""
        before = match.start - 1
        if before in self.named and self.named[before][1] == "time.of":
            before -= 1
        after = match.end
        if after in self.named and self.named[after][1] == "time.of":
            after += 1
        day = self.number(before, range(1, 32))
        day_at = before
        if day is None and (day := self.number(after, range(1, 32))) is not None:
            day_at = after
            after += 1
        year = self.number(after, YEARS)
        if year is None and (
            year := next(
                (y for at in range(len(self.tokens)) if (y := self.number(at, YEARS))), None
            )
        ):
            after = next(at for at in range(len(self.tokens)) if self.number(at, YEARS))
        issued = self.in_news and year is None and day_at == match.end
        if issued and day is not None and day in _SHORT_YEARS:
            year, day, after = 2000 + day, None, day_at
        if self.doubtful(match) and day is None and year is None:
            return None
        self.use(match)
        if day is not None:
            self.used.add(day_at)
        if year is not None:
            self.used.add(after)
        whole = month_of(year or self.year, month)
        return day_of(whole, day)

    def doubtful(self, match: Match) -> bool:
        """Whether a month's name is also another word ("may") and nothing shows which it is."""
        if "ask.filler" not in match.meanings:
            return False
        beside = [self.named.get(match.start - away) for away in (1, 2)]  # "April or May"
        return not (
            match.end in self.kept
            or match.start in self.on
            or any(one and one[1].startswith("month.") for one in beside)
            or any(one.end == match.start and name in _LEADING for one, name in self.named.values())
        )

    def season(self, match: Match, name: str) -> Range:
        year = self.number(match.end, YEARS)
        if year is None and match.end in self.named and self.named[match.end][1] == "time.of":
            year = self.number(match.end + 1, YEARS)
        self.use(match)
        if year is not None:
            self.used.update(
                {match.end, match.end + 1}
                & {at for at in range(len(self.tokens)) if self.number(at, YEARS)}
            )
        made = season(name, year or self.year)
        if year is None and self.year == self.today.year and made.last < self.today:
            return season(name, self.today.year + 1)
        return made

    def parts_of_years(self) -> Iterator[tuple[int, Range]]:
        """Years whose beginning or end is named."""
        for match, name in self.named.values():
            if name in ("time.beginning", "time.end"):
                at = match.end
                if at in self.named and self.named[at][1] == "time.of":
                    at += 1
                if year := self.number(at, YEARS):
                    self.used.add(at)
                    yield at, year_of(year)

    def in_numbers(self) -> Iterator[tuple[int, Range]]:
        """Dates without the name of a month: "20/2/2018"."""
        at = 0
        while at < len(self.tokens):
            written = number_date(self.tokens, at)
            if written is None or at in self.kept:
                at += 1
                continue
            day, month, year, count = written
            self.used.update(range(at, at + count))
            yield at, day_of(month_of(year or self.year, month), day)
            at += count

    def days_and_years(self) -> Iterator[tuple[int, Range]]:
        """Years, and days of this month or the next: "the 20th"; "the 2nd part" is none."""
        for at, token in enumerate(self.tokens):
            if year := self.number(at, YEARS):
                self.used.add(at)
                yield at, year_of(year)
                continue
            marked = at - 1 in self.named and self.named[at - 1][1] == "time.day"
            if (token.ordinal and len(token.text) == 2) or marked:
                day = self.number(at, range(10 if not marked else 1, 32))
                counts = token.ordinal and len(token.text) == 1 and at + 1 < len(self.tokens)
                if day is None or counts or at + 1 in self.kept:
                    continue
                whole = month_of(self.today.year, self.today.month)
                if day < self.today.day:
                    years, month = divmod(self.today.month, 12)
                    whole = month_of(self.today.year + years, month + 1)
                if day <= whole.last.day:
                    self.used.add(at)
                    yield at, day_of(whole, day)

    def leads_to(self, named: tuple[Match, str], start: int) -> bool:
        """Whether "before" or "after" stands beside a time: "after the webinar of 20 February"."""
        between = range(named[0].end, start)
        if self.kept.isdisjoint(between):
            return len(between) <= 3 and named[0].end <= start
        joined = {
            at
            for match, name in self.named.values()
            if name in ("time.of", "time.day", "time.within")
            for at in range(match.start, match.end)
        }
        return named[1] == "time.after" and all(
            at in self.kept | joined | self.used for at in between
        )

    def turned(self, start: int, found: Range) -> Range:
        for ahead in range(start - 1, start - 9, -1):
            named = self.named.get(ahead)
            if ahead in self.kept:
                continue
            if named is None or not self.leads_to(named, start):
                continue
            if named[1] in ("time.beginning", "time.end"):
                self.use(named[0])
                found = part_of(found, named[1].removeprefix("time."))
            if named[1] == "time.until":
                self.use(named[0])
                return Range(self.today, max(found.last, self.today))
            if named[1] == "time.before":
                self.use(named[0])
                last = found.first - DAY
                return Range(self.today if last >= self.today else date.min, last)
            if named[1] == "time.after":
                self.use(named[0])
                return Range(found.last + DAY, date.max)
        return found
