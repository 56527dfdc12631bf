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
    at `consented_at` (aware UTC).
    """

    id: int
    language: Lang | None = None
    zone: str | None = None
    interests: frozenset[str] = field(default_factory=frozenset)
    consented_at: datetime | None = None
    blocked: bool = False


def spoken(member: Member, telegram_code: str | None, languages: tuple[Lang, ...]) -> Lang:
    """The language to speak: what the member chose, else Telegram's, else the first of ours.

    `telegram_code` may carry a region: ``pt-br`` is ``pt``.
    """
    for code in (member.language, (telegram_code or "").partition("-")[0].lower()):
        if code in languages:
            return code
    return languages[0]
