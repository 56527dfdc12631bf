"""All that the files of a community are held to: its content and its locales, all at once."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.catalogue.ask_words import load_ask_words
from bot.catalogue.load import load
from bot.catalogue.problems import ContentError
from bot.domain.catalogue import Catalogue
from bot.domain.problems import Problem
from bot.domain.vocabulary import AskWords
from bot.i18n.check import check_locales
from bot.i18n.ftl import read_locales
from bot.i18n.texts import LocaleError, Texts, texts_of
from bot.i18n.usage import Usage, used_messages

LIMITS = {"command": 256, "-button": 64, "-caption": 1024}
"""The longest texts by the end of their key: https://core.telegram.org/bots/api#botcommand"""


@dataclass(frozen=True, kw_only=True)
class Checked:
    """Content and locales that were read; with `problems` they must not be served."""

    catalogue: Catalogue | None
    texts: Texts | None
    ask_words: AskWords | None
    problems: tuple[Problem, ...]


def check(content: Path, locales: Path) -> Checked:
    """Read both folders and tell every mistake in them."""
    usage = _usage()
    messages = read_locales(locales)
    problems = [*usage.problems, *check_locales(messages, usage.messages, limits=LIMITS)]
    texts, catalogue, words = None, None, None
    try:
        texts = texts_of(messages)
    except LocaleError as error:
        problems += error.problems
    try:
        # The codes are known where a locale file is broken: that hides no mistake of the content.
        catalogue = load(content, messages.languages)
    except ContentError as error:
        problems += error.problems
    try:
        words = load_ask_words(locales, messages.languages)
    except ContentError as error:
        problems += error.problems
    return Checked(
        catalogue=catalogue,
        texts=texts,
        ask_words=words,
        problems=tuple(sorted(set(problems))),
    )


@cache
def _usage() -> Usage:
    """What the code says, which does not change while it runs."""
    return used_messages(Path(__file__).parent)
