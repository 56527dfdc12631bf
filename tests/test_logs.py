"""Log lines are JSON, and hold neither secrets nor the text of an error."""

import asyncio
import gc
import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot import logs

TOKEN = "123456:ABCdefGHIjklMNOpqr"


class Told:
    """What was written to standard error so far."""

    def __init__(self, captured: pytest.CaptureFixture[str]) -> None:
        self._captured = captured
        self._text = ""

    @property
    def text(self) -> str:
        self._text += self._captured.readouterr().err
        return self._text

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.text.split("\n") if line]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Iterator[Told]:
    """The log; the logging of the tests themselves is put back at the end."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in logs.NOISY}
    yield Told(capsys)
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


def test_a_line_has_time_level_logger_event_and_the_cause(told: Told) -> None:
    logs.set_up("INFO")
    logging.getLogger("bot.x").info("handled %s", "well", extra={"cause": "update:7", "n": 3})
    (line,) = told.lines
    time = datetime.fromisoformat(line.pop("time"))
    assert datetime.now(UTC) - time < timedelta(minutes=1)
    assert line == {
        "level": "info",
        "logger": "bot.x",
        "event": "handled well",
        "cause": "update:7",
        "n": 3,
    }


def test_an_event_is_one_line_whatever_it_holds(told: Told) -> None:
    logs.set_up("INFO")
    logging.getLogger("bot.x").info("odd", extra={"cause": "a\nb\u2028\x00\ud800", "o": object()})
    assert told.text.count("\n") == 1
    assert told.lines[0]["cause"] == "a\nb\u2028\x00\ud800"


def test_an_error_is_named_by_type_and_place_only(told: Told) -> None:
    logs.set_up("INFO")
    try:
        json.loads("{}")["Maya wrote about her child"]
    except KeyError:
        logging.getLogger("bot.x").exception("broke")
    (line,) = told.lines
    assert line["error"] == "KeyError"
    assert line["where"].startswith(__file__)
    assert "Maya" not in told.text


def test_an_error_that_was_never_raised_has_no_place(told: Told) -> None:
    logs.set_up("INFO")
    logging.getLogger("bot.x").error("broke", exc_info=ValueError("Maya"))
    assert told.lines[0]["where"] == "unknown"
    assert "Maya" not in told.text


async def test_what_asyncio_tells_of_a_lost_task_holds_no_words(told: Told) -> None:
    logs.set_up("INFO")

    async def breaks(words: str) -> None:
        raise LookupError(words)

    def calls(words: str) -> None:
        raise LookupError(words)

    task = asyncio.create_task(breaks("Maya wrote about her child"))
    asyncio.get_running_loop().call_soon(calls, "Maya wrote about her child")
    await asyncio.wait([task])
    del task
    gc.collect()
    found = told.lines
    assert sorted(line["event"] for line in found) == [
        "Exception in callback test_what_asyncio_tells_of_a_lost_task_holds_no_words.",
        "Task exception was never retrieved",
    ]
    assert {line["error"] for line in found} == {"LookupError"}
    assert "Maya" not in told.text


def test_secrets_are_blotted_out_wherever_they_turn_up(told: Told) -> None:
    logs.set_up("INFO", TOKEN, None, "", "other-secret")
    log = logging.getLogger("some.library")
    log.warning(
        "GET https://api/bot%s/getMe", TOKEN, extra={"url": f"bot{TOKEN}", "s": ["other-secret"]}
    )
    assert TOKEN not in told.text
    assert "other-secret" not in told.text
    assert told.lines[0]["event"] == "GET https://api/bot***/getMe"


def test_libraries_that_log_addresses_speak_only_of_warnings(told: Told) -> None:
    logs.set_up("DEBUG")
    for name in logs.NOISY:
        logging.getLogger(f"{name}.inner").info("GET https://api/bot/getMe")
        logging.getLogger(f"{name}.inner").warning("mind")
    logging.getLogger("bot.x").debug("ours")
    assert [line["event"] for line in told.lines] == ["mind"] * len(logs.NOISY) + ["ours"]


def test_the_level_is_kept(told: Told) -> None:
    logs.set_up("WARNING")
    logging.getLogger("bot.x").info("quiet")
    logging.getLogger("bot.x").warning("loud")
    assert [line["event"] for line in told.lines] == ["loud"]
