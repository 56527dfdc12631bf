"""What people were shown last, inside a unit of work."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, select

from bot.domain.items import Kind
from bot.domain.last_answer import Conditions, LastAnswer
from bot.storage.engine import Engine, Line
from bot.storage.tables import last_answers
from bot.storage.upserts import upsert

VERSION = 1
"""Of what stands in the column `answer`. A row of another version is passed over."""

_of = select(last_answers).where(
    last_answers.c.user_id.in_(bindparam("users", expanding=True)),
    last_answers.c.version == VERSION,
)
_forget = delete(last_answers).where(last_answers.c.user_id == bindparam("user"))
_old = delete(last_answers).where(last_answers.c.shown_at < bindparam("before"))


class LastAnswers:
    """`bot.ports.storage.LastAnswers`."""

    def __init__(self, engine: Engine, line: Line) -> None:
        self._line = line
        self._keep = upsert(engine.insert, last_answers)
        self._read: set[int] = set()
        self._known: dict[tuple[int, int], LastAnswer] = {}

    async def load(self, user_ids: Collection[int]) -> None:
        wanted = set(user_ids) - self._read
        if not wanted:
            return
        self._read |= wanted
        for row in await self._line.rows(_of, {"users": list(wanted)}):
            self._known[row.chat_id, row.user_id] = _read(row.answer, row.shown_at)

    async def get(self, chat_id: int, user_id: int) -> LastAnswer | None:
        await self.load([user_id])
        return self._known.get((chat_id, user_id))

    async def keep(self, chat_id: int, user_id: int, answer: LastAnswer) -> None:
        await self.load([user_id])
        self._known[chat_id, user_id] = answer
        row = {"version": VERSION, "answer": _written(answer), "shown_at": answer.at}
        self._line.later(self._keep, {"chat_id": chat_id, "user_id": user_id, **row})

    async def purge(self, before: datetime) -> int:
        return await self._line.write(_old, {"before": before})

    async def forget(self, user_id: int) -> None:
        """Erase what a person was shown, in every chat."""
        self._read.add(user_id)
        self._known = {at: one for at, one in self._known.items() if at[1] != user_id}
        await self._line.write(_forget, {"user": user_id})


def _written(answer: LastAnswer) -> dict[str, Any]:
    asked = answer.asked
    return {
        "shown": answer.shown,
        "open": answer.open,
        "kinds": sorted(asked.kinds),
        "states": sorted(asked.states),
        "languages": sorted(asked.languages),
        "days": [day.isoformat() for day in asked.days] if asked.days else None,
        "about": asked.about,
    }


def _read(kept: Mapping[str, Any], shown_at: datetime) -> LastAnswer:
    days = kept["days"] and [date.fromisoformat(day) for day in kept["days"]]
    return LastAnswer(
        shown=tuple(kept["shown"]),
        at=shown_at,
        open=kept["open"],
        asked=Conditions(
            kinds=frozenset(map(Kind, kept["kinds"])),
            states=frozenset(kept["states"]),
            languages=frozenset(kept["languages"]),
            days=(days[0], days[1]) if days else None,
            about=None if kept["about"] is None else tuple(kept["about"]),
        ),
    )
