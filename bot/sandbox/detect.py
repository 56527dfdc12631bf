"""Commands, mentions, links and hashtags that Telegram finds in a text by itself."""

import re
from collections.abc import Iterator, Sequence

from bot.domain.entities import Entity, settled, utf16_length
from bot.sandbox.web_addresses import TAIL, addresses

_NAME = "[A-Za-z0-9_]"
_TAG = r"[\w\u200c\xb7\u0d80-\u0dff]"
_FINDERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("mention", re.compile(rf"(?<!\w)@(?:{_NAME}{{4,32}}|gif|nft|pic|ufc|vid)(?!\w)")),
    (
        "bot_command",
        re.compile(rf"(?<![\w/<>])/{_NAME}{{1,64}}(?:@{_NAME}{{3,32}}|(?!@))(?![\w/<>])"),
    ),
    (
        "hashtag",
        re.compile(
            rf"(?<!{_TAG})#(?={_TAG}{{0,255}}[^\W\d_]){_TAG}{{1,256}}"
            rf"(?:(?!{_TAG})@{_NAME}{{3,32}})?(?!{_TAG}*#)"
        ),
    ),
    (
        "cashtag",
        re.compile(
            rf"(?<!\$)(?<!{_TAG})\$(?:1INCH|[A-Z]{{1,8}})(?:@{_NAME}{{3,32}}(?!{_NAME}))?"
            rf"(?!{_TAG}|\$)"
        ),
    ),
)
_OWN = re.compile(
    r"(?:tg|ton)://[A-Za-z0-9_-]{1,253}(?:/[^\n<>\"«»\s]*|[?#][^\n<>\"«»\s]+)?", re.IGNORECASE
)


def detected(text: str, given: Sequence[Entity] = ()) -> tuple[Entity, ...]:
    """The given entities and those that Telegram adds; a given link or code wins."""
    found: list[Entity] = []
    for entity in sorted(_found(text), key=lambda one: (one.offset, -one.length)):
        if not found or entity.offset >= found[-1].end:
            found.append(entity)
    return tuple(settled(given, found)) if found else tuple(given)


def _found(text: str) -> Iterator[Entity]:
    for kind, pattern in _FINDERS:
        for match in pattern.finditer(text):
            yield _entity(kind, text, match.start(), match.end())
    for match in _OWN.finditer(text):
        yield _entity("url", text, match.start(), match.start() + len(match[0].rstrip(TAIL)))
    for address in addresses(text):
        yield _entity("email" if address.email else "url", text, address.begin, address.end)


def _entity(kind: str, text: str, begin: int, end: int) -> Entity:
    return Entity(
        type=kind, offset=utf16_length(text[:begin]), length=utf16_length(text[begin:end])
    )
