"""Links as Telegram keeps them, or refuses them. The rules are those of its own client library."""

import ipaddress
import re
from dataclasses import dataclass
from typing import cast

_PARTS = re.compile(r"(?:(?P<scheme>[^:/?#@\[\]]*)://)?(?P<place>[^/?#]*)(?P<rest>.*)", re.DOTALL)
_OWN_SCHEMES = re.compile(r"(tg|tonsite|ton):(?://)?", re.IGNORECASE)
_PORT = re.compile(r"(?<=.):(?P<port>[^:\]@]*)\Z", re.DOTALL)
_NUMBER = re.compile(r"-?[0-9]+")
_ALLOWED = re.compile(r"(?:[A-Za-z0-9.\-_!$,~*'();&+=\x80-\U0010ffff]|%[0-9A-Fa-f]{2})*")
_MOST_PORTS = 65_535


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A link taken apart; `port` is 0 where none is named, `rest` begins with a slash."""

    scheme: str
    user: str
    host: str
    port: int
    rest: str

    @property
    def ipv6(self) -> bool:
        return self.host.startswith("[")


def checked_link(link: str, *, only_https: bool = False) -> str:
    """The link as Telegram keeps it ("example.org" becomes "http://example.org/").

    Raises ValueError with Telegram's reason, such as "Wrong HTTP URL".
    """
    own = _OWN_SCHEMES.match(link)
    parts = parsed_link(link[own.end() :] if own else link)
    if only_https and (own or parts.scheme != "https"):
        raise ValueError("Only HTTPS links are allowed")
    if own:
        return _of_telegram(own[1].lower(), link[own.end() :], parts)
    if "." not in parts.host and not parts.ipv6:
        raise ValueError("Wrong HTTP URL")
    user = f"{parts.user}@" if parts.user else ""
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{user}{parts.host}{port}{parts.rest}"


def _of_telegram(scheme: str, link: str, parts: Parts) -> str:
    named = link.lower().startswith("http://") or parts.scheme == "https"
    if named or parts.user or parts.port or parts.ipv6:
        raise ValueError("Wrong tg URL" if scheme == "tg" else "Wrong ton URL")
    if not re.fullmatch(r"[a-z0-9_.-]*" if scheme == "tonsite" else r"[a-z0-9_-]*", parts.host):
        raise ValueError("Unallowed characters in URL host")
    rest = parts.rest[1:] if parts.rest.startswith("/?") else parts.rest
    return f"{scheme}://{parts.host}{rest}"


def parsed_link(link: str, scheme: str = "http") -> Parts:
    """A link taken apart; `scheme` is that of a link that names none.

    Raises ValueError with Telegram's reason.
    """
    # Every part may be empty, so that it always matches.
    found = cast("re.Match[str]", _PARTS.fullmatch(link))
    given = (found["scheme"] or "").lower()
    if found["scheme"] is not None and given not in ("http", "https"):
        raise ValueError("Unsupported URL protocol")
    place, port = _port(found["place"])
    user, _, host = place.rpartition("@")
    ipv6 = host.startswith("[") and host.endswith("]")
    if ipv6 and not _is_ipv6(host[1:-1]):
        raise ValueError("Wrong IPv6 address specified in the URL")
    if host in ("", "."):
        raise ValueError("Host is invalid" if host else "URL host is empty")
    if not ipv6:
        _check(host, "host")
        _check(user.replace(":", ""), "userinfo")
    lower = re.sub("[A-Z]", lambda letter: letter[0].lower(), host)
    rest = _rest(found["rest"])
    return Parts(scheme=given or scheme, user=user, host=lower, port=port, rest=rest)


def _port(place: str) -> tuple[str, int]:
    found = _PORT.search(place)
    if not found:
        return place, 0
    told = found["port"]
    number = int(told) if _NUMBER.fullmatch(told) and len(told) < 20 else 0
    if not 0 < number <= _MOST_PORTS:
        raise ValueError("Wrong port number specified in the URL")
    return place[: found.start()], number


def _is_ipv6(host: str) -> bool:
    try:
        ipaddress.IPv6Address(host)
    except ValueError:
        return False
    return True


def _check(part: str, name: str) -> None:
    found = _ALLOWED.match(part)
    end = found.end() if found else 0
    if end < len(part):
        wrong = "Wrong percent-encoded symbol" if part[end] == "%" else "Disallowed character"
        raise ValueError(f"{wrong} in URL {name}")


def _rest(given: str) -> str:
    rest = given.rstrip(" \t\r\n\0\v")
    rest = rest if rest.startswith("/") else f"/{rest}"
    return re.sub(r"[\x00-\x20]", lambda blank: f"%{ord(blank[0]):02X}", rest)
