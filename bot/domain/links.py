"""Links as Telegram keeps them."""

import re

_URL = re.compile(
    r"(?:(?P<scheme>https?)://)?(?P<user>[^/?#@\s]+@)?"
    r"(?P<host>[^/?#:@\s\[\]<>\"`{}|^\\]+|\[[0-9a-f:.]+\])(?P<port>:[0-9]+)?(?P<rest>[/?#].*)?",
    re.IGNORECASE | re.DOTALL,
)


def checked_link(link: str) -> str:
    """The link as Telegram keeps it ("example.org" becomes "http://example.org/").

    Raises ValueError with Telegram's reason, such as "Wrong HTTP URL".
    """
    if re.match(r"(tg|ton|tonsite):", link, re.IGNORECASE):
        scheme, _, rest = link.partition(":")
        rest = rest.removeprefix("//")
        if not re.match(r"[A-Za-z0-9_.-]+", rest):
            raise ValueError("URL host is empty")
        return f"{scheme.lower()}://{rest}"
    if (other := re.match(r"([^:/?#@\[\]]+)://", link)) and not re.fullmatch(
        "https?", other[1], re.IGNORECASE
    ):
        raise ValueError("Unsupported URL protocol")
    found = _URL.fullmatch(link.rstrip())
    if not found:
        raise ValueError("URL host is empty" if not link.strip() else "Wrong HTTP URL")
    host = found["host"].lower()
    if "." not in host and not host.startswith("["):
        raise ValueError("Wrong HTTP URL")
    rest = re.sub(r"[\x00-\x20]", lambda char: f"%{ord(char[0]):02X}", found["rest"] or "/")
    rest = rest if rest.startswith("/") else f"/{rest}"
    scheme = (found["scheme"] or "http").lower()
    return f"{scheme}://{found['user'] or ''}{host}{found['port'] or ''}{rest}"
