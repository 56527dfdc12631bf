"""What came in: kept before Telegram is told so, forgotten some time after it was handled."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select

from bot.ports.storage import Arrival, Waiting
from bot.storage.engine import Engine
from bot.storage.tables import NEW, inbox

_columns = (inbox.c.id, inbox.c.key, inbox.c.lane, inbox.c.payload, inbox.c.attempts)

# Every lane's first before anybody's second: one busy chat must not push the others out of the
# limit. The ranks come from the index alone; payloads are read for the chosen few only.
_ranked = (
    select(
        inbox.c.id,
        func.row_number()
        .over(partition_by=inbox.c.lane, order_by=(inbox.c.position, inbox.c.id))
        .label("rank"),
    )
    .where(inbox.c.state == NEW, inbox.c.lane.not_in(bindparam("busy", expanding=True)))
    .subquery()
)
_chosen = (
    select(_ranked.c.id, _ranked.c.rank)
    .order_by(_ranked.c.rank, _ranked.c.id)
    .limit(bindparam("limit"))
    .subquery()
)
_waiting = (
    select(*_columns).join(_chosen, _chosen.c.id == inbox.c.id).order_by(_chosen.c.rank, inbox.c.id)
)

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
        async with self._engine.writing() as line:
            return len((await line.run(self._put, rows)).all())

    async def waiting(self, limit: int, busy: Collection[str]) -> Sequence[Waiting]:
        async with self._engine.reading() as line:
            rows = (await line.run(_waiting, {"limit": limit, "busy": list(busy)})).all()
        return [
            Waiting(
                id=row.id, key=row.key, lane=row.lane, payload=row.payload, attempts=row.attempts
            )
            for row in rows
        ]

    async def latest(self, prefix: str) -> str | None:
        async with self._engine.reading() as line:
            found = await line.run(_latest, {"prefix": prefix, "end": prefix + "\U0010ffff"})
            key: str | None = found.scalar_one()
            return key
