"""The command line, as a real process: check, ask, help, and whatever keeps `run` from starting."""

import asyncio
import json
import logging
import shutil
import socket
from pathlib import Path

import pytest

from bot.commands import serve
from bot.sandbox.sandbox import Sandbox
from tests.e2e.process import bot_reads, bot_says, small_world

pytestmark = pytest.mark.timeout(180)  # each starts several processes
RIGHT = {"q": "mine risk", "lang": "en", "now": "2018-02-12T09:00:00Z"}


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    """A content folder with a mistake in two files."""
    content = tmp_path / "content"
    shutil.copytree("content", content)
    for name in ("mine-risk", "case-studies"):
        path = content / f"webinar/{name}.yaml"
        path.write_text(f"colour: red\n{path.read_text('utf-8')}", "utf-8")
    return content


async def test_without_a_command_it_tells_what_there_is() -> None:
    status, out, err = await bot_says()
    assert status == 2
    for command in ("run", "check", "ask"):
        assert f" {command} " in out + err


async def test_check_and_run_tell_every_mistake_with_its_place(spoiled: Path) -> None:
    right, check, run = await asyncio.gather(
        bot_says("check"),
        bot_says("check", CONTENT=str(spoiled)),
        bot_says("run", CONTENT=str(spoiled)),
    )
    assert right == (0, "content and locales: no mistakes\n", "")
    status, out, err = check
    assert (status, err) == (1, "")
    assert f"{spoiled}/webinar/mine-risk.yaml:1:1: colour: " in out
    assert f"{spoiled}/webinar/case-studies.yaml:1:1: colour: " in out
    assert len(out.splitlines()) == 2
    assert run == (1, "", out), "nothing is served with a mistake in a file"


async def test_wrong_settings_are_told_all_at_once() -> None:
    status, out, err = await bot_says(
        "run", TELEGRAM_TOKEN="hunter2", LOG_LEVEL="LOUD", DATABASE_URL="mysql://a:hunter2@b/c"
    )
    assert (status, out) == (1, "")
    assert [line.partition(":")[0] for line in err.splitlines()] == [
        "TELEGRAM_TOKEN",
        "DATABASE_URL",
        "LOG_LEVEL",
    ]
    assert "hunter2" not in err


async def test_a_question_by_hand_is_answered_or_told_what_is_wrong_with_it() -> None:
    right, language, now = await asyncio.gather(
        bot_says("ask", "mine risk", "--lang", "fr", "--now", "2018-02-12T09:00Z"),
        bot_says("ask", "mine risk", "--lang", "xx"),
        bot_says("ask", "mine risk", "--now", "soon"),
    )
    assert right[0] == 0
    assert "webinar/mine-risk" in right[1]
    assert language == (1, "", "lang: must be one of en, fr, es, ar\n")
    assert now == (1, "", "now: must be an instant such as 2018-02-12T09:00:00Z\n")


async def test_questions_as_json_lines_are_answered_line_for_line() -> None:
    lines = [
        json.dumps(RIGHT).encode(),
        b"nonsense",
        b"",
        b"[1]",
        b"[" * 100_000,
        b"\xff",
        json.dumps({**RIGHT, "q": 1}).encode(),
        json.dumps({**RIGHT, "lang": "xx"}).encode(),
        json.dumps({**RIGHT, "now": "soon"}).encode(),
        json.dumps({"q": "mine risk"}).encode(),
        json.dumps({**RIGHT, "now": "2018-02-12"}).encode(),
    ]
    status, out, err = await bot_reads(b"\n".join(lines), "ask", "--jsonl")
    assert (status, err) == (0, "")
    answers = [json.loads(line) for line in out.splitlines()]
    assert len(answers) == len(lines)
    for answer in (answers[0], answers[-1]):
        assert answer["intent"] == "answer"
        assert answer["answers"][0] == "webinar/mine-risk"
    assert all(list(answer) == ["error"] for answer in answers[1:-1])
    assert answers[6]["error"].startswith("q: ")
    assert answers[7]["error"].startswith("lang: ")
    assert answers[8]["error"].startswith("now: ")
    assert answers[9]["error"].startswith("lang: ")


async def test_whatever_keeps_it_from_starting_is_told_in_a_sentence(
    sandbox: Sandbox, telegram: str, tmp_path: Path
) -> None:
    small = small_world(tmp_path)
    bot = {
        **small,
        "TELEGRAM_TOKEN": sandbox.token,
        "TELEGRAM_API": telegram,
        "DATABASE_URL": f"sqlite:///{tmp_path}/bot.sqlite",
    }
    with socket.create_server(("127.0.0.1", 0)) as taken, socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        database = f"postgresql://u:hunter2@127.0.0.1:{closed.getsockname()[1]}/x"
        token, port, unreached = await asyncio.gather(
            bot_says("run", **{**bot, "TELEGRAM_TOKEN": "1:a-token-of-nobody"}),
            bot_says("run", **small, PORT=str(taken.getsockname()[1])),
            bot_says("run", **{**bot, "DATABASE_URL": database}),
        )
    told = [err.splitlines()[-1] for _, _, err in (token, port, unreached)]
    assert told[0].startswith("TELEGRAM_TOKEN: Telegram does not know it")
    assert told[1].startswith("HOST, PORT: ")
    assert told[2].startswith("DATABASE_URL: ")
    for status, out, err in (token, port, unreached):
        assert (status, out) == (1, "")
        assert "Traceback" not in err
        assert "hunter2" not in err


async def test_a_second_bot_on_the_token_says_so_and_stops(
    sandbox: Sandbox, telegram: str, tmp_path: Path
) -> None:
    other = "Conflict: terminated by other getUpdates request"
    sandbox.faults.answer("getUpdates", 409, other, times=99)
    status, _, err = await bot_says(
        "run",
        TELEGRAM_TOKEN=sandbox.token,
        TELEGRAM_API=telegram,
        DATABASE_URL=f"sqlite:///{tmp_path}/bot.sqlite",
        **small_world(tmp_path),
    )
    assert status == 1
    assert err.splitlines()[-1].startswith("another program receives the updates of this token")
    assert "Traceback" not in err


def test_of_a_bug_only_its_kind_and_place_are_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    bug = ExceptionGroup("", [LookupError("Maya's words"), ExceptionGroup("", [OSError(5, "x")])])
    told = [serve._sentence(one) for one in serve._single(bug)]
    assert told == [
        "stopped by a bug (LookupError); the log says where",
        "stopped by a bug (OSError); the log says where",
    ]
    assert [record.exc_info is not None for record in caplog.records] == [True, True]


async def test_a_question_by_hand_is_answered_in_the_words_of_the_chat() -> None:
    at = ("--now", "2018-02-12T09:00Z")
    card, listed, risk, nothing = await asyncio.gather(
        bot_says("ask", "mine risk", "--lang", "fr", *at),
        bot_says("ask", "recorded webinars", *at),
        bot_says("ask", "a girl of 13 will be married off next week", *at),
        bot_says("ask", "what's the weather", *at),
    )
    assert "🗓" in card[1]
    assert "1. " in listed[1]
    assert "[webinar/case-studies]" in listed[1]
    assert "[" not in risk[1] + nothing[1]
    assert not set("<\u2068\u2069") & set(card[1] + listed[1] + risk[1] + nothing[1])
