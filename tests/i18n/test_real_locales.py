"""The repository's own locales: complete, sound, and in their own language throughout."""

import re
from datetime import UTC, datetime

import pytest

from bot.ask.asker import Asker
from bot.ask.conversation import Conversation
from bot.catalogue.ask_words import load_ask_words
from bot.catalogue.load import load
from bot.check import check
from bot.domain.items import Webinar
from bot.domain.last_answer import Conditions, answered
from bot.domain.markup import parse_html
from bot.i18n.ftl import locale_of, read_locales
from bot.i18n.safe import led_from_the_right
from bot.i18n.usage import used_messages
from tests.i18n.folders import LOCALES
from tests.i18n.sayings import COUNTS, Saying, sayings

ROOT = LOCALES.parent
LANGUAGES = ("en", "fr", "es", "ar")
NOW = datetime(2018, 2, 12, tzinfo=UTC)

SAME_IN_ENGLISH = {
    ("fr", "menu-button", "☰ Menu"),
    ("fr", "link", "Page"),
    ("fr", "date-minutes", "# minutes"),
    ("fr", "date-minutes", "# minute"),
    ("fr", "card-length", "⏱ # minutes"),
    ("fr", "card-length", "⏱ # minute"),
    ("fr", "question-asked", "❓ Question ■ (■)"),
}
"""What a language says with the very words of English, by language and message."""

LATIN_IN_ARABIC = {"CPMS", "UTC", "safeguarding"}
"""Names that the Arabic texts write in Latin letters, besides the commands."""

COMMAND = re.compile(r"/[a-z]+")
WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[A-Za-zÀ-ÿ]+")
ARABIC = re.compile(r"[\u0620-\u064a]")
QUOTED = re.compile("[“«]\\s*(.+?)\\s*[”»]")


@pytest.fixture(scope="module")
def said() -> list[Saying]:
    return sayings(LOCALES)


@pytest.fixture(scope="module")
def arabic(said: list[Saying]) -> list[Saying]:
    return [one for one in said if one.lang == "ar"]


def test_content_and_locales_have_no_mistake() -> None:
    assert check(ROOT / "content", LOCALES).problems == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_has_each_message_of_the_code_and_no_other(lang: str) -> None:
    used = used_messages(ROOT / "bot").messages

    assert set(read_locales(LOCALES).entries[lang]) == set(used)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_numbers_that_are_tried_take_every_plural_form(lang: str) -> None:
    form = locale_of(lang).plural_form

    assert {form(number) for number in COUNTS} == {form(number) for number in range(1001)}


def test_whatever_is_said_is_html_that_telegram_takes(said: list[Saying]) -> None:
    assert {one.lang for one in said} == set(LANGUAGES)
    for one in said:
        text, _ = parse_html(one.html)
        assert text, one
        assert not re.search(r"[{}]|<\w", text), one


def test_no_line_of_another_language_is_english(said: list[Saying]) -> None:
    english = {line for one in said if one.lang == "en" for line in one.lines}
    left = {
        (one.lang, one.key, re.sub(r"\d+", "#", line))
        for one in said
        for line in one.lines
        if one.lang != "en" and line in english and WORD.search(line)
    }

    assert left == SAME_IN_ENGLISH


def test_arabic_has_no_latin_words_but_names_and_commands(arabic: list[Saying]) -> None:
    for one in arabic:
        own = COMMAND.sub("", parse_html(one.own)[0])
        assert set(LATIN.findall(own)) <= LATIN_IN_ARABIC, one


def test_arabic_lines_begin_from_the_right(arabic: list[Saying]) -> None:
    """The renderer leads a line that begins with a command; a label has to do it by itself."""
    for one in arabic:
        for line in f"{one.html}\n{one.plain}".splitlines():
            if ARABIC.search(line) and not line.startswith("\u200e/"):
                assert led_from_the_right(line) == line, one


def test_a_command_in_arabic_keeps_its_slash_in_front(arabic: list[Saying]) -> None:
    """Without the left-to-right mark the slash would be shown behind the command."""
    for one in arabic:
        for found in COMMAND.finditer(re.sub("<code>|</?[a-z]+>", "", one.own)):
            assert found.string[found.start() - 1] == "\u200e", one


def test_french_marks_hold_on_to_their_word(said: list[Saying]) -> None:
    """By a space where no line breaks; and the apostrophe is the curved one."""
    for one in said:
        if one.lang == "fr":
            text, _ = parse_html(one.own)
            assert not re.search("(?<![\u00a0\u202f])[;:?!»]|«(?!\u00a0)|'", text), one


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_questions_that_are_suggested_find_an_answer(lang: str, said: list[Saying]) -> None:
    words = load_ask_words(ROOT / "locales", LANGUAGES)
    catalogue = load(ROOT / "content", LANGUAGES)
    ask = Conversation(Asker(catalogue, words), catalogue, words)
    suggested = [
        question
        for one in said
        if one.lang == lang and one.key in ("help", "menu")
        for question in QUOTED.findall(one.own)
    ]

    assert len(suggested) == 7
    whole, following = suggested[:4], suggested[4:]
    last = answered([item.id for item in catalogue.all(Webinar)], Conditions(), NOW)
    for question in whole:
        assert ask(question, lang, NOW).answers, question
        assert not ask(question, lang, NOW, last).follows, question
    for message in following:
        assert ask(message, lang, NOW, last).follows, message
