"""Everything that the repository's locales can say, with an argument of each kind."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from fluent.syntax import ast

from bot.domain.markup import parse_html
from bot.i18n.ftl import Entry, Locales, read_locales
from bot.i18n.readings import nodes
from bot.i18n.texts import Argument, Texts, load_texts
from bot.i18n.variants import is_plural, key_text

COUNTS = (0, 1, 2, 3, 7, 11, 100, 101)
"""Numbers that take every plural form of every language here."""

STAND_IN = "\N{BLACK SQUARE}"
"""What is given for a text: no letter of any language, and nothing to escape."""

_ISOLATED = re.compile("\u2068[^\u2069]*\u2069")
_MARKS = re.compile("[\u200e\u200f\u2068\u2069]")


@dataclass(frozen=True)
class Saying:
    """One message in one language, formatted with one choice of arguments."""

    lang: str
    key: str
    args: Mapping[str, Argument]
    html: str
    plain: str

    def __str__(self) -> str:
        return f"{self.lang}/{self.key} {dict(self.args)}: {self.html}"

    @property
    def lines(self) -> list[str]:
        """What the reader sees, without the invisible marks of direction."""
        return _MARKS.sub("", parse_html(self.html)[0]).splitlines()

    @property
    def own(self) -> str:
        """The locale file's own words: its HTML without the texts that were given."""
        return _ISOLATED.sub("", self.html)


def sayings(folder: Path) -> list[Saying]:
    """All that the locales of a folder say, for every word and number that selects a variant."""
    locales, texts = read_locales(folder), load_texts(folder)
    return [
        saying
        for lang in locales.languages
        for key in locales.entries[lang]
        for saying in _of_message(key, lang, locales, texts)
    ]


def _of_message(key: str, lang: str, locales: Locales, texts: Texts) -> Iterator[Saying]:
    choices = _choices(entries[key] for entries in locales.entries.values() if key in entries)
    for values in product(*choices.values()):
        args = dict(zip(choices, values, strict=True))
        html, plain = texts.html(lang, key, args), texts.plain(lang, key, args)
        yield Saying(lang, key, args, html, plain)


def _choices(entries: Iterable[Entry]) -> dict[str, tuple[Argument, ...]]:
    """The values to give for each argument that a message takes in any of the languages."""
    found: dict[str, set[Argument]] = {}
    for entry in entries:
        for node in nodes(entry.node):
            if isinstance(node, ast.VariableReference):
                found.setdefault(node.id.name, set())
            elif isinstance(node, ast.SelectExpression):
                assert isinstance(node.selector, ast.VariableReference), entry.key
                values = COUNTS if is_plural(node) else map(key_text, node.variants)
                found.setdefault(node.selector.id.name, set()).update(values)
    return {name: tuple(sorted(values, key=str)) or (STAND_IN,) for name, values in found.items()}
