"""Reply markups: checked as Telegram checks them, and kept as the Bot API shows them."""

import json
from typing import Any

from bot.domain.links import checked_link
from bot.sandbox.errors import bad_request
from bot.sandbox.params import Params

Json = dict[str, Any]

MAX_BUTTONS = 100
MAX_DATA = 64
MAX_COPIED = 256


def read_markup(params: Params) -> Json | None:
    """The reply markup of a call; None for none and for an empty one.

    Raises ApiError with Telegram's description.
    """
    return checked_markup(params.json("reply_markup", "reply keyboard markup"))


def checked_markup(value: Any) -> Json | None:
    """The same for a markup that stands inside something else."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad_request("Object expected as reply markup")
    rows = _rows(value, "keyboard", 'Field "keyboard" must be an Array of Arrays')
    inline = _rows(
        value,
        "inline_keyboard",
        'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    )
    keys = [[_key(button) for button in row] for row in rows if row]
    buttons = [[_inline(button) for button in row] for row in inline if row]
    if sum(map(len, [*keys, *buttons])) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    if keys:
        told = ("resize_keyboard", "one_time_keyboard", "is_persistent", "selective")
        return {"keyboard": keys} | {name: True for name in told if value.get(name)} | _hint(value)
    if buttons:
        return {"inline_keyboard": buttons}
    if value.get("remove_keyboard"):
        return {"remove_keyboard": True}
    return {"force_reply": True} | _hint(value) if value.get("force_reply") else None


def read_inline_markup(params: Params) -> Json | None:
    """The markup of an edit, which can only be an inline keyboard."""
    markup = read_markup(params)
    if markup and "inline_keyboard" not in markup:
        raise bad_request("Inline keyboard expected")
    return markup


def _hint(value: Json) -> Json:
    hint = value.get("input_field_placeholder")
    return {"input_field_placeholder": hint} if hint else {}


def _rows(value: Json, name: str, wrong: str) -> list[list[Any]]:
    rows = value.get(name)
    if rows is None:
        return []
    if not isinstance(rows, list):
        raise bad_request(f'Field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(wrong)
    return rows


def _key(button: Any) -> Json:
    where = "Can't parse keyboard button: "
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request(f"{where}KeyboardButton must be a String or an Object")
    text = _string(button, "text", where)
    if not text.strip():
        raise bad_request("Keyboard button text must be non-empty")
    told = ("request_contact", "request_location")
    return {"text": text} | {name: True for name in told if button.get(name)}


def _inline(button: Any) -> Json:
    where = "Can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(f"{where}InlineKeyboardButton must be an Object")
    text = _string(button, "text", where)
    action = _action(button, where)
    if not text.strip():
        raise bad_request("Inline keyboard button text must be non-empty")
    return {"text": text} | action


def _action(button: Json, where: str) -> Json:
    """The one thing that the button does, by Telegram's order of precedence."""
    if button.get("url"):
        return {"url": _url(_string(button, "url", where), "Inline keyboard button")}
    if button.get("callback_data"):
        data = _string(button, "callback_data", where)
        if len(data.encode(errors="surrogatepass")) > MAX_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
        return {"callback_data": data}
    for name in ("switch_inline_query", "switch_inline_query_current_chat"):
        if name in button:
            return {name: _string(button, name, where)}
    if "switch_inline_query_chosen_chat" in button:
        return {
            "switch_inline_query_chosen_chat": _object(
                button, "switch_inline_query_chosen_chat", where
            )
        }
    if "web_app" in button:
        return {"web_app": {"url": web_app_url(_object(button, "web_app", where), where)}}
    if "copy_text" in button:
        return {"copy_text": {"text": _copied(_object(button, "copy_text", where), where)}}
    raise bad_request(f"{where}Text buttons are unallowed in the inline keyboard")


def web_app_url(value: Json, where: str) -> str:
    """The URL of a web app, which Telegram wants over HTTPS."""
    url = _string(value, "url", where)
    if not url.lower().startswith("https://"):
        reason = "Only HTTPS links are allowed"
        raise bad_request(f"Inline keyboard button Web App URL '{url}' is invalid: {reason}")
    return _url(url, "Inline keyboard button Web App")


def _copied(value: Json, where: str) -> str:
    text = _string(value, "text", where)
    if not 1 <= len(text) <= MAX_COPIED:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return text


def _url(url: str, what: str) -> str:
    if url.lower().startswith("tg://user?id="):
        return url
    try:
        return checked_link(url)
    except ValueError as error:
        raise bad_request(f"{what} URL '{url}' is invalid: {error}") from None


def _string(value: Json, name: str, where: str) -> str:
    if name not in value:
        raise bad_request(f'{where}Can\'t find field "{name}"')
    found = value[name]
    if isinstance(found, int | float) and not isinstance(found, bool):
        return json.dumps(found)
    if not isinstance(found, str):
        raise bad_request(f'{where}Field "{name}" must be of type String')
    return found


def _object(value: Json, name: str, where: str) -> Json:
    found = value[name]
    if not isinstance(found, dict):
        raise bad_request(f'{where}Field "{name}" must be of type Object')
    return found
