"""Bot API methods: answers to pressed buttons and to inline queries."""

import json
import re
from typing import Any

from bot.domain.entities import is_blank
from bot.domain.links import checked_link
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.fields import Fields, fields_of
from bot.sandbox.keyboards import checked_markup
from bot.sandbox.params import Params
from bot.sandbox.texts import format_text
from bot.sandbox.world import World

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
MAX_NOTICE = 200
MAX_RESULTS = 50
MAX_RESULT_ID = 64
MAX_START = 64
_START = re.compile("[A-Za-z0-9_-]+")
RESULT_TYPES = frozenset(
    {"article", "audio", "contact", "document", "game", "gif", "location", "mpeg4_gif", "photo"}
    | {"sticker", "venue", "video", "voice"}
)


def answer_callback_query(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#answercallbackquery"""
    text, url = params.text("text").strip(), params.text("url")
    if len(text) > MAX_NOTICE:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and not url.startswith((f"https://t.me/{world.profile.username}?", "tg://")):
        raise bad_request("URL_INVALID")
    query = world.answer(params.text("callback_query_id"))
    if not query:
        raise bad_request(TOO_OLD)
    world.happenings.add("notice", person=query.person, text=text, alert=params.flag("show_alert"))
    return True


def answer_inline_query(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#answerinlinequery"""
    results = _results(params)
    if len(results) > MAX_RESULTS:
        raise bad_request("Too many inline query results specified")
    numbers = [_checked(result) for result in results]
    if len(set(numbers)) != len(numbers):
        raise bad_request("RESULT_ID_DUPLICATE")
    button = params.json("button", "inline query results button")
    if button is not None:
        _check_button(button)
    query = world.answer(params.text("inline_query_id"), inline=True)
    if not query:
        raise bad_request(TOO_OLD)
    query.results = results
    told = json.dumps({"results": results, "button": button}, ensure_ascii=False)
    world.happenings.add("inline", person=query.person, text=told)
    return True


def _check_button(button: Any) -> None:
    """https://core.telegram.org/bots/api#inlinequeryresultsbutton, without web apps"""
    where = "Can't parse inline query results button: "
    given = fields_of(button, "InlineQueryResultsButton must be an Object", where)
    given.string("text")
    if "start_parameter" not in given:
        raise given.refusal("InlineQueryResultsButton must have exactly one optional field")
    start = given.string("start_parameter")
    if not start:
        raise bad_request("Can't use empty start_parameter")
    if len(start.encode(errors="surrogatepass")) > MAX_START:
        raise bad_request("Too long start_parameter specified")
    if not _START.fullmatch(start):
        raise bad_request("Unallowed characters in start_parameter are used")


def _results(params: Params) -> list[Any]:
    """The results of a call; none where none are sent. Telegram says what is wrong with the JSON
    at more length."""
    try:
        results = params.json("results", "")
    except ApiError:
        raise bad_request("Can't parse JSON encoded inline query results: Unexpected end") from None
    if results is None:
        return []
    if not isinstance(results, list):
        raise bad_request("Expected an Array of inline query results")
    return results


def _checked(result: Any) -> str:
    """The identifier of a result."""
    where = "Can't parse inline query result: "
    given = fields_of(result, "Inline query result must be an object", where)
    kind, number = given.string("type").lower(), given.string("id")
    if kind not in RESULT_TYPES:
        raise given.refusal(f'type "{kind}" is unsupported for the inline query result')
    if not 1 <= len(number.encode(errors="surrogatepass")) <= MAX_RESULT_ID:
        raise bad_request("RESULT_ID_INVALID")
    if (markup := checked_markup(result.get("reply_markup"))) and "inline_keyboard" not in markup:
        raise given.refusal("Inline keyboard expected")
    if kind == "article":
        _check_article(given)
    return number


def _check_article(given: Fields) -> None:
    given.string("title")
    if url := given.string("url", ""):
        try:
            checked_link(url)
        except ValueError:
            raise bad_request("Wrong HTTP URL specified") from None
    if not isinstance(given.value.get("input_message_content"), dict):
        raise given.refusal("Input message content is not specified")
    content = given.object("input_message_content")
    if "message_text" in content:
        text, mode = content.string("message_text"), content.string("parse_mode", "")
        if not text:
            raise given.refusal("Message text is empty")
        if is_blank(format_text(text, mode, content.value.get("entities"))[0]):
            raise bad_request("Text must be non-empty")
