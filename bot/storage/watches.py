"""What members wait on, inside a unit of work."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, null, select, update

from bot.domain.watching import Watch
from bot.storage.columns import is_id
from bot.storage.engine import Line
from bot.storage.tables import watches

_waiting = select(watches).where(watches.c.fired_at.is_(None)).order_by(watches.c.id)
_of = _waiting.where(watches.c.member_id == bindparam("member"))
_get = select(watches).where(watches.c.id == bindparam("watch"))
_one = update(watches).where(watches.c.id == bindparam("watch"))
_fired = _one.values(fired_at=bindparam("at"))
_renewed = _one.values(fired_at=null(), known=bindparam("held", type_=watches.c.known.type))
_drop = delete(watches).where(watches.c.id == bindparam("watch"))
_forget = delete(watches).where(watches.c.member_id == bindparam("user"))
_old = delete(watches).where(watches.c.fired_at < bindparam("before"))


class Watches:
    """`bot.ports.kept.Watches`."""

    def __init__(self, line: Line, now: datetime) -> None:
        self._line, self._now = line, now

    async def of(self, member_id: int) -> Sequence[Watch]:
        return [_watch(row) for row in await self._line.rows(_of, {"member": member_id})]

    async def waiting(self) -> Sequence[Watch]:
        return [_watch(row) for row in await self._line.rows(_waiting)]

    async def get(self, watch_id: int) -> Watch | None:
        rows = await self._line.rows(_get, {"watch": watch_id}) if is_id(watch_id) else ()
        return _watch(rows[0]) if rows else None

    async def add(self, watch: Watch) -> None:
        values = {
            "member_id": watch.member_id,
            "words": watch.words,
            "lang": watch.lang,
            "known": sorted(watch.known),
            "created_at": watch.created_at,
        }
        await self._line.write(insert(watches), values)

    async def fired(self, watch_id: int) -> None:
        await self._line.write(_fired, {"watch": watch_id, "at": self._now})

    async def renew(self, watch_id: int, known: frozenset[str]) -> None:
        await self._line.write(_renewed, {"watch": watch_id, "held": sorted(known)})

    async def drop(self, watch_id: int) -> None:
        await self._line.write(_drop, {"watch": watch_id})

    async def forget(self, user_id: int) -> None:
        """Erase the member's watches."""
        await self._line.write(_forget, {"user": user_id})

    async def purge(self, before: datetime) -> int:
        return await self._line.write(_old, {"before": before})


def _watch(row: Row[Any]) -> Watch:
    return Watch(
        id=row.id,
        member_id=row.member_id,
        words=row.words,
        lang=row.lang,
        known=frozenset(row.known),
        created_at=row.created_at,
        fired_at=row.fired_at,
    )
