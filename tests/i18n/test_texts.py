"""Messages come out whole: plurals right, arguments shown letter for letter, directions apart."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.markup import parse_html
from bot.i18n.safe import Safe, clean
from bot.i18n.texts import LocaleError, Texts, load_texts
from tests.i18n.folders import locales

ENGLISH = """
    hello = Hello <b>{ $name }</b>!
    bare = { $name }
    constant = Fish &amp; <i>chips</i>
    choose = { $kind ->
        [webinar] a webinar
       *[other] something else
    }
    found = { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
    label = Show { $title }
    both = { $first } and { $second }
    body = Before:
        { $lines }
        after
    -brand = Baraza
    branded = { -brand } welcomes { hello }
    only-attribute =
        .title = Never shown
"""
ARABIC = """
    hello = مرحبا <b>{ $name }</b>!
    found = { $count ->
        [zero] لا شيء
        [one] عنصر واحد
        [two] عنصران
        [few] { $count } عناصر
        [many] { $count } عنصرًا
       *[other] { $count } عنصر
    }
    label = عرض { $title }
"""


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    return load_texts(locales(tmp_path_factory.mktemp("texts"), en=ENGLISH, ar=ARABIC))


def test_languages_keep_the_order_of_their_list(tmp_path: Path) -> None:
    folder = locales(tmp_path, fr="a = a\n", en="a = a\n", ar="a = a\n")

    assert load_texts(folder).languages == ("fr", "en", "ar")


def test_named_languages_are_read_instead_of_the_list(tmp_path: Path) -> None:
    folder = locales(tmp_path, fr="a = a\n", en="a = a\n")

    assert load_texts(folder, ["en"]).languages == ("en",)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا شيء"),
        (1, "عنصر واحد"),
        (2, "عنصران"),
        (3, "3 عناصر"),
        (11, "11 عنصرًا"),
        (100, "100 عنصر"),
        (1234567, "1,234,567 عنصرًا"),
    ],
)
def test_arabic_takes_each_of_its_six_plural_forms(texts: Texts, count: int, said: str) -> None:
    assert texts.html("ar", "found", {"count": count}) == said
    assert texts.plain("ar", "found", {"count": count}) == said


def test_english_takes_both_of_its_forms(texts: Texts) -> None:
    assert texts.html("en", "found", {"count": 1}) == "1 item"
    assert texts.html("en", "found", {"count": 2000}) == "2,000 items"


def test_an_argument_is_escaped_and_isolated(texts: Texts) -> None:
    said = texts.html("ar", "hello", {"name": "R&D <3"})

    assert said == "مرحبا <b>\u2068R&amp;D &lt;3\u2069</b>!"


def test_an_argument_alone_in_its_message_is_isolated_too(texts: Texts) -> None:
    assert texts.html("en", "bare", {"name": "نور"}) == "\u2068نور\u2069"


def test_html_passes_through_another_message_unchanged(texts: Texts) -> None:
    inner = texts.html("en", "constant")

    assert texts.html("en", "bare", {"name": inner}) == "\u2068Fish &amp; <i>chips</i>\u2069"


def test_each_line_of_an_argument_is_isolated_for_itself(texts: Texts) -> None:
    said = texts.html("en", "hello", {"name": "one\nاثنان\r\n\u2029three"})

    assert said == "Hello <b>\u2068one\u2069\n\u2068اثنان\u2069\n\n\u2068three\u2069</b>!"


def test_html_of_several_lines_keeps_its_own_directions(texts: Texts) -> None:
    said = texts.html("en", "body", {"lines": Safe("one\n<b>two</b>")})

    assert said == "Before:\none\n<b>two</b>\nafter"


def test_a_word_selects_its_variant(texts: Texts) -> None:
    assert texts.html("en", "choose", {"kind": "webinar"}) == "a webinar"
    assert texts.html("en", "choose", {"kind": "news"}) == "something else"
    assert texts.plain("en", "choose", {"kind": "webinar"}) == "a webinar"


def test_messages_may_refer_to_terms_and_to_each_other(texts: Texts) -> None:
    said = texts.html("en", "branded", {"name": "Amina"})

    assert said == "Baraza welcomes Hello <b>\u2068Amina\u2069</b>!"


def test_a_long_argument_is_shown_whole(texts: Texts) -> None:
    assert texts.html("en", "hello", {"name": "x" * 9000}).count("x") == 9000


def test_what_looks_like_a_stand_in_is_not_filled_in(texts: Texts) -> None:
    args = {"first": "\U000f0001", "second": "secret"}

    assert texts.plain("en", "both", args) == "\U000f0001 and secret"


def test_plain_text_has_no_markup_and_nothing_escaped(texts: Texts) -> None:
    assert texts.plain("en", "constant") == "Fish & chips"
    assert texts.plain("en", "hello", {"name": "R&D <3"}) == "Hello R&D <3!"
    assert texts.plain("en", "hello", {"name": Safe("R&amp;D <b>3</b>")}) == "Hello R&D 3!"


@pytest.mark.parametrize(
    ("lang", "title", "said"),
    [
        ("en", "Coaching", "Show Coaching"),
        ("en", "Café", "Show Café"),
        ("en", "2018", "Show 2018"),
        ("en", "تدريب", "Show \u2068تدريب\u2069"),
        ("ar", "تدريب", "عرض تدريب"),
        ("ar", "20 مارس 2018", "عرض 20 مارس 2018"),
        ("ar", "14:00", "عرض 14:00"),
        ("ar", "+254 700", "عرض \u2068+254 700\u2069"),
        ("ar", "Coaching", "عرض \u2068Coaching\u2069"),
    ],
)
def test_plain_text_isolates_only_what_runs_the_other_way(
    texts: Texts, lang: str, title: str, said: str
) -> None:
    assert texts.plain(lang, "label", {"title": title}) == said


def test_each_language_knows_its_direction(texts: Texts) -> None:
    assert texts.is_rtl("ar")
    assert not texts.is_rtl("en")


@pytest.mark.parametrize("key", ["nowhere", "only-attribute", "-brand"])
def test_a_missing_message_is_never_shown_as_its_key(texts: Texts, key: str) -> None:
    with pytest.raises(KeyError, match=key):
        texts.html("en", key)
    with pytest.raises(KeyError, match=key):
        texts.plain("en", key, {"name": "x"})


def test_a_missing_language_is_named(texts: Texts) -> None:
    with pytest.raises(KeyError, match="sw"):
        texts.html("sw", "hello", {"name": "x"})
    with pytest.raises(KeyError, match="sw"):
        texts.plain("sw", "hello", {"name": "x"})


def test_a_missing_argument_is_refused_without_quoting_the_others(texts: Texts) -> None:
    with pytest.raises(ValueError, match=r"hello in en .*'nom'") as raised:
        texts.html("en", "hello", {"nom": "Amina"})

    assert "Amina" not in str(raised.value)


def test_all_mistakes_that_hinder_reading_are_told_at_once(tmp_path: Path) -> None:
    folder = locales(tmp_path, en="good = fine\nbad = { $x\n", fr="twice = a\ntwice = b\n")
    (folder / "fr" / "latin.ftl").write_bytes("a = b\nété = été".encode("latin-1"))
    (folder / "fr" / "other.ftl").write_text("twice = c\n", "utf-8")

    with pytest.raises(LocaleError) as raised:
        load_texts(folder)

    assert str(raised.value).splitlines() == [
        'locales/en/main.ftl:2:11: bad: cannot be read (Expected token: "}"); mend the line',
        "locales/fr/latin.ftl:2:1: -: is not UTF-8; save it as UTF-8",
        (
            "locales/fr/main.ftl:2:1: twice: stands at locales/fr/main.ftl:1 already; "
            "rename or remove one of them"
        ),
        (
            "locales/fr/other.ftl:1:1: twice: stands at locales/fr/main.ftl:1 already; "
            "rename or remove one of them"
        ),
    ]


def test_the_list_of_languages_is_held_against_the_folders(tmp_path: Path) -> None:
    folder = locales(tmp_path, en="a = a\n", fr="a = a\n", xx="a = a\n")
    (folder / "languages.txt").write_text("en # the first\n\nes\nen\nxx\n", "utf-8")

    with pytest.raises(LocaleError) as raised:
        load_texts(folder)

    assert [(p.line, p.field, p.message.partition(";")[0]) for p in raised.value.problems] == [
        (3, "es", "has no folder locales/es"),
        (4, "en", "is listed twice"),
        (5, "xx", "is no language that is known"),
        (6, "fr", "the folder fr is not listed here"),
        (6, "xx", "the folder xx is not listed here"),
    ]


@pytest.mark.parametrize("content", [None, "", "# nothing yet\n"])
def test_without_any_language_nothing_is_loaded(tmp_path: Path, content: str | None) -> None:
    folder = tmp_path / "locales"
    folder.mkdir()
    if content is not None:
        (folder / "languages.txt").write_text(content, "utf-8")

    with pytest.raises(LocaleError, match="list one language a line"):
        load_texts(folder)


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    folder = locales(tmp_path, en="a = a\n")
    (folder / "en" / "main.ftl").write_bytes("\ufeffa = one\r\n    two\r\n".encode())

    assert load_texts(folder).html("en", "a") == "one\ntwo"


HOSTILE = st.text(
    st.one_of(
        st.sampled_from("<>&;\"'/ab\n\r\t\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e"),
        st.sampled_from("\u200b\u200c\u200d\u200e\u200f\u2028\u2029\x1c\x85\x00\ud800\ufdd0"),
        st.sampled_from("שم\U000f0000\U000f0001\U000e0041"),
        st.characters(),
    ),
    max_size=40,
)


@given(first=HOSTILE, second=HOSTILE)
def test_no_argument_can_break_out_of_its_place(texts: Texts, first: str, second: str) -> None:
    said = texts.html("en", "both", {"first": first, "second": second})

    assert depths_of_isolates(said) <= {0, 1}
    shown = "".join(character for character in said if character not in "\u2068\u2069")
    wrapped = parse_html(f"<b>{shown}</b>")[0]  # nothing is opened or closed by the arguments
    assert wrapped == parse_html(f"<b>{escape(clean(first))} and {escape(clean(second))}</b>")[0]


@given(title=HOSTILE, lang=st.sampled_from(["en", "ar"]))
def test_no_argument_of_a_label_can_turn_it(texts: Texts, title: str, lang: str) -> None:
    said = texts.plain(lang, "label", {"title": title})

    assert depths_of_isolates(said) <= {0, 1}
    assert not set(said) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2028\u2029\r\x85")
    said.encode()


def depths_of_isolates(text: str) -> set[int]:
    """How deep the isolates of each line go; 9 where one is left open or closed twice."""
    found = {0}
    for line in text.splitlines():
        depth = 0
        for character in line:
            depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
            found.add(depth)
        found.add(9 if depth else 0)
    return found


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
