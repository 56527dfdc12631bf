"""What came in: kept before Telegram is told so, forgotten some time after it was handled."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from bot.ports.storage import Arrival, Waiting
from bot.storage.engine import Engine
from bot.storage.said_to_postgres import BY_INDEX
from bot.storage.tables import NEW, inbox

DEPTH = 8
"""How many rows of one lane are told at once: a flooded chat leaves room for the others."""

_mate = inbox.alias("mate")
_first = (
    select(_mate.c.id)
    .where(_mate.c.lane == inbox.c.lane, _mate.c.state == NEW)
    .order_by(_mate.c.position, _mate.c.id)
    .limit(1)
)
_lanes = (
    select(inbox.c.lane)
    .where(
        inbox.c.state == NEW,
        inbox.c.lane.not_in(bindparam("busy", expanding=True)),
        inbox.c.id == _first.scalar_subquery(),
    )
    .order_by(inbox.c.id)
    .limit(bindparam("limit"))
)
_order = (inbox.c.position, inbox.c.id)
_ranked = (
    select(
        inbox.c.id,
        func.first_value(inbox.c.id).over(partition_by=inbox.c.lane, order_by=_order).label("age"),
        func.row_number().over(partition_by=inbox.c.lane, order_by=_order).label("rank"),
    )
    .where(inbox.c.state == NEW, inbox.c.lane.in_(_lanes.scalar_subquery()))
    .subquery()
)
_waiting = (
    select(inbox.c.id, inbox.c.key, inbox.c.lane, inbox.c.payload, inbox.c.attempts)
    .join(_ranked, _ranked.c.id == inbox.c.id)
    .where(_ranked.c.rank <= DEPTH)
    .order_by(_ranked.c.age, _ranked.c.rank)
    .limit(bindparam("limit"))
)

_by_index = select(*BY_INDEX)

_latest = select(func.max(inbox.c.key)).where(
    inbox.c.key >= bindparam("prefix"), inbox.c.key < bindparam("end")
)


class Inbox:
    """`bot.ports.storage.Inbox` over the table of that name."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._put = engine.insert(inbox).on_conflict_do_nothing().returning(inbox.c.id)

    async def put(self, arrivals: Sequence[Arrival], now: datetime) -> int:
        if not arrivals:
            return 0
        rows = [
            {
                "key": arrival.key,
                "lane": arrival.lane,
                "position": arrival.position,
                "payload": arrival.payload,
                "received_at": now,
            }
            for arrival in arrivals
        ]
        return await self._engine.write(
            lambda connection: len(connection.execute(self._put, rows).all())
        )

    async def waiting(self, limit: int, busy: Collection[str]) -> Sequence[Waiting]:
        values = {"limit": limit, "busy": list(busy)}

        def look(connection: Connection) -> Sequence[Row[*tuple[Any, ...]]]:
            if not self._engine.is_sqlite:
                connection.execute(_by_index)
            return connection.execute(_waiting, values).all()

        rows = await self._engine.read(look)
        return [
            Waiting(
                id=row.id, key=row.key, lane=row.lane, payload=row.payload, attempts=row.attempts
            )
            for row in rows
        ]

    async def latest(self, prefix: str) -> str | None:
        values = {"prefix": prefix, "end": prefix + "\U0010ffff"}
        key: str | None = await self._engine.read(
            lambda connection: connection.execute(_latest, values).scalar_one()
        )
        return key
