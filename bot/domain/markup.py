"""Telegram's HTML: from marked-up text to plain text and entities.

The rules are those of https://core.telegram.org/bots/api#html-style and the descriptions of what is
wrong are Telegram's own, so that a mistake in a translation reads the same here as it would there.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import cast

from bot.domain.entities import Entity, tidy, utf16_length
from bot.domain.links import checked_link

__all__ = [
    "MAX_CAPTION",
    "MAX_TEXT",
    "Entity",
    "MarkupError",
    "linked",
    "parse_html",
    "utf16_length",
]

MAX_TEXT = 4096
MAX_CAPTION = 1024

_STYLES = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
}
_TAGS = {*_STYLES, "a", "code", "pre", "blockquote", "tg-emoji", "tg-time"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]*)|#(?P<dec>[0-9]*)|(?P<name>[A-Za-z]*));?")
# What Telegram takes for space within a tag: no other, such as a no-break space.
_BLANK = r" \t\r\n\v"
_START = re.compile(rf"<([^{_BLANK}>]*)")
_END = re.compile(rf"</([^{_BLANK}>]*)[{_BLANK}]*")
_NAME = re.compile(rf"[^{_BLANK}=>/\"']*")
_PLAIN = re.compile(r"[^<&]+")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_SPACE = re.compile(rf"[{_BLANK}]*")
_TOKEN_END = re.compile(rf"[{_BLANK}>]")
_INTEGER = re.compile(r"-?[0-9]+")
_USER_LINK = re.compile(r"tg:(?://)?user\?id=([1-9][0-9]*)$", re.IGNORECASE)


class MarkupError(ValueError):
    """The text is not in its style; `str()` is Telegram's description without "Bad Request: "."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"can't parse entities: {reason}")


@dataclass(slots=True)
class _Open:
    tag: str
    at: int
    start: int
    attributes: dict[str, str] = field(default_factory=dict)


def parse_html(text: str) -> tuple[str, tuple[Entity, ...]]:
    """Plain text and its entities, trimmed as Telegram trims a message; "" when nothing is left.

    Raises MarkupError with Telegram's description; its offsets count bytes of UTF-8.
    """
    return tidy(*_Parser(text).run())


def linked(entity: Entity, url: str) -> Entity | None:
    """The range as a link or, by tg://user?id=…, as a mention.

    None for what is no link: Telegram drops it and keeps its text.
    """
    if mentioned := _USER_LINK.match(url):
        return replace(entity, type="text_mention", user=int(mentioned[1]))
    with suppress(ValueError):
        return replace(entity, type="text_link", url=checked_link(url))
    return None


class _Parser:
    """One pass over the text; `at` is the place in the source, `out` what it means so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.out: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.halves = False
        self.languages: dict[int, str] = {}
        self.entities: list[Entity] = []

    def run(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.text):
            if plain := _PLAIN.match(self.text, self.at):
                self.at = plain.end()
                self.write(plain[0])
            elif self.text[self.at] == "&":
                character = self.character()
                self.halves |= "\ud800" <= character <= "\udfff"
                self.write(character)
            elif self.text.startswith("</", self.at):
                self.end_tag()
            else:
                self.start_tag()
        if self.open:
            tag = self.open[-1].tag
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{tag}"')
        if self.halves:
            raise MarkupError(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        return "".join(self.out), self.entities

    def write(self, character: str) -> None:
        self.out.append(character)
        self.length += utf16_length(character)

    def place(self, at: int) -> str:
        return f"at byte offset {len(self.text[:at].encode(errors='surrogatepass'))}"

    def match(self, pattern: re.Pattern[str]) -> re.Match[str]:
        # Every pattern used here matches, if need be the empty rest.
        found = cast("re.Match[str]", pattern.match(self.text, self.at))
        self.at = found.end()
        return found

    def character(self) -> str:
        found = _REFERENCE.match(self.text, self.at)
        meaning = _meaning(found) if found else ""
        if found and meaning:
            self.at = found.end()
            return meaning
        self.at += 1
        return self.text[self.at - 1]

    def start_tag(self) -> None:
        begin = self.at
        tag = self.match(_START)[1].lower()
        if self.at == len(self.text):
            raise MarkupError(f"Unclosed start tag {self.place(begin)}")
        if tag not in _TAGS:
            raise MarkupError(f'Unsupported start tag "{tag}" {self.place(begin)}')
        opened = _Open(tag, at=len(self.out), start=self.length)
        while True:
            self.match(_SPACE)
            if self.text.startswith(">", self.at):
                break
            name, value = self.attribute(opened.tag, begin)
            opened.attributes[name] = value
        if tag == "span" and opened.attributes.get("class") != "tg-spoiler":
            raise MarkupError(f'Tag "span" must have class "tg-spoiler" {self.place(begin)}')
        self.at += 1
        self.open.append(opened)

    def attribute(self, tag: str, begin: int) -> tuple[str, str]:
        unclosed = MarkupError(f'Unclosed start tag "{tag}" {self.place(begin)}')
        name = self.match(_NAME)[0]
        if not name:
            raise MarkupError(f'Empty attribute name in the tag "{tag}" {self.place(begin)}')
        self.match(_SPACE)
        if self.at == len(self.text):
            raise unclosed
        if self.text[self.at] != "=":
            return name, ""
        self.at += 1
        self.match(_SPACE)
        if self.at == len(self.text):
            raise unclosed
        value = self.quoted() if self.text[self.at] in "\"'" else self.token()
        if self.at == len(self.text):
            raise MarkupError(f"Unclosed start tag {self.place(begin)}")
        return name, value

    def quoted(self) -> str:
        quote = self.text[self.at]
        self.at += 1
        value: list[str] = []
        while self.at < len(self.text) and self.text[self.at] != quote:
            value.append(self.character())
        self.at = min(self.at + 1, len(self.text))
        return "".join(value)

    def token(self) -> str:
        begin = self.at
        value = self.match(_TOKEN)[0].lower()
        if self.at < len(self.text) and not _TOKEN_END.match(self.text, self.at):
            raise MarkupError(f"Unexpected end of name token {self.place(begin)}")
        return value

    def end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise MarkupError(f"Unexpected end tag {self.place(begin)}")
        found = self.match(_END)[1].lower()
        if not self.text.startswith(">", self.at):
            raise MarkupError(f"Unclosed end tag {self.place(begin)}")
        expected = self.open[-1].tag
        if found and found != expected:
            raise MarkupError(
                f"Unmatched end tag {self.place(begin)}, "
                f'expected "</{expected}>", found "</{found}>"'
            )
        self.at += 1
        opened = self.open.pop()
        if self.length > opened.start:
            self.close(opened)

    def close(self, opened: _Open) -> None:
        entity = Entity(type=opened.tag, offset=opened.start, length=self.length - opened.start)
        given = opened.attributes
        if opened.tag in _STYLES:
            self.entities.append(replace(entity, type=_STYLES[opened.tag]))
        elif opened.tag == "a":
            if found := linked(entity, given.get("href") or "".join(self.out[opened.at :])):
                self.entities.append(found)
        elif opened.tag == "blockquote":
            kind = "expandable_blockquote" if "expandable" in given else "blockquote"
            self.entities.append(replace(entity, type=kind))
        elif opened.tag == "tg-emoji":
            self.emoji(entity, given.get("emoji-id", ""))
        elif opened.tag == "tg-time":
            self.time(entity, given)
        else:
            self.code(entity, given.get("class", ""))

    def emoji(self, entity: Entity, number: str) -> None:
        if not re.fullmatch(r"-?0*[1-9][0-9]{0,18}", number):
            raise MarkupError("Invalid custom emoji identifier specified")
        self.entities.append(replace(entity, type="custom_emoji", custom_emoji_id=number))

    def time(self, entity: Entity, given: dict[str, str]) -> None:
        shape = given.get("format")
        if not known_time_format(shape or ""):
            raise MarkupError("Invalid date format used")
        found = _INTEGER.match(given.get("unix", ""))
        instant = int(found[0]) if found else 0
        if 0 < instant < 2**31:
            self.entities.append(
                replace(entity, type="date_time", unix_time=instant, date_time_format=shape)
            )

    def code(self, entity: Entity, told: str) -> None:
        """`code` with a language directly inside `pre`, or around it, makes one entity of both."""
        language = told.removeprefix("language-") if told.startswith("language-") else ""
        self.languages[len(self.entities)] = language if entity.type == "code" else ""
        last = self.entities[-1] if self.entities else entity
        other = {"pre": "code", "code": "pre"}[entity.type]
        spoken = language if entity.type == "code" else self.languages.get(len(self.entities) - 1)
        if (last.type, last.offset, last.end) == (other, entity.offset, entity.end) and spoken:
            self.entities[-1] = replace(last, type="pre", language=spoken)
        else:
            self.entities.append(entity)


def known_time_format(shape: str) -> bool:
    """Whether a point in time can be shown in this way, such as "wDT"."""
    return bool(re.fullmatch("[rR]|[tTdDwW]*", shape))


def _meaning(reference: re.Match[str]) -> str:
    """What a character reference stands for, or "" when Telegram would leave it as it is."""
    if reference["name"] is not None:
        return _NAMED.get(reference["name"], "")
    digits = reference["hex"] if reference["hex"] is not None else reference["dec"]
    if not digits or len(reference[0].rstrip(";")) >= 10:
        return ""
    code = int(digits, 16 if reference["hex"] is not None else 10)
    return chr(code) if 0 < code < 0x10FFFF else ""
