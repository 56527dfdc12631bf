"""Cutting a message that is longer than Telegram takes: better most of it than nothing."""

import re

from bot.domain.entities import utf16_length
from bot.domain.markup import parse_html
from bot.i18n.safe import FIRST_STRONG_ISOLATE, POP_ISOLATE

_TAG = re.compile(r"<(/?)([^\s>]*)[^>]*>")
_PIECE = re.compile(rf"(?P<tag>{_TAG.pattern})|(?P<reference>&(?:lt|gt|amp|quot);)|.", re.DOTALL)
_ELLIPSIS = " …"


def fitted(html: str, limit: int) -> str:
    """Telegram HTML of at most `limit` UTF-16 units after parsing, its tags and isolates closed.

    It is cut behind a line, or within one that fills most of the message. Raises MarkupError for
    what is no Telegram HTML.
    """
    # Parsing only ever shortens, so that the usual message is not parsed here.
    if utf16_length(html) <= limit or utf16_length(parse_html(html)[0]) <= limit:
        return html
    room = limit - len(_ELLIPSIS)
    kept = _begin(html, room)
    if open_isolates := _open_isolates(kept):
        kept = _begin(html, room - open_isolates)
    isolates = POP_ISOLATE * _open_isolates(kept)
    opened: list[str] = []
    for closes, name in _TAG.findall(kept):
        if closes:
            opened.pop()
        else:
            opened.append(name)
    closing = "".join(f"</{name}>" for name in reversed(opened))
    return f"{kept}{isolates}{_ELLIPSIS}{closing}"


def _begin(html: str, room: int) -> str:
    """As much of the source as `room` units of its text hold, up to a line's end if one is near."""
    end = _reach(html, room)
    line = html.rfind("\n", end // 2, end)
    return html[: end if line < 0 else line].rstrip()


def _open_isolates(html: str) -> int:
    """How many isolates have not ended; a line ends all that begin in it."""
    line = html.rpartition("\n")[2]
    return max(0, line.count(FIRST_STRONG_ISOLATE) - line.count(POP_ISOLATE))


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
