"""Links and e-mail addresses in a text, found as Telegram's own client library finds them."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

# Endings by which a bare domain is known; Telegram knows some 1,400.
_ENDINGS = re.compile(
    "com|org|net|int|info|edu|gov|mil|io|me|app|dev|co|eu|africa|health|online|site|uk|fr|es|de|it|"
    "ch|be|nl|pt|br|mx|ar|cl|pe|us|ca|au|in|ke|tz|ug|rw|et|ng|gh|za|sn|ml|eg|ma|tn|dz|sy|jo|lb|iq|"
    "sa|ye|sd|ly|tr|ru|ua|pl|cn|jp",
    re.IGNORECASE,
)
_NO_PATH = frozenset('\n<>"«»')
_NO_USER = _NO_PATH | frozenset("/[]{}()'`@")
TAIL = ".:;,('?!`"
"""What does not end an address, though it may stand within one."""
_PORT = re.compile(r":(0*[1-9][0-9]{0,4})(?![0-9])")
_SCHEMES = ("https", "http", "ftp", "tonsite")
_OTHERS = ("shttp", "tftp", "sftp")
_IPV4 = re.compile(
    r"(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
)
_LINK = re.compile(
    r"(?P<scheme>(?:https?|ftp|tonsite)://)?(?:[^/?#@]*@)?(?P<host>[^/?#]*?)(?::[^:/?#]*)?"
    r"(?P<path>(?:[/?#].*)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_EMAIL = re.compile(
    r"(?:[\w-]{0,26}[.+]){0,10}[\w-]{1,35}@"
    r"(?:[a-z0-9](?:[\w-]{0,28}[a-z0-9])?\.){1,6}[a-z]{2,8}",
    re.IGNORECASE | re.ASCII,
)


class Address(NamedTuple):
    """Where in a text an address begins and ends, in characters."""

    begin: int
    end: int
    email: bool


def addresses(text: str) -> Iterator[Address]:
    """The addresses of a text in their order."""
    begin = 0
    while (dot := text.find(".", begin)) >= 0 and dot + 1 < len(text):
        if text[dot + 1] == " ":
            begin = dot + 2
            continue
        first, last, fine = _around(text, begin, dot)
        if fine and last > dot + 1:
            yield from _address(text, first, last)
        if fine:
            while last < len(text) and text[last] == ".":
                last += 1
        else:
            last = text.rindex(".", 0, last) + 1
        begin = max(last, dot + 1)


def _around(text: str, begin: int, dot: int) -> tuple[int, int, bool]:
    """How far what stands around a dot could be an address, and whether it can be one."""
    first = _back(text, begin, dot, _in_domain)
    last, at = dot, False
    while last < len(text) and (text[last] == "@" or _in_domain(text[last])):
        at |= text[last] == "@"
        last += 1
    if at:
        first = _back(text, begin, first, _in_user)
    last = _with_path(text, _with_port(text, last))
    while last > dot + 1 and text[last - 1] == ".":
        last -= 1
    fine = True
    if first > begin and text[first - 1] == "@":
        user = _back(text, begin, first - 1, _in_user)
        fine = not at and user < first - 1
        first = user
    if fine and first > begin:
        first, fine = _with_scheme(text, begin, first)
    return first, last, fine


def _with_scheme(text: str, begin: int, first: int) -> tuple[int, bool]:
    before = text[begin:first]
    if len(before) < 6 or not before.endswith("://"):
        return first, not (before[-1].isalnum() or before[-1] in "_/#@")
    at = _back(text, begin, first - 3, _in_scheme)
    told = text[at : first - 3].lower()
    known = next((one for one in _SCHEMES if told.endswith(one)), None)
    return (first, False) if known is None or told in _OTHERS else (first - len(known) - 3, True)


def _with_port(text: str, last: int) -> int:
    found = _PORT.match(text, last)
    return found.end() if found and int(found[1]) <= 65_535 else last


def _with_path(text: str, last: int) -> int:
    if last == len(text) or text[last] not in "/?#":
        return last
    end = last + 1
    while end < len(text) and text[end] not in _NO_PATH and _shown(text[end]):
        end += 1
    while end > last + 1 and text[end - 1] in TAIL:
        end -= 1
    return end if text[last] == "/" or end > last + 1 else last


def _address(text: str, first: int, last: int) -> Iterator[Address]:
    found = text[first:last]
    mail = found.removeprefix("mailto:")
    if _EMAIL.fullmatch(mail):
        yield Address(last - len(mail), last, email=True)
    elif length := _link_length(found):
        yield Address(first, first + length, email=False)


def _link_length(found: str) -> int:
    """How much of what looks like a link is one; 0 for nothing."""
    parts = _LINK.match(found)
    if not parts or not _is_host(parts["host"], bare=parts["scheme"] is None):
        return 0
    return parts.start("path") + _balanced(parts["path"])


def _balanced(path: str) -> int:
    """How much of a path stands before a bracket that closes nothing, without its tail."""
    depths = dict.fromkeys(")]}", 0)
    end = 0
    for character in path:
        if character in "([{":
            depths[")]}"["([{".index(character)]] += 1
        elif character in depths:
            depths[character] -= 1
            if depths[character] < 0:
                break
        end += 1
    return len(path[:end].rstrip(TAIL))


def _is_host(domain: str, *, bare: bool) -> bool:
    parts = domain.split(".")
    if len(parts) < 2 or not all(part and len(part) < 64 and part[-1] != "-" for part in parts):
        return False
    if _IPV4.fullmatch(domain):
        return True
    ending = parts[-1]
    if all(part.isdecimal() and part.isascii() for part in parts) or len(ending) < 2:
        return False
    if ending.startswith("xn--"):
        known = len(ending) > 5 and ending[4:].isalnum() and ending.isascii()
    else:
        known = not re.search("[_-]", ending) and (not bare or bool(_ENDINGS.fullmatch(ending)))
    return known and "_" not in parts[-2]


def _back(text: str, begin: int, at: int, holds: Callable[[str], bool]) -> int:
    while at > begin and holds(text[at - 1]):
        at -= 1
    return at


def _shown(character: str) -> bool:
    if "\u2000" <= character <= "\u206f":
        return character in "\u200c\u200d" or "\u2010" <= character <= "\u2015"
    return not unicodedata.category(character).startswith("Z")


def _in_domain(character: str) -> bool:
    if character < "\xc0":
        return character.isascii() and (character.isalnum() or character in "._-~")
    return _shown(character)


def _in_user(character: str) -> bool:
    return character not in _NO_USER and _shown(character)


def _in_scheme(character: str) -> bool:
    if character.isascii():
        return character.isalnum() or character in "+-"
    return not unicodedata.category(character).startswith("Z")
