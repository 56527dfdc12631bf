"""What people were shown last, inside a unit of work."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, select

from bot.domain.items import Kind
from bot.domain.last_answer import Conditions, LastAnswer
from bot.storage.engine import Engine, Line
from bot.storage.tables import last_answers

VERSION = 1
"""Of what stands in the column `answer`. A row of another version is passed over."""

_one = select(last_answers.c.answer, last_answers.c.shown_at).where(
    last_answers.c.chat_id == bindparam("chat"),
    last_answers.c.user_id == bindparam("user"),
    last_answers.c.version == VERSION,
)
_forget = delete(last_answers).where(last_answers.c.user_id == bindparam("user"))
_old = delete(last_answers).where(last_answers.c.shown_at < bindparam("before"))


class LastAnswers:
    """`bot.ports.storage.LastAnswers`."""

    def __init__(self, engine: Engine, line: Line) -> None:
        self._engine, self._line = engine, line

    async def get(self, chat_id: int, user_id: int) -> LastAnswer | None:
        rows = await self._line.rows(_one, {"chat": chat_id, "user": user_id})
        return _read(rows[0].answer, rows[0].shown_at) if rows else None

    async def keep(self, chat_id: int, user_id: int, answer: LastAnswer) -> None:
        values = {"version": VERSION, "answer": _written(answer), "shown_at": answer.at}
        await self._line.write(
            self._engine.insert(last_answers)
            .values(chat_id=chat_id, user_id=user_id, **values)
            .on_conflict_do_update(
                index_elements=[last_answers.c.chat_id, last_answers.c.user_id], set_=values
            )
        )

    async def purge(self, before: datetime) -> int:
        return await self._line.write(_old, {"before": before})

    async def forget(self, user_id: int) -> None:
        """Erase what a person was shown, in every chat."""
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
