"""Every setting, right and wrong; the mistakes of all are told at once, and no secret is quoted."""

from pathlib import Path
from typing import Any

import pytest

from bot.domain.people import Role
from bot.settings import Settings, SettingsError, read

TOKEN = "123456:ABCdefGHIjklMNOpqr-_"
SECRET = "sixteen-letters_A1"


def problems(**environ: str) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as raised:
        read(environ)
    return raised.value.problems


def test_without_any_setting_the_sandbox_runs_on_this_machine() -> None:
    assert read({}) == Settings(
        token=None,
        database_url=None,
        content=Path("content"),
        locales=Path("locales"),
        webhook_url=None,
        webhook_secret=None,
        host="127.0.0.1",
        port=8080,
        coordinators=frozenset(),
        coaches=frozenset(),
        contact=None,
        api_url="https://api.telegram.org",
        log_level="INFO",
        overall_rate=30,
        chat_rate=1,
        group_rate=20,
    )


@pytest.mark.parametrize(
    ("name", "text", "field", "value"),
    [
        ("TELEGRAM_TOKEN", f" {TOKEN} ", "token", TOKEN),
        ("DATABASE_URL", "sqlite:///x.db", "database_url", "sqlite:///x.db"),
        ("DATABASE_URL", "postgres://u:p@h/d", "database_url", "postgres://u:p@h/d"),
        ("CONTENT", "tests", "content", Path("tests")),
        ("LOCALES", "tests", "locales", Path("tests")),
        ("WEBHOOK_SECRET", SECRET, "webhook_secret", SECRET),
        ("HOST", "0.0.0.0", "host", "0.0.0.0"),
        ("PORT", "0", "port", 0),
        ("PORT", "65535", "port", 65535),
        ("COORDINATORS", "1, 22,,333 ", "coordinators", frozenset({1, 22, 333})),
        ("COACHES", "5", "coaches", frozenset({5})),
        ("CONTACT", "help@example.org", "contact", "help@example.org"),
        ("TELEGRAM_API", "http://127.0.0.1:8081/", "api_url", "http://127.0.0.1:8081"),
        ("LOG_LEVEL", "debug", "log_level", "DEBUG"),
        ("RATE_OVERALL", "1000", "overall_rate", 1000),
        ("RATE_CHAT", "0", "chat_rate", 0),
        ("RATE_GROUP", "10000", "group_rate", 10000),
        ("PORT", "  ", "port", 8080),
        ("TELEGRAM_TOKEN", "", "token", None),
    ],
)
def test_a_setting_is_read(name: str, text: str, field: str, value: Any) -> None:
    assert getattr(read({name: text}), field) == value


def test_a_webhook_listens_to_the_outside_unless_told_otherwise() -> None:
    webhook = {"WEBHOOK_URL": "https://bot.example.org/x/", "WEBHOOK_SECRET": SECRET}
    assert read(webhook).webhook_url == "https://bot.example.org/x"
    assert read(webhook).host == "0.0.0.0"
    assert read({**webhook, "HOST": "127.0.0.1"}).host == "127.0.0.1"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("TELEGRAM_TOKEN", "hunter2", "is no bot token"),
        ("TELEGRAM_TOKEN", f"{TOKEN} x", "is no bot token"),
        ("TELEGRAM_TOKEN", "١٢٣:ABCdefGHIjkl", "is no bot token"),
        ("DATABASE_URL", "mysql://u:hunter2@h/d", "of no kind that is known"),
        ("DATABASE_URL", "postgres://u:hunter2@h", "names no database"),
        ("DATABASE_URL", "sqlite://hunter2", "too few slashes"),
        ("CONTENT", "no/such/folder", "is no folder"),
        ("LOCALES", "pyproject.toml", "is no folder"),
        ("WEBHOOK_SECRET", "hunter2", "16 to 256"),
        ("WEBHOOK_SECRET", "hunter2hunter2hunter2!", "16 to 256"),
        ("PORT", "65536", "from 0 to 65535"),
        ("PORT", "-1", "from 0 to 65535"),
        ("PORT", "http", "from 0 to 65535"),
        ("PORT", "8" * 5000, "from 0 to 65535"),
        ("COORDINATORS", "1;2", "Telegram user ids"),
        ("COORDINATORS", "0", "Telegram user ids"),
        ("COACHES", "@maya", "Telegram user ids"),
        ("TELEGRAM_API", "api.telegram.org", "https:// or http://"),
        ("TELEGRAM_API", "ftp://api.telegram.org", "https:// or http://"),
        ("TELEGRAM_API", "http://", "https:// or http://"),
        ("TELEGRAM_API", "http://h:port", "https:// or http://"),
        ("TELEGRAM_API", "http://h/?x=hunter2", "https:// or http://"),
        ("LOG_LEVEL", "LOUD", "DEBUG, INFO, WARNING or ERROR"),
        ("RATE_OVERALL", "fast", "from 0 to 10000"),
        ("RATE_CHAT", "0.5", "from 0 to 10000"),
        ("RATE_GROUP", "10001", "from 0 to 10000"),
    ],
)
def test_a_wrong_setting_is_told_by_its_name_and_not_quoted(
    name: str, text: str, told: str
) -> None:
    (problem,) = problems(**{name: text})
    assert problem.startswith(f"{name}: ")
    assert told in problem
    assert "hunter2" not in problem


@pytest.mark.parametrize("url", ["http://bot.example.org", "https://", "bot.example.org"])
def test_a_webhook_needs_an_https_address(url: str) -> None:
    (problem,) = problems(WEBHOOK_URL=url, WEBHOOK_SECRET=SECRET)
    assert problem.startswith("WEBHOOK_URL: ")


def test_a_bot_api_server_of_ones_own_may_call_a_webhook_without_tls() -> None:
    webhook = {"WEBHOOK_URL": "http://10.0.0.2:8080", "WEBHOOK_SECRET": SECRET}
    assert read({**webhook, "TELEGRAM_API": "http://10.0.0.3:8081"}).webhook_url == (
        "http://10.0.0.2:8080"
    )
    assert problems(**webhook, TELEGRAM_API="https://api.telegram.org")


def test_a_webhook_needs_a_secret() -> None:
    (problem,) = problems(WEBHOOK_URL="https://bot.example.org")
    assert problem.startswith("WEBHOOK_SECRET: is missing")


def test_a_webhooks_bad_secret_is_told_once() -> None:
    (problem,) = problems(WEBHOOK_URL="https://bot.example.org", WEBHOOK_SECRET="short")
    assert "is missing" not in problem


def test_all_mistakes_are_told_at_once() -> None:
    told = problems(
        TELEGRAM_TOKEN="x", WEBHOOK_URL="http://x", PORT="x", COACHES="x", LOG_LEVEL="x"
    )
    assert sorted(one.partition(":")[0] for one in told) == [
        "COACHES",
        "LOG_LEVEL",
        "PORT",
        "TELEGRAM_TOKEN",
        "WEBHOOK_URL",
    ]


def test_a_person_may_have_several_roles() -> None:
    roles = read({"COORDINATORS": "1,2", "COACHES": "2,3"}).roles
    assert roles == {
        1: {Role.COORDINATOR},
        2: {Role.COORDINATOR, Role.COACH},
        3: {Role.COACH},
    }


def test_the_process_own_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTACT", "help@example.org")
    assert read().contact == "help@example.org"
