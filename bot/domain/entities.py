"""Marked ranges of a text, in the UTF-16 code units that Telegram counts, and how they settle."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})
_CODE = frozenset({"code", "pre"})
_ORDER = (
    "blockquote",
    "expandable_blockquote",
    "pre",
    "code",
    "text_link",
    "text_mention",
)

# What Telegram takes out of every text: line and paragraph separators and the old bidirectional
# embeddings (the isolates stay), and three combining marks that draw over neighbouring lines.
_DROPPED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A marked range of a text. `offset` and `length` count UTF-16 code units, as Telegram does."""

    type: str
    offset: int
    length: int
    url: str | None = None
    user: int | None = None
    language: str | None = None
    custom_emoji_id: str | None = None
    unix_time: int | None = None
    date_time_format: str | None = None

    @property
    def end(self) -> int:
        return self.offset + self.length


def utf16_length(text: str) -> int:
    """The number of UTF-16 code units of `text`: 2 for an emoji, 1 for most else."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of `text` that an entity of this offset and length covers."""
    units = text.encode("utf-16-le", "surrogatepass")[2 * offset : 2 * (offset + length)]
    return units.decode("utf-16-le", "replace")


def tidy(text: str, entities: list[Entity]) -> tuple[str, tuple[Entity, ...]]:
    """Clean and trim a text as Telegram does before it is sent, and settle its entities.

    Space before the first entity and at the end goes; styles are cut out of code, a link or quote
    inside another goes, ranges of one style that touch become one.
    """
    text, entities = _cleaned(text, entities)
    kept = text.rstrip(" \n")
    end = utf16_length(kept)
    entities = [replace(e, length=min(e.end, end) - e.offset) for e in entities if e.offset < end]
    entities = _settled([e for e in entities if e.length > 0])
    first = entities[0].offset if entities else end
    lead = 0
    while lead < min(first, len(kept)) and kept[lead] in " \n":
        lead += 1
    return kept[lead:], tuple(replace(e, offset=e.offset - lead) for e in entities)


def _cleaned(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    gone = [utf16_length(text[: match.start()]) for match in _DROPPED.finditer(text)]
    text = _CONTROL.sub(" ", _DROPPED.sub("", text))
    if not gone:
        return text, entities

    def moved(offset: int) -> int:
        return offset - sum(at < offset for at in gone)

    return text, [
        replace(e, offset=moved(e.offset), length=moved(e.end) - moved(e.offset)) for e in entities
    ]


def _settled(entities: list[Entity]) -> list[Entity]:
    ranked = sorted(entities, key=_rank)
    quotes = _apart(e for e in ranked if e.type in _QUOTES)
    solid = _apart(e for e in ranked if e.type not in _QUOTES | STYLES)
    solid = [e for e in solid if not any(_breaks(e, quote) for quote in quotes)]
    code = [e for e in solid if e.type in _CODE]
    styled = [part for e in _joined(ranked) for part in _without(e, code)]
    return sorted([*quotes, *solid, *styled], key=_rank)


def _rank(entity: Entity) -> tuple[int, int, int]:
    order = _ORDER.index(entity.type) if entity.type in _ORDER else len(_ORDER)
    return entity.offset, -entity.length, order


def _apart(entities: Iterable[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in entities:
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def _breaks(entity: Entity, quote: Entity) -> bool:
    overlaps = entity.offset < quote.end and quote.offset < entity.end
    return overlaps and not (quote.offset <= entity.offset and entity.end <= quote.end)


def _joined(ranked: list[Entity]) -> Iterator[Entity]:
    for style in sorted(STYLES):
        last: Entity | None = None
        for entity in (e for e in ranked if e.type == style):
            if last and entity.offset <= last.end:
                last = replace(last, length=max(last.end, entity.end) - last.offset)
                continue
            if last:
                yield last
            last = entity
        if last:
            yield last


def _without(entity: Entity, code: list[Entity]) -> Iterator[Entity]:
    at = entity.offset
    for block in code:
        if block.offset >= entity.end or block.end <= at:
            continue
        if block.offset > at:
            yield replace(entity, offset=at, length=block.offset - at)
        at = block.end
    if at < entity.end:
        yield replace(entity, offset=at, length=entity.end - at)
