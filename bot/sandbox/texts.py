"""The formatted texts of a Bot API call."""

from typing import Any

from bot.domain.entities import Entity, tidy
from bot.domain.markdown import parse_markdown
from bot.domain.markdown_v2 import parse_markdown_v2
from bot.domain.markup import MarkupError, parse_html
from bot.sandbox.detect import detected
from bot.sandbox.errors import bad_request
from bot.sandbox.params import Params

MAX_BYTES = 1 << 15
PLAIN = {"", "none"}
STYLES = {"html": parse_html, "markdown": parse_markdown, "markdownv2": parse_markdown_v2}

Formatted = tuple[str, tuple[Entity, ...]]


def read_text(params: Params, name: str, *, entities: str = "entities") -> Formatted:
    """The text parameter `name`, parsed by its parse mode or by its list of entities.

    `entities` is the name of that list; the parse mode stands beside it under the same prefix,
    but for captions, which use plain "parse_mode". Returns the trimmed text, with what Telegram
    detects in it.
    """
    prefix = "" if entities == "caption_entities" else entities.removesuffix("entities")
    given = params.json(entities, "entities")
    return format_text(params.text(name), params.text(f"{prefix}parse_mode"), given)


def format_text(text: str, parse_mode: str, entities: Any = None) -> Formatted:
    """A text in one of Telegram's three styles, or plain with its entities given."""
    if len(text.encode(errors="surrogatepass")) > MAX_BYTES:
        raise bad_request("Text is too long")
    mode = parse_mode.lower()
    try:
        if not text or mode in PLAIN:
            given = [_entity(item) for item in entities] if isinstance(entities, list) else []
            plain, marked = tidy(text, [entity for entity in given if entity])
        elif mode in STYLES:
            plain, marked = STYLES[mode](text)
        else:
            raise bad_request("Unsupported parse_mode")
    except MarkupError as error:
        raise bad_request(str(error)) from None
    return plain, detected(plain, marked)


def _entity(item: Any) -> Entity | None:
    if not isinstance(item, dict):
        raise bad_request("Can't parse MessageEntity: expected an Object")
    for name, kind in (("type", str), ("offset", int), ("length", int)):
        if name not in item:
            raise bad_request(f"Can't parse MessageEntity: Can't find field \"{name}\"")
        if not isinstance(item[name], kind):
            wanted = "String" if kind is str else "Number"
            raise bad_request(
                f'Can\'t parse MessageEntity: Field "{name}" must be of type {wanted}'
            )
    if item["type"] in DETECTED or item["length"] <= 0 or item["offset"] < 0:
        return None
    user = item.get("user")
    return Entity(
        type=item["type"],
        offset=item["offset"],
        length=item["length"],
        url=item.get("url"),
        user=user.get("id") if isinstance(user, dict) else None,
        language=item.get("language"),
        custom_emoji_id=item.get("custom_emoji_id"),
        unix_time=item.get("unix_time"),
        date_time_format=item.get("date_time_format"),
    )


# Telegram finds these by itself and ignores a sender's word on them.
DETECTED = frozenset(
    {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"}
)
