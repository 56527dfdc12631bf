"""The database's address as a person writes it: what is meant, or what to write instead."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

FORMS = (
    "Write sqlite:///folder/name.db (sqlite:////folder/name.db from the root) "
    "or postgresql://user:password@host:5432/name."
)


@dataclass(frozen=True, slots=True)
class Sqlite:
    """A file."""

    path: Path


@dataclass(frozen=True, slots=True)
class Postgres:
    """A server's database, as a libpq connection URI."""

    dsn: str


def address(url: str) -> Sqlite | Postgres:
    """What `url` names.

    Raises ValueError with a sentence that does not repeat the address: it holds a password.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise ValueError(f"The database address cannot be read. {FORMS}") from None
    scheme, _, driver = parts.scheme.partition("+")
    if scheme == "sqlite" and driver in ("", "aiosqlite"):
        if parts.netloc or parts.query:
            raise ValueError(f"The SQLite address has too few slashes or something extra. {FORMS}")
        path = unquote(parts.path[1:])
        if path.strip("/") in ("", ":memory:") or path.endswith("/"):
            raise ValueError(f"The SQLite address names no file. {FORMS}")
        return Sqlite(Path(path))
    if scheme in ("postgres", "postgresql") and driver in ("", "asyncpg"):
        query = [pair for pair in parse_qsl(parts.query) if pair[0] not in UNKNOWN_TO_ASYNCPG]
        query = [("sslmode" if name == "ssl" else name, value) for name, value in query]
        if not parts.path.strip("/") and "dbname" not in dict(query):
            raise ValueError(f"The PostgreSQL address names no database. {FORMS}")
        if port == 0:
            raise ValueError(f"The PostgreSQL address has a port that cannot be. {FORMS}")
        return Postgres(urlunsplit(("postgresql", parts.netloc, parts.path, urlencode(query), "")))
    raise ValueError(f"The database address is of no kind that is known. {FORMS}")


UNKNOWN_TO_ASYNCPG = frozenset({"channel_binding", "connect_timeout", "gssencmode"})
"""libpq's parameters that hosters put into addresses and asyncpg would pass on as settings."""
