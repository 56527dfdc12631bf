"""What a feature says becomes what Telegram takes, in the reader's language and direction."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from html import escape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.domain.markup import MAX_CAPTION, MAX_TEXT, parse_html, utf16_length
from bot.domain.people import Role
from bot.domain.when import Moment, Precision, Span
from bot.gateway.buttons import Buttons
from bot.gateway.client import Client
from bot.gateway.render import Renderer
from bot.i18n.texts import load_texts
from bot.ports.actions import OpenMenu, ShowItem
from bot.ports.intents import ChatKind, Command, Origin
from bot.ports.runtime import Reader, Route
from bot.ports.speech import (
    Button,
    DeepLink,
    Document,
    Html,
    Label,
    Language,
    Linked,
    Listed,
    Menu,
    Outgoing,
    OwnName,
    Phrase,
    Share,
    Target,
    Typed,
    Zone,
    lines,
    msg,
    paragraphs,
)
from bot.ports.storage import Fate
from bot.sandbox import Sandbox
from tests.i18n.folders import LOCALES, locales

ENGLISH = """
    hello = Hello <b>{ $name }</b>
    told = { $what }
    count = { $count ->
        [one] { $count } thing
       *[other] { $count } things
     }
    chosen = { $state ->
        [past] It was
       *[coming] It comes
     }
    button = Go <b>&amp;</b> see { $name }
    command = { $name ->
        [news] The news
        [settings] Your settings
       *[status] How it goes
     }
"""
ARABIC = """
    hello = مرحبا <b>{ $name }</b>
    told = { $what }
    count = { $count } أشياء
    chosen = { $state ->
        [past] كان
       *[coming] يأتي
     }
    button = اذهب إلى { $name }
    command = { $name ->
        [news] الأخبار
        [settings] إعداداتك
       *[status] كيف الحال
     }
"""
NOW = datetime(2018, 2, 20, 11, 0, tzinfo=UTC)
MAYA = Reader(
    origin=Origin(chat_id=1001, chat=ChatKind.PRIVATE, user_id=1001, message_id=5),
    lang="en",
    zone="Africa/Nairobi",
    roles=frozenset({Role.MEMBER}),
)
SAMIR = replace(MAYA, lang="ar")
IN_GROUP = replace(
    MAYA, origin=Origin(chat_id=-1001, chat=ChatKind.GROUP, user_id=1001, message_id=5)
)


@dataclass(frozen=True, slots=True)
class Tapped:
    """Readers who tapped a button below message 8."""

    private = replace(MAYA, origin=replace(MAYA.origin, message_id=None, tapped=8))
    group = replace(IN_GROUP, origin=replace(IN_GROUP.origin, message_id=None, tapped=8))


async def _nothing(*_: object) -> Sequence[Outgoing]:
    return []


ROUTES = [
    Route(intent=Command, name="news", handler=_nothing),
    Route(intent=Command, name="settings", handler=_nothing, personal=True),
    Route(intent=Command, name="status", handler=_nothing, role=Role.COORDINATOR, personal=True),
]


@pytest.fixture(scope="module")
def render(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    folder = locales(tmp_path_factory.mktemp("texts"), en=ENGLISH, ar=ARABIC)
    for lang in ("en", "ar"):
        shutil.copy(LOCALES / lang / "dates.ftl", folder / lang)
    buttons = Buttons([ShowItem, OpenMenu])
    return Renderer(load_texts(folder), buttons, "Baraza_Bot", ROUTES)


def bare(text: str) -> str:
    """The text without the invisible marks of direction."""
    return "".join(character for character in text if character not in "\u2068\u2069\u200f")


def worded(render: Renderer, phrase: Phrase, reader: Reader = MAYA) -> str:
    """The message's text, bare."""
    return bare(str(render(Outgoing(text=phrase), reader, "update:1").params["text"]))


# Phrases


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("<b>1 & 2</b>", "&lt;b&gt;1 &amp; 2&lt;/b&gt;"),
        (Html("<b>1</b>"), "<b>1</b>"),
        (5, "5"),
        (msg("hello", name="<Maya>"), "Hello <b>&lt;Maya&gt;</b>"),
        (msg("count", count=1), "1 thing"),
        (msg("count", count=1234), "1,234 things"),
        (msg("chosen", state="past"), "It was"),
        (msg("told", what=Html("<i>a</i>")), "<i>a</i>"),
        (msg("told", what=msg("hello", name="a")), "Hello <b>a</b>"),
        (lines("a", None, "b"), "a\nb"),
        (paragraphs("a", None, "", "b"), "a\n\nb"),
        (Linked("a < b", 'https://a.org/?b=1&c="'), None),
        (Listed(("a", "b & c", "d")), "a, b &amp; c and d"),
        (Language("ar"), "Arabic"),
        (msg("told", what=Language("fr")), "French"),
        (Zone("Africa/Nairobi"), "Nairobi"),
        (NOW, "20 February 2018"),
        (Moment(start=NOW, minutes=60), "20 February 2018"),
        (
            Span(
                first=date(2018, 3, 11),
                last=date(2018, 3, 20),
                precision=Precision.PART,
                part="mid",
            ),
            "mid-March 2018",
        ),
    ],
)
def test_every_kind_of_phrase_is_worded(render: Renderer, phrase: Phrase, text: str | None) -> None:
    found = worded(render, phrase)
    if text is None:
        assert found == '<a href="https://a.org/?b=1&amp;c=&quot;">a &lt; b</a>'
    else:
        assert text in found
    parse_html(found)


def test_an_instant_is_told_in_the_readers_zone(render: Renderer) -> None:
    assert "14:00" in worded(render, NOW)
    assert "11:00" in worded(render, NOW, replace(MAYA, zone="UTC"))


def test_what_somebody_wrote_neither_adds_markup_nor_turns_the_words_around_it(
    render: Renderer,
) -> None:
    hostile = "</b><a href='tg://user?id=1'>\u202e\u2066flip\ud83d\0"
    text = str(render(Outgoing(text=msg("hello", name=hostile)), MAYA, "update:1").params["text"])
    plain, entities = parse_html(text)
    assert [entity.type for entity in entities] == ["bold"]
    assert bare(plain) == "Hello </b><a href='tg://user?id=1'>flip"
    assert not set(plain) & set("\u202e\u2066\ud83d\0")


def test_every_line_of_arabic_is_set_out_from_the_right(render: Renderer) -> None:
    phrase = lines(msg("hello", name="Maya"), "Webinar 5", msg("told", what=Language("ar")))
    text = str(render(Outgoing(text=phrase), SAMIR, "update:1").params["text"])
    first, second, third = text.split("\n")
    assert first.startswith("مرحبا")
    assert second.startswith("\u200f")
    assert third.startswith("\u200f")
    english = str(render(Outgoing(text=phrase), MAYA, "update:1").params["text"])
    assert "\u200f" not in english


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<b>1</b>", Html("<b>1</b>")),
        (msg("told", what="<b>1</b>"), msg("told", what=Html("<b>1</b>"))),
        (Language("fr"), OwnName("fr")),
    ],
)
def test_what_was_worded_for_one_phrase_is_not_said_for_another(
    render: Renderer, one: Phrase, other: Phrase
) -> None:
    told = [
        str(render(Outgoing(text=phrase), MAYA, "c").params["text"]) for phrase in (one, other) * 2
    ]
    assert told[0] != told[1]
    assert told[:2] == told[2:]


def test_what_was_worded_for_one_reader_is_not_said_to_another(render: Renderer) -> None:
    assert worded(render, msg("hello", name="a"), MAYA) == "Hello <b>a</b>"
    assert worded(render, msg("hello", name="a"), SAMIR) == "مرحبا <b>a</b>"


def test_what_somebody_typed_is_said_back_and_not_kept(render: Renderer) -> None:
    kept = render._wording._whole.cache_info().currsize
    for words in ("mine", "<b>yours</b>"):
        assert worded(render, msg("told", what=Typed(words))) == escape(words, quote=False)
        assert worded(render, paragraphs(msg("hello", name="a"), Typed(words))).endswith(
            escape(words, quote=False)
        )
    assert render._wording._whole.cache_info().currsize == kept


# Where to


def test_a_message_knows_its_chat_its_cause_and_its_kind_of_chat(render: Renderer) -> None:
    private = render(Outgoing(text="a"), MAYA, "update:1")
    assert (private.chat_id, private.method, private.cause, private.group) == (
        1001,
        "sendMessage",
        "update:1",
        False,
    )
    assert private.params["chat_id"] == 1001
    assert render(Outgoing(text="a"), IN_GROUP, "update:1").group


def test_only_in_a_group_a_message_is_a_reply(render: Renderer) -> None:
    assert "reply_parameters" not in render(Outgoing(text="a"), MAYA, "c").params
    replied = render(Outgoing(text="a"), IN_GROUP, "c").params["reply_parameters"]
    assert replied == {"message_id": 5, "allow_sending_without_reply": True}


def test_in_a_group_what_a_button_brings_stands_with_its_message(render: Renderer) -> None:
    replied = render(Outgoing(text="a"), Tapped.group, "c").params["reply_parameters"]
    assert replied["message_id"] == 8
    edit = render(Outgoing(text="a", edit=True), Tapped.group, "c")
    assert "reply_parameters" not in edit.params
    hello = replace(IN_GROUP, origin=replace(IN_GROUP.origin, message_id=None))
    assert "reply_parameters" not in render(Outgoing(text="a"), hello, "c").params


def test_only_the_message_whose_button_was_tapped_is_edited(render: Renderer) -> None:
    edit = render(Outgoing(text="a", edit=True), Tapped.private, "c")
    assert (edit.method, edit.params["message_id"]) == ("editMessageText", 8)
    assert render(Outgoing(text="a", edit=True), MAYA, "c").method == "sendMessage"
    fresh = render(Outgoing(text="a"), Tapped.private, "c")
    assert fresh.method == "sendMessage"
    assert "message_id" not in fresh.params


def test_a_document_goes_along_with_its_caption(render: Renderer) -> None:
    document = Document(name="a.ics", content=b"BEGIN", mime="text/calendar")
    sent = render(Outgoing(text=msg("hello", name="a"), document=document), MAYA, "c")
    assert (sent.method, sent.file) == ("sendDocument", ("document", "a.ics", b"BEGIN"))
    assert "Hello" in sent.params["caption"]
    assert "text" not in sent.params


# Buttons


def button(
    render: Renderer, target: Target = "https://a.org", label: Label = "a", reader: Reader = MAYA
) -> dict[str, Any]:
    """A button as Telegram gets it."""
    said = Outgoing(text="a", buttons=[[Button(label, target)]])
    keyboard = render(said, reader, "c").params["reply_markup"]["inline_keyboard"]
    found: dict[str, Any] = keyboard[0][0]
    return found


def test_without_buttons_there_is_no_keyboard(render: Renderer) -> None:
    assert "reply_markup" not in render(Outgoing(text="a"), MAYA, "c").params


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("1 < 2 & 3", "1 < 2 & 3"),
        (msg("button", name="<Maya>"), "Go & see <Maya>"),
        (Language("fr"), "French"),
        (OwnName("fr"), "Français"),
        (Zone("Africa/Cairo"), "Cairo"),
    ],
)
def test_a_label_is_words_without_markup(render: Renderer, label: Label, text: str) -> None:
    assert button(render, label=label)["text"] == text


def test_a_latin_name_on_an_arabic_button_is_isolated(render: Renderer) -> None:
    text = button(render, label=msg("button", name="Maya"), reader=SAMIR)["text"]
    assert text == "اذهب إلى \u2068Maya\u2069"


def test_a_button_opens_acts_or_leads_into_the_private_chat(render: Renderer) -> None:
    assert button(render)["url"] == "https://a.org"
    assert button(render, ShowItem("webinar/a"))["callback_data"] == "1~i~webinar/a"
    link = "https://t.me/Baraza_Bot?start=webinar_a"
    assert button(render, DeepLink("webinar_a"))["url"] == link


def test_a_shared_title_arrives_as_it_is(render: Renderer) -> None:
    title = "1 + 1 = 2 & ندوة 100 %?"
    url = button(render, Share("webinar_a", title))["url"]
    parts = urlsplit(url)
    assert parts.path == "/share/url"
    assert parse_qs(parts.query) == {
        "url": ["https://t.me/Baraza_Bot?start=webinar_a"],
        "text": [title],
    }
    assert "+" not in url


def test_what_does_not_fit_into_a_button_is_no_message(render: Renderer) -> None:
    with pytest.raises(ValueError, match="ShowItem"):
        button(render, ShowItem("a" * 70))


# The menu


def test_the_menu_shows_what_the_reader_may_do_in_their_language(render: Renderer) -> None:
    menu = render(Menu(), SAMIR, "c")
    assert menu.method == "setMyCommands"
    assert menu.params["scope"] == {"type": "chat", "chat_id": 1001}
    assert menu.params["commands"] == [
        {"command": "news", "description": "الأخبار"},
        {"command": "settings", "description": "إعداداتك"},
    ]
    coordinator = replace(MAYA, roles=frozenset({Role.MEMBER, Role.COORDINATOR}))
    names = [one["command"] for one in render(Menu(), coordinator, "c").params["commands"]]
    assert names == ["news", "settings", "status"]


def test_the_menu_of_a_group_holds_nothing_personal(render: Renderer) -> None:
    roles = frozenset({Role.MEMBER, Role.COORDINATOR})
    assert [one["command"] for one in render.menu("en", roles, group=True)] == ["news"]


# Length


LONG = [
    "a" * 5000,
    "🎥" * 3000,
    "<&>" * 3000,
    "word " * 2000,
    "\n".join(["line"] * 3000),
    "ندوة " * 2000,
]


@pytest.mark.parametrize("words", LONG)
@pytest.mark.parametrize("reader", [MAYA, SAMIR])
async def test_telegram_takes_whatever_length_somebody_writes(
    render: Renderer, sandbox: Sandbox, client: Client, words: str, reader: Reader
) -> None:
    await sandbox.person("maya").start()
    text = paragraphs(msg("hello", name=words), lines(words, words))
    document = Document(name="a.ics", content=b"BEGIN", mime="text/calendar")
    for said in (Outgoing(text=text), Outgoing(text=text, document=document)):
        assert (await client.send(render(said, reader, "c"))).fate is Fate.DELIVERED
    written, caption = sandbox.person("maya").history()[-2:]
    assert MAX_TEXT / 2 < utf16_length(written.text) <= MAX_TEXT
    assert MAX_CAPTION / 2 < utf16_length(caption.text) <= MAX_CAPTION
    assert written.text.rstrip("\u2069").endswith("…")


def test_a_row_for_the_outbox_is_plain_json(render: Renderer) -> None:
    said = Outgoing(text=msg("hello", name="a"), buttons=[[Button("a", OpenMenu())]])
    for row in (render(said, IN_GROUP, "c"), render(Menu(), MAYA, "c")):
        assert json.loads(json.dumps(row.params)) == row.params
