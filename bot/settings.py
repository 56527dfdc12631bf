"""The settings, from the environment. This is the only place that reads it."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from bot.domain.people import Role
from bot.storage.address import address

Value = TypeVar("Value")

DATABASE = "sqlite:///data/baraza.sqlite"
"""Where nothing else is said: a file below the working folder."""

TELEGRAM = "https://api.telegram.org"
"""It calls webhooks by TLS alone; a Bot API server of one's own calls any address, see
https://core.telegram.org/bots/api#using-a-local-bot-api-server.
"""


class SettingsError(ValueError):
    """What is wrong with the settings, all of it: a sentence each, with the mend."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this process runs. Without a `token` it is the sandbox. See docs/settings.md."""

    token: str | None
    database_url: str | None
    content: Path
    locales: Path
    webhook_url: str | None
    webhook_secret: str | None
    host: str
    port: int
    coordinators: frozenset[int]
    coaches: frozenset[int]
    contact: str | None
    api_url: str
    log_level: str
    overall_rate: int
    chat_rate: int
    group_rate: int

    @property
    def roles(self) -> Mapping[int, frozenset[Role]]:
        """Who may do more than a member, by Telegram user id."""
        return {
            user: frozenset(
                role
                for role, people in (
                    (Role.COACH, self.coaches),
                    (Role.COORDINATOR, self.coordinators),
                )
                if user in people
            )
            for user in self.coaches | self.coordinators
        }


def read(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process, or of another environment. Raises SettingsError."""
    reader = _Reader(os.environ if environ is None else environ)
    token = reader.get("TELEGRAM_TOKEN", _token)
    api_url = reader.get("TELEGRAM_API", _address) or TELEGRAM
    webhook_url = reader.get("WEBHOOK_URL", _https if api_url == TELEGRAM else _address)
    secret = reader.get("WEBHOOK_SECRET", _secret)
    if webhook_url and not reader.has("WEBHOOK_SECRET"):
        reader.problems.append(
            "WEBHOOK_SECRET: is missing; a webhook needs one: set 16 or more of A-Z a-z 0-9 _ -"
        )
    settings = Settings(
        token=token,
        database_url=reader.get("DATABASE_URL", _database),
        content=reader.get("CONTENT", _folder) or Path("content"),
        locales=reader.get("LOCALES", _folder) or Path("locales"),
        webhook_url=webhook_url,
        webhook_secret=secret,
        host=reader.get("HOST", str) or ("0.0.0.0" if webhook_url else "127.0.0.1"),  # noqa: S104 - a webhook is called from outside
        port=reader.number("PORT", 8080, most=65535),
        coordinators=reader.get("COORDINATORS", _people) or frozenset(),
        coaches=reader.get("COACHES", _people) or frozenset(),
        contact=reader.get("CONTACT", str),
        api_url=api_url,
        log_level=reader.get("LOG_LEVEL", _level) or "INFO",
        overall_rate=reader.number("RATE_OVERALL", 30),
        chat_rate=reader.number("RATE_CHAT", 1),
        group_rate=reader.number("RATE_GROUP", 20),
    )
    if reader.problems:
        raise SettingsError(reader.problems)
    return settings


class _Reader:
    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.problems: list[str] = []

    def has(self, name: str) -> bool:
        """Whether it is set, rightly or not."""
        return bool(self._environ.get(name, "").strip())

    def get(self, name: str, parse: Callable[[str], Value]) -> Value | None:
        """The parsed value, None where it is not set; a mistake is noted. It may be a secret, so
        no message quotes it."""
        text = self._environ.get(name, "").strip()
        if not text:
            return None
        try:
            return parse(text)
        except ValueError as error:
            self.problems.append(f"{name}: {error}")
            return None

    def number(self, name: str, default: int, most: int = 10_000) -> int:
        """A whole number from 0 to `most`."""
        value = self.get(name, _number(most))
        return default if value is None else value


def _token(text: str) -> str:
    if not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]{10,}", text):
        raise ValueError("is no bot token; copy it whole from @BotFather (digits, colon, letters)")
    return text


def _secret(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", text):
        raise ValueError("must be 16 to 256 of A-Z a-z 0-9 _ -")
    return text


def _https(text: str) -> str:
    if not _is_address(text, "https"):
        raise ValueError(
            "must be an address that begins with https://: Telegram calls nothing else"
        )
    return text.rstrip("/")


def _address(text: str) -> str:
    if not _is_address(text, "https", "http"):
        raise ValueError("must be an https:// or http:// address")
    return text.rstrip("/")


def _is_address(text: str, *schemes: str) -> bool:
    """Whether it is a URL of one of these schemes with a host, and nothing behind its path."""
    try:
        parts = urlsplit(text)
        plain = parts.port != 0 and not (parts.query or parts.fragment or parts.username)
    except ValueError:  # a port that is no number, a bracket that is not closed
        return False
    return parts.scheme in schemes and bool(parts.hostname) and plain and " " not in text


def _database(text: str) -> str:
    address(text)
    return text


def _folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise ValueError("is no folder; give the path of one that exists")
    return path


def _number(most: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) > most:
            raise ValueError(f"must be a whole number from 0 to {most}")
        return int(text)

    return parse


def _people(text: str) -> frozenset[int]:
    ids = [one.strip() for one in text.split(",") if one.strip()]
    if not all(re.fullmatch(r"[1-9][0-9]{0,15}", one) for one in ids):
        raise ValueError("must be Telegram user ids (whole numbers) with commas between")
    return frozenset(map(int, ids))


def _level(text: str) -> str:
    if text.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ValueError("must be DEBUG, INFO, WARNING or ERROR")
    return text.upper()
