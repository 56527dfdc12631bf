"""Every mistake in a locale file is found, placed, and told with what to do."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.i18n.check import check_locales
from bot.i18n.ftl import read_locales
from bot.i18n.usage import Arguments, used_messages
from tests.i18n.folders import LOCALES, locales

NONE: Arguments = frozenset()


def check(folder: Path, used: Mapping[str, Arguments], **limits: int) -> list[str]:
    return [
        str(problem).removeprefix("locales/")
        for problem in check_locales(
            read_locales(folder),
            used,
            limits={key.replace("_", "-"): most for key, most in limits.items()},
        )
    ]


def test_good_locales_have_no_problem(tmp_path: Path) -> None:
    english = """
        -brand = Baraza
        a = <b>{ $name }</b> &amp; <a href="https://example.org">{ -brand }</a>
        n = { $count ->
            [0] none
            [one] { $count } item
           *[other] { $count } items, { b }
        }
        b = { 3 } bees{ { "!" } }
        k = { $kind ->
            [webinar] a webinar
           *[other] another
        }
    """
    french = """
        a = { $name }
        n = { $count ->
            [one] { $count } élément
            [many] { $count } d’éléments
           *[other] { $count } éléments
        }
        b = abeilles
        k = { $kind ->
            [webinar] un webinaire
           *[other] autre chose
        }
    """
    used: dict[str, Arguments] = {
        "a": frozenset({"name"}),
        "n": frozenset({"count"}),
        "k": None,
        "b": NONE,
    }

    assert check(locales(tmp_path, en=english, fr=french), used) == []


def test_the_repositorys_own_dates_have_no_problem() -> None:
    used = used_messages(LOCALES.parent / "bot").messages
    dates = {key: args for key, args in used.items() if key.startswith("date-")}
    found = check_locales(read_locales(LOCALES), dates)

    assert [str(problem) for problem in found if "/dates.ftl:" in problem.file] == []
    assert dates.keys() >= {"date-moment", "date-zone", "date-part", "date-season", "date-minutes"}


ONE_LANGUAGE = [
    (
        "what cannot be read",
        "a = { $name\n",
        'en/main.ftl:1:12: a: cannot be read (Expected token: "}"); mend the line',
    ),
    (
        "a key written twice",
        "a = x\na = y\n",
        "en/main.ftl:2:1: a: stands at locales/en/main.ftl:1 already; rename or remove one of them",
    ),
    (
        "a message in no use",
        "a = x\nb = y\n",
        "en/main.ftl:2:1: b: is in no use; remove it",
    ),
    (
        "a term in no use",
        "a = x\n-b = y\n",
        "en/main.ftl:2:2: -b: is in no use; remove it",
    ),
    (
        "a message that the code says and nobody wrote",
        "",
        "en:1:1: a: is said by the code and missing; write it",
    ),
    (
        "an argument that the code does not give",
        "a = Hello { $nmae }\n",
        (
            "en/main.ftl:1:13: a: $nmae is not given by the code (it gives $count, $kind, $name); "
            "correct it"
        ),
    ),
    (
        "an unclosed tag",
        "a = <b>bold\n",
        (
            "en/main.ftl:1:1: a: holds markup that Telegram refuses "
            '(Can\'t find end tag corresponding to start tag "b"); mend it or write &lt; for <'
        ),
    ),
    (
        "a tag that Telegram does not know",
        "a = <h1>Title</h1>\n",
        (
            "en/main.ftl:1:1: a: holds markup that Telegram refuses "
            '(Unsupported start tag "h1" at byte offset 0); mend it or write &lt; for <'
        ),
    ),
    (
        "a tag closed in one variant only",
        "a = <b>{ $kind ->\n    [x] x</b>\n   *[y] y\n}\n",
        (
            "en/main.ftl:1:1: a: holds markup that Telegram refuses "
            '(Can\'t find end tag corresponding to start tag "b"); mend it or write &lt; for <'
        ),
    ),
    (
        "an argument in a tag",
        'a = <a href="{ $name }">x</a>\n',
        "en/main.ftl:1:1: a: has an argument within a tag; leave it to the code to make the link",
    ),
    (
        "a character reference that Telegram shows as it stands",
        "a = a&nbsp;b\n",
        "en/main.ftl:1:1: a: would show &nbsp; as it stands; write the character itself",
    ),
    (
        "an attribute",
        "a = x\n    .title = y\n",
        "en/main.ftl:2:5: a: the attribute .title is never shown; make it a message or remove it",
    ),
    (
        "a function",
        "a = { DATETIME($name) }\n",
        "en/main.ftl:1:7: a: DATETIME() is not used here; remove it",
    ),
    (
        "a reference to nothing",
        "a = { -brand }\n",
        "en/main.ftl:1:7: a: refers to -brand, which does not exist; correct the name",
    ),
    (
        "a message that refers to itself",
        "a = { -t }\n-t = { a }\n",
        "en/main.ftl:1:1: a: refers to itself by a; break the circle",
    ),
    (
        "an empty message",
        'a = <b>{ "" }</b>\n',
        "en/main.ftl:1:1: a: can be empty; write what it says",
    ),
    (
        "a message with nothing but attributes",
        "a =\n    .title = y\n",
        "en/main.ftl:1:1: a: can be empty; write what it says",
    ),
    (
        "an empty variant",
        'a = { $kind ->\n    [x] { "" }\n   *[y] y\n}\n',
        "en/main.ftl:1:1: a: can be empty; write what it says",
    ),
    (
        "an invisible character",
        "a = x\u202ey\n",
        "en/main.ftl:1:5: a: holds the invisible character U+202E; remove it",
    ),
    (
        "an invisible character that is written by its number",
        'a = x{ "\\u200B" }\n',
        "en/main.ftl:1:8: a: holds the invisible character U+200B; remove it",
    ),
    (
        "a private character",
        "a = x\U000f0000\n",
        "en/main.ftl:1:5: a: holds a private character; remove it",
    ),
    (
        "a text beyond Telegram's limit",
        f"a = {'x' * 4097}\n",
        "en/main.ftl:1:1: a: has 4097 characters of at most 4096; shorten it",
    ),
    (
        "a missing plural form",
        "a = { $count ->\n   *[other] { $count } items\n}\n",
        "en/main.ftl:1:7: a: the plural form one is missing; add a variant for it",
    ),
    (
        "a plural form that is not the default",
        "a = { $count ->\n   *[one] { $count } item\n    [other] { $count } items\n}\n",
        "en/main.ftl:2:4: a: the variant [one] is the default of a number; mark *[other] instead",
    ),
    (
        "a plural form that the language does not have",
        "a = { $count ->\n    [one] one\n    [two] two\n   *[other] { $count }\n}\n",
        "en/main.ftl:3:5: a: the variant [two] is never reached: en has one, other; remove it",
    ),
    (
        "a plural form whose numbers are all written",
        "a = { $count ->\n    [1] 1\n    [one] one\n   *[other] { $count }\n}\n",
        (
            "en/main.ftl:3:5: a: the variant [one] is never reached: "
            "the numbers before it are all; remove it"
        ),
    ),
    (
        "a number after its plural form",
        "a = { $count ->\n    [one] one\n    [1] 1\n   *[other] { $count }\n}\n",
        "en/main.ftl:3:5: a: the variant [1] is never reached: [one] stands before it; move it up",
    ),
    (
        "a number that is not whole",
        "a = { $count ->\n    [one] one\n    [1.5] 1.5\n   *[other] { $count }\n}\n",
        (
            "en/main.ftl:3:5: a: the variant [1.5] is never reached: "
            "only whole numbers are given; remove it"
        ),
    ),
    (
        "a variant written twice",
        "a = { $kind ->\n    [x] one\n    [x] two\n   *[y] three\n}\n",
        "en/main.ftl:3:5: a: the variant [x] is never reached: it is written twice; keep one",
    ),
]


@pytest.mark.parametrize(
    ("source", "expected"),
    [case[1:] for case in ONE_LANGUAGE],
    ids=[case[0] for case in ONE_LANGUAGE],
)
def test_the_check_finds(tmp_path: Path, source: str, expected: str) -> None:
    found = check(locales(tmp_path, en=source), {"a": frozenset({"name", "kind", "count"})})

    assert expected in found


ARABIC_WITHOUT_TWO = """\
a = { $count ->
    [0] لا شيء
    [one] واحد
    [few] { $count } عناصر
    [many] { $count } عنصرًا
   *[other] { $count } عنصر
}
"""
PLURAL = "a = { $count ->\n    [one] { $count } item\n   *[other] { $count } items\n}\n"
TWO_LANGUAGES = [
    (
        "a plural form of Arabic",
        PLURAL,
        ARABIC_WITHOUT_TWO,
        "ar/main.ftl:1:7: a: the plural form two is missing; add a variant for it",
    ),
    (
        "a number without any plural form",
        PLURAL,
        "a = { $count } عنصر\n",
        "ar/main.ftl:1:1: a: takes no plural form by $count, as en does; add variants",
    ),
    (
        "an untranslated message",
        "b = x\na = x\n",
        "b = x\n",
        "ar/main.ftl:1:1: a: is missing; translate locales/en/main.ftl:2",
    ),
    (
        "a message of the translation alone",
        "b = x\n",
        "b = x\na = x\n",
        "ar/main.ftl:2:1: a: is not in en; add it there or remove it",
    ),
    (
        "an argument left out",
        "a = x { $name }\n",
        "a = x\n",
        "ar/main.ftl:1:1: a: lacks $name, which en has; add it",
    ),
    (
        "an argument too many",
        "a = x\n",
        "a = x { $name }\n",
        "ar/main.ftl:1:9: a: has $name, which en lacks; remove it",
    ),
    (
        "a variant left out",
        "a = { $kind ->\n    [x] 1\n    [y] 2\n   *[z] 3\n}\n",
        "a = { $kind ->\n    [x] 1\n   *[z] 3\n}\n",
        "ar/main.ftl:1:1: a: lacks the variant [y] of $kind, unlike en; make them alike",
    ),
    (
        "a variant too many",
        "a = { $kind ->\n    [x] 1\n   *[z] 3\n}\n",
        "a = { $kind ->\n    [x] 1\n    [y] 2\n   *[z] 3\n}\n",
        "ar/main.ftl:1:1: a: has the variant [y] of $kind, unlike en; make them alike",
    ),
]


@pytest.mark.parametrize(
    ("english", "arabic", "expected"),
    [case[1:] for case in TWO_LANGUAGES],
    ids=[case[0] for case in TWO_LANGUAGES],
)
def test_a_translation_is_held_against_the_first_language(
    tmp_path: Path, english: str, arabic: str, expected: str
) -> None:
    used: dict[str, Arguments] = {"a": frozenset({"name", "kind", "count"}), "b": NONE}

    assert expected in check(locales(tmp_path, en=english, ar=arabic), used)


def test_a_message_written_nowhere_is_missing_in_every_language(tmp_path: Path) -> None:
    assert check(locales(tmp_path, en="", ar=""), {"a": NONE}) == [
        "ar:1:1: a: is said by the code and missing; write it",
        "en:1:1: a: is said by the code and missing; write it",
    ]


def test_plural_forms_kept_for_millions_may_be_left_out(tmp_path: Path) -> None:
    assert check(locales(tmp_path, fr=PLURAL), {"a": None}) == []


def test_a_language_without_plural_forms_needs_no_variants(tmp_path: Path) -> None:
    assert check(locales(tmp_path, en=PLURAL, zh="a = { $count } 项\n"), {"a": None}) == []


def test_telling_none_from_some_needs_no_plural_form(tmp_path: Path) -> None:
    source = "a = { $count ->\n    [0] nothing\n   *[other] something\n}\n"

    assert check(locales(tmp_path, en=source, ar=source), {"a": None}) == []


def test_a_message_used_by_another_is_in_use(tmp_path: Path) -> None:
    assert check(locales(tmp_path, en="a = { b }\nb = { -c }\n-c = x\n"), {"a": NONE}) == []


def test_arguments_of_a_referred_message_must_be_given_too(tmp_path: Path) -> None:
    found = check(locales(tmp_path, en="a = { b }\nb = { $name }\n"), {"a": NONE})

    assert found == [
        "en/main.ftl:1:1: a: $name is not given by the code (it gives none); correct it"
    ]


def test_the_longest_variant_counts_against_the_limit_of_the_longest_ending(tmp_path: Path) -> None:
    source = """
        menu-button = { $kind ->
            [x] 12345 { $name }
           *[y] 🙂🙂🙂 <b>{ $name }</b>
        }
        long-menu-button = 12345678
    """
    folder = locales(tmp_path, en=source)
    used: dict[str, Arguments] = {"menu-button": None, "long-menu-button": None}

    assert check(folder, used, _button=7, long_menu_button=8) == []
    assert check(folder, used, _button=6, long_menu_button=7) == [
        "en/main.ftl:1:1: menu-button: has 7 characters of at most 6; shorten it",
        "en/main.ftl:5:1: long-menu-button: has 8 characters of at most 7; shorten it",
    ]


def test_all_mistakes_of_all_files_are_told_at_once_and_in_order(tmp_path: Path) -> None:
    folder = locales(tmp_path, en="a = <b>x\nbad = {\nc = y\n", fr="a = x { $z }\n")

    assert [line.partition(": ")[0] for line in check(folder, {"a": NONE, "c": NONE})] == [
        "en/main.ftl:1:1",
        "en/main.ftl:2:8",
        "fr/main.ftl:1:1",
        "fr/main.ftl:1:9",
        "fr/main.ftl:1:9",
    ]


def test_a_message_that_cannot_be_read_is_not_told_to_be_missing_as_well(tmp_path: Path) -> None:
    used: dict[str, Arguments] = {"a": NONE, "b": NONE}
    folder = locales(tmp_path, en="a = {\nb = x\n", fr="a = x\nb = {\n")

    assert [line.partition(" (")[0] for line in check(folder, used)] == [
        "en/main.ftl:1:6: a: cannot be read",
        "fr/main.ftl:2:6: b: cannot be read",
    ]
