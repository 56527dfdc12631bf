"""What was typed and is not sent yet, inside a unit of work."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select

from bot.storage.engine import Engine, Line
from bot.storage.tables import drafts

_own = (drafts.c.chat_id == bindparam("chat"), drafts.c.about == bindparam("what"))
_get = select(drafts.c.words).where(*_own, drafts.c.until > bindparam("now"))
_drop = delete(drafts).where(*_own)
_forget = delete(drafts).where(drafts.c.chat_id == bindparam("user"))
_old = delete(drafts).where(drafts.c.until <= bindparam("now"))


class Drafts:
    """`bot.ports.kept.Drafts`."""

    def __init__(self, engine: Engine, line: Line, now: datetime) -> None:
        self._engine, self._line, self._now = engine, line, now

    async def get(self, chat_id: int, about: str) -> str | None:
        rows = await self._line.rows(_get, {"chat": chat_id, "what": about, "now": self._now})
        return rows[0].words if rows else None

    async def keep(self, chat_id: int, about: str, words: str, until: datetime) -> None:
        values = {"words": words, "until": until}
        await self._line.write(
            self._engine.insert(drafts)
            .values(chat_id=chat_id, about=about, **values)
            .on_conflict_do_update(index_elements=[drafts.c.chat_id, drafts.c.about], set_=values)
        )

    async def drop(self, chat_id: int, about: str) -> None:
        await self._line.write(_drop, {"chat": chat_id, "what": about})

    async def forget(self, user_id: int) -> None:
        """Erase what was written in the person's private chat."""
        await self._line.write(_forget, {"user": user_id})

    async def purge(self) -> int:
        return await self._line.write(_old, {"now": self._now})
