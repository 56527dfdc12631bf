"""Marked ranges of a text, in the UTF-16 code units that Telegram counts, and how they settle."""

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})
_CODE = frozenset({"code", "pre", "date_time"})
"""What no other entity stands within."""

# Which of two that cover the same text comes first.
_RANKS = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "date_time": 30,
    "text_link": 49,
    "text_mention": 49,
    **{kind: rank for rank, kind in enumerate(STYLES, 90)},
    "custom_emoji": 99,
}
_USUAL = 50
_END = 1 << 31

# What Telegram takes out of every text: line and paragraph separators and the old bidirectional
# embeddings (the isolates stay), and three combining marks that draw over neighbouring lines.
_DROPPED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")
# Of several marks of direction in a row it lets only the last be one.
_MARKED = re.compile("[\u200e\u200f](?=[\u200e\u200f])")
# A text of nothing but these it takes for none.
_BLANK = re.compile(
    "[ \n\xa0\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc"
    "\U000e0000-\U000e007f]*"
)


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


def cleaned(text: str) -> str:
    """A text without what Telegram takes out of every one."""
    return _MARKED.sub("\u200c", _CONTROL.sub(" ", _DROPPED.sub("", text)))


def is_blank(text: str) -> bool:
    """Whether there is nothing to see in a text."""
    return bool(_BLANK.fullmatch(text))


def tidy(text: str, entities: list[Entity]) -> tuple[str, tuple[Entity, ...]]:
    """Clean and trim a text as Telegram does before it is sent, and settle its entities.

    Space before the first entity and at the end goes; a link or quote inside another goes; styles
    are cut out of code and where another entity begins or ends, ranges of one that touch join.
    """
    text, entities = _cleaned(text, settled(e for e in entities if e.length > 0))
    kept = text.rstrip(" \n")
    end = utf16_length(kept)
    cut = (replace(e, length=min(e.length, end - e.offset)) for e in settled(entities))
    entities = sorted((e for e in cut if e.length > 0), key=_rank)
    first = entities[0].offset if entities else end
    lead = 0
    while lead < min(first, len(kept)) and kept[lead] in " \n":
        lead += 1
    return kept[lead:], tuple(replace(e, offset=e.offset - lead) for e in entities)


def settled(entities: Iterable[Entity], found: Sequence[Entity] = ()) -> list[Entity]:
    """Entities as Telegram settles them. Those `found` in the text give way to the others."""
    ranked = sorted(entities, key=_rank)
    quotes = _apart(e for e in ranked if e.type in _QUOTES)
    solid = _apart(e for e in ranked if e.type not in _QUOTES and e.type not in STYLES)
    free = (e for e in found if not any(e.offset < s.end and s.offset < e.end for s in solid))
    solid = [e for e in (*solid, *free) if not any(_breaks(e, quote) for quote in quotes)]
    others = sorted([*quotes, *solid], key=_rank)
    styles = [e for e in ranked if e.type in STYLES]
    return sorted([*others, *_Cutter(styles).cut(others)], key=_rank)


def _cleaned(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    gone = [utf16_length(text[: match.start()]) for match in _DROPPED.finditer(text)]
    text = cleaned(text)
    if not gone:
        return text, entities

    def moved(offset: int) -> int:
        return offset - sum(at < offset for at in gone)

    kept = (
        replace(e, offset=moved(e.offset), length=moved(e.end) - moved(e.offset)) for e in entities
    )
    return text, [e for e in kept if e.length > 0]


def _rank(entity: Entity) -> tuple[int, int, int]:
    return entity.offset, -entity.length, _RANKS.get(entity.type, _USUAL)


def _apart(entities: Iterable[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in entities:
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def _breaks(entity: Entity, quote: Entity) -> bool:
    overlaps = entity.offset < quote.end and quote.offset < entity.end
    return overlaps and not (quote.offset <= entity.offset and entity.end <= quote.end)


class _Cutter:
    """Cuts styles, which must be in their order, where other entities begin and end."""

    def __init__(self, styles: list[Entity]) -> None:
        self._waiting = deque(styles)
        self._open: dict[str, tuple[int, int]] = {}
        self._cut: list[Entity] = []

    def cut(self, others: Sequence[Entity]) -> list[Entity]:
        """The pieces; none lies within code."""
        around: list[Entity] = []
        for place, other in [*((one.offset, one) for one in others), (_END, None)]:
            while around and place >= around[-1].end:
                inside = around.pop()
                before = len(self._cut)
                self._reach(inside.end)
                if inside.type in _CODE:
                    del self._cut[before:]
            self._reach(place)
            if other is not None:
                around.append(other)
        return self._cut

    def _reach(self, end: int) -> None:
        while self._waiting and self._waiting[0].offset < end:
            style = self._waiting.popleft()
            begin, until = self._open.get(style.type, (0, -1))
            if style.offset <= until:
                self._open[style.type] = begin, max(until, style.end)
            else:
                self._flush(style.offset)
                self._open[style.type] = style.offset, style.end
        self._flush(end)

    def _flush(self, place: int) -> None:
        """Cut what is open off here."""
        for kind in STYLES:
            begin, end = self._open.get(kind, (place, place))
            if begin >= place:
                continue
            cut = min(end, place)
            self._cut.append(Entity(type=kind, offset=begin, length=cut - begin))
            if end > place:
                self._open[kind] = place, end
            else:
                del self._open[kind]
