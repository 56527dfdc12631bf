"""Telegram's HTML as the Bot API reads it."""

import pytest

from bot.domain.entities import Entity, is_blank, utf16_slice
from bot.domain.links import checked_link
from bot.domain.markup import MarkupError, parse_html, utf16_length


def marks(text: str) -> list[tuple[str, str]]:
    plain, entities = parse_html(text)
    return [(e.type, utf16_slice(plain, e.offset, e.length)) for e in entities]


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("tg-spoiler", "spoiler"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
        ("B", "bold"),
    ],
)
def test_each_plain_tag_marks_what_it_encloses(tag: str, kind: str) -> None:
    assert parse_html(f"a <{tag}>bc</{tag}> d") == (
        "a bc d",
        (Entity(type=kind, offset=2, length=2),),
    )


def test_offsets_count_utf16_units() -> None:
    assert parse_html("😀<b>سمير 😀</b>!") == (
        "😀سمير 😀!",
        (Entity(type="bold", offset=2, length=7),),
    )
    assert utf16_length("a😀") == 3


def test_styles_are_cut_where_another_entity_begins_or_ends() -> None:
    assert marks("<b>a<i>b</i>c</b>") == [("bold", "a"), ("bold", "bc"), ("italic", "b")]
    assert marks('<b>a <a href="a.org">b</a> c</b>') == [
        ("bold", "a "),
        ("text_link", "b"),
        ("bold", "b"),
        ("bold", " c"),
    ]
    assert marks("<b>a<blockquote>b</blockquote></b>") == [
        ("bold", "a"),
        ("blockquote", "b"),
        ("bold", "b"),
    ]


def test_ranges_of_one_style_that_touch_become_one() -> None:
    assert marks("<b>a</b><strong>b<b>c</b></strong> <b>d</b>") == [("bold", "abc"), ("bold", "d")]


def test_styles_are_cut_out_of_code() -> None:
    assert marks("<b>a <code>b</code> c</b>") == [("bold", "a "), ("code", "b"), ("bold", " c")]
    assert marks("<pre><b>a</b></pre>") == [("pre", "a")]


def test_a_link_in_a_link_and_a_quote_in_a_quote_are_dropped() -> None:
    assert marks('<a href="a.org">x<a href="b.org">y</a></a>') == [("text_link", "xy")]
    assert marks("<blockquote>x<blockquote>y</blockquote></blockquote>") == [("blockquote", "xy")]
    assert marks('<a href="a.org">x<blockquote>y</blockquote></a>') == [("blockquote", "y")]


def test_code_with_a_language_in_pre_is_one_entity() -> None:
    both = (Entity(type="pre", offset=0, length=1, language="python"),)
    assert parse_html('<pre><code class="language-python">p</code></pre>')[1] == both
    assert parse_html('<code class="language-python"><pre>p</pre></code>')[1] == both
    assert marks("<pre><code>p</code> q</pre>") == [("pre", "p q")]
    alone = '<code class="language-python">p</code> <pre class="language-python">q</pre>'
    assert [e.language for e in parse_html(alone)[1]] == [None, None]


def test_links_are_kept_as_telegram_keeps_them() -> None:
    def url(html: str) -> list[str | None]:
        return [e.url for e in parse_html(html)[1]]

    assert url('<a href="example.org">x</a>') == ["http://example.org/"]
    assert url("<a href='HTTPS://Example.org:8443/A b'>x</a>") == ["https://example.org:8443/A%20b"]
    assert url('<a href="https://t.me/bot?start=a&amp;b">x</a>') == ["https://t.me/bot?start=a&b"]
    assert url("<a>example.org</a>") == ["http://example.org/"]
    assert url('<a href="tg://resolve?domain=x">x</a>') == ["tg://resolve?domain=x"]
    assert url('<a href="not a link">x</a>') == []


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("Example.org", "http://example.org/"),
        ("a:b@Example.org:080?x#y", "http://a:b@example.org:80/?x#y"),
        ("https://[::1]:8443/ a\n", "https://[::1]:8443/%20a"),
        ("http://مثال.سورية", "http://مثال.سورية/"),
        ("TG:resolve?domain=x", "tg://resolve?domain=x"),
        ("tonsite://a.ton/b", "tonsite://a.ton/b"),
        ("tg://settings", "tg://settings/"),
    ],
)
def test_a_link_is_kept_as_telegram_writes_it(link: str, kept: str) -> None:
    assert checked_link(link) == kept


def test_a_link_to_a_person_is_a_mention() -> None:
    assert parse_html('<a href="tg://user?id=1001">Maya</a>')[1] == (
        Entity(type="text_mention", offset=0, length=4, user=1001),
    )


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("", "URL host is empty"),
        ("localhost", "Wrong HTTP URL"),
        (".", "Host is invalid"),
        ("http://a b.org", "Disallowed character in URL host"),
        ("a%2.org", "Wrong percent-encoded symbol in URL host"),
        ("a<@b.org", "Disallowed character in URL userinfo"),
        ("a.org:0", "Wrong port number specified in the URL"),
        ("a.org:65536", "Wrong port number specified in the URL"),
        ("http://[::g]/", "Wrong IPv6 address specified in the URL"),
        ("ftp://example.org", "Unsupported URL protocol"),
        ("tg://", "URL host is empty"),
        ("tg://a.b", "Unallowed characters in URL host"),
        ("tg://user@a", "Wrong tg URL"),
        ("ton://a:80", "Wrong ton URL"),
    ],
)
def test_a_link_that_telegram_refuses_is_refused_with_its_reason(link: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        checked_link(link)


def test_quotes_spoilers_emoji_and_times_have_their_own_forms() -> None:
    assert marks("<blockquote expandable>q</blockquote>") == [("expandable_blockquote", "q")]
    assert marks('<span class="tg-spoiler">q</span>') == [("spoiler", "q")]
    assert parse_html('<tg-emoji emoji-id="5368">👍</tg-emoji>')[1] == (
        Entity(type="custom_emoji", offset=0, length=2, custom_emoji_id="5368"),
    )
    assert parse_html('<tg-time unix="1518426000" format="wDT">soon</tg-time>')[1] == (
        Entity(type="date_time", offset=0, length=4, unix_time=1518426000, date_time_format="wDT"),
    )
    assert parse_html("<tg-time>soon</tg-time>") == ("soon", ())


def test_references_are_decoded_and_unknown_ones_stay() -> None:
    assert parse_html("&lt;b&gt; &amp;amp; &quot;&#233;&#x1F600;&lt")[0] == '<b> &amp; "é😀<'
    assert parse_html("&nbsp;&#0;&#;&")[0] == "&nbsp;&#0;&#;&"


def test_text_is_trimmed_and_offsets_stay_right() -> None:
    assert parse_html(" \n a <b>b </b>\n ") == ("a b", (Entity(type="bold", offset=2, length=1),))
    assert parse_html("<b> a</b>") == (" a", (Entity(type="bold", offset=0, length=2),))
    assert parse_html(" <i> </i>\n") == ("", ())
    assert parse_html("<b></b>x") == ("x", ())


def test_of_marks_of_direction_in_a_row_the_last_stays() -> None:
    assert parse_html("a\u200e\u200f\u200eb\u200f")[0] == "a\u200c\u200c\u200eb\u200f"


def test_what_shows_nothing_is_blank() -> None:
    assert is_blank("")
    assert is_blank(" \n\u200b\u2800\xa0\u200f\U000e0020")
    assert not is_blank("\u200b.")


def test_characters_that_telegram_removes_shift_the_entities() -> None:
    assert parse_html("a\r\u202eb\t<b>c\u2028d</b>") == (
        "ab cd",
        (Entity(type="bold", offset=3, length=2),),
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("abc<b", "Unclosed start tag at byte offset 3"),
        ("é<x>", 'Unsupported start tag "x" at byte offset 2'),
        ("1 < 2 and 3 > 2", 'Unsupported start tag "" at byte offset 2'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<b ", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<b x", 'Unclosed start tag "b" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<b =>", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<a href=b@>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"),
        ('<tg-time unix="1" format="x">a</tg-time>', "Invalid date format used"),
        ("<b\xa0>a</b>", 'Unsupported start tag "b\xa0" at byte offset 0'),
        (
            "&#xD83D;&#xDE00;",
            (
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            ),
        ),
    ],
)
def test_a_mistake_is_described_in_telegrams_words(text: str, reason: str) -> None:
    with pytest.raises(MarkupError) as caught:
        parse_html(text)
    assert str(caught.value) == f"can't parse entities: {reason}"


def test_an_end_tag_without_a_name_closes_the_last_one() -> None:
    assert marks("<b title>a</>") == [("bold", "a")]
