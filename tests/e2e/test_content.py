"""Editing the community's files while the bot runs."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.library import Library
from bot.sandbox.sandbox import Sandbox
from tests.e2e.bot import Bot, started, words


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A copy of the community's files that a test may edit."""
    for name in ("content", "locales"):
        shutil.copytree(name, tmp_path / name)
    return tmp_path


@pytest.fixture
def edited(files: Path) -> Library:
    return Library(files / "content", files / "locales")


@pytest.fixture
async def editing(sandbox: Sandbox, edited: Library, files: Path) -> AsyncIterator[Bot]:
    """The bot at work on files that a test may edit."""
    async with started(sandbox, edited, f"sqlite:///{files / 'bot.sqlite'}") as running:
        yield running


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


async def test_an_edited_card_is_shown_without_a_restart(
    editing: Bot, edited: Library, files: Path
) -> None:
    maya = editing.person("maya")
    path = files / "content/webinar/coaching-1-defining.yaml"
    replace_in(path, "2018-02-20T11:00Z", "2018-02-21T12:30Z")
    await edited.changed.wait()
    card = await maya.says("/start webinar_coaching-1-defining")
    assert "21 February 2018, 12:30" in words(card)


async def test_a_mistake_is_refused_with_its_place_and_the_old_content_goes_on(
    editing: Bot, edited: Library, files: Path
) -> None:
    path = files / "content/webinar/coaching-1-defining.yaml"
    replace_in(path, "2018-02-20T11:00Z", "20 February at eleven")
    await edited.changed.wait()
    diego = editing.person("diego")
    await diego.says("/language")
    await diego.taps((await diego.says("/language")), "English", 2)
    told = await diego.says("/status")
    assert "coaching-1-defining.yaml:" in words(told)
    assert "write an instant with its zone" in words(told)
    card = await editing.person("maya").says("/start webinar_coaching-1-defining")
    assert "20 February 2018, 11:00" in words(card)


async def test_what_lacks_a_translation_is_shown_in_another_language_and_marked(
    sandbox: Sandbox, files: Path
) -> None:
    path = files / "content/webinar/mine-risk.yaml"
    text = path.read_text("utf-8")
    begin = text.index("  fr:", text.index("\ntext:"))
    end = text.index("  es:", begin)
    path.write_text(f"{text[:begin]}  fr: untranslated\n{text[end:]}", "utf-8")
    library = Library(files / "content", files / "locales")
    async with started(sandbox, library, f"sqlite:///{files / 'bot.sqlite'}") as bot:
        card = await bot.person("claire").says("/start webinar_mine-risk")
    assert "Mine risk" in words(card)
    assert "anglais" in words(card)


async def test_a_superseded_item_points_to_the_newer_one(sandbox: Sandbox, files: Path) -> None:
    replace_in(
        files / "content/opportunity/tot-nairobi-2018.yaml",
        "\nas_of:",
        "\nsupersedes: [opportunity/cpms-workshop-next]\nas_of:",
    )
    library = Library(files / "content", files / "locales")
    async with started(sandbox, library, f"sqlite:///{files / 'bot.sqlite'}") as bot:
        maya = bot.person("maya")
        old = await maya.says("/start opportunity_cpms-workshop-next")
        await maya.reads()
        listed = await maya.says("/opportunities")
    assert "This is an older statement" in words(old)
    title = words(old).splitlines()[0]
    assert title not in words(listed)
