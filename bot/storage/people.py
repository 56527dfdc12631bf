"""Members and their dialogues, inside a unit of work."""

from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import datetime
from itertools import groupby
from typing import Any, Protocol

from sqlalchemy import Row, bindparam, delete, select

from bot.domain.people import Member
from bot.ports.storage import Dialogue, chat_lane
from bot.storage.engine import Engine, Line
from bot.storage.tables import ASIDE, dialogues, inbox, interests, members, outbox

_members = (
    select(members, interests.c.topic)
    .outerjoin(interests, interests.c.member_id == members.c.id)
    .where(members.c.id.in_(bindparam("users", expanding=True)))
)
_forget_member = delete(members).where(members.c.id == bindparam("user"))
_forget_sent = delete(outbox).where(
    outbox.c.chat_id == bindparam("user"), outbox.c.finished_at.is_not(None)
)
_forget_aside = delete(inbox).where(inbox.c.lane == bindparam("lane"), inbox.c.state == ASIDE)
_drop_interest = delete(interests).where(
    interests.c.member_id == bindparam("user"), interests.c.topic == bindparam("gone")
)
_dialogues = select(dialogues).where(dialogues.c.chat_id.in_(bindparam("chats", expanding=True)))
_close = delete(dialogues).where(dialogues.c.chat_id == bindparam("chat"))
_COLUMNS = [field.name for field in fields(Member) if field.name not in ("id", "interests")]


class Forgetful(Protocol):
    """Something that holds what belongs to a person."""

    async def forget(self, user_id: int) -> None:
        """Erase it."""


class Members:
    """`bot.ports.storage.Members`.

    `save` writes only what differs from what this unit of work read, so that two units that
    change different things of one member do not undo each other.
    """

    def __init__(
        self,
        engine: Engine,
        line: Line,
        dialogues: "Dialogues",
        own: Sequence["Forgetful"],
        now: datetime,
    ) -> None:
        """`own` are the other places where something of a person is kept."""
        self._engine, self._line, self._now = engine, line, now
        self._dialogues, self._own = dialogues, own
        self._known: dict[int, Member] = {}
        self._kept: set[int] = set()

    async def load(self, user_ids: Collection[int]) -> None:
        wanted = set(user_ids) - self._known.keys()
        if not wanted:
            return
        self._known.update({user_id: Member(id=user_id) for user_id in wanted})
        rows = await self._line.rows(_members, {"users": list(wanted)})
        for user_id, own in groupby(sorted(rows, key=_id), key=_id):
            self._known[user_id] = _member(list(own))
            self._kept.add(user_id)

    async def get(self, user_id: int) -> Member:
        await self.load([user_id])
        return self._known[user_id]

    async def save(self, member: Member) -> None:
        before = await self.get(member.id)
        changed = {
            name: getattr(member, name)
            for name in _COLUMNS
            if getattr(member, name) != getattr(before, name)
        }
        if changed or member.id not in self._kept:
            await self._write(member.id, changed)
        if gone := before.interests - member.interests:
            await self._line.write(
                _drop_interest, [{"user": member.id, "gone": topic} for topic in sorted(gone)]
            )
        if added := member.interests - before.interests:
            await self._line.write(
                self._engine.insert(interests).on_conflict_do_nothing(),
                [{"member_id": member.id, "topic": topic} for topic in sorted(added)],
            )
        self._known[member.id] = member

    async def forget(self, user_id: int) -> None:
        await self._line.write(_forget_member, {"user": user_id})
        # A private chat has the id of its person. What is queued for it still goes out (the
        # farewell is there); its words are erased then, as always.
        await self._dialogues.close(user_id)
        for place in self._own:
            await place.forget(user_id)
        await self._line.write(_forget_sent, {"user": user_id})
        await self._line.write(_forget_aside, {"lane": chat_lane(user_id)})
        self._known[user_id] = Member(id=user_id)
        self._kept.discard(user_id)

    async def _write(self, user_id: int, changed: dict[str, Any]) -> None:
        statement = self._engine.insert(members).values(id=user_id, first_seen=self._now, **changed)
        await self._line.write(
            statement.on_conflict_do_update(index_elements=[members.c.id], set_=changed)
            if changed
            else statement.on_conflict_do_nothing()
        )
        self._kept.add(user_id)


class Dialogues:
    """`bot.ports.storage.Dialogues`."""

    def __init__(self, engine: Engine, line: Line) -> None:
        self._engine, self._line = engine, line
        self._known: dict[int, Dialogue | None] = {}

    async def load(self, chat_ids: Collection[int]) -> None:
        wanted = set(chat_ids) - self._known.keys()
        if not wanted:
            return
        rows = await self._line.rows(_dialogues, {"chats": list(wanted)})
        self._known.update(dict.fromkeys(wanted))
        for row in rows:
            self._known[row.chat_id] = Dialogue(
                chat_id=row.chat_id,
                form=row.form,
                version=row.version,
                asked_at=row.asked_at,
                about=row.about or "",
            )

    async def get(self, chat_id: int) -> Dialogue | None:
        await self.load([chat_id])
        return self._known[chat_id]

    async def open(self, dialogue: Dialogue) -> None:
        values = {
            "form": dialogue.form,
            "version": dialogue.version,
            "asked_at": dialogue.asked_at,
            "about": dialogue.about or None,
        }
        await self._line.write(
            self._engine.insert(dialogues)
            .values(chat_id=dialogue.chat_id, **values)
            .on_conflict_do_update(index_elements=[dialogues.c.chat_id], set_=values)
        )
        self._known[dialogue.chat_id] = dialogue

    async def close(self, chat_id: int) -> None:
        if await self.get(chat_id) is not None:
            await self._line.write(_close, {"chat": chat_id})
            self._known[chat_id] = None


def _id(row: Row[Any]) -> int:
    user_id: int = row.id
    return user_id


def _member(rows: Sequence[Row[Any]]) -> Member:
    """A member of the rows that are theirs, one for each interest or one without any."""
    first = rows[0]
    return Member(
        id=first.id,
        language=first.language,
        zone=first.zone,
        interests=frozenset(row.topic for row in rows if row.topic is not None),
        consented_at=first.consented_at,
        blocked=first.blocked,
        telegram_language=first.telegram_language,
    )
