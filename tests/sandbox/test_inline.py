"""Inline queries, from what a person types to what they send by way of the bot."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultCachedDocument,
    InlineQueryResultsButton,
    InputTextMessageContent,
)
from telegram.error import BadRequest

from bot.sandbox import Sandbox
from bot.sandbox.errors import SandboxError

MAYA = 1001
GROUP = -1001

Refusal = Callable[..., Awaitable[str]]

BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])
TEXT = InputTextMessageContent("<b>One</b>", parse_mode="HTML")
BUTTON = "can't parse inline query results button: "
PLAIN = InlineQueryResultArticle("1", "One", TEXT)
LIVE = InlineQueryResultArticle("2", "Two", TEXT, reply_markup=BUTTONS)


async def asked(sandbox: Sandbox, bot: Bot, *results: Any, chat: int | None = None) -> None:
    """Maya types something after the bot's name, and the bot answers."""
    number = await sandbox.person("maya").inline("webinars", chat=chat)
    await bot.answer_inline_query(number, results)


async def test_a_chosen_result_is_sent_by_way_of_the_bot(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    await asked(sandbox, bot, PLAIN, chat=GROUP)
    (result,) = await maya.next_inline_results()
    sent = await maya.choose(result, chat=GROUP)
    assert (sent.text, sent.sender) == ("One", MAYA)
    query, said, chosen = await bot.get_updates()
    assert query.inline_query is not None
    assert query.inline_query.chat_type == "group"
    assert said.message is not None
    assert said.message.via_bot is not None
    assert (said.message.via_bot.id, said.message.chat.id) == (bot.id, GROUP)
    assert said.message.entities[0].type == "bold"
    assert chosen.chosen_inline_result is not None
    assert chosen.chosen_inline_result.query == "webinars"
    assert chosen.chosen_inline_result.result_id == "1"
    assert chosen.chosen_inline_result.inline_message_id is None


async def test_without_feedback_the_bot_is_not_told_what_was_chosen(
    sandbox: Sandbox, bot: Bot
) -> None:
    sandbox.world.inline_feedback = False
    await asked(sandbox, bot, PLAIN)
    await sandbox.person("maya").choose("1")
    assert [u.chosen_inline_result for u in await bot.get_updates()] == [None, None]


async def test_a_result_with_buttons_can_be_changed_by_its_inline_id(
    sandbox: Sandbox, bot: Bot
) -> None:
    maya = sandbox.person("maya")
    await asked(sandbox, bot, LIVE)
    sent = await maya.choose("2")
    chosen = (await bot.get_updates(offset=-1))[0].chosen_inline_result
    assert chosen is not None
    await maya.tap(sent, "More")
    query = (await bot.get_updates(offset=-1))[0].callback_query
    assert query is not None
    assert query.message is None
    assert query.inline_message_id == chosen.inline_message_id
    assert await query.edit_message_text("More of it") is True
    assert maya.history()[0].text == "More of it"
    with pytest.raises(BadRequest, match="Message is not modified"):
        await query.edit_message_text("More of it")
    with pytest.raises(BadRequest, match="Message_id_invalid"):
        await bot.edit_message_text("x", inline_message_id="unknown")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", MAYA, sent.id)


async def test_a_file_that_the_bot_has_is_chosen_by_its_id(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    await maya.start()
    document = (await bot.send_document(MAYA, b"notes", filename="a.txt")).document
    assert document is not None
    result = InlineQueryResultCachedDocument("1", "Notes", document.file_id, caption="Yours")
    await asked(sandbox, bot, result)
    sent = await maya.choose("1")
    assert sent.file is not None
    assert (sent.file.data, sent.text) == (b"notes", "Yours")


async def test_what_was_not_offered_cannot_be_chosen(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    with pytest.raises(SandboxError, match="answered no inline query"):
        await maya.choose("1")
    number = await maya.inline("x")
    with pytest.raises(SandboxError, match="answered no inline query"):
        await maya.choose("1")
    location = {"type": "location", "id": "3", "title": "x", "latitude": 0, "longitude": 0}
    await bot.answer_inline_query(number, [PLAIN, location])  # type: ignore[list-item]
    with pytest.raises(SandboxError, match="no such result"):
        await maya.choose("9")
    with pytest.raises(SandboxError, match="texts and files"):
        await maya.choose("3")
    sandbox.world.inline_enabled = False
    with pytest.raises(SandboxError, match="answers no inline"):
        await maya.inline("x")


async def test_the_button_above_the_results_reaches_the_one_who_asked(
    sandbox: Sandbox, bot: Bot
) -> None:
    maya = sandbox.person("maya")
    number = await maya.inline("webinars")
    button = InlineQueryResultsButton("More", start_parameter="menu")
    await bot.answer_inline_query(number, [], button=button)
    answer = await maya.next_inline_answer()
    assert answer == {"results": [], "button": {"text": "More", "start_parameter": "menu"}}


@pytest.mark.parametrize(
    ("button", "told"),
    [
        ("[", "can't parse inline query results button JSON object"),
        ([1], f"{BUTTON}InlineQueryResultsButton must be an Object"),
        ({"start_parameter": "menu"}, f'{BUTTON}Can\'t find field "text"'),
        (
            {"text": "More"},
            f"{BUTTON}InlineQueryResultsButton must have exactly one optional field",
        ),
        (
            {"text": "More", "start_parameter": []},
            f'{BUTTON}Field "start_parameter" must be of type String',
        ),
        ({"text": "More", "start_parameter": ""}, "can't use empty start_parameter"),
        ({"text": "More", "start_parameter": "a" * 65}, "too long start_parameter specified"),
        (
            {"text": "More", "start_parameter": "two words"},
            "unallowed characters in start_parameter are used",
        ),
    ],
)
async def test_a_wrong_button_above_the_results_is_refused(
    refusal: Refusal, button: Any, told: str
) -> None:
    answer = await refusal("answerInlineQuery", inline_query_id="1", results=[], button=button)
    assert answer == f"Bad Request: {told}"


async def test_a_results_buttons_are_checked(sandbox: Sandbox, refusal: Refusal) -> None:
    number = await sandbox.person("maya").inline("x")
    wrong = {"inline_keyboard": [[{"text": "x", "callback_data": "a" * 65}]]}
    for markup, description in (
        (wrong, "BUTTON_DATA_INVALID"),
        (
            {"keyboard": [["x"]]},
            "can't parse inline query result: Inline keyboard expected",
        ),
    ):
        result = PLAIN.to_dict() | {"reply_markup": markup}
        told = await refusal("answerInlineQuery", inline_query_id=number, results=[result])
        assert told == f"Bad Request: {description}"
