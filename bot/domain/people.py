"""Who talks with the bot, and what may be kept of them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.items import Lang


class Role(StrEnum):
    """What a person may do. Everybody is a member; the others are named in the settings."""

    MEMBER = "member"
    COACH = "coach"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person by their Telegram user id. No name is kept.

    `language` is what they chose (None: follow Telegram), `zone` an IANA name (None: UTC),
    `interests` topic ids of the community. Zone and interests are kept only with consent, given
    at `consented_at` (aware UTC). `telegram_language` is that of their Telegram when they last
    wrote, so that what the bot sends by itself is in it.
    """

    id: int
    language: Lang | None = None
    zone: str | None = None
    interests: frozenset[str] = field(default_factory=frozenset)
    consented_at: datetime | None = None
    blocked: bool = False
    telegram_language: Lang | None = None


def without_region(code: str | None) -> Lang | None:
    """Telegram's code of a language as ours: ``pt-br`` is ``pt``."""
    return code.partition("-")[0].lower() if code else None


def spoken(member: Member, telegram_code: str | None, languages: tuple[Lang, ...]) -> Lang:
    """The language to speak: what the member chose, else Telegram's, else the first of ours.

    `telegram_code` may carry a region: ``pt-br`` is ``pt``.
    """
    for code in (member.language, without_region(telegram_code)):
        if code in languages:
            return code
    return languages[0]
