"""One transaction: what a feature changes, what it says, and the acknowledgement."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, delete, func, null, select, update

from bot.ports.storage import AlreadyHandled, NewMessage, Tally
from bot.storage.engine import Engine, Line
from bot.storage.outbox import enqueue
from bot.storage.people import Dialogues, Members
from bot.storage.tables import ASIDE, DONE, NEW, inbox, members, outbox

_handled = (
    update(inbox)
    .where(inbox.c.id.in_(bindparam("rows", expanding=True)), inbox.c.state == NEW)
    .values(state=DONE, payload=null(), handled_at=bindparam("at"))
)
_unhandled = update(inbox).where(inbox.c.id == bindparam("row"), inbox.c.state == NEW)
_failed = _unhandled.values(attempts=inbox.c.attempts + 1, reason=bindparam("why"))
_set_aside = _failed.values(state=ASIDE, handled_at=bindparam("at"))

_old_arrivals = delete(inbox).where(inbox.c.state == DONE, inbox.c.handled_at < bindparam("before"))
_old_messages = delete(outbox).where(outbox.c.finished_at < bindparam("before"))

_count = func.count().label("number")
_spoken = func.coalesce(members.c.language, "")
_members = select(_spoken.label("of"), _count).group_by(_spoken)
_inbox = select(inbox.c.state.label("of"), _count).group_by(inbox.c.state)
_outbox = select(
    outbox.c.state.label("of"),
    _count,
    func.sum(case((outbox.c.uncertain, 1), else_=0)).label("uncertain"),
).group_by(outbox.c.state)


class UnitOfWork:
    """`bot.ports.storage.UnitOfWork`."""

    def __init__(self, engine: Engine, line: Line, now: datetime) -> None:
        self._line, self._now = line, now
        self._dialogues = Dialogues(engine, line)
        self._members = Members(engine, line, self._dialogues, now)

    @property
    def members(self) -> Members:
        return self._members

    @property
    def dialogues(self) -> Dialogues:
        return self._dialogues

    async def tally(self) -> Tally:
        people = (await self._line.run(_members)).all()
        arrivals = (await self._line.run(_inbox)).all()
        messages = (await self._line.run(_outbox)).all()
        return Tally(
            members={row.of: row.number for row in people},
            inbox={row.of: row.number for row in arrivals},
            outbox={row.of: row.number for row in messages},
            uncertain=sum(row.uncertain for row in messages),
        )

    async def send(self, messages: Sequence[NewMessage]) -> None:
        await enqueue(self._line, messages, self._now)

    async def handled(self, arrival_ids: Collection[int]) -> None:
        if arrival_ids:
            values = {"rows": list(arrival_ids), "at": self._now}
            await self._acknowledge(_handled, values, len(arrival_ids))

    async def failed(self, arrival_id: int, reason: str, *, set_aside: bool) -> None:
        values = {"row": arrival_id, "why": reason}
        if set_aside:
            await self._acknowledge(_set_aside, values | {"at": self._now})
        else:
            await self._acknowledge(_failed, values)

    async def purge(self, before: datetime) -> int:
        arrivals = await self._line.run(_old_arrivals, {"before": before})
        messages = await self._line.run(_old_messages, {"before": before})
        return arrivals.rowcount + messages.rowcount

    async def _acknowledge(self, statement: Any, values: dict[str, Any], rows: int = 1) -> None:
        # Whoever comes second (another process took the same row) loses the whole unit of work.
        if (await self._line.run(statement, values)).rowcount != rows:
            raise AlreadyHandled("the arrival is not waiting any more")
