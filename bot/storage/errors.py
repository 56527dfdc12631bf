"""Turns what the database and its drivers raise into the one error that other rooms know."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, SQLAlchemyError, StatementError

from bot.ports.storage import StorageError

FAILURES = (
    SQLAlchemyError,
    sqlite3.Error,
    OSError,
    OverflowError,
    UnicodeError,
)


@contextmanager
def translated(failures: tuple[type[Exception], ...] = FAILURES) -> Iterator[None]:
    """Raises StorageError in place of a database's failure, with none of the values in its text.

    `failures` are the exceptions of the database's that count as its failure.
    Where the fault is with a value, so that another attempt would fail too, it's a ValueError.
    """
    try:
        yield
    except failures as error:
        if _is_about_a_value(error):
            raise ValueError(f"a value that cannot be kept: {described(error)}") from None
        raise StorageError(described(error)) from None


def _is_about_a_value(error: BaseException) -> bool:
    if isinstance(error, DBAPIError):
        # 22: data exception, 23: integrity constraint violation
        code = getattr(error.orig, "sqlstate", None) or ""
        return code[:2] in ("22", "23") or isinstance(error, DataError | IntegrityError)
    # SQLAlchemy wraps what went wrong while it prepared a value, and only that, in this one.
    return isinstance(error, OverflowError | UnicodeError | StatementError)


def described(error: BaseException) -> str:
    """What went wrong, for the log; PostgreSQL's sentences quote values: only the code is told."""
    cause = error.orig if isinstance(error, StatementError) and error.orig else error
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
