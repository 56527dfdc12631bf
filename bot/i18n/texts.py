"""The messages of the locale files as text, with their arguments.

Locale files are Telegram HTML. An argument can neither add markup nor turn the words around it: a
str is escaped, cleaned and isolated, `Safe` passes, and an int selects the plural form and is
written with the digits 0-9 and the separators of the language. Links are made in code, never in a
locale file, since the marks of an isolate would break an address.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentType
from fluent.syntax import ast

from bot.domain.markup import parse_html
from bot.domain.problems import Problem
from bot.i18n.ftl import Locales, locale_of, read_locales
from bot.i18n.safe import Safe, clean, escaped, isolate, needs_isolation

Argument: TypeAlias = str | int
"""A str is what somebody wrote, unless it is `Safe`."""

# Fluent formats with stand-ins, which are replaced at the end: it refuses arguments of more than
# 2,500 characters. Plane 15 is for private use, and no locale file may use it.
_STAND_INS = 0xF0000


class LocaleError(ValueError):
    """Locale files that cannot be read; `problems` says everything that is wrong with them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


class _StandIn(FluentType):
    """A str argument: selects a variant by its value, is written as its stand-in."""

    def __init__(self, value: str, mark: str) -> None:
        self.value = value
        self.mark = mark

    def __eq__(self, other: object) -> bool:
        return self.value == other

    __hash__ = None  # type: ignore[assignment]

    def format(self, _locale: object) -> str:
        return self.mark


class Texts:
    """All messages in all languages. Made by `load_texts`; a change is loaded as a new one."""

    def __init__(self, languages: Sequence[str], bundles: Mapping[str, FluentBundle]) -> None:
        self.languages = tuple(languages)
        """The codes of the languages, the default first."""
        self._bundles = bundles
        self._rtl = {lang: locale_of(lang).text_direction == "rtl" for lang in self.languages}
        self._constants: dict[tuple[bool, str, str], str] = {}

    def is_rtl(self, lang: str) -> bool:
        """Whether the language is written from right to left."""
        return self._rtl[lang]

    def html(self, lang: str, key: str, args: Mapping[str, Argument] | None = None) -> Safe:
        """A message as Telegram HTML.

        Raises KeyError naming a message or language that does not exist, ValueError when the
        message cannot be formatted, as where an argument is missing.
        """
        if args:
            return Safe(self._format(lang, key, args, _as_html, str))
        known = self._constants.get((True, lang, key))
        if known is None:
            known = self._constants[True, lang, key] = self._format(lang, key, {}, _as_html, str)
        return Safe(known)

    def plain(self, lang: str, key: str, args: Mapping[str, Argument] | None = None) -> str:
        """A message as text without markup, for a button, a command's description, a caption.

        An argument is isolated only where it runs against the direction of the language. Raises
        as `html` does.
        """
        if args:
            rtl = self._rtl[lang]
            return self._format(lang, key, args, lambda text: _as_plain(text, rtl), _unmarked)
        known = self._constants.get((False, lang, key))
        if known is None:
            known = self._format(lang, key, {}, _as_html, _unmarked)
            self._constants[False, lang, key] = known
        return known

    def _format(
        self,
        lang: str,
        key: str,
        args: Mapping[str, Argument],
        written: Callable[[str], str],
        finished: Callable[[str], str],
    ) -> str:
        if lang not in self._bundles:
            raise KeyError(f"no language {lang}")
        bundle = self._bundles[lang]
        if not bundle.has_message(key) or (pattern := bundle.get_message(key).value) is None:
            raise KeyError(f"no message {key} in {lang}")
        stand_ins: dict[int, str] = {}
        given: dict[str, object] = {}
        for code, (name, value) in enumerate(args.items(), _STAND_INS):
            if isinstance(value, str):
                stand_ins[code] = written(value)
                given[name] = _StandIn(value, chr(code))
            else:
                given[name] = value
        text, errors = bundle.format_pattern(pattern, given)
        if errors or not isinstance(text, str):
            # An error may quote an argument, which is nobody's business; its kind says enough.
            kinds = ", ".join(sorted({type(error).__name__ for error in errors}))
            raise ValueError(f"{key} in {lang} cannot be formatted with {sorted(args)}: {kinds}")
        return finished(text).translate(stand_ins)


def _as_html(value: str) -> str:
    if not isinstance(value, Safe):
        return escaped(value)
    # Several lines are paragraphs of their own already, each with its own direction.
    return value if "\n" in value else isolate(value)


def _as_plain(value: str, rtl: bool) -> str:
    text = _unmarked(value) if isinstance(value, Safe) else clean(value)
    return isolate(text) if needs_isolation(text, rtl=rtl) else text


def _unmarked(text: str) -> str:
    return parse_html(text)[0] if "<" in text or "&" in text else text


def load_texts(folder: Path, languages: Sequence[str] | None = None) -> Texts:
    """The messages of a folder of locales: ``<folder>/<lang>/*.ftl``.

    Languages and their order are those of ``<folder>/languages.txt``, one code a line, unless
    `languages` says others. Raises LocaleError as `texts_of` does.
    """
    return texts_of(read_locales(folder, languages))


def texts_of(locales: Locales) -> Texts:
    """The messages of locale files that were read.

    Raises LocaleError with all mistakes that keep a file from being read; `bot.i18n.check` finds
    the others.
    """
    if locales.problems:
        raise LocaleError(locales.problems)
    bundles = {}
    for lang in locales.languages:
        bundles[lang] = FluentBundle([lang], use_isolating=False)
        nodes: list[ast.EntryType] = [entry.node for entry in locales.entries[lang].values()]
        bundles[lang].add_resource(ast.Resource(nodes))
    return Texts(locales.languages, bundles)
