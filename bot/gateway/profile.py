"""How the bot presents itself in Telegram: its name, descriptions and commands in each language."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from telegram.error import TelegramError

from bot.domain.catalogue import Community
from bot.domain.items import Labels, Lang
from bot.domain.people import Role
from bot.gateway.client import Client
from bot.gateway.render import Renderer

log = logging.getLogger(__name__)

EVERYBODY = frozenset({Role.MEMBER})


async def present(
    client: Client, community: Community, renderer: Renderer, languages: Sequence[Lang]
) -> None:
    """Tell Telegram what has changed, and only that: it allows few changes of a name a day.

    The first language is also the one for people whose language is none of ours. What fails is
    logged and tried again at the next start: a bot without a new description still serves.
    """
    for code in ("", *languages):
        lang = code or languages[0]
        texts: Mapping[str, Labels] = {
            "Name": community.name,
            "Description": community.description,
            "ShortDescription": community.short_description,
        }
        for what, labels in texts.items():
            # Telegram keeps them trimmed: compared with more they would be set at every start.
            wanted = {_field(what): labels[lang].strip()}
            await _set(client, what, wanted, {"language_code": code})
        for scope in ("all_private_chats", "all_group_chats"):
            commands = renderer.menu(lang, EVERYBODY, group=scope == "all_group_chats")
            where = {"scope": {"type": scope}, "language_code": code}
            await _set(client, "Commands", {"commands": commands}, where)


def _field(what: str) -> str:
    """The parameter's name: ``ShortDescription`` is given as ``short_description``."""
    return "".join(f"_{one.lower()}" if one.isupper() else one for one in what).lstrip("_")


async def _set(
    client: Client, what: str, wanted: Mapping[str, Any], where: Mapping[str, Any]
) -> None:
    try:
        present_now = await client.call(f"getMy{what}", where)
        known = {"commands": present_now} if what == "Commands" else present_now
        if known != wanted:
            await client.call(f"setMy{what}", {**wanted, **where})
    except TelegramError as error:
        log.warning("not presented", extra={"what": what, "reason": type(error).__name__})
