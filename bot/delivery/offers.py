"""What is offered while somebody types: worth an answer at once, and none later."""

import asyncio
import logging
from collections.abc import Callable
from typing import TypeAlias

from bot.domain.items import Lang
from bot.domain.people import Member, spoken
from bot.ports.runtime import Clock, Content, InlineQuery, Scene
from bot.ports.speech import Offer
from bot.ports.storage import Storage, StorageError

log = logging.getLogger(__name__)

PATIENCE = 1.0
"""Seconds that the member's language is waited for; then it is Telegram's."""

Offered: TypeAlias = Callable[[str, Scene], Offer]


class Offers:
    """`bot.ports.runtime.Offering`. Nothing of a query is kept or logged."""

    def __init__(
        self, storage: Storage, clock: Clock, content: Callable[[], Content], offer: Offered
    ) -> None:
        self._storage, self._clock = storage, clock
        self._content, self._offer = content, offer

    async def __call__(self, query: InlineQuery) -> tuple[Offer, Lang]:
        content = self._content()
        member = await self._member(query.user_id)
        lang = spoken(member, query.telegram_language, content.languages)
        scene = Scene(now=self._clock.now(), member=member, lang=lang, content=content)
        try:
            return self._offer(query.text, scene), lang
        except Exception as error:  # noqa: BLE001 - whatever a question does, intake goes on
            log.error("nothing offered", extra={"reason": type(error).__name__})
            return Offer(seconds=0), lang

    async def _member(self, user_id: int) -> Member:
        """What the person chose; what Telegram says of them counts where that can't be read."""
        try:
            async with asyncio.timeout(PATIENCE), self._storage.unit(self._clock.now()) as unit:
                return await unit.members.get(user_id)
        except (StorageError, TimeoutError):
            return Member(id=user_id)
