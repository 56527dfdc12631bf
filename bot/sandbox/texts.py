"""The formatted texts of a Bot API call."""

from typing import Any

from bot.domain.entities import Entity, tidy
from bot.domain.markdown import parse_markdown
from bot.domain.markdown_v2 import parse_markdown_v2
from bot.domain.markup import MarkupError, parse_html
from bot.sandbox.detect import detected
from bot.sandbox.errors import bad_request
from bot.sandbox.given_entities import given_entities
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
            plain, marked = tidy(text, given_entities(text, entities))
        elif mode in STYLES:
            plain, marked = STYLES[mode](text)
        else:
            raise bad_request("Unsupported parse_mode")
    except MarkupError as error:
        raise bad_request(str(error)) from None
    return plain, detected(plain, marked)
