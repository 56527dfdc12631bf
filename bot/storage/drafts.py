"""What was typed and is not sent yet, inside a unit of work."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select

from bot.storage.engine import Engine, Line
from bot.storage.tables import drafts
from bot.storage.upserts import upsert

_own = (drafts.c.chat_id == bindparam("chat"), drafts.c.about == bindparam("what"))
_get = select(drafts.c.words).where(*_own, drafts.c.until > bindparam("now"))
_drop = delete(drafts).where(*_own)
_forget = delete(drafts).where(drafts.c.chat_id == bindparam("user"))
_old = delete(drafts).where(drafts.c.until <= bindparam("now"))


class Drafts:
    """`bot.ports.kept.Drafts`."""

    def __init__(self, engine: Engine, line: Line, now: datetime) -> None:
        self._line, self._now = line, now
        self._keep = upsert(engine.insert, drafts)
        self._kept: dict[tuple[int, str], str] = {}

    async def get(self, chat_id: int, about: str) -> str | None:
        if (chat_id, about) in self._kept:
            return self._kept[chat_id, about]
        rows = await self._line.rows(_get, {"chat": chat_id, "what": about, "now": self._now})
        return rows[0].words if rows else None

    async def keep(self, chat_id: int, about: str, words: str, until: datetime) -> None:
        self._kept[chat_id, about] = words
        values = {"words": words, "until": until}
        self._line.later(self._keep, {"chat_id": chat_id, "about": about, **values})

    async def drop(self, chat_id: int, about: str) -> None:
        self._kept.pop((chat_id, about), None)
        await self._line.write(_drop, {"chat": chat_id, "what": about})

    async def forget(self, user_id: int) -> None:
        """Erase what was written in the person's private chat."""
        self._kept = {at: words for at, words in self._kept.items() if at[0] != user_id}
        await self._line.write(_forget, {"user": user_id})

    async def purge(self) -> int:
        return await self._line.write(_old, {"now": self._now})
