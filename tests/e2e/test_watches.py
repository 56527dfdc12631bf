"""Watches: offered with an honest no, told of once when content that matches arrives."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.library import Library
from bot.sandbox.messages import Message
from bot.sandbox.sandbox import Sandbox
from tests.e2e.bot import Bot, Talk, buttons, started, words
from tests.postgres import Postgres

QUESTION = "webinars in French?"
RECORDING = "content/webinar/case-studies.yaml"
"""A recording of which the source states that it is in English."""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A copy of the community's files that a test may edit."""
    for name in ("content", "locales"):
        shutil.copytree(name, tmp_path / name)
    return tmp_path


@pytest.fixture(params=["sqlite", "postgres"])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/bot.sqlite"
        return
    server: Postgres = request.getfixturevalue("postgres")
    async with server.database() as url:
        yield url


@asynccontextmanager
async def at_work(sandbox: Sandbox, files: Path, database: str) -> AsyncIterator[Bot]:
    """The bot with these files as they are now."""
    library = Library(files / "content", files / "locales")
    async with started(sandbox, library, database) as bot:
        yield bot


def languages(files: Path, before: str, after: str) -> None:
    """State of the recording that it is in these languages."""
    path = files / RECORDING
    text = path.read_text("utf-8")
    assert f"languages: [{before}]" in text
    path.write_text(text.replace(f"languages: [{before}]", f"languages: [{after}]"), "utf-8")


async def edited(bot: Bot, files: Path, before: str, after: str) -> None:
    """Edit the file under the running bot, and wait until it has taken it over."""
    bot.library.changed.clear()
    languages(files, before, after)
    await bot.library.changed.wait()


async def watches(talk: Talk, question: str = QUESTION) -> Message:
    """Agree, ask, and have the bot watch; returns what it says to it."""
    await talk.agrees()
    answer = await talk.says(question)
    return await talk.taps(answer, next(one for one in buttons(answer) if "🔔" in one))


async def test_a_question_of_the_field_is_watched_for_and_another_is_not(bot: Bot) -> None:
    maya = bot.person("maya")
    assert "🔔 Tell me when there is one" in buttons(await maya.says(QUESTION))
    assert "🔔 Tell me when there is one" not in buttons(await maya.says("what's the weather?"))


async def test_in_a_group_nothing_is_offered_that_others_could_tap(bot: Bot) -> None:
    group = bot.in_group("maya")
    answer = await group.says(f"@baraza_sandbox_bot {QUESTION}")
    assert "I would rather not guess" in words(answer)
    assert not [one for one in buttons(answer) if "🔔" in one or "🙋" in one]


async def test_nothing_is_watched_without_consent(bot: Bot) -> None:
    maya = bot.person("maya")
    answer = await maya.says(QUESTION)
    refused = await maya.taps(answer, "🔔 Tell me when there is one")
    assert "I need your agreement first" in words(refused)
    await maya.taps(refused, "Read and agree")
    await maya.agrees()
    kept = await maya.taps(answer, "🔔 Tell me when there is one")
    assert QUESTION in words(kept)


@pytest.mark.parametrize(
    ("who", "question", "told", "keep"),
    [
        ("maya", QUESTION, "There is something on what you asked", "🔔 Keep watching"),
        ("claire", "webinaires en français ?", "Il y a quelque chose", "🔔 Continuer la veille"),
        ("diego", "¿webinarios en francés?", "Hay algo sobre", "🔔 Seguir avisándome"),
        ("samir", "ندوات بالفرنسية؟", "توفّر شيء عمّا سألتم عنه", "🔔 مواصلة المتابعة"),
    ],
)
async def test_a_member_is_told_in_their_language_with_the_card(
    sandbox: Sandbox, files: Path, tmp_path: Path, who: str, question: str, told: str, keep: str
) -> None:
    async with at_work(sandbox, files, f"sqlite:///{tmp_path}/bot.sqlite") as bot:
        member = bot.person(who)
        assert question in words(await watches(member, question))
        await edited(bot, files, "en", "en, fr")
        notice = await member.reads()
    assert told in words(notice)
    assert question in words(notice)
    assert buttons(notice)[-1] == keep


async def test_what_changed_while_the_bot_was_down_is_told_once_however_often_it_restarts(
    sandbox: Sandbox, files: Path, database: str
) -> None:
    async with at_work(sandbox, files, database) as bot:
        maya, claire = bot.person("maya"), bot.person("claire")
        await watches(maya)
        await watches(claire, "webinaires en espagnol ?")
    languages(files, "en", "en, fr")
    async with at_work(sandbox, files, database):
        notice = await maya.reads()
        assert "There is something" in words(notice)
        card = await maya.taps(notice, buttons(notice)[0])
        assert "case studies" in words(card)
    languages(files, "en, fr", "en")
    async with at_work(sandbox, files, database):
        pass
    languages(files, "en", "en, fr, es")
    async with at_work(sandbox, files, database):
        assert "Il y a quelque chose" in words(await claire.reads())
        assert "/xylophone" in words(await maya.says("/xylophone"))
        assert "/frobnicate" in words(await maya.says("/frobnicate"))


async def test_a_watch_that_came_true_can_be_kept_on_for_the_next(
    sandbox: Sandbox, files: Path, tmp_path: Path
) -> None:
    async with at_work(sandbox, files, f"sqlite:///{tmp_path}/bot.sqlite") as bot:
        maya = bot.person("maya")
        await watches(maya)
        await edited(bot, files, "en", "en, fr")
        notice = await maya.reads()
        assert "Nothing at the moment" in words(await listed(maya))
        kept = await maya.taps(notice, "🔔 Keep watching")
        assert QUESTION in words(kept)
        assert "already" in words(await maya.taps(notice, "🔔 Keep watching"))
        assert QUESTION in words(await listed(maya))
        await edited(bot, files, "en, fr", "en, fr, es")
        again = await maya.reads()
        assert "There is something" in words(again)


async def listed(talk: Talk) -> Message:
    """The member's watches, from their settings."""
    return await talk.taps(await talk.says("/settings"), "🔔 Watches")


async def test_who_has_blocked_the_bot_is_told_when_they_are_back(
    sandbox: Sandbox, files: Path, tmp_path: Path
) -> None:
    async with at_work(sandbox, files, f"sqlite:///{tmp_path}/bot.sqlite") as bot:
        maya, claire = bot.person("maya"), bot.person("claire")
        await watches(maya)
        await watches(claire, "webinaires en français ?")
        await maya.person.block()
        await edited(bot, files, "en", "en, fr")
        assert "Il y a quelque chose" in words(await claire.reads())
        await maya.person.unblock()
        sandbox.clock.advance(timedelta(days=1))
        assert "There is something" in words(await maya.reads())


async def test_watches_are_listed_removed_and_erased(either: Bot) -> None:
    maya = either.person("maya")
    await watches(maya)
    answer = await maya.says("packages in Swahili")
    await maya.taps(answer, "🔔 Tell me when there is one")
    again = await maya.taps(answer, "🔔 Tell me when there is one")
    assert "You are waiting on this already" in words(again)
    settings = await maya.says("/settings")
    assert "Watches: 2" in words(settings)
    shown = await maya.taps(settings, "🔔 Watches")
    assert buttons(shown)[:2] == ["✕ 1", "✕ 2"]
    left = await maya.taps(shown, "✕ 1")
    assert QUESTION not in words(left)
    assert "packages in Swahili" in words(left)
    await maya.taps(await maya.says("/settings"), "🗑 Erase my data")
    await maya.taps(maya.person.history()[-1], "🗑 Yes, erase")
    assert "Nothing at the moment" in words(await listed(maya))


async def test_a_member_has_ten_watches_at_most(bot: Bot) -> None:
    maya = bot.person("maya")
    await maya.agrees()
    for number in range(10):
        answer = await maya.says(f"webinars on zzyzx{number}")
        assert "I will tell you" in words(await maya.taps(answer, "🔔 Tell me when there is one"))
    answer = await maya.says("packages in Swahili")
    refused = await maya.taps(answer, "🔔 Tell me when there is one")
    assert "at most 10" in words(refused)


async def test_a_forged_button_touches_nobody_elses_watch(bot: Bot) -> None:
    maya, claire = bot.person("maya"), bot.person("claire")
    await watches(maya)
    for data in ("1~wd~1", "1~wk~1", f"1~wd~{10**40}", "1~wf~1", f"1~wf~{10**40}"):
        await claire.person.press(await claire.says("/start"), data)
        assert QUESTION not in words(await claire.reads())
    assert QUESTION in words(await listed(maya))


async def test_a_question_is_kept_for_a_day_only(bot: Bot, sandbox: Sandbox) -> None:
    maya = bot.person("maya")
    await maya.agrees()
    answer = await maya.says(QUESTION)
    sandbox.clock.advance(timedelta(days=1))
    late = await maya.taps(answer, "🔔 Tell me when there is one")
    assert "I no longer have that question" in words(late)
