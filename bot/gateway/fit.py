"""Cutting a message that is longer than Telegram takes: better most of it than nothing."""

import re

from bot.domain.entities import utf16_length
from bot.domain.markup import parse_html

_TAG = re.compile(r"<(/?)([^\s>]*)[^>]*>")
_PIECE = re.compile(rf"(?P<tag>{_TAG.pattern})|(?P<reference>&(?:lt|gt|amp|quot);)|.", re.DOTALL)
_ELLIPSIS = " …"


def fitted(html: str, limit: int) -> str:
    """Telegram HTML of at most `limit` UTF-16 units after parsing, its tags closed.

    It is cut behind a line, or within one that fills most of the message. Raises MarkupError for
    what is no Telegram HTML.
    """
    # Parsing only ever shortens, so that the usual message is not parsed here.
    if utf16_length(html) <= limit or utf16_length(parse_html(html)[0]) <= limit:
        return html
    end = _reach(html, limit - len(_ELLIPSIS))
    line = html.rfind("\n", end // 2, end)
    kept = html[: end if line < 0 else line].rstrip()
    opened: list[str] = []
    for closes, name in _TAG.findall(kept):
        if closes:
            opened.pop()
        else:
            opened.append(name)
    closing = "".join(f"</{name}>" for name in reversed(opened))
    return f"{kept}{_ELLIPSIS}{closing}"


def _reach(html: str, room: int) -> int:
    """How far into the source `room` units of its text reach."""
    at = 0
    for piece in _PIECE.finditer(html):
        if not piece["tag"]:
            room -= 1 if piece["reference"] else utf16_length(piece[0])
        if room < 0:
            break
        at = piece.end()
    return at
