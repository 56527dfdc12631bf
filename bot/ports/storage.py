"""What the database is asked for. `bot/storage` answers, over SQLite and PostgreSQL alike."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from bot.domain.gaps import Gap, GapCount
from bot.domain.last_answer import LastAnswer
from bot.domain.people import Member
from bot.ports.kept import Drafts, Questions, Watches
from bot.ports.speech import Priority

Json = Mapping[str, Any]


class StorageError(Exception):
    """The database refused or was out of reach; nothing of the attempt was kept."""


class UnfitDatabase(StorageError):
    """There is no database yet, or its tables are of another version; the text says what to do."""


class AlreadyHandled(StorageError):
    """Somebody else acknowledged the arrival; this unit of work is void."""


class LeadershipLost(StorageError):
    """The database does not know any more that this process leads; another one may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """An update or a tick on its way into the inbox.

    `key` makes it unique (``update:123``, ``digest:2018-W08``). What shares a `lane` is handled
    strictly in the order of `position`, then of arrival: a chat is a lane.
    """

    key: str
    lane: str
    position: int
    payload: Json


def chat_lane(chat: int | str) -> str:
    """The lane of a chat, by its id; a private chat has the id of its person."""
    return f"chat:{chat}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An arrival in the inbox that has not been handled. `attempts` counts the failed ones."""

    id: int
    key: str
    lane: str
    payload: Json
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMessage:
    """A message for the outbox: a Bot API method with its parameters, rendered.

    `file` is a (parameter, file name, content) to upload along. `cause` is the key of the arrival
    that led to it.
    """

    chat_id: int
    method: str
    params: Json
    cause: str
    group: bool = False
    priority: Priority = Priority.REPLY
    file: tuple[str, str, bytes] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leased(NewMessage):
    """A row of the outbox that the sender has taken. `attempts` counts the earlier leases."""

    id: int
    attempts: int


class Fate(StrEnum):
    """What became of a message."""

    QUEUED = "queued"
    LEASED = "leased"
    DELIVERED = "delivered"
    BLOCKED = "blocked"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The fate of a leased row. QUEUED puts it back; if `uncertain` it may have arrived anyway."""

    id: int
    fate: Fate
    message_id: int | None = None
    reason: str | None = None
    uncertain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """An open question of the bot in a chat. `version` is the form's: an older one is dropped.

    `about` is what it is about, where the form alone does not tell; a draft has the same name.
    """

    chat_id: int
    form: str
    version: int
    asked_at: datetime
    about: str = ""


class Inbox(Protocol):
    """Durable and unique by key. Every method raises StorageError where the database fails."""

    async def put(self, arrivals: Sequence[Arrival], now: datetime) -> int:
        """Keep them in one commit; returns how many were new. A known key is passed over."""

    async def waiting(self, limit: int, busy: Collection[str]) -> Sequence[Waiting]:
        """The unhandled ones outside the `busy` lanes, oldest first, each lane in its order."""

    async def latest(self, prefix: str) -> str | None:
        """The greatest key with this `prefix`, handled or not: a schedule's memory of its ticks."""


class Outbox(Protocol):
    """Messages to send. Every method raises StorageError where the database fails."""

    async def recover(self) -> int:
        """Put back what a crash left leased, marked uncertain; returns how many rows."""

    async def lease(
        self, limit: int, busy: Collection[int], least: Priority = Priority.BROADCAST
    ) -> Sequence[Leased]:
        """Take up to `limit` rows by priority and age, in one commit.

        Of each chat at most its first row, none of the `busy` chats, and none that is less urgent
        than `least`.
        """

    async def record(self, outcomes: Sequence[Outcome], now: datetime) -> None:
        """Write down what became of leased rows, in one commit.

        The words of a finished row are erased.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Numbers for coordinators and metrics; no person can be told from them."""

    members: Mapping[str, int]
    inbox: Mapping[str, int]
    outbox: Mapping[str, int]
    uncertain: int


class Members(Protocol):
    """The people, inside a unit of work."""

    async def load(self, user_ids: Collection[int]) -> None:
        """Read several at once; `get` then answers from memory."""

    async def get(self, user_id: int) -> Member:
        """The member as kept, or a new one of whom nothing is kept yet."""

    async def save(self, member: Member) -> None:
        """Keep this state of the member."""

    async def forget(self, user_id: int) -> None:
        """Erase all that is kept of the person, what was set aside of their private chat too.

        The questions that they passed on are withdrawn, with what was answered.
        """


class Dialogues(Protocol):
    """The open questions, one a chat at most, inside a unit of work."""

    async def load(self, chat_ids: Collection[int]) -> None:
        """Read several at once; `get` then answers from memory."""

    async def get(self, chat_id: int) -> Dialogue | None: ...

    async def open(self, dialogue: Dialogue) -> None:
        """Wait on this question; it takes the place of an older one."""

    async def close(self, chat_id: int) -> None: ...


class LastAnswers(Protocol):
    """What people were shown last, one a chat and person, inside a unit of work."""

    async def load(self, user_ids: Collection[int]) -> None:
        """Read that of several people at once; `get` then answers from memory."""

    async def get(self, chat_id: int, user_id: int) -> LastAnswer | None:
        """What is kept; None too where another version of this program kept it."""

    async def keep(self, chat_id: int, user_id: int, answer: LastAnswer) -> None:
        """It takes the place of an older one."""

    async def purge(self, before: datetime) -> int:
        """Delete what was shown before an instant; returns how many rows."""


class Gaps(Protocol):
    """Questions without an answer, counted by day, inside a unit of work."""

    async def add(self, gap: Gap, user_id: int) -> None:
        """Count a question of today. Of the person a mark is kept that ends with the month."""

    async def since(self, first: date) -> Sequence[GapCount]:
        """What was counted from a day on."""

    async def purge(self, before: date) -> int:
        """Delete what was counted before a day, and what marks could be told by of earlier months;
        returns how many rows."""


class UnitOfWork(Protocol):
    """One transaction: a feature's changes, its messages and the acknowledgement, or nothing."""

    @property
    def members(self) -> Members: ...

    @property
    def dialogues(self) -> Dialogues: ...

    @property
    def last_answers(self) -> LastAnswers: ...

    @property
    def gaps(self) -> Gaps: ...

    @property
    def drafts(self) -> Drafts: ...

    @property
    def watches(self) -> Watches: ...

    @property
    def questions(self) -> Questions: ...

    async def tally(self) -> Tally: ...

    async def send(self, messages: Sequence[NewMessage]) -> None:
        """Add to the outbox."""

    async def handled(self, arrival_ids: Collection[int]) -> None:
        """Acknowledge arrivals; their payloads are erased. Raises AlreadyHandled."""

    async def failed(self, arrival_id: int, reason: str, *, set_aside: bool) -> None:
        """Count a failed attempt; set aside, it waits for an operator and keeps its payload.

        Raises AlreadyHandled.
        """

    async def purge(self, before: datetime) -> int:
        """Delete what was handled or finished before an instant; returns how many rows."""


class State(StrEnum):
    """How far an arrival has come."""

    NEW = "new"
    DONE = "done"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An arrival as an operator sees it, without what a person wrote.

    `kind` is the name of the update's body (``message``), or ``tick``; "" once it was handled.
    `attempts` counts the failed ones, `handled_at` is when it was handled or set aside.
    """

    id: int
    key: str
    lane: str
    kind: str
    state: State
    attempts: int
    reason: str
    received_at: datetime
    handled_at: datetime | None


class Aside(Protocol):
    """What was set aside, for an operator; a bot may be at work on the same database.

    Only `payload` tells what a person wrote. Every method raises StorageError where the database
    fails.
    """

    async def count(self) -> int:
        """How many are set aside."""

    async def first(self, limit: int) -> Sequence[Entry]:
        """Those set aside, the oldest first, at most `limit`."""

    async def find(self, ids: Collection[int]) -> Mapping[int, Entry]:
        """Those of these arrivals that exist, set aside or not."""

    async def payload(self, arrival_id: int) -> Json | None:
        """What was received; None where it is not set aside."""

    async def replay(self, ids: Collection[int] | None = None) -> Mapping[int, str]:
        """Put these, or all, back as new, with no attempt counted; returns the keys of those.

        What is not set aside is passed over.
        """

    async def drop(self, ids: Collection[int], now: datetime) -> Mapping[int, str]:
        """Take these for handled and erase their payloads; returns the keys of those.

        What is not set aside is passed over. The keys stay known, like those of all handled ones.
        """


class Storage(Protocol):
    """The database as a whole."""

    @property
    def inbox(self) -> Inbox: ...

    @property
    def outbox(self) -> Outbox: ...

    def unit(self, now: datetime) -> AbstractAsyncContextManager[UnitOfWork]:
        """A unit of work: commits when its block ends, rolls back when it raises.

        Raises StorageError.
        """

    def leadership(self) -> AbstractAsyncContextManager[None]:
        """Be the one process that works on this database for the block; waits until it is.

        Where that ends before the block does, the block is cancelled, and LeadershipLost is raised
        in an ExceptionGroup. Raises StorageError where there is no way to lead.
        """

    async def healthy(self) -> bool:
        """Whether the database answers."""
