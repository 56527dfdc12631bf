"""Names of languages and time zones, and several names in a row, as the Unicode CLDR has them."""

from collections.abc import Sequence
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.lists import format_list

from bot.i18n.ftl import locale_of
from bot.i18n.safe import Safe

_UTC = frozenset({"UTC", "Etc/UTC", "GMT", "Etc/GMT", "Etc/UCT", "Zulu", "Etc/Zulu"})


def language_name(code: str, lang: str) -> str:
    """The language `code` as readers of `lang` call it: "French", "français"; a code unknown to the
    CLDR stays as it is.
    """
    names = locale_of(lang).languages
    return str(names.get(code.replace("-", "_"), code))


def own_name(code: str) -> str:
    """A language as its own speakers call it, as on a button: "Français"."""
    try:
        name = Locale.parse(code, sep="-").get_display_name() or code
    except UnknownLocaleError:
        return code
    return name[:1].upper() + name[1:]


def is_utc(zone: str) -> bool:
    """Whether the IANA name stands for UTC itself, not for a place."""
    return zone in _UTC


def zone_name(zone: str, lang: str) -> str:
    """The place that an IANA time zone is named after, in `lang`: "Nairobi", "Le Caire"; or UTC."""
    if is_utc(zone):
        return "UTC"
    known = locale_of(lang).time_zones
    for name in (zone, *_former_names().get(zone, ())):
        if city := known.get(name, {}).get("city"):
            return str(city)
    return zone.rpartition("/")[2].replace("_", " ")


def joined(parts: Sequence[Safe], lang: str) -> Safe:
    """Several things in a row: "a, b and c". They are isolated already, as by `safe.escaped`."""
    return Safe(format_list(list(parts), "standard", locale_of(lang)))


@cache
def _former_names() -> dict[str, list[str]]:
    """The CLDR keeps a city under the name that its zone had first: Asia/Calcutta."""
    former: dict[str, list[str]] = {}
    for old, new in get_global("zone_aliases").items():
        former.setdefault(new, []).append(old)
    return former
