"""One transaction: what a feature changes, what it says, and the acknowledgement."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Update, bindparam, case, delete, func, null, select, update

from bot.ports.storage import AlreadyHandled, NewMessage, Tally
from bot.storage.drafts import Drafts
from bot.storage.engine import Engine, Line
from bot.storage.gaps import Gaps
from bot.storage.last_answers import LastAnswers
from bot.storage.outbox import enqueue
from bot.storage.people import Dialogues, Members
from bot.storage.questions import Questions
from bot.storage.tables import ASIDE, DONE, NEW, inbox, members, outbox
from bot.storage.watches import Watches

_handled = (
    update(inbox)
    .where(inbox.c.id.in_(bindparam("rows", expanding=True)), inbox.c.state == NEW)
    .values(state=DONE, payload=null(), handled_at=bindparam("at"))
)
_unhandled = update(inbox).where(inbox.c.id == bindparam("row"), inbox.c.state == NEW)
_failed = _unhandled.values(attempts=inbox.c.attempts + 1, reason=bindparam("why"))
_set_aside = _failed.values(state=ASIDE, handled_at=bindparam("at"))

AT_ONCE = 500
"""How many old rows one statement deletes; others get a turn between two of them."""

_old_arrivals = delete(inbox).where(
    inbox.c.id.in_(
        select(inbox.c.id)
        .where(inbox.c.state == DONE, inbox.c.handled_at < bindparam("before"))
        .order_by(inbox.c.id)
        .limit(AT_ONCE)
        .scalar_subquery()
    )
)
_old_messages = delete(outbox).where(
    outbox.c.id.in_(
        select(outbox.c.id)
        .where(outbox.c.finished_at < bindparam("before"))
        .order_by(outbox.c.id)
        .limit(AT_ONCE)
        .scalar_subquery()
    )
)

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
        self._messages: list[NewMessage] = []
        self._marks: list[tuple[Update, dict[str, Any], int]] = []
        self._dialogues = Dialogues(engine, line)
        self._last_answers = LastAnswers(engine, line)
        self._gaps = Gaps(engine, line, now)
        self._drafts = Drafts(engine, line, now)
        self._watches = Watches(line, now)
        self._questions = Questions(line, now)
        own = (self._last_answers, self._gaps, self._drafts, self._watches, self._questions)
        self._members = Members(engine, line, self._dialogues, own, now)

    @property
    def members(self) -> Members:
        return self._members

    @property
    def dialogues(self) -> Dialogues:
        return self._dialogues

    @property
    def last_answers(self) -> LastAnswers:
        return self._last_answers

    @property
    def gaps(self) -> Gaps:
        return self._gaps

    @property
    def drafts(self) -> Drafts:
        return self._drafts

    @property
    def watches(self) -> Watches:
        return self._watches

    @property
    def questions(self) -> Questions:
        return self._questions

    async def tally(self) -> Tally:
        return await self._line.survey(_tally)

    async def send(self, messages: Sequence[NewMessage]) -> None:
        self._messages += messages

    async def handled(self, arrival_ids: Collection[int]) -> None:
        if arrival_ids:
            values = {"rows": list(arrival_ids), "at": self._now}
            self._marks.append((_handled, values, len(arrival_ids)))

    async def failed(self, arrival_id: int, reason: str, *, set_aside: bool) -> None:
        values = {"row": arrival_id, "why": reason}
        if set_aside:
            self._marks.append((_set_aside, values | {"at": self._now}, 1))
        else:
            self._marks.append((_failed, values, 1))

    def close(self) -> None:
        """Have what is said and acknowledged written with the commit, in one go with it."""
        if not self._messages and not self._marks:
            return

        def write(connection: Connection) -> None:
            enqueue(connection, self._messages, self._now)
            for statement, values, count in self._marks:
                # Whoever comes second (another process took the same row) loses the whole unit.
                if connection.execute(statement, values).rowcount != count:
                    raise AlreadyHandled("the arrival is not waiting any more")

        self._line.last(write)

    async def purge(self, before: datetime) -> int:
        gone = 0
        for statement in (_old_arrivals, _old_messages):
            last = AT_ONCE
            while last == AT_ONCE:
                last = await self._line.write(statement, {"before": before})
                gone += last
        return gone


def _tally(connection: Connection) -> Tally:
    people = connection.execute(_members).all()
    arrivals = connection.execute(_inbox).all()
    messages = connection.execute(_outbox).all()
    return Tally(
        members={row.of: row.number for row in people},
        inbox={row.of: row.number for row in arrivals},
        outbox={row.of: row.number for row in messages},
        uncertain=sum(row.uncertain for row in messages),
    )
