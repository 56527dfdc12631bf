"""A message that is too long is cut so that Telegram takes it, and no other is touched."""

from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.entities import utf16_length
from bot.domain.markup import parse_html
from bot.gateway.fit import fitted

PIECES = st.recursive(
    st.text("ab é🎥ندوة", max_size=12)
    | st.sampled_from(["\n", "\n\n", "&lt;", "&amp;", "&quot;", "\u2068x\u2069"]),
    lambda inner: (
        st.builds(
            "<{0}>{1}</{2}>".format,
            st.sampled_from(["b", "i"]),
            inner,
            st.just(""),
        ).map(lambda text: text.replace("</>", f"</{text[1]}>"))
        | st.builds('<a href="https://a.org/?b&amp;c">{0}</a>'.format, inner)
        | st.builds("<blockquote>{0}</blockquote>".format, inner)
        | st.lists(inner, max_size=4).map("".join)
    ),
    max_leaves=30,
)


@given(PIECES, st.integers(4, 80))
@example("<b>" + "x" * 100 + "</b>", 10)
@example("<b><i>one\ntwo\nthree\nfour</i></b> five", 20)
@example("<b>one</b> <i>two</i> <u>three</u> four", 10)
@example("&amp;" * 50, 10)
@example("🎥" * 50, 9)
@example("one \u2068two three \u2068four five\u2069\u2069", 20)
def test_it_fits_its_tags_are_closed_and_it_begins_alike(html: str, limit: int) -> None:
    plain = parse_html(html)[0]
    cut = fitted(html, limit)
    text = parse_html(cut)[0]
    assert utf16_length(text) <= limit
    if utf16_length(plain) <= limit:
        assert cut == html
    else:
        assert text.endswith("…")
        assert plain.strip().startswith(text.removesuffix("…").rstrip(" \u2069").lstrip())
    for line in text.split("\n"):
        assert line.count("\u2068") == line.count("\u2069")


def test_words_that_are_cut_in_their_isolate_end_it() -> None:
    assert fitted("News with “\u2068سلام سلام\u2069”", 18) == "News with “\u2068سلا\u2069 …"


def test_it_is_cut_behind_a_line() -> None:
    assert fitted("one two\nthree four\nfive six", 22) == "one two\nthree four …"


def test_a_line_that_fills_the_message_is_cut_within() -> None:
    assert fitted("a\n" + "b" * 50, 20) == "a\n" + "b" * 16 + " …"


def test_what_is_marked_stays_marked() -> None:
    html = '<b>one <a href="https://a.org/?b&amp;c">two three</a></b>'
    assert fitted(html, 10) == '<b>one <a href="https://a.org/?b&amp;c">two …</a></b>'
