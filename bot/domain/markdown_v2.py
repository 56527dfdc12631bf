"""Telegram's MarkdownV2: from marked-up text to plain text and entities.

The rules are those of https://core.telegram.org/bots/api#markdownv2-style; what these leave open,
such as the texts of the mistakes, follows Telegram's own client library.
"""

import re
from dataclasses import replace
from urllib.parse import parse_qsl

from bot.domain.entities import Entity, tidy
from bot.domain.markdown import CLOSING, Mark, Reader
from bot.domain.markup import MarkupError, known_time_format

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!\n")
_CODE = ("Code", "Pre", "PreCode")
_STYLES = {"*": "Bold", "~": "Strikethrough", "[": "TextUrl"}
_ESCAPED = re.compile(r"\\([\x01-\x7e])")
_TG_LINK = re.compile(r"tg:(?://)?(?P<host>emoji|time)/?\?(?P<query>[^#]*)", re.IGNORECASE)


def parse_markdown_v2(text: str) -> tuple[str, tuple[Entity, ...]]:
    """Plain text and its entities, trimmed as Telegram trims a message; "" when nothing is left.

    Raises MarkupError with Telegram's description; its offsets count bytes of UTF-8.
    """
    return tidy(*_V2(text).run())


class _V2(Reader):
    """One pass over the text; `fresh` is whether a quotation may begin here."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.open: list[Mark] = []
        self.quoted = False
        self.fresh = True

    def run(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.text):
            character = self.text[self.at]
            if escaped := _ESCAPED.match(self.text, self.at):
                self.at = escaped.end()
                self.plain(escaped[1], fresh=escaped[1] == "\n")
            elif character not in self.reserved():
                self.at += 1
                self.plain(character, fresh=False)
            elif self.ends(character):
                self.end(character)
            else:
                self.begin(character)
        if self.quoted:
            self.end_last_quote()
        if self.open:
            raise self.unclosed(self.open[-1])
        return "".join(self.out), self.entities

    def plain(self, character: str, *, fresh: bool) -> None:
        self.write(character)
        if character != "\r":
            self.fresh = fresh

    def reserved(self) -> frozenset[str]:
        return frozenset("`") if self.open and self.open[-1].kind in _CODE else _RESERVED

    def ends(self, character: str) -> bool:
        if not self.open:
            return False
        if self.quoted and character == "\n" and not self.ahead(">", 1):
            return True
        kind = self.open[-1].kind
        if kind == "BlockQuote" or not self.ahead(CLOSING[kind]):
            return False
        return kind != "Italic" or not self.ahead("__")

    def begin(self, character: str) -> None:
        begun = self.at
        language = None
        if character == "\n":
            self.at += 1
            self.write("\n")
            self.fresh = True
            return
        if character == ">" and self.fresh and self.quoted:
            self.at += 1
            return
        kind = self.kind(character)
        if kind == "Pre":
            language = self.block()
            kind = "PreCode" if language else kind
        else:
            self.at += 2 if kind in ("Underline", "Spoiler", "CustomEmoji") else 1
        self.quoted = self.quoted or kind == "BlockQuote"
        self.open.append(Mark(kind, begun, self.length, len(self.out), language))

    def kind(self, character: str) -> str:
        """The kind of entity that begins here."""
        if character in _STYLES:
            return _STYLES[character]
        if character == "_":
            return "Underline" if self.ahead("__") else "Italic"
        if character == "`":
            return "Pre" if self.ahead("```") else "Code"
        if self.ahead("||"):
            return "Spoiler"
        if self.ahead("!["):
            return "CustomEmoji"
        if character == ">" and self.fresh:
            return "BlockQuote"
        raise MarkupError(
            f"Character '{character}' is reserved and must be escaped with the preceding '\\'"
        )

    def end(self, character: str) -> None:
        if character == "\n":
            self.end_quote()
            return
        mark = self.open.pop()
        self.at += len(CLOSING[mark.kind])
        if mark.kind == "TextUrl":
            url = self.url() if self.ahead("(") else "".join(self.out[mark.out :])
            if self.length > mark.offset:
                self.link(mark, url)
        elif mark.kind == "CustomEmoji":
            self.special(mark)
        elif self.length > mark.offset:
            self.add(mark)

    def end_quote(self) -> None:
        """The line break after the last line of a quotation; it is part of it."""
        mark, kind = self.open.pop(), "BlockQuote"
        if mark.kind == "Spoiler" and self.text[mark.at : self.at].rstrip("\r") == "||":
            mark, kind = self.open.pop(), "ExpandableBlockQuote"
        if mark.kind != "BlockQuote":
            raise self.unclosed(mark)
        self.at += 1
        self.write("\n")
        self.quoted, self.fresh = False, True
        self.add(replace(mark, kind=kind))

    def end_last_quote(self) -> None:
        kind = "BlockQuote"
        if self.open[-1].kind == "Spoiler" and self.open[-1].at == len(self.text) - 2:
            self.open.pop()
            kind = "ExpandableBlockQuote"
        if self.open[-1].kind == "BlockQuote":
            mark = self.open.pop()
            if self.length > mark.offset:
                self.add(replace(mark, kind=kind))

    def special(self, mark: Mark) -> None:
        """What stands in ![…](…): a custom emoji or a point in time."""
        if not self.ahead("("):
            raise MarkupError("The entity must contain a tg://emoji or tg://time URL")
        found = _special(self.url())
        if not found:
            raise MarkupError("Invalid tg://emoji or tg://time URL specified")
        if self.length > mark.offset:
            length = self.length - mark.offset
            self.entities.append(replace(found, offset=mark.offset, length=length))

    def url(self) -> str:
        begun = self.at + 1
        end = begun
        while end < len(self.text) and self.text[end] != ")":
            end += 2 if _ESCAPED.match(self.text, end) else 1
        if end >= len(self.text):
            raise MarkupError(f"Can't find end of a URL {self.place(begun)}")
        self.at = end + 1
        return _ESCAPED.sub(r"\1", self.text[begun:end])

    def unclosed(self, mark: Mark) -> MarkupError:
        return MarkupError(f"Can't find end of {mark.kind} entity {self.place(mark.at)}")


def _special(url: str) -> Entity | None:
    found = _TG_LINK.fullmatch(url.partition("#")[0])
    given = dict(reversed(parse_qsl(found["query"]))) if found else {}
    if found and found["host"].lower() == "emoji":
        number = given.get("id", "")
        if re.fullmatch(r"-?0*[1-9][0-9]{0,18}", number):
            return Entity(type="custom_emoji", offset=0, length=0, custom_emoji_id=number)
    elif found:
        digits, shape = given.get("unix", ""), given.get("format") or None
        if known_time_format(shape or "") and re.fullmatch(r"0*[1-9][0-9]{0,9}", digits):
            return Entity(
                type="date_time",
                offset=0,
                length=0,
                unix_time=int(digits),
                date_time_format=shape,
            )
    return None
