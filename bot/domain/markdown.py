"""Telegram's legacy Markdown, and what MarkdownV2 has in common with it.

The rules are those of https://core.telegram.org/bots/api#markdown-style; what these leave open,
such as the texts of the mistakes, follows Telegram's own client library.
"""

import re
from dataclasses import dataclass, replace

from bot.domain.entities import Entity, tidy, utf16_length
from bot.domain.markup import MarkupError, linked

_TYPES = {
    "Bold": "bold",
    "Italic": "italic",
    "Underline": "underline",
    "Strikethrough": "strikethrough",
    "Spoiler": "spoiler",
    "Code": "code",
    "Pre": "pre",
    "PreCode": "pre",
    "BlockQuote": "blockquote",
    "ExpandableBlockQuote": "expandable_blockquote",
}
CLOSING = {
    "Bold": "*",
    "Italic": "_",
    "Underline": "__",
    "Strikethrough": "~",
    "Spoiler": "||",
    "Code": "`",
    "Pre": "```",
    "PreCode": "```",
    "TextUrl": "]",
    "CustomEmoji": "]",
}
# A block of code may begin with its language, and one line break after it is not part of it.
_BLOCK = re.compile(r"```(?P<language>[^ \t\r\n\v\0`]+(?=[ \t\r\n\v\0]))?(?:\r\n|\n\r|\r|\n)?")
_ESCAPED = re.compile(r"\\([_*`\[])")


@dataclass(frozen=True, slots=True)
class Mark:
    """An entity that has begun: at which character, and where in the plain text."""

    kind: str
    at: int
    offset: int
    out: int
    language: str | None = None


class Reader:
    """What both styles share: the place in the source, and what it means so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.out: list[str] = []
        self.length = 0
        self.entities: list[Entity] = []

    def write(self, character: str) -> None:
        self.out.append(character)
        self.length += utf16_length(character)

    def ahead(self, what: str, by: int = 0) -> bool:
        return self.text.startswith(what, self.at + by)

    def place(self, at: int) -> str:
        return f"at byte offset {len(self.text[:at].encode(errors='surrogatepass'))}"

    def block(self) -> str | None:
        """Step over the beginning of a block of code; its language, if it names one."""
        found = _BLOCK.match(self.text, self.at)
        if not found:
            return None
        self.at = found.end()
        return found["language"]

    def add(self, mark: Mark) -> None:
        entity = Entity(
            type=_TYPES[mark.kind], offset=mark.offset, length=self.length - mark.offset
        )
        self.entities.append(replace(entity, language=mark.language))

    def link(self, mark: Mark, url: str) -> None:
        entity = Entity(type="text_link", offset=mark.offset, length=self.length - mark.offset)
        if found := linked(entity, url):
            self.entities.append(found)


def parse_markdown(text: str) -> tuple[str, tuple[Entity, ...]]:
    """Plain text and its entities, none in another, trimmed as Telegram trims a message.

    Raises MarkupError with Telegram's description; its offsets count bytes of UTF-8.
    """
    return tidy(*_Legacy(text).run())


class _Legacy(Reader):
    def run(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.text):
            character = self.text[self.at]
            if escaped := _ESCAPED.match(self.text, self.at):
                self.write(escaped[1])
                self.at = escaped.end()
            elif character in "_*`[":
                self.entity(character)
            else:
                self.write(character)
                self.at += 1
        return "".join(self.out), self.entities

    def entity(self, character: str) -> None:
        begun, language = self.at, None
        kind = {"_": "Italic", "*": "Bold", "[": "TextUrl", "`": "Code"}[character]
        if self.ahead("```"):
            kind, language = "Pre", self.block()
        else:
            self.at += 1
        mark = Mark(kind, begun, self.length, len(self.out), language)
        end = self.text.find(CLOSING[kind], self.at)
        if end < 0:
            raise MarkupError(f"Can't find end of the entity starting {self.place(begun)}")
        for inside in self.text[self.at : end]:
            self.write(inside)
        self.at = end + len(CLOSING[kind])
        if self.length == mark.offset:
            return
        if kind == "TextUrl":
            url = self.url()
            self.link(mark, "".join(self.out[mark.out :]) if url is None else url)
        else:
            self.add(mark)

    def url(self) -> str | None:
        """The link in parentheses, to the end of the text if they never close."""
        if not self.ahead("("):
            return None
        url, _, _ = self.text[self.at + 1 :].partition(")")
        self.at += len(url) + 2
        return url
