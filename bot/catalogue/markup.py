"""Summaries: Telegram HTML of a few short paragraphs, and the addresses in them."""

import re
from urllib.parse import urlsplit

from bot.domain.links import checked_link
from bot.domain.markup import Entity, MarkupError, parse_html, utf16_length

_LONGEST = 900
_PARAGRAPHS = 3
_MARKS = frozenset({"bold", "italic", "text_link"})
_ALLOWED = 'use only <b>, <i> and <a href="https://…">, close each, and write &lt; and &amp;'
_PLACE = re.compile(r" at byte offset (\d+)")
_LINK = re.compile(r"<a[\s>]", re.IGNORECASE)
_BREAKS = re.compile(r"\s*\n\s*")


def summary(text: str) -> str:
    """The summary with a blank line between its paragraphs, however the file was wrapped.

    Raises ValueError for markup that Telegram would refuse or drop, or when it is too long.
    """
    paragraphs = _BREAKS.split(text.strip())
    if len(paragraphs) > _PARAGRAPHS:
        raise ValueError(
            f"has {len(paragraphs)} paragraphs; keep at most {_PARAGRAPHS} "
            "(behind `>-` lines flow together, and a blank line begins the next paragraph)"
        )
    text = "\n\n".join(paragraphs)
    try:
        plain, entities = parse_html(text)
    except MarkupError as error:
        raise ValueError(f"{_reason(error, text)}; {_ALLOWED}") from None
    if not plain:
        raise ValueError("has no words; write what a member takes away from it")
    if (length := utf16_length(plain)) > _LONGEST:
        raise ValueError(f"is {length} characters long; shorten it to at most {_LONGEST}")
    _check_marks(text, entities)
    return text


def _check_marks(text: str, entities: tuple[Entity, ...]) -> None:
    if other := {one.type for one in entities} - _MARKS:
        raise ValueError(f"is marked as {', '.join(sorted(other))}; {_ALLOWED}")
    links = [one.url for one in entities if one.type == "text_link"]
    if len(links) != len(_LINK.findall(text)):
        raise ValueError(f"holds a link without words or without an address; {_ALLOWED}")
    for link in links:
        web_address(link or "")


def _reason(error: MarkupError, text: str) -> str:
    told = str(error).removeprefix("can't parse entities: ")
    place = _PLACE.search(told)
    if place is None:
        return told
    near = text.encode()[int(place[1]) :].decode(errors="ignore")[:20]
    return _PLACE.sub(f" near {near!r}", told)


def web_address(address: str) -> str:
    """The address as it is. Raises ValueError unless it is a whole https address."""
    if not address.startswith("https://"):
        raise ValueError(
            "an address must begin with https:// (it is unknown where the source gives none)"
        )
    if not _can_be_opened(address):
        raise ValueError("is no address that can be opened; copy it anew from the browser")
    return address


def _can_be_opened(address: str) -> bool:
    try:
        checked_link(address)
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    return port != 0 and "@" not in parts.netloc and not re.search(r"\s", address)
