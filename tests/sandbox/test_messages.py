"""Sending, editing and deleting messages, and what Telegram says when that cannot be done."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest, Forbidden

from bot.sandbox import Person, Sandbox

MAYA = 1001
SAMIR = 1002
GROUP = -1001
PARSING = "Bad Request: can't parse entities"

Refusal = Callable[..., Awaitable[str]]
Call = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture(autouse=True)
async def _maya_has_started(sandbox: Sandbox) -> None:
    await sandbox.person("maya").start()


async def test_a_person_reads_what_the_bot_sends(sandbox: Sandbox, bot: Bot) -> None:
    sent = await bot.send_message(MAYA, "Hello <b>Maya</b> 😀 <i>!</i>", parse_mode="HTML")
    assert sent.text == "Hello Maya 😀 !"
    assert [(e.type, e.offset, e.length) for e in sent.entities] == [
        ("bold", 6, 4),
        ("italic", 14, 1),
    ]
    assert sent.date == sandbox.clock.now().replace(microsecond=0)
    seen = await sandbox.person("maya").next()
    assert (seen.id, seen.text) == (sent.message_id, sent.text)


async def test_entities_can_be_given_instead_of_markup(call: Call) -> None:
    entities = [
        {"type": "bold", "offset": 0, "length": 2},
        {"type": "url", "offset": 0, "length": 2},
        {"type": "text_mention", "offset": 3, "length": 1, "user": {"id": MAYA}},
        {"type": "text_mention", "offset": 4, "length": 1, "user": {"id": 5}},
    ]
    body = await call("sendMessage", chat_id=MAYA, text="ab cd", entities=entities)
    told = body["result"]["entities"]
    assert [(e["type"], e["offset"]) for e in told] == [
        ("bold", 0),
        ("text_mention", 3),
        ("text_mention", 4),
    ]
    assert told[1]["user"]["first_name"] == "Maya"
    assert told[2]["user"]["id"] == 5


ENTITY = "can't parse MessageEntity"
MIDDLE = "in a middle of a UTF-16 symbol at byte offset"
WHOLE = {"offset": 0, "length": 2}


@pytest.mark.parametrize(
    ("entity", "description"),
    [
        ({"type": "bold"}, f'{ENTITY}: Can\'t find field "offset"'),
        (
            {"type": "bold", "offset": "x", "length": 1},
            f'{ENTITY}: Field "offset" must be a valid Number',
        ),
        (
            {"type": "bold", "offset": 0, "length": 1.5},
            f'{ENTITY}: Field "length" must be a valid Number',
        ),
        (WHOLE, f'{ENTITY}: Can\'t find field "type"'),
        (WHOLE | {"type": []}, f'{ENTITY}: Field "type" must be of type String'),
        (WHOLE | {"type": ""}, f"{ENTITY}: Type is not specified"),
        (WHOLE | {"type": "blink"}, f"{ENTITY}: Unsupported type specified"),
        (WHOLE | {"type": "text_link"}, f'{ENTITY}: Can\'t find field "url"'),
        (
            WHOLE | {"type": "text_link", "url": "localhost"},
            "entity URL 'localhost' is invalid: Wrong HTTP URL",
        ),
        (WHOLE | {"type": "text_mention"}, f'{ENTITY}: Can\'t find field "user"'),
        (
            WHOLE | {"type": "custom_emoji", "custom_emoji_id": 0},
            "invalid custom emoji identifier specified",
        ),
        (
            WHOLE | {"type": "date_time", "unix_time": 1, "date_time_format": "x"},
            f"{ENTITY}: Invalid date-time format specified",
        ),
        (WHOLE | {"type": "date_time", "unix_time": 0}, "invalid date specified"),
        (
            {"type": "bold", "offset": -1, "length": 2},
            "receive an entity with incorrect offset -1",
        ),
        (
            {"type": "bold", "offset": 0, "length": -2},
            "receive an entity with incorrect length -2",
        ),
        (
            {"type": "bold", "offset": 9, "length": 1},
            "entity begins after the end of the text at UTF-16 offset 9",
        ),
        (
            {"type": "bold", "offset": 0, "length": 9},
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
        ),
        (
            {"type": "bold", "offset": 2, "length": 2},
            f"entity begins {MIDDLE} 5",
        ),
        (
            {"type": "bold", "offset": 0, "length": 2},
            f"entity beginning at UTF-16 offset 0 ends {MIDDLE} 5",
        ),
    ],
)
async def test_an_entity_that_is_none_is_refused_in_telegrams_words(
    refusal: Refusal, entity: dict[str, Any], description: str
) -> None:
    told = await refusal("sendMessage", chat_id=MAYA, text="a😀b", entities=[entity])
    assert told == f"Bad Request: {description}"


async def test_entities_are_kept_with_all_that_they_have(call: Call) -> None:
    entities = [
        {"type": "pre", "offset": "0", "length": 1, "language": "python"},
        {"type": "text_link", "offset": 1, "length": 1, "url": "a.org"},
        {"type": "text_link", "offset": 2, "length": 1, "url": "tg://user?id=1001"},
        {"type": "custom_emoji", "offset": 3, "length": 1, "custom_emoji_id": "5"},
        {"type": "date_time", "offset": 4, "length": 1, "unix_time": 7, "date_time_format": "wD"},
        {"type": "italic", "offset": 5, "length": 0},
        {"type": "expandable_blockquote", "offset": 5, "length": 1},
    ]
    told = (await call("sendMessage", chat_id=MAYA, text="abcdef", entities=entities))["result"]
    assert [
        {name: value for name, value in one.items() if name not in ("offset", "length", "user")}
        for one in told["entities"]
    ] == [
        {"type": "pre", "language": "python"},
        {"type": "text_link", "url": "http://a.org/"},
        {"type": "text_mention"},
        {"type": "custom_emoji", "custom_emoji_id": "5"},
        {"type": "date_time", "unix_time": 7, "date_time_format": "wD"},
        {"type": "expandable_blockquote"},
    ]


async def test_a_reply_shows_what_it_replies_to(sandbox: Sandbox, bot: Bot) -> None:
    asked = await sandbox.person("maya").say("When?")
    sent = await bot.send_message(MAYA, "Now", reply_parameters=ReplyParameters(asked.id))
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "When?"
    lenient = ReplyParameters(999, allow_sending_without_reply=True)
    assert (await bot.send_message(MAYA, "Now", reply_parameters=lenient)).reply_to_message is None


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": "hi"}, "Bad Request: chat_id is empty"),
        ({"chat_id": MAYA}, "Bad Request: message text is empty"),
        ({"chat_id": MAYA, "text": ""}, "Bad Request: message text is empty"),
        ({"chat_id": MAYA, "text": " \n "}, "Bad Request: text must be non-empty"),
        ({"chat_id": MAYA, "text": "\u200b\u2800"}, "Bad Request: text must be non-empty"),
        (
            {"chat_id": MAYA, "text": "<b> </b>", "parse_mode": "HTML"},
            "Bad Request: text must be non-empty",
        ),
        ({"chat_id": 424242, "text": "hi"}, "Bad Request: chat not found"),
        ({"chat_id": "@nobody", "text": "hi"}, "Bad Request: chat not found"),
        ({"chat_id": MAYA, "text": "a" * 4097}, "Bad Request: message is too long"),
        ({"chat_id": MAYA, "text": "a" * 32769}, "Bad Request: text is too long"),
        (
            {"chat_id": MAYA, "text": "<b>x", "parse_mode": "html"},
            f'{PARSING}: Can\'t find end tag corresponding to start tag "b"',
        ),
        (
            {"chat_id": MAYA, "text": "abc<b", "parse_mode": "HTML"},
            f"{PARSING}: Unclosed start tag at byte offset 3",
        ),
        (
            {"chat_id": MAYA, "text": "x", "parse_mode": "BBCode"},
            "Bad Request: unsupported parse_mode",
        ),
        (
            {"chat_id": MAYA, "text": "*x", "parse_mode": "MarkdownV2"},
            "Bad Request: can't parse entities: Can't find end of Bold entity at byte offset 0",
        ),
        (
            {"chat_id": MAYA, "text": "x", "entities": "["},
            "Bad Request: can't parse entities JSON object",
        ),
        (
            {"chat_id": MAYA, "text": "x", "entities": [{}]},
            "Bad Request: can't parse MessageEntity: Can't find field \"offset\"",
        ),
        (
            {"chat_id": MAYA, "text": "x", "entities": [1]},
            "Bad Request: can't parse MessageEntity: expected an Object",
        ),
        (
            {"chat_id": MAYA, "text": "x", "entities": [{"offset": True}]},
            'Bad Request: can\'t parse MessageEntity: Field "offset" must be a Number',
        ),
        (
            {"chat_id": MAYA, "text": "x", "reply_to_message_id": 99},
            "Bad Request: message to be replied not found",
        ),
        (
            {"chat_id": MAYA, "text": "x", "reply_parameters": {"message_id": 99}},
            "Bad Request: message to be replied not found",
        ),
        (
            {"chat_id": MAYA, "text": "x", "reply_parameters": [1]},
            "Bad Request: object expected as reply parameters",
        ),
        (
            {"chat_id": MAYA, "text": "x", "reply_parameters": {"quote": "x"}},
            'Bad Request: can\'t find field "message_id"',
        ),
        (
            {"chat_id": MAYA, "text": "x", "reply_parameters": {"message_id": "x"}},
            'Bad Request: field "message_id" must be a valid Number',
        ),
        (
            {"chat_id": MAYA, "text": "x", "reply_parameters": {"message_id": [1]}},
            'Bad Request: field "message_id" must be a Number',
        ),
        (
            {
                "chat_id": 424242,
                "text": "x",
                "reply_parameters": {"message_id": 1, "allow_sending_without_reply": "yes"},
            },
            'Bad Request: field "allow_sending_without_reply" must be of type Boolean',
        ),
        (
            {"chat_id": MAYA, "text": "x", "link_preview_options": {"is_disabled": 1}},
            'Bad Request: field "is_disabled" must be of type Boolean',
        ),
        (
            {"chat_id": MAYA, "text": "x", "link_preview_options": []},
            "Bad Request: object expected as link preview options",
        ),
        (
            {"chat_id": SAMIR, "text": "hi"},
            "Forbidden: bot can't initiate conversation with a user",
        ),
    ],
)
async def test_a_message_that_cannot_be_sent_is_refused_in_telegrams_words(
    refusal: Refusal, params: dict[str, Any], description: str
) -> None:
    assert await refusal("sendMessage", **params) == description


async def test_the_limit_counts_characters_after_parsing(bot: Bot) -> None:
    longest = "<b>" + "😀" * 4096 + "</b>"
    assert len((await bot.send_message(MAYA, longest, parse_mode="HTML")).text or "") == 4096


async def test_someone_who_blocked_the_bot_gets_nothing(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    sent = await bot.send_message(MAYA, "hi")
    await maya.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(MAYA, "hi")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await sent.edit_text("ho")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_chat_action(MAYA, "typing")
    await maya.unblock()
    assert (await bot.send_message(MAYA, "hi")).text == "hi"


async def test_a_group_that_the_bot_is_not_in_is_closed_to_it(sandbox: Sandbox, bot: Bot) -> None:
    diego = sandbox.person("diego")
    assert (await bot.send_message(GROUP, "hi")).text == "hi"
    await diego.remove_bot(GROUP)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(GROUP, "hi")
    await diego.add_bot(GROUP)
    assert await bot.leave_chat(GROUP)
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(GROUP, "hi")


async def test_an_edit_is_seen_in_place_and_drops_the_keyboard(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("A", callback_data="a")]])
    sent = await bot.send_message(MAYA, "one", reply_markup=markup)
    assert (await maya.next()).labels == ["A"]
    await sent.edit_text("two")
    seen = await maya.next()
    assert (seen.id, seen.text, seen.labels) == (sent.message_id, "two", [])
    assert seen.edited == sandbox.world.now()
    await bot.edit_message_reply_markup(MAYA, sent.message_id, reply_markup=markup)
    assert (await maya.next()).labels == ["A"]
    assert [m.text for m in maya.history()] == ["/start", "two"]


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot) -> None:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("A", callback_data="a")]])
    sent = await bot.send_message(MAYA, "one", reply_markup=markup)
    words = (
        "Message is not modified: specified new message content and reply markup are exactly the "
        "same as a current content and reply markup of the message"
    )
    with pytest.raises(BadRequest, match=words):
        await sent.edit_text("<i></i>one ", parse_mode="HTML", reply_markup=markup)
    with pytest.raises(BadRequest, match=words):
        await sent.edit_reply_markup(markup)
    assert await sent.edit_text("<i>one</i>", parse_mode="HTML", reply_markup=markup)


@pytest.mark.parametrize(
    ("method", "params", "description"),
    [
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("editMessageText", {"text": "x", "inline_message_id": "7"}, "MESSAGE_ID_INVALID"),
        ("editMessageText", {"chat_id": MAYA, "message_id": 99}, "message text is empty"),
        (
            "editMessageText",
            {"chat_id": MAYA, "message_id": 99, "text": "x"},
            "message to edit not found",
        ),
        (
            "editMessageText",
            {"chat_id": MAYA, "message_id": 1, "text": "x"},
            "message can't be edited",
        ),
        (
            "editMessageText",
            {
                "chat_id": MAYA,
                "message_id": 1,
                "text": "x",
                "reply_markup": {"remove_keyboard": True},
            },
            "inline keyboard expected",
        ),
        (
            "editMessageReplyMarkup",
            {"chat_id": MAYA, "message_id": 99},
            "message to edit not found",
        ),
        ("deleteMessage", {}, "chat identifier is not specified"),
        ("deleteMessage", {"chat_id": MAYA}, "message identifier is not specified"),
        (
            "deleteMessage",
            {"chat_id": MAYA, "message_id": "last"},
            "message identifier is not specified",
        ),
        ("deleteMessage", {"chat_id": MAYA, "message_id": 99}, "message to delete not found"),
        ("sendChatAction", {"chat_id": MAYA, "action": "x"}, "wrong parameter action in request"),
        ("sendChatAction", {"chat_id": 5, "action": "typing"}, "chat not found"),
    ],
)
async def test_what_is_not_there_cannot_be_changed(
    refusal: Refusal, method: str, params: dict[str, Any], description: str
) -> None:
    assert await refusal(method, **params) == f"Bad Request: {description}"


async def test_text_and_caption_are_edited_by_their_own_methods(sandbox: Sandbox, bot: Bot) -> None:
    text = await bot.send_message(MAYA, "text")
    document = await bot.send_document(MAYA, b"x", caption="<b>one</b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await document.edit_text("two")
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await text.edit_caption("two")
    await document.edit_caption("<i>two</i>", parse_mode="HTML")
    last = sandbox.person("maya").history()[-1]
    assert (last.text, [e.type for e in last.entities]) == ("two", ["italic"])
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await document.edit_caption("a" * 1025)


async def test_the_bot_deletes_messages_of_the_last_two_days(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    old = await bot.send_message(MAYA, "old")
    sandbox.clock.advance(timedelta(hours=49))
    new = await bot.send_message(MAYA, "new")
    theirs = await maya.say("mine")
    assert await new.delete()
    assert await bot.delete_message(MAYA, theirs.id)
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await old.delete()
    assert [m.text for m in maya.history()] == ["/start", "old"]


async def test_in_a_group_only_an_administrator_deletes_what_others_wrote(
    sandbox: Sandbox, bot: Bot
) -> None:
    theirs = await sandbox.person("maya").say("hello all", chat=GROUP)
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(GROUP, theirs.id)
    await sandbox.person("diego").add_bot(GROUP, admin=True)
    assert await bot.delete_message(GROUP, theirs.id)


@pytest.mark.parametrize("action", ["Typing", "cancel", "record_audio", "pick_up_location"])
async def test_an_action_may_have_its_old_name_in_any_case(bot: Bot, action: str) -> None:
    assert await bot.send_chat_action(MAYA, action)


async def test_previews_can_be_disabled_in_both_ways(sandbox: Sandbox, call: Call) -> None:
    await call("sendMessage", chat_id=MAYA, text="a.org", disable_web_page_preview=True)
    await call(
        "sendMessage", chat_id=MAYA, text="a.org", link_preview_options={"is_disabled": True}
    )
    await call("sendMessage", chat_id=MAYA, text="a.org")
    _, *sent = sandbox.person("maya").history()
    assert [m.preview for m in sent] == [{"is_disabled": True}, {"is_disabled": True}, None]


async def test_a_newcomer_is_known_once_they_wrote(sandbox: Sandbox, bot: Bot) -> None:
    nina = sandbox.add_person(Person(id=2001, key="nina", first_name="Nina"))
    with pytest.raises(Forbidden, match="initiate conversation"):
        await bot.send_message(nina.id, "hi")
    await nina.start("welcome")
    assert (await bot.send_message(nina.id, "hi")).chat.first_name == "Nina"
