"""Reply markups: checked as Telegram checks them, and kept as the Bot API shows them."""

from typing import Any

from bot.domain.entities import cleaned
from bot.domain.links import checked_link
from bot.sandbox.errors import bad_request
from bot.sandbox.fields import Fields, fields_of
from bot.sandbox.params import Params

Json = dict[str, Any]

MAX_BUTTONS = 100
MAX_DATA = 64
MAX_COPIED = 256
TARGETS = tuple(f"allow_{kind}_chats" for kind in ("user", "bot", "group", "channel"))
STYLES = ("", "default", "primary", "danger", "success")
"""The styles of buttons that there are, though none shows here."""


def read_markup(params: Params) -> Json | None:
    """The reply markup of a call; None for none and for an empty one.

    Raises ApiError with Telegram's description.
    """
    return checked_markup(params.json("reply_markup", "reply keyboard markup"))


def checked_markup(value: Any) -> Json | None:
    """The same for a markup that stands inside something else."""
    if value is None:
        return None
    given = fields_of(value, "Object expected as reply markup")
    rows = _rows(value, "keyboard", 'Field "keyboard" must be an Array of Arrays')
    keys = [[_key(button) for button in row] for row in rows if row]
    inline = _rows(
        value,
        "inline_keyboard",
        'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    )
    buttons = [[_inline(button) for button in row] for row in inline if row]
    if sum(map(len, [*keys, *buttons])) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    said = given.flags(("remove_keyboard", "hide_keyboard", "force_reply", "force_reply_keyboard"))
    told = given.flags(("resize_keyboard", "one_time_keyboard", "is_persistent", "selective"))
    placeholder = given.string("input_field_placeholder", "")
    hint = {"input_field_placeholder": placeholder} if placeholder else {}
    if keys:
        return {"keyboard": keys} | told | hint
    if buttons:
        return {"inline_keyboard": buttons}
    if said.keys() & {"remove_keyboard", "hide_keyboard"}:
        return {"remove_keyboard": True}
    return {"force_reply": True} | hint if said else None


def read_inline_markup(params: Params) -> Json | None:
    """The markup of an edit, which can only be an inline keyboard."""
    markup = read_markup(params)
    if markup and "inline_keyboard" not in markup:
        raise bad_request("Inline keyboard expected")
    return markup


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
    value = {"text": button} if isinstance(button, str) else button
    given = fields_of(value, "KeyboardButton must be a String or an Object", where)
    text = given.string("text")
    _check_style(given)
    told = given.flags(("request_contact", "request_location"))
    if not text.strip():
        raise bad_request("Keyboard button text must be non-empty")
    return {"text": cleaned(text)} | told


def _inline(button: Any) -> Json:
    where = "Can't parse inline keyboard button: "
    given = fields_of(button, "InlineKeyboardButton must be an Object", where)
    text = given.string("text")
    _check_style(given)
    action = _action(given)
    if not text.strip():
        raise bad_request("Inline keyboard button text must be non-empty")
    return {"text": cleaned(text)} | action


def _check_style(given: Fields) -> None:
    if given.string("style", "").lower() not in STYLES:
        raise given.refusal("invalid button style specified")


def _action(given: Fields) -> Json:
    """The one thing that the button does, by Telegram's order of precedence."""
    if url := given.string("url", ""):
        return {"url": _url(url, "Inline keyboard button")}
    if data := given.string("callback_data", ""):
        if len(data.encode(errors="surrogatepass")) > MAX_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
        return {"callback_data": data}
    if "switch_inline_query" in given:
        return {"switch_inline_query": given.string("switch_inline_query")}
    if (chosen := "switch_inline_query_chosen_chat") in given:
        where = given.object(chosen)
        query = where.string("query", "")
        return {chosen: where.flags(TARGETS) | ({"query": query} if query else {})}
    if (here := "switch_inline_query_current_chat") in given:
        return {here: given.string(here)}
    if "web_app" in given:
        app = given.object("web_app").string("url")
        return {"web_app": {"url": web_app_url(app, "Inline keyboard button")}}
    if "copy_text" in given:
        text = given.object("copy_text").string("text")
        if not 1 <= len(text) <= MAX_COPIED:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
        return {"copy_text": {"text": text}}
    raise given.refusal("Text buttons are unallowed in the inline keyboard")


def web_app_url(url: str, what: str) -> str:
    """The URL of a web app, which Telegram wants over HTTPS; `what` has it, for a refusal."""
    return _url(url, f"{what} Web App", only_https=True)


def _url(url: str, what: str, *, only_https: bool = False) -> str:
    if not only_https and url.lower().startswith("tg://user?id="):
        return url
    try:
        return checked_link(url, only_https=only_https)
    except ValueError as error:
        raise bad_request(f"{what} URL '{url}' is invalid: {error}") from None
