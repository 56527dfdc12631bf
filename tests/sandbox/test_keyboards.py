"""Buttons under messages and keyboards in place of one's own."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot, ForceReply, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.sandbox import Sandbox
from bot.sandbox.errors import SandboxError

MAYA = 1001
WHERE = "can't parse inline keyboard button"
APP = "inline keyboard button Web App URL 'http://example.org' is invalid"

Refusal = Callable[..., Awaitable[str]]
Call = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture(autouse=True)
async def _maya_has_started(sandbox: Sandbox) -> None:
    await sandbox.person("maya").start()


def inline(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


async def test_every_kind_of_button_is_kept(sandbox: Sandbox, call: Call) -> None:
    buttons = [
        {"text": "data", "callback_data": "d" * 64},
        {"text": "link", "url": "example.org/a"},
        {"text": "person", "url": "tg://user?id=1001"},
        {"text": "share", "switch_inline_query": ""},
        {"text": "here", "switch_inline_query_current_chat": "q"},
        {"text": "chosen", "switch_inline_query_chosen_chat": {"query": "q"}},
        {"text": "app", "web_app": {"url": "https://example.org/"}},
        {"text": "copy", "copy_text": {"text": "code"}},
        {"text": 5, "callback_data": 7},
    ]
    body = await call("sendMessage", chat_id=MAYA, text="x", reply_markup=inline(*buttons))
    assert body["ok"], body
    row = (await sandbox.person("maya").next()).buttons[0]
    assert row[0].data == "d" * 64
    assert row[1].url == "http://example.org/a"
    assert (row[3].switch_inline, row[4].switch_inline, row[7].copy) == ("", "q", "code")
    assert (row[8].text, row[8].data) == ("5", "7")


@pytest.mark.parametrize(
    ("markup", "description"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("NaN", "can't parse reply keyboard markup JSON object"),
        ("[" * 5000, "can't parse reply keyboard markup JSON object"),
        ([], "object expected as reply markup"),
        ({"inline_keyboard": 1}, 'field "inline_keyboard" must be of type Array'),
        (
            {"inline_keyboard": [1]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ({"keyboard": [1]}, 'field "keyboard" must be an Array of Arrays'),
        (
            inline("x"),
            f"{WHERE}: InlineKeyboardButton must be an Object",
        ),
        (inline({}), f'{WHERE}: Can\'t find field "text"'),
        (
            inline({"text": []}),
            f'{WHERE}: Field "text" must be of type String',
        ),
        (
            inline({"text": "x"}),
            f"{WHERE}: Text buttons are unallowed in the inline keyboard",
        ),
        (
            inline({"text": "x", "callback_data": ""}),
            f"{WHERE}: Text buttons are unallowed in the inline keyboard",
        ),
        (
            inline({"text": " ", "callback_data": "x"}),
            "inline keyboard button text must be non-empty",
        ),
        (inline({"text": "x", "callback_data": "é" * 33}), "BUTTON_DATA_INVALID"),
        (inline({"text": "x", "copy_text": {"text": "c" * 257}}), "BUTTON_COPY_TEXT_INVALID"),
        (
            inline({"text": "x", "copy_text": 1}),
            f'{WHERE}: Field "copy_text" must be of type Object',
        ),
        (
            inline({"text": "x", "url": "localhost"}),
            "inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL",
        ),
        (
            inline({"text": "x", "web_app": {"url": "http://example.org"}}),
            f"{APP}: Only HTTPS links are allowed",
        ),
        (
            inline({"text": "x", "web_app": {"url": "https://localhost"}}),
            "inline keyboard button Web App URL 'https://localhost' is invalid: Wrong HTTP URL",
        ),
        (
            inline({"text": "x", "callback_data": "y", "style": "pink"}),
            f"{WHERE}: invalid button style specified",
        ),
        (
            inline({"text": "x", "switch_inline_query_chosen_chat": {"allow_bot_chats": 1}}),
            f'{WHERE}: Field "allow_bot_chats" must be of type Boolean',
        ),
        ({"remove_keyboard": "false"}, 'field "remove_keyboard" must be of type Boolean'),
        (
            {"keyboard": [["x"]], "resize_keyboard": 1},
            'field "resize_keyboard" must be of type Boolean',
        ),
        (
            {"keyboard": [[{"text": "x", "request_contact": "yes"}]]},
            'can\'t parse keyboard button: Field "request_contact" must be of type Boolean',
        ),
        (
            {"keyboard": [[1]]},
            "can't parse keyboard button: KeyboardButton must be a String or an Object",
        ),
        ({"keyboard": [[""]]}, "keyboard button text must be non-empty"),
        (
            {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]] * 101},
            "reply markup is too long",
        ),
    ],
)
async def test_a_wrong_keyboard_is_refused_in_telegrams_words(
    refusal: Refusal, markup: Any, description: str
) -> None:
    told = await refusal("sendMessage", chat_id=MAYA, text="x", reply_markup=markup)
    assert told == f"Bad Request: {description}"


async def test_an_empty_keyboard_is_none(sandbox: Sandbox, call: Call) -> None:
    empty: list[dict[str, Any]] = [{"inline_keyboard": []}, {"inline_keyboard": [[]]}, {}]
    for markup in empty:
        assert (await call("sendMessage", chat_id=MAYA, text="x", reply_markup=markup))["ok"]
        assert (await sandbox.person("maya").next()).markup is None


async def test_a_reply_keyboard_replaces_ones_own_until_it_is_removed(
    sandbox: Sandbox, bot: Bot
) -> None:
    maya = sandbox.person("maya")
    keys = ReplyKeyboardMarkup([["Yes", "No"], ["Later"]], input_field_placeholder="Well?")
    await bot.send_message(MAYA, "?", reply_markup=keys)
    shown = await maya.next()
    assert shown.keyboard == [["Yes", "No"], ["Later"]]
    assert (shown.markup or {})["input_field_placeholder"] == "Well?"
    await bot.send_message(MAYA, "ok", reply_markup=ReplyKeyboardRemove())
    assert (await maya.next()).markup == {"remove_keyboard": True}
    await bot.send_message(MAYA, "why?", reply_markup=ForceReply())
    assert (await maya.next()).markup == {"force_reply": True}


async def test_a_person_taps_only_what_is_there(sandbox: Sandbox, call: Call) -> None:
    maya = sandbox.person("maya")
    buttons = [{"text": "A", "callback_data": "a"}, {"text": "B", "url": "b.org"}]
    await call("sendMessage", chat_id=MAYA, text="x", reply_markup=inline(*buttons))
    message = await maya.next()
    assert await maya.tap(message, "A")
    assert await maya.tap(message, "a")
    with pytest.raises(LookupError, match="no button 'C'"):
        await maya.tap(message, "C")
    with pytest.raises(SandboxError, match="tells the bot nothing"):
        await maya.tap(message, "B")
    await call("editMessageText", chat_id=MAYA, message_id=message.id, text="y")
    with pytest.raises(LookupError, match="no button 'A'"):
        await maya.tap(message, "A")
    await call("deleteMessage", chat_id=MAYA, message_id=message.id)
    with pytest.raises(SandboxError, match="not there any more"):
        await maya.tap(message, "A")
