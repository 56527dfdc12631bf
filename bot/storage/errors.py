"""Turns what the database and its drivers raise into the one error that other rooms know."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.ports.storage import StorageError

FAILURES = (
    SQLAlchemyError,
    sqlite3.Error,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    OSError,
    OverflowError,
    UnicodeError,
)


@contextmanager
def translated() -> Iterator[None]:
    """Raises StorageError in place of a database's failure, with none of the values in its text."""
    try:
        yield
    except FAILURES as error:
        raise StorageError(described(error)) from None


def described(error: BaseException) -> str:
    """What went wrong, for the log; PostgreSQL's sentences quote values: only the code is told."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    if isinstance(cause, sqlite3.Error):
        return f"SQLite: {cause}"
    code = getattr(cause, "sqlstate", None)
    if code:
        return f"PostgreSQL: {_own(cause)} ({code})"
    if isinstance(cause, OSError) and cause.strerror:
        return f"{type(cause).__name__}: {cause.strerror}"
    return type(cause).__name__


def _own(error: BaseException) -> str:
    """The name of the driver's own error, inside SQLAlchemy's."""
    return type(error.__cause__ or error).__name__
