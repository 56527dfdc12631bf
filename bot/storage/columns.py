"""How values stand in a column, the same on both engines."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

Id = BigInteger().with_variant(Integer, "sqlite")
"""64 bits on both. SQLite counts up by itself only what is called INTEGER."""

Key = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that sorts by its bytes on both; elsewhere PostgreSQL follows the language of the server."""


def is_id(number: int) -> bool:
    """Whether a number that came with a button can be a row's id at all: no column holds more."""
    return 0 < number < 2**63


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept and returned in UTC. A naive one raises ValueError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        value = value.astimezone(UTC)
        # SQLite keeps no zone: drop it here, where it's known to be UTC.
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class JsonText(TypeDecorator[Any]):
    """JSON in ASCII: people may type NUL and lone surrogates, which a text column refuses."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, _dialect: Dialect) -> str | None:
        if value is None:
            return None
        return json.dumps(value, ensure_ascii=True, separators=(",", ":"))

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


class Note(TypeDecorator[str]):
    """Words for an operator; characters that a text column refuses become "?"."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        if value is None:
            return None
        return value.replace("\0", "?").encode("utf-8", "replace").decode("utf-8")
