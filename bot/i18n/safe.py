"""Text that is ready to be sent, and what makes it so: cleaned, escaped, isolated.

The bidirectional algorithm is https://www.unicode.org/reports/tr9/. An isolate (U+2068 … U+2069)
finds its own direction and leaves that of the text around it alone; it ends with its line.
"""

import html
import re
import unicodedata

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"
RIGHT_TO_LEFT_MARK = "\u200f"

QUOTED = 60
"""Characters of what somebody wrote that are shown again."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BLANKS = re.compile("[\t\x1c-\x1f]")
# Controls, soft hyphen, invisible fillers and joiners, embeddings, overrides and isolates,
# annotations, tags and noncharacters. ZWNJ and ZWJ (U+200C, U+200D) stay, Arabic script and emoji
# need them, and so do the emoji selectors; U+200E, U+200F and U+061C are harmless in an isolate.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b"
    "\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0d\ufeff\uffa0"
    "\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff"
    + "".join(
        f"{chr(0x10000 * plane + 0xFFFE)}{chr(0x10000 * plane + 0xFFFF)}" for plane in range(1, 17)
    )
    + "]"
)
_MARKUP = re.compile("<[^>]*>|&#?[A-Za-z0-9]+;")
_BLOCK = re.compile("<(?:blockquote|pre)[^>]*>")
"""What begins a block: a mark before it would be a line of its own."""
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


class Safe(str):
    """Telegram HTML that was made or checked as such: it is neither escaped nor cleaned again."""

    __slots__ = ()


def clean(text: str) -> str:
    """`text` without what cannot be seen and could turn the words around it or hide in them.

    Line ends of every kind become ``\\n``, tabs become spaces.
    """
    if text.isprintable():
        # No control, format or surrogate character is printable; fillers that are, are rare.
        return text if text.isascii() else _UNWANTED.sub("", text)
    return _UNWANTED.sub("", _BLANKS.sub(" ", _LINE_ENDS.sub("\n", text)))


def isolate(text: str) -> str:
    """Each line of `text` in an isolate of its own; an empty line or an isolate stays as it is."""
    if "\n" not in text:
        if text.startswith(FIRST_STRONG_ISOLATE) and text.find(POP_ISOLATE) == len(text) - 1:
            return text
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if text else ""
    return "\n".join(isolate(line) for line in text.split("\n"))


def escaped(text: str) -> Safe:
    """What somebody wrote, as HTML that shows it letter for letter and in its own direction."""
    return Safe(isolate(html.escape(clean(text), quote=False)))


def quoted(text: str) -> Safe:
    """The begin of what somebody wrote on one line, as code.

    Of what stands in code a messenger makes no link, mention, command or hashtag.
    """
    line = " ".join(clean(text).split())
    shown = line if len(line) <= QUOTED else f"{line[: QUOTED - 1].rstrip()}…"
    return Safe(isolate(f"<code>{html.escape(shown, quote=False)}</code>"))


def needs_isolation(text: str, *, rtl: bool) -> bool:
    """Whether `text`, bare within words of the direction, could change its order or theirs."""
    if not rtl and text.isascii():
        return False
    kinds = {unicodedata.bidirectional(character) for character in text}
    if not rtl:
        return not kinds.isdisjoint(_RIGHT_TO_LEFT | {"AN"})
    if "L" in kinds:
        return True
    # A telephone number would be read from its end; 14:00 or 2018 would not.
    return "EN" in kinds and kinds.isdisjoint(_RIGHT_TO_LEFT) and not kinds <= {"EN", "CS"}


def led_from_the_right(text: str) -> str:
    """A whole right-to-left message as HTML, none of whose lines is set out from the left.

    A messenger takes the direction of a line from its first letter outside isolates: a line that
    begins with a Latin word, or holds nothing but isolates, would be set from the left.
    """
    return "\n".join(map(_led, text.split("\n")))


def _led(line: str) -> str:
    if not line.strip():
        return line
    depth = 0
    for character in _MARKUP.sub("", line):
        kind = unicodedata.bidirectional(character)
        depth += (character == FIRST_STRONG_ISOLATE) - (character == POP_ISOLATE)
        if not depth and kind in _RIGHT_TO_LEFT:
            return line
        if not depth and kind == "L":
            break
    block = _BLOCK.match(line)
    at = block.end() if block else 0
    return f"{line[:at]}{RIGHT_TO_LEFT_MARK}{line[at:]}"
