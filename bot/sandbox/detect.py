"""Commands, mentions, links and hashtags that Telegram finds in a text by itself."""

import re
from collections.abc import Iterator, Sequence

from bot.domain.entities import STYLES, Entity, utf16_length

_DOMAINS = (
    "com|org|net|int|info|edu|gov|mil|io|me|app|dev|co|eu|africa|health|online|site|"
    "uk|fr|es|de|it|ch|be|nl|pt|br|mx|ar|cl|pe|us|ca|au|in|ke|tz|ug|rw|et|ng|gh|za|sn|ml|"
    "eg|ma|tn|dz|sy|jo|lb|iq|sa|ye|sd|ly|tr|ru|ua|pl|cn|jp"
)
_HOST = rf"(?:[\w-]+\.)+(?:{_DOMAINS})"
_FINDERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("email", re.compile(rf"(?<![\w.+-])[\w.+-]+@{_HOST}(?![\w-])", re.IGNORECASE)),
    (
        "url",
        re.compile(
            r"(?<![\w@/.-])(?:(?:https?|ftp|tg|ton)://[^\s<>«»\"]+"
            rf"|{_HOST}(?![\w-])(?::\d+)?(?:[/?#][^\s<>«»\"]*)?)",
            re.IGNORECASE,
        ),
    ),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}(?![\w@])")),
    (
        "bot_command",
        re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?(?![\w/@])"),
    ),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d_])\w{1,256}(?![\w#])")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?![\w$])")),
)
_TRAILING = ".,:;!?'\"“”’…)]}"


def detected(text: str, given: Sequence[Entity] = ()) -> tuple[Entity, ...]:
    """The given entities and those that Telegram adds, in its order; a given link or code wins."""
    solid = [entity for entity in given if entity.type not in STYLES | {"blockquote"}]
    found: list[Entity] = []
    for entity in _found(text):
        if not any(entity.offset < e.end and e.offset < entity.end for e in [*solid, *found]):
            found.append(entity)
    return tuple(sorted([*given, *found], key=lambda entity: (entity.offset, -entity.length)))


def _found(text: str) -> Iterator[Entity]:
    for kind, pattern in _FINDERS:
        for match in pattern.finditer(text):
            what = _without_tail(match[0]) if kind == "url" else match[0]
            offset = utf16_length(text[: match.start()])
            yield Entity(type=kind, offset=offset, length=utf16_length(what))


def _without_tail(url: str) -> str:
    while url and url[-1] in _TRAILING:
        if url[-1] == ")" and url.count("(") >= url.count(")"):
            break
        url = url[:-1]
    return url
