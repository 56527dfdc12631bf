from pathlib import Path

import pytest

from bot.storage.address import Postgres, Sqlite, address


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///bot.db", "bot.db"),
        ("sqlite:///data/bot.db", "data/bot.db"),
        ("sqlite:////data/bot.db", "/data/bot.db"),
        ("sqlite+aiosqlite:////data/bot.db", "/data/bot.db"),
        (" sqlite:///with%20space.db\n", "with space.db"),
    ],
)
def test_an_sqlite_address_names_a_file(url: str, path: str) -> None:
    assert address(url) == Sqlite(Path(path))


@pytest.mark.parametrize(
    ("url", "dsn"),
    [
        ("postgres://u:p@host:5432/bot", "postgresql://u:p@host:5432/bot"),
        ("postgresql://u:p%40@host/bot", "postgresql://u:p%40@host/bot"),
        ("postgresql+asyncpg://host/bot", "postgresql://host/bot"),
        ("postgres://host/bot?sslmode=require", "postgresql://host/bot?sslmode=require"),
        ("postgresql+asyncpg://host/bot?ssl=require", "postgresql://host/bot?sslmode=require"),
        (
            "postgres://host/bot?sslmode=require&channel_binding=require",
            "postgresql://host/bot?sslmode=require",
        ),
        ("postgresql://u@/bot?host=/var/run", "postgresql://u@/bot?host=%2Fvar%2Frun"),
    ],
)
def test_a_postgresql_address_becomes_what_the_driver_reads(url: str, dsn: str) -> None:
    assert address(url) == Postgres(dsn)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "bot.db",
        "mysql://u:hush@host/bot",
        "sqlite://bot.db",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:///data/",
        "sqlite:///bot.db?mode=memory",
        "postgresql://u:hush@host",
        "postgresql://u:hush@host:port/bot",
        "postgresql://u:hush@host:0/bot",
        "postgresql+psycopg://u:hush@host/bot",
        "postgresql://[hush/bot",
    ],
)
def test_any_other_address_is_refused_with_what_to_write(url: str) -> None:
    with pytest.raises(ValueError, match=r"Write sqlite:///folder/name\.db") as caught:
        address(url)
    assert "hush" not in str(caught.value)
