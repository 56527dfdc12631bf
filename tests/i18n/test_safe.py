"""What people write is cleaned of what cannot be seen, and lines keep their side."""

import pytest

from bot.i18n.safe import QUOTED, clean, escaped, isolate, led_from_the_right, quoted


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("plain", "plain"),
        ("tab\tbed", "tab bed"),
        ("a\r\nb\rc\u2028d\u2029e\x85f\x0bg", "a\nb\nc\nd\ne\nf\ng"),
        ("\u202eevil\u202c", "evil"),
        ("\u2067evil\u2069", "evil"),
        ("ze\u200bro\ufeff", "zero"),
        ("nul\x00\x1b[31m", "nul[31m"),
        ("hidden\U000e0041\U000e0042", "hidden"),
        ("lone\ud800", "lone"),
        ("\u3164", ""),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🏫", "👩\u200d🏫"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("Angélique\u00a0!", "Angélique\u00a0!"),
    ],
)
def test_only_what_is_seen_or_needed_stays(written: str, kept: str) -> None:
    assert clean(written) == kept


def test_an_empty_text_needs_no_isolate() -> None:
    assert escaped("") == ""
    assert escaped("\u202e") == ""


def test_what_is_one_isolate_stays_as_it_is() -> None:
    assert isolate("\u2068a\u2069") == "\u2068a\u2069"
    assert isolate("\u2068a\u2069 b \u2068c\u2069") == "\u2068\u2068a\u2069 b \u2068c\u2069\u2069"
    assert isolate("\u2068a \u2068b\u2069\u2069") == "\u2068\u2068a \u2068b\u2069\u2069\u2069"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("cpms", "cpms"),
        ("<b>&", "&lt;b&gt;&amp;"),
        (" a\n\nb\tc\u2029d ", "a b c d"),
        ("\u202eevil\u2069", "evil"),
        ("س" * QUOTED, "س" * QUOTED),
        ("a" * 59 + " bc", "a" * 59 + "…"),
    ],
)
def test_what_is_quoted_is_the_begin_of_it_on_one_line_as_code(written: str, shown: str) -> None:
    assert quoted(written) == f"\u2068<code>{shown}</code>\u2069"


@pytest.mark.parametrize(
    ("line", "led"),
    [
        ("مرحبا Amina", "مرحبا Amina"),
        ("Baraza مرحبا", "\u200fBaraza مرحبا"),
        ("<b>مرحبا</b>", "<b>مرحبا</b>"),
        ("<b>\u2068Coaching\u2069</b>", "\u200f<b>\u2068Coaching\u2069</b>"),
        ("\u2068Coaching\u2069 مرحبا", "\u2068Coaching\u2069 مرحبا"),
        ("\u2068مرحبا\u2069", "\u200f\u2068مرحبا\u2069"),
        ("\u2068a \u2068b\u2069 c\u2069 مرحبا", "\u2068a \u2068b\u2069 c\u2069 مرحبا"),
        ("14:00", "\u200f14:00"),
        ("&lt; مرحبا", "&lt; مرحبا"),
        ("<blockquote>one</blockquote>", "<blockquote>\u200fone</blockquote>"),
        ("", ""),
        ("one\n\nمرحبا", "\u200fone\n\nمرحبا"),
    ],
)
def test_each_line_of_a_right_to_left_message_is_set_from_the_right(line: str, led: str) -> None:
    assert led_from_the_right(line) == led
