"""The whole bot over real HTTP against the sandbox's Bot API."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.library import Library
from bot.sandbox.clock import SandboxClock
from bot.sandbox.sandbox import Sandbox
from tests.e2e.bot import Bot, started
from tests.e2e.process import small_world
from tests.postgres import Postgres


@pytest.fixture(scope="session")
def library() -> Library:
    """The repository's own content and locales; a test that edits files makes its own."""
    return Library(Path("content"), Path("locales"))


@pytest.fixture
def sandbox() -> Sandbox:
    """Telegram, its clock standing still on 2018-02-12 at 09:00 UTC."""
    return Sandbox(clock=SandboxClock(speed=0), page=False)


@pytest.fixture
async def bot(sandbox: Sandbox, library: Library, tmp_path: Path) -> AsyncIterator[Bot]:
    """The bot at work in the sandbox, with SQLite."""
    async with started(sandbox, library, f"sqlite:///{tmp_path / 'bot.sqlite'}") as running:
        yield running


@pytest.fixture(params=["sqlite", "postgres"])
async def either(
    request: pytest.FixtureRequest, sandbox: Sandbox, library: Library, tmp_path: Path
) -> AsyncIterator[Bot]:
    """The bot at work with SQLite, and again with PostgreSQL."""
    if request.param == "sqlite":
        async with started(sandbox, library, f"sqlite:///{tmp_path / 'bot.sqlite'}") as running:
            yield running
        return
    server: Postgres = request.getfixturevalue("postgres")
    async with server.database() as url, started(sandbox, library, url) as running:
        yield running


@pytest.fixture
async def telegram(sandbox: Sandbox) -> AsyncIterator[str]:
    """The address of a Telegram of the test's own."""
    async with sandbox.serve() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgres"])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/bot.sqlite"
        return
    server: Postgres = request.getfixturevalue("postgres")
    async with server.database() as url:
        yield url


@pytest.fixture
def small(tmp_path: Path, sandbox: Sandbox, telegram: str) -> dict[str, str]:
    """The settings of a bot with few words, on this Telegram, with an SQLite file."""
    return {
        **small_world(tmp_path),
        **dict.fromkeys(("RATE_OVERALL", "RATE_CHAT", "RATE_GROUP"), "0"),
        "TELEGRAM_TOKEN": sandbox.token,
        "TELEGRAM_API": telegram,
        "DATABASE_URL": f"sqlite:///{tmp_path}/bot.sqlite",
    }


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own settings have no say in the tests."""
    for name in ("TELEGRAM_TOKEN", "DATABASE_URL", "WEBHOOK_URL", "CONTENT", "LOCALES"):
        monkeypatch.delenv(name, raising=False)
