"""The kinds of value that content files hold, each with what may stand in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, TypeAlias
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from pydantic import AfterValidator, BeforeValidator, PlainValidator, ValidationInfo

from bot.catalogue.markup import web_address
from bot.catalogue.mistakes import Mistake, also, meant, shown
from bot.domain.items import Kind
from bot.domain.markup import utf16_length
from bot.domain.when import Precision, Span, When, parse_when

_SLUG = re.compile(r"[a-z0-9-]{1,40}")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_UNKNOWN = "unknown"


def within(limit: int) -> AfterValidator:
    """Text of at most `limit` UTF-16 code units, as Telegram counts."""

    def check(text: str) -> str:
        if (length := utf16_length(text)) > limit:
            raise ValueError(f"is {length} characters long; shorten it to at most {limit}")
        return text

    return AfterValidator(check)


def _one_line(text: str) -> str:
    if "\n" in text:
        raise ValueError("holds a line break; write it as one line")
    return text


def whole(first: int, last: int) -> BeforeValidator:
    """A whole number between two others, both included."""

    def read(value: Any) -> int:
        if isinstance(value, str) and _NUMBER.fullmatch(value) and first <= int(value) <= last:
            return int(value)
        raise ValueError(f"must be a whole number from {first} to {last}, not {shown(value)}")

    return BeforeValidator(read)


def _yes_no(value: Any) -> bool:
    if value not in ("true", "false"):
        raise ValueError(f"must be true or false, not {shown(value)}")
    return bool(value == "true")


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        raise ValueError("must be 1 to 40 of the characters a-z, 0-9 and -")
    return text


def _item_id(text: str) -> str:
    kind, _, slug = text.partition("/")
    if kind not in list(Kind):
        raise ValueError(f"must begin with a kind and a slash{meant(kind, Kind)}")
    _slug(slug)
    return text


def _date(value: Any) -> When | None:
    if isinstance(value, str):
        return parse_when(value)
    raise ValueError(f"must be a date, not {shown(value)}")


def _days(value: Any) -> Span:
    if isinstance(found := _date(value), Span):
        return found
    raise ValueError("must be a day, a month, a part of one or a season; an instant is too exact")


def _days_or_unknown(value: Any) -> Span | None:
    return None if value == _UNKNOWN else _days(value)


def _month(value: Any) -> Span:
    found = _days(value)
    several = (found.first.year, found.first.month) != (found.last.year, found.last.month)
    if found.precision is not Precision.MONTH or several:
        raise ValueError("must be a month, such as 2018-05")
    return found


def _day(value: Any) -> Span:
    found = _days(value)
    if found.first != found.last:
        raise ValueError("must be a day, such as 2026-11-23")
    return found


def _address(value: Any) -> str | None:
    if value == _UNKNOWN:
        return None
    if isinstance(value, str):
        return web_address(value)
    raise ValueError(f"must be an address, not {shown(value)}")


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):
        known = meant(text, available_timezones())
        raise ValueError(f"no time zone has this name{known}") from None
    return text


@cache
def _language_codes() -> Mapping[str, str]:
    names: Mapping[str, str] = Locale("en").languages
    return {code: name for code, name in names.items() if len(code) == 2}


def _language(text: str) -> str:
    if text not in _language_codes():
        raise ValueError("must be a language's code of two letters, such as en, fr, es or ar")
    return text


def _no_repeats(value: Any, _info: ValidationInfo) -> Iterator[Mistake]:
    seen: set[str] = set()
    for at, one in enumerate(value if isinstance(value, list) else ()):
        if isinstance(one, str):
            if one in seen:
                yield Mistake((at,), "stands twice in the list; keep it once")
            seen.add(one)


def every_language(value: Any, info: ValidationInfo) -> Iterator[Mistake]:
    """That a mapping has exactly the languages which the bot speaks (the context's `languages`)."""
    if not isinstance(value, dict):
        return
    languages: Sequence[str] = (info.context or {})["languages"]
    for language in languages:
        if language not in value:
            yield Mistake((language,), f"is missing; add the text in {_language_name(language)}")
    for name in value:
        if name not in languages:
            told = f"is no language that the bot speaks{meant(name, languages)}"
            yield Mistake((name,), told, at_key=True)


def _language_name(code: str) -> str:
    return _language_codes().get(code, code)


YesNo: TypeAlias = Annotated[bool, BeforeValidator(_yes_no)]
Slug: TypeAlias = Annotated[str, AfterValidator(_slug)]
ItemId: TypeAlias = Annotated[str, AfterValidator(_item_id)]
Language: TypeAlias = Annotated[str, AfterValidator(_language)]
Zone: TypeAlias = Annotated[str, AfterValidator(_zone)]
Address: TypeAlias = Annotated[str | None, PlainValidator(_address)]

AnyWhen: TypeAlias = Annotated[When | None, PlainValidator(_date)]
Days: TypeAlias = Annotated[Span, PlainValidator(_days)]
DaysOrUnknown: TypeAlias = Annotated[Span | None, PlainValidator(_days_or_unknown)]
Month: TypeAlias = Annotated[Span, PlainValidator(_month)]
Day: TypeAlias = Annotated[Span, PlainValidator(_day)]

Word: TypeAlias = Annotated[str, AfterValidator(_one_line), within(80)]
Title: TypeAlias = Annotated[str, AfterValidator(_one_line), within(120)]
Source: TypeAlias = Annotated[str, AfterValidator(_one_line), within(200)]
Prose: TypeAlias = Annotated[str, within(400)]

Words: TypeAlias = Annotated[dict[str, Word], also(every_language)]
Proses: TypeAlias = Annotated[dict[str, Prose], also(every_language)]
Slugs: TypeAlias = Annotated[tuple[Slug, ...], also(_no_repeats)]
ItemIds: TypeAlias = Annotated[tuple[ItemId, ...], also(_no_repeats)]
Languages: TypeAlias = Annotated[tuple[Language, ...], also(_no_repeats)]
Zones: TypeAlias = Annotated[tuple[Zone, ...], also(_no_repeats)]
Aliases: TypeAlias = Annotated[tuple[Word, ...], also(_no_repeats)]
