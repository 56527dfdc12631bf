"""Bot API methods: answers to pressed buttons and to inline queries."""

import json
import re
from typing import Any

from bot.domain.links import checked_link
from bot.sandbox.errors import bad_request
from bot.sandbox.keyboards import checked_markup
from bot.sandbox.params import Params
from bot.sandbox.texts import format_text
from bot.sandbox.world import World

Json = dict[str, Any]

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
MAX_NOTICE = 200
MAX_RESULTS = 50
MAX_RESULT_ID = 64
_START = re.compile("[A-Za-z0-9_-]{1,64}")
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
    results = params.json("results", "inline query results")
    if not isinstance(results, list):
        raise bad_request("Expected an Array of inline query results")
    if len(results) > MAX_RESULTS:
        raise bad_request("Too many inline query results specified")
    for result in results:
        _check_result(result)
    numbers = [str(result["id"]) for result in results]
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
    """https://core.telegram.org/bots/api#inlinequeryresultsbutton"""
    where = "Can't parse inline query results button: "
    if not isinstance(button, dict) or not str(button.get("text", "")).strip():
        raise bad_request(f'{where}Field "text" must be a non-empty String')
    if not _START.fullmatch(str(button.get("start_parameter", ""))):
        raise bad_request("START_PARAM_INVALID")


def _check_result(result: Any) -> None:
    where = "Can't parse inline query result: "
    if not isinstance(result, dict):
        raise bad_request(f"{where}Inline query result must be an object")
    for name in ("type", "id"):
        if name not in result:
            raise bad_request(f'{where}Can\'t find field "{name}"')
    if result["type"] not in RESULT_TYPES:
        kind = result["type"]
        raise bad_request(f'{where}type "{kind}" is unsupported for the inline query result')
    if not 1 <= len(str(result["id"]).encode()) <= MAX_RESULT_ID:
        raise bad_request("RESULT_ID_INVALID")
    if (markup := checked_markup(result.get("reply_markup"))) and "inline_keyboard" not in markup:
        raise bad_request(f"{where}Inline keyboard expected")
    if result["type"] == "article":
        _check_article(result, where)


def _check_article(result: Json, where: str) -> None:
    if "title" not in result:
        raise bad_request(f'{where}Can\'t find field "title"')
    if "url" in result:
        try:
            checked_link(str(result["url"]))
        except ValueError:
            raise bad_request("Wrong HTTP URL specified") from None
    content = result.get("input_message_content")
    if not isinstance(content, dict):
        raise bad_request(f"{where}Input message content is not specified")
    if "message_text" in content:
        text, mode = content["message_text"], content.get("parse_mode") or ""
        if not format_text(str(text), mode, content.get("entities"))[0]:
            raise bad_request(f"{where}Message text is empty")
