"""Questions without an answer, counted; inside a unit of work.

A row holds no id of a person or a chat, no instant finer than the day, and no number of its own
that would tell in which order questions came. People are told apart by a mark: a hash of their id
with the month's key. The key is thrown away with the month: from then on nobody, not even whoever
holds the database, can tell whose a mark was. Until then a person who has their data erased takes
their counts of this month with them.
"""

import secrets
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from hashlib import blake2b

from sqlalchemy import Insert, bindparam, delete, select

from bot.domain.gaps import Gap, GapCount
from bot.storage.engine import Engine, Inserting, Line
from bot.storage.tables import gap_keys, gaps

_key = select(gap_keys.c.secret).where(gap_keys.c.month == bindparam("this"))
_old_keys = delete(gap_keys).where(gap_keys.c.month != bindparam("this"))
_since = select(gaps).where(gaps.c.day >= bindparam("first"))
_old = delete(gaps).where(gaps.c.day < bindparam("before"))
_forget = delete(gaps).where(gaps.c.mark == bindparam("whose"))


@cache
def _count(insert: Inserting) -> Insert:
    """Made once for each kind of engine."""
    return insert(gaps).on_conflict_do_update(
        index_elements=list(gaps.primary_key.columns), set_={"times": gaps.c.times + 1}
    )


class Gaps:
    """`bot.ports.storage.Gaps`."""

    def __init__(self, engine: Engine, line: Line, now: datetime) -> None:
        self._engine, self._line = engine, line
        self._day = now.date()
        self._month_key: bytes | None = None

    @property
    def _month(self) -> str:
        return f"{self._day:%Y-%m}"

    async def add(self, gap: Gap, user_id: int) -> None:
        self._month_key = self._month_key or await self._secret() or await self._new_secret()
        row = {
            "day": self._day,
            "language": gap.language,
            "topics": " ".join(gap.topics),
            "wording": gap.wording,
            "mark": _mark(self._month_key, user_id),
            "times": 1,
        }
        self._line.later(_count(self._engine.insert), row)

    async def since(self, first: date) -> Sequence[GapCount]:
        return [
            GapCount(
                gap=Gap(row.language, tuple(row.topics.split()), row.wording),
                day=row.day,
                mark=row.mark,
                times=row.times,
            )
            for row in await self._line.rows(_since, {"first": first})
        ]

    async def purge(self, before: date) -> int:
        await self._line.write(_old_keys, {"this": self._month})
        return await self._line.write(_old, {"before": before})

    async def forget(self, user_id: int) -> None:
        """Erase what a person asked this month; what was theirs before, nobody can tell."""
        if key := await self._secret():
            await self._line.write(_forget, {"whose": _mark(key, user_id)})

    async def _secret(self) -> bytes | None:
        rows = await self._line.rows(_key, {"this": self._month})
        return rows[0].secret if rows else None

    async def _new_secret(self) -> bytes:
        """This month's key, from now on the only one; another process may have made it."""
        await self._line.write(_old_keys, {"this": self._month})
        made = self._engine.insert(gap_keys).values(
            month=self._month, secret=secrets.token_bytes(32)
        )
        await self._line.write(made.on_conflict_do_nothing())
        key = await self._secret()
        if key is None:
            raise LookupError("the month's key was not kept")
        return key


def _mark(key: bytes, user_id: int) -> str:
    return blake2b(str(user_id).encode(), key=key, digest_size=8).hexdigest()
