"""MarkdownV2 and the legacy Markdown as the Bot API reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot
from telegram.helpers import escape_markdown

from bot.domain.entities import Entity, utf16_length, utf16_slice
from bot.domain.markdown import parse_markdown
from bot.domain.markdown_v2 import parse_markdown_v2
from bot.domain.markup import MarkupError
from bot.sandbox import Sandbox

MAYA = 1001


def marks(text: str) -> list[tuple[str, str]]:
    plain, entities = parse_markdown_v2(text)
    return [(e.type, utf16_slice(plain, e.offset, e.length)) for e in entities]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("*bc*", "bold"),
        ("_bc_", "italic"),
        ("__bc__", "underline"),
        ("~bc~", "strikethrough"),
        ("||bc||", "spoiler"),
        ("`bc`", "code"),
        ("```bc```", "pre"),
    ],
)
def test_each_sign_marks_what_it_encloses(text: str, kind: str) -> None:
    assert parse_markdown_v2(f"a {text} d") == ("a bc d", (Entity(type=kind, offset=2, length=2),))


def test_offsets_count_utf16_units() -> None:
    assert parse_markdown_v2("😀*سمير 😀*\\!") == (
        "😀سمير 😀!",
        (Entity(type="bold", offset=2, length=7),),
    )


def test_styles_nest_and_the_documented_example_reads_as_documented() -> None:
    text = (
        "*bold _italic bold ~italic bold strikethrough ||italic bold strikethrough spoiler||~ "
        "__underline italic bold___ bold*"
    )
    inside = (
        "italic bold italic bold strikethrough italic bold strikethrough spoiler "
        "underline italic bold"
    )
    found = marks(text)
    assert {kind: "".join(part for one, part in found if one == kind) for kind, _ in found} == {
        "bold": f"bold {inside} bold",
        "italic": inside,
        "strikethrough": "italic bold strikethrough italic bold strikethrough spoiler",
        "spoiler": "italic bold strikethrough spoiler",
        "underline": "underline italic bold",
    }
    assert [part for kind, part in found if kind == "bold"] == [
        "bold ",
        "italic bold ",
        "italic bold strikethrough ",
        "italic bold strikethrough spoiler ",
        "underline italic bold bold",
    ]


@pytest.mark.parametrize("character", "_*[]()~`>#+-=|{}.!\\")
def test_a_reserved_character_is_said_by_escaping_it(character: str) -> None:
    assert parse_markdown_v2(f"a \\{character} b") == (f"a {character} b", ())


@pytest.mark.parametrize("character", "]()#+-=|{}.!>")
def test_a_reserved_character_alone_is_refused_in_telegrams_words(character: str) -> None:
    with pytest.raises(MarkupError) as caught:
        parse_markdown_v2(f"é {character} b")
    assert str(caught.value) == (
        f"can't parse entities: Character '{character}' is reserved and must be escaped "
        "with the preceding '\\'"
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("é *b", "Can't find end of Bold entity at byte offset 3"),
        ("_b", "Can't find end of Italic entity at byte offset 0"),
        ("a __b_", "Can't find end of Italic entity at byte offset 5"),
        ("~b", "Can't find end of Strikethrough entity at byte offset 0"),
        ("||b", "Can't find end of Spoiler entity at byte offset 0"),
        ("`b", "Can't find end of Code entity at byte offset 0"),
        ("```b", "Can't find end of Pre entity at byte offset 0"),
        ("```py\nb", "Can't find end of PreCode entity at byte offset 0"),
        ("[b", "Can't find end of TextUrl entity at byte offset 0"),
        ("![b", "Can't find end of CustomEmoji entity at byte offset 0"),
        ("[b](x", "Can't find end of a URL at byte offset 4"),
        ("![b]", "The entity must contain a tg://emoji or tg://time URL"),
        ("![b](x", "Can't find end of a URL at byte offset 5"),
        ("![b](tg://emoji?id=0)", "Invalid tg://emoji or tg://time URL specified"),
        ("![b](tg://time?unix=1&format=x)", "Invalid tg://emoji or tg://time URL specified"),
        ("*_b*_", "Can't find end of Italic entity at byte offset 4"),
        (">*b\nc", "Can't find end of Bold entity at byte offset 1"),
        (">*b", "Can't find end of Bold entity at byte offset 1"),
    ],
)
def test_a_mistake_is_described_in_telegrams_words(text: str, reason: str) -> None:
    with pytest.raises(MarkupError) as caught:
        parse_markdown_v2(text)
    assert str(caught.value) == f"can't parse entities: {reason}"


def test_code_keeps_its_signs_and_names_its_language() -> None:
    assert parse_markdown_v2("`*a* \\` \\\\ .`") == (
        "*a* ` \\ .",
        (Entity(type="code", offset=0, length=9),),
    )
    assert parse_markdown_v2("```python\nif x > 1: (y)\n```") == (
        "if x > 1: (y)",
        (Entity(type="pre", offset=0, length=13, language="python"),),
    )
    assert parse_markdown_v2("```\r\na```") == ("a", (Entity(type="pre", offset=0, length=1),))
    assert parse_markdown_v2("```a```") == ("a", (Entity(type="pre", offset=0, length=1),))


def test_links_mentions_emoji_and_times() -> None:
    def only(text: str) -> Entity:
        (entity,) = parse_markdown_v2(text)[1]
        return entity

    assert [e.url for e in parse_markdown_v2("[a](example.org/\\(x\\))")[1]] == [
        "http://example.org/(x)"
    ]
    assert only("[example\\.org]").url == "http://example.org/"
    assert only("[Maya](tg://user?id=1001)") == Entity(
        type="text_mention", offset=0, length=4, user=MAYA
    )
    assert only("![👍](tg://emoji?id=5368)").custom_emoji_id == "5368"
    soon = only("![soon](tg://time?unix=1518426000&format=wDT)")
    assert (soon.type, soon.unix_time, soon.date_time_format) == ("date_time", 1518426000, "wDT")
    assert parse_markdown_v2("[a](not a link) [](example.org)") == ("a", ())


def test_quotations_end_with_their_last_line_and_may_expand() -> None:
    assert marks(">a\n>*b*\nc") == [("blockquote", "a\nb\n"), ("bold", "b")]
    assert marks("a\n>b") == [("blockquote", "b")]
    assert marks(">a\n>b||") == [("expandable_blockquote", "a\nb")]
    assert marks("**>a\n>b||\nc") == [("expandable_blockquote", "a\nb\n")]
    assert marks(">a\n**>b") == [("blockquote", "a\n"), ("blockquote", "b")]
    assert parse_markdown_v2("a\n\\>b") == ("a\n>b", ())


def test_empty_marks_leave_nothing() -> None:
    assert parse_markdown_v2("a** ____ ||||") == ("a", ())
    assert parse_markdown_v2(" \n ") == ("", ())


@given(st.text())
def test_any_text_is_read_or_refused_with_entities_inside_it(text: str) -> None:
    for parse in (parse_markdown_v2, parse_markdown):
        try:
            plain, entities = parse(text)
        except MarkupError:
            continue
        assert all(0 <= e.offset < e.end <= utf16_length(plain) for e in entities)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"], max_codepoint=0x1FFFF)))
def test_what_the_library_escapes_reads_as_it_was(text: str) -> None:
    assert parse_markdown_v2(escape_markdown(text, version=2)) == (
        text.translate({0x30A: None, 0x333: None, 0x33F: None}),
        (),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* _b_ `c`", [("bold", "a"), ("italic", "b"), ("code", "c")]),
        ("```py\nx```", [("pre", "x")]),
        ("*a _b_ c*", [("bold", "a _b_ c")]),
        ("\\*a\\_ 1.5!", []),
        ("[a](example.org) [example.org]", [("text_link", "a"), ("text_link", "example.org")]),
        ("[Maya](tg://user?id=1001)", [("text_mention", "Maya")]),
        ("[a](example.org", [("text_link", "a")]),
        ("[a]()", []),
        ("** x", []),
        ("[](example.org)", []),
    ],
)
def test_legacy_markdown_is_read_without_nesting(
    text: str, expected: list[tuple[str, str]]
) -> None:
    plain, entities = parse_markdown(text)
    assert [(e.type, utf16_slice(plain, e.offset, e.length)) for e in entities] == expected


def test_legacy_markdown_is_refused_in_telegrams_words() -> None:
    with pytest.raises(MarkupError) as caught:
        parse_markdown("é snake_case")
    assert str(caught.value) == (
        "can't parse entities: Can't find end of the entity starting at byte offset 8"
    )


@pytest.mark.parametrize("mode", ["MarkdownV2", "Markdown"])
async def test_a_message_in_markdown_comes_back_with_its_entities(
    sandbox: Sandbox, bot: Bot, mode: str
) -> None:
    await sandbox.person("maya").start()
    sent = await bot.send_message(MAYA, "😀 *Maya*", parse_mode=mode)
    assert sent.text == "😀 Maya"
    assert [(e.type, e.offset, e.length) for e in sent.entities] == [("bold", 3, 4)]
