"""Messages on their way out: leased, sent by somebody else, recorded."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Row,
    bindparam,
    exists,
    func,
    insert,
    null,
    or_,
    select,
    true,
    tuple_,
    update,
)

from bot.ports.speech import Priority
from bot.ports.storage import Fate, Leased, NewMessage, Outcome
from bot.storage.engine import Engine, Line
from bot.storage.tables import LEASED, QUEUED, outbox

_earlier = outbox.alias("earlier")
_taken = outbox.alias("taken")
_next = (
    select(outbox.c.id)
    .where(
        outbox.c.state == QUEUED,
        outbox.c.chat_id.not_in(bindparam("busy", expanding=True)),
        ~exists().where(
            _earlier.c.chat_id == outbox.c.chat_id,
            _earlier.c.finished_at.is_(None),
            _earlier.c.state == QUEUED,
            tuple_(_earlier.c.priority, _earlier.c.id) < tuple_(outbox.c.priority, outbox.c.id),
        ),
        ~exists().where(
            _taken.c.chat_id == outbox.c.chat_id,
            _taken.c.finished_at.is_(None),
            _taken.c.state == LEASED,
        ),
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

# Leases are given out one after the other: only so does a second leaser see the first one's.
_LEASES = func.pg_advisory_xact_lock(0x6261_7261, 1)

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


async def enqueue(line: Line, messages: Sequence[NewMessage], now: datetime) -> None:
    """Add messages within a transaction."""
    if messages:
        await line.run(_insert, [_row(message, now) for message in messages])


class Outbox:
    """`bot.ports.storage.Outbox` over the table of that name."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def recover(self) -> int:
        async with self._engine.writing() as line:
            return (await line.run(_recover)).rowcount

    async def lease(self, limit: int, busy: Collection[int]) -> Sequence[Leased]:
        async with self._engine.writing() as line:
            if not self._engine.is_sqlite:
                await line.run(select(_LEASES))
            rows = (await line.run(_lease, {"limit": limit, "busy": list(busy)})).all()
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
        async with self._engine.writing() as line:
            if done:
                await line.run(_finished, done)
            if back:
                await line.run(_put_back, back)


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
