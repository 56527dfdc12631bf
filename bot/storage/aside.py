"""What was set aside: an operator looks at it, puts it back or drops it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, Row, bindparam, func, null, select, update

from bot.ports.storage import Entry, Json, State
from bot.storage.engine import Engine
from bot.storage.engine import Row as Values
from bot.storage.tables import ASIDE, DONE, NEW, inbox

_aside = inbox.c.state == ASIDE
_these = inbox.c.id.in_(bindparam("rows", expanding=True))

_count = select(func.count()).select_from(inbox).where(_aside)
_first = select(inbox).where(_aside).order_by(inbox.c.id).limit(bindparam("limit"))
_find = select(inbox).where(_these)
_payload = select(inbox.c.payload).where(inbox.c.id == bindparam("row"), _aside)
_replay_all = (
    update(inbox)
    .where(_aside)
    .values(state=NEW, attempts=0, reason=null(), handled_at=null())
    .returning(inbox.c.id, inbox.c.key)
)
_replay = _replay_all.where(_these)
_drop = (
    update(inbox)
    .where(_aside, _these)
    .values(state=DONE, payload=null(), handled_at=bindparam("at"))
    .returning(inbox.c.id, inbox.c.key)
)


class Aside:
    """`bot.ports.storage.Aside` over the table of the inbox."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def count(self) -> int:
        number: int = await self._engine.read(
            lambda connection: connection.execute(_count).scalar_one()
        )
        return number

    async def first(self, limit: int) -> Sequence[Entry]:
        return await self._entries(_first, {"limit": limit})

    async def find(self, ids: Collection[int]) -> Mapping[int, Entry]:
        return {entry.id: entry for entry in await self._entries(_find, {"rows": list(ids)})}

    async def payload(self, arrival_id: int) -> Json | None:
        payload: Json | None = await self._engine.read(
            lambda connection: connection.execute(_payload, {"row": arrival_id}).scalar()
        )
        return payload

    async def replay(self, ids: Collection[int] | None = None) -> Mapping[int, str]:
        if ids is None:
            return await self._changed(_replay_all, {})
        return await self._changed(_replay, {"rows": list(ids)})

    async def drop(self, ids: Collection[int], now: datetime) -> Mapping[int, str]:
        return await self._changed(_drop, {"rows": list(ids), "at": now})

    async def _entries(self, statement: Executable, values: Values) -> Sequence[Entry]:
        rows = await self._engine.read(
            lambda connection: connection.execute(statement, values).all()
        )
        return [_entry(row) for row in rows]

    async def _changed(self, statement: Executable, values: Values) -> Mapping[int, str]:
        """The keys of the rows that a statement met, by their ids and in that order."""
        rows = await self._engine.write(
            lambda connection: connection.execute(statement, values).all()
        )
        return dict(sorted((row.id, row.key) for row in rows))


def _entry(row: Row[Any]) -> Entry:
    return Entry(
        id=row.id,
        key=row.key,
        lane=row.lane,
        kind=next((name for name in row.payload or () if name != "update_id"), ""),
        state=State(row.state),
        attempts=row.attempts,
        reason=row.reason or "",
        received_at=row.received_at,
        handled_at=row.handled_at,
    )
