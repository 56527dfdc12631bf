"""What a feature says, as words: pure, and kept for when it is said again.

Most of what a bot says it says often: cards, lists, the menu. To find it costs a tenth of wording
it anew.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from html import escape
from typing import NamedTuple

from bot.domain.items import Lang
from bot.domain.when import Moment, Span
from bot.i18n.dates import Dates
from bot.i18n.names import joined, language_name, own_name, zone_name
from bot.i18n.safe import Safe, escaped, led_from_the_right, quoted
from bot.i18n.texts import Argument, Texts
from bot.ports.speech import (
    Html,
    Label,
    Language,
    Lines,
    Linked,
    Listed,
    Msg,
    OwnName,
    Phrase,
    Quoted,
    Typed,
    Zone,
)

KEPT = 1024
"""How many messages, and buttons, are kept, the ones said last: some megabytes at the most."""


class Place(NamedTuple):
    """For whom something is worded: the language, and the time zone by its IANA name."""

    lang: Lang
    zone: str


class Wording:
    """Words phrases with the messages of the locale files."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._dates = Dates(texts)
        self._whole = lru_cache(KEPT)(self._worded)

    def whole(self, phrase: Phrase, place: Place) -> str:
        """A whole message as Telegram HTML; in a right-to-left language every line is set out
        from the right."""
        try:
            return self._whole(phrase, place)
        except TypeError:  # what somebody typed is in it: it can't be kept
            return self._worded(phrase, place)

    def label(self, label: Label, place: Place) -> str:
        """What stands on a button, as text."""
        match label:
            case Msg(key, args):
                return self._texts.plain(place.lang, key, self._arguments(args, place))
            case str():
                return label
            case _:
                return self._name(label, place)

    def _worded(self, phrase: Phrase, place: Place) -> str:
        words = self._html(phrase, place)
        return led_from_the_right(words) if self._texts.is_rtl(place.lang) else words

    def _html(self, phrase: Phrase, place: Place) -> Safe:
        """A phrase as Telegram HTML in the language and the zone."""
        match phrase:
            case Html(html):
                return Safe(html)
            case Typed(text):
                return escaped(text)
            case Quoted(text):
                return quoted(text)
            case str():
                return escaped(phrase)
            case Msg(key, args):
                return self._texts.html(place.lang, key, self._arguments(args, place))
            case Lines(parts, gap):
                words = [self._html(one, place) for one in parts if one is not None]
                return Safe(("\n" * (gap + 1)).join(word for word in words if word))
            case Linked(label, url):
                return Safe(f'<a href="{escape(url)}">{self._html(label, place)}</a>')
            case Listed(parts):
                return joined([self._html(one, place) for one in parts], place.lang)
            case int():
                return Safe(str(phrase))
            case _:
                return Safe(escape(self._name(phrase, place)))

    def _name(
        self, phrase: datetime | Moment | Span | Language | OwnName | Zone, place: Place
    ) -> str:
        match phrase:
            case datetime():
                return self._dates.moment(phrase, place.lang, place.zone)
            case Moment(start=start):
                return self._dates.moment(start, place.lang, place.zone)
            case Span():
                return self._dates.span(phrase, place.lang)
            case Language(code):
                return language_name(code, place.lang)
            case OwnName(code):
                return own_name(code)
            case Zone(name):
                return zone_name(name, place.lang)

    def _arguments(self, args: Mapping[str, Phrase], place: Place) -> dict[str, Argument]:
        """Words and numbers stay what they are, so that a message can choose by them."""
        return {name: self._argument(value, place) for name, value in args.items()}

    def _argument(self, value: Phrase, place: Place) -> Argument:
        match value:
            case Typed(text):
                return text
            case str() | int():
                return value
            case _:
                return self._html(value, place)
