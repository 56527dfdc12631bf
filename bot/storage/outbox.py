"""Messages on their way out: leased, sent by somebody else, recorded."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    bindparam,
    func,
    insert,
    null,
    or_,
    select,
    true,
    update,
)

from bot.ports.speech import Priority
from bot.ports.storage import Fate, Leased, NewMessage, Outcome
from bot.storage.engine import Engine
from bot.storage.said_to_postgres import BY_INDEX, LEASING
from bot.storage.tables import LEASED, QUEUED, outbox

_mate = outbox.alias("mate")
_mates = select(_mate.c.id).where(
    _mate.c.chat_id == outbox.c.chat_id, _mate.c.finished_at.is_(None)
)
_first_queued = (
    _mates.where(_mate.c.state == QUEUED).order_by(_mate.c.priority, _mate.c.id).limit(1)
)
_any_leased = _mates.where(_mate.c.state == LEASED).limit(1)
# Looked up row by row (a LIMIT inside keeps PostgreSQL from turning it into a join): a lease reads
# as many rows as it takes, however long the queue is.
_next = (
    select(outbox.c.id)
    .where(
        outbox.c.state == QUEUED,
        outbox.c.priority <= bindparam("least"),
        outbox.c.chat_id.not_in(bindparam("busy", expanding=True)),
        outbox.c.id == _first_queued.scalar_subquery(),
        _any_leased.scalar_subquery().is_(None),
    )
    .order_by(outbox.c.priority, outbox.c.id)
    .limit(bindparam("limit"))
)
_lease = (
    update(outbox)
    .where(outbox.c.id.in_(_next.scalar_subquery()))
    .values(state=LEASED, attempts=outbox.c.attempts + 1)
    .returning(outbox)
)
_recover = update(outbox).where(outbox.c.state == LEASED).values(state=QUEUED, uncertain=true())

# PostgreSQL: leases are given out one after the other. Only so does a second leaser see what the
# first one took, and no chat has two messages under way.
_in_turn = select(func.pg_advisory_xact_lock(*LEASING), *BY_INDEX)

_recorded = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"), outbox.c.state == LEASED)
    .values(reason=bindparam("why"))
)
_put_back = _recorded.values(
    state=QUEUED,
    uncertain=or_(outbox.c.uncertain, bindparam("maybe", type_=outbox.c.uncertain.type)),
)
_finished = _put_back.values(
    state=bindparam("fate"),
    message_id=bindparam("sent_as"),
    finished_at=bindparam("at"),
    params=null(),
    file_as=null(),
    file_content=null(),
)

_insert = insert(outbox)


def enqueue(connection: Connection, messages: Sequence[NewMessage], now: datetime) -> None:
    """Add messages within a transaction."""
    if messages:
        connection.execute(_insert, [_row(message, now) for message in messages])


class Outbox:
    """`bot.ports.storage.Outbox` over the table of that name."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def recover(self) -> int:
        return await self._engine.write(lambda connection: connection.execute(_recover).rowcount)

    async def lease(
        self, limit: int, busy: Collection[int], least: Priority = Priority.BROADCAST
    ) -> Sequence[Leased]:
        values = {"limit": limit, "busy": list(busy), "least": int(least)}

        def take(connection: Connection) -> Sequence[Row[Any]]:
            if not self._engine.is_sqlite:
                connection.execute(_in_turn)
            return connection.execute(_lease, values).all()

        rows = await self._engine.write(take)
        return sorted(map(_leased, rows), key=lambda row: (row.priority, row.id))

    async def record(self, outcomes: Sequence[Outcome], now: datetime) -> None:
        if any(outcome.fate is Fate.LEASED for outcome in outcomes):
            raise ValueError("to be leased is no outcome")
        back = [_outcome(each) for each in outcomes if each.fate is Fate.QUEUED]
        done = [
            _outcome(each) | {"fate": each.fate.value, "sent_as": each.message_id, "at": now}
            for each in outcomes
            if each.fate is not Fate.QUEUED
        ]
        if not outcomes:
            return

        def write_down(connection: Connection) -> None:
            if done:
                connection.execute(_finished, done)
            if back:
                connection.execute(_put_back, back)

        await self._engine.write(write_down)


def _row(message: NewMessage, now: datetime) -> dict[str, Any]:
    parameter, name, content = message.file or (None, None, None)
    return {
        "chat_id": message.chat_id,
        "is_group": message.group,
        "priority": int(message.priority),
        "method": message.method,
        "params": message.params,
        "file_as": [parameter, name] if message.file else None,
        "file_content": content,
        "cause": message.cause,
        "created_at": now,
    }


def _leased(row: Row[Any]) -> Leased:
    return Leased(
        id=row.id,
        chat_id=row.chat_id,
        method=row.method,
        params=row.params,
        cause=row.cause,
        group=row.is_group,
        priority=Priority(row.priority),
        file=(*row.file_as, row.file_content) if row.file_as else None,
        attempts=row.attempts - 1,
    )


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {"row": outcome.id, "why": outcome.reason, "maybe": outcome.uncertain}
