"""The time zone that somebody means who types a city or a country."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones

from babel.core import get_global
from rapidfuzz import fuzz, process

from bot.i18n.ftl import locale_of
from bot.i18n.names import is_utc, zone_name

MOST = 8

# People type a city in a language that is not the one they chose, too.
_LANGUAGES = ("en", "fr", "es", "ar")
_PREFIX_FROM = 3
_TYPO_FROM = 5
_ALIKE = 84
_LONGEST = 60
_ARTICLE = re.compile(r"(?:le|la|les|el|los|las|the) (?=\w)|ال(?=\w{3})")
_ARABIC = str.maketrans("ةىـ", "هي ")


def find_zones(text: str, lang: str) -> list[str]:
    """IANA names for a city or country that a person typed, the best first, at most `MOST`.

    A name counts in `lang`, English, French, Spanish and Arabic; a small slip is forgiven. The list
    is empty when nothing is near enough. An offset as in "UTC+3" names no place and finds nothing.
    """
    if len(text) > _LONGEST:
        return []
    index = _index(tuple(sorted({*_LANGUAGES, lang})))
    for said in (text, text.split(",")[0]):
        if found := list(dict.fromkeys(_matches(_folded(said), index))):
            return found[:MOST]
    return []


@dataclass(frozen=True)
class _Index:
    """Zones by folded names: of the places after which they are named, and of countries."""

    cities: Mapping[str, Sequence[str]]
    countries: Mapping[str, Sequence[str]]


def _matches(said: str, index: _Index) -> Iterator[str]:
    if is_utc(said.upper()):
        yield "UTC"
    if not said:
        return
    tables = (index.cities, index.countries)
    for table in tables:
        yield from table.get(said, ())
    if len(said) >= _PREFIX_FROM:
        for table in tables:
            for name in sorted(name for name in table if name.startswith(said)):
                yield from table[name]
    if len(said) >= _TYPO_FROM and not any(said in table for table in tables):
        yield from _near(said, tables)


def _near(said: str, tables: Iterable[Mapping[str, Sequence[str]]]) -> Iterator[str]:
    zones = {name: found for table in tables for name, found in table.items()}
    near = process.extract(said, list(zones), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=MOST)
    for name, _score, _at in near:
        yield from zones[name]


def _folded(name: str) -> str:
    """Lower case letters and digits, without accents, hamza forms and a leading article."""
    letters = unicodedata.normalize("NFKD", name.casefold()).translate(_ARABIC)
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = " ".join(re.findall(r"[^\W_]+", kept))
    return _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words


@cache
def _index(languages: tuple[str, ...]) -> _Index:
    known = available_timezones()
    territories: Mapping[str, Sequence[str]] = get_global("territory_zones")
    cities: dict[str, list[str]] = {}
    countries: dict[str, list[str]] = {}
    for territory, zones in territories.items():
        shown = _ranked(zone for zone in zones if zone in known and not zone.startswith("Etc/"))
        for lang in languages:
            if country := locale_of(lang).territories.get(territory):
                _add(countries, country, shown)
        for zone in shown:
            _add(cities, zone, [zone])
            _add(cities, zone.rpartition("/")[2], [zone])
            for lang in languages:
                _add(cities, zone_name(zone, lang), [zone])
    return _Index(cities, countries)


def _add(table: dict[str, list[str]], name: str, zones: Iterable[str]) -> None:
    known = table.setdefault(_folded(name), [])
    known.extend(zone for zone in zones if zone not in known)


def _ranked(zones: Iterable[str]) -> list[str]:
    """The zones of a country, those first that stand for many people."""
    # CLDR names one zone for each of Windows' zones: that of the largest place.
    large = frozenset(get_global("windows_zone_mapping").values())
    order = _places_by_weight()
    return sorted(zones, key=lambda zone: (zone not in large, order.get(zone, len(order)), zone))


@cache
def _places_by_weight() -> Mapping[str, int]:
    """The table of the time zone database, which puts a country's main places first."""
    table = files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8")
    lines = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {columns[2]: number for number, columns in enumerate(lines)}
