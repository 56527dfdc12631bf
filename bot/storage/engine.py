"""What the rest of the room asks of a database engine; sqlite.py and postgres.py answer."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

from sqlalchemy import Connection, Delete, Executable, Insert, Table, Update
from sqlalchemy import Row as Found

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

Row = Mapping[str, Any]
"""The values of a statement by their names."""

T = TypeVar("T")
Work: TypeAlias = Callable[[Connection], T]
"""Statements that are run in one go, with nobody else's between them."""


Inserting: TypeAlias = "Callable[[Table], sqlite.Insert | postgresql.Insert]"
"""Makes inserts with an engine's own ON CONFLICT."""


class Line(Protocol):
    """A connection, and the transaction that begins with its first write.

    What it reads before is what was committed at that moment, as on PostgreSQL in any transaction.
    Every method raises StorageError, and ValueError for a value that cannot be kept.
    """

    async def rows(self, statement: Executable, values: Row | None = None) -> Sequence[Found[Any]]:
        """What a statement that changes nothing finds."""

    async def write(self, statement: Executable, values: Row | Sequence[Row] | None = None) -> int:
        """Run a statement, once for every row of `values` if they are several; returns how many
        rows it met."""

    async def call(self, work: Work[T]) -> T:
        """Run what writes in one go."""

    async def survey(self, work: Work[T]) -> T:
        """Run what only reads, and may take long; it holds nobody up."""

    def later(self, statement: Insert | Update | Delete, values: Row) -> None:
        """Run this before the next write or the commit; no read of this unit must need it."""

    def last(self, work: Work[None]) -> None:
        """Run this with the commit, in one go."""


class Engine(Protocol):
    """Gives transactions out and takes them back clean, whatever happens inside."""

    @property
    def is_sqlite(self) -> bool: ...

    @property
    def insert(self) -> Inserting:
        """Makes inserts with the engine's own ON CONFLICT."""

    def writing(self) -> AbstractAsyncContextManager[Line]:
        """A transaction that commits at the end of the block and rolls back when it raises."""

    async def write(self, work: Work[T]) -> T:
        """A transaction in one go."""

    async def read(self, work: Work[T]) -> T:
        """Look at what is committed, in one go; holds nobody up."""

    def leadership(self) -> AbstractAsyncContextManager[None]:
        """As `bot.ports.storage.Storage` says."""

    async def dispose(self) -> None:
        """Close every connection."""
