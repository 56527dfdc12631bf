"""What is served is whole and right; what is wrong is refused, and the old goes on."""

import gc
import logging
import shutil
import weakref
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.check import check
from bot.library import FilesError, Library

NOW = datetime(2018, 2, 12, 9, tzinfo=UTC)
CARD = "content/webinar/mine-risk.yaml"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A copy of the community's files that a test may spoil."""
    for name in ("content", "locales"):
        shutil.copytree(name, tmp_path / name)
    return tmp_path


@pytest.fixture
def library(files: Path) -> Library:
    return Library(files / "content", files / "locales")


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def spoil(path: Path) -> None:
    replace_in(path, "id: webinar/mine-risk", "id: webinar/mine-risk\ncolour: red")


def test_the_communitys_own_files_hold_no_mistake() -> None:
    checked = check(Path("content"), Path("locales"))
    assert checked.problems == ()
    assert checked.catalogue is not None
    assert checked.texts is not None


def test_mistakes_of_content_and_locales_are_told_together_and_once(files: Path) -> None:
    spoil(files / CARD)
    replace_in(files / "locales/fr/settings.ftl", "nothing-to-cancel =", "nothing-to-cance =")
    checked = check(files / "content", files / "locales")
    told = [str(problem) for problem in checked.problems]
    assert any("mine-risk.yaml:" in one and "colour" in one for one in told)
    assert any("nothing-to-cancel" in one for one in told)
    assert any("settings.ftl:" in one and "nothing-to-cance" in one for one in told)
    assert len(told) == len(set(told))
    assert told == [str(problem) for problem in sorted(checked.problems)]


def test_folders_that_are_not_there_are_told_of(tmp_path: Path) -> None:
    checked = check(tmp_path / "no", tmp_path / "nor")
    assert checked.catalogue is None
    assert any("no/community.yaml" in str(problem) for problem in checked.problems)
    assert any("nor" in str(problem) for problem in checked.problems)


def test_a_start_with_a_mistake_is_refused_with_every_mistake(files: Path) -> None:
    spoil(files / CARD)
    spoiled = files / "content/community.yaml"
    replace_in(spoiled, "topics:", "topic:")
    with pytest.raises(FilesError) as raised:
        Library(files / "content", files / "locales")
    places = {Path(problem.file).name for problem in raised.value.problems}
    assert {"mine-risk.yaml", "community.yaml"} <= places
    assert "mine-risk.yaml" in str(raised.value)


async def test_an_edit_is_taken_over_whole(library: Library, files: Path) -> None:
    before = library.content
    item = before.catalogue.items["webinar/mine-risk"]
    title = item.text("en")[1].title
    replace_in(files / CARD, title, "Quokkas and mines")
    await library.reload()
    assert (
        library.content.catalogue.items["webinar/mine-risk"].text("en")[1].title
        == "Quokkas and mines"
    )
    assert before.catalogue.items["webinar/mine-risk"].text("en")[1].title == title
    assert library.changed.is_set()
    assert "webinar/mine-risk" in library.content.ask("quokkas and mines", "en", NOW).answers


async def test_a_mistake_is_refused_and_mended_again(
    library: Library, files: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    before = library.content
    right = (files / CARD).read_text("utf-8")
    spoil(files / CARD)
    await library.reload()
    assert library.content.catalogue is before.catalogue
    (problem,) = library.content.problems
    assert "mine-risk.yaml:" in problem
    assert "colour" in problem
    assert [vars(one)["problem"] for one in caplog.records if hasattr(one, "problem")] == [problem]
    (files / CARD).write_text(right, "utf-8")
    await library.reload()
    assert library.content.problems == ()
    assert library.content.catalogue is not before.catalogue


@pytest.mark.parametrize("gone", ["content", "locales"])
async def test_files_that_vanish_do_not_end_a_running_bot(
    library: Library, files: Path, gone: str
) -> None:
    before = library.content
    shutil.rmtree(files / gone)
    await library.reload()
    assert library.content.catalogue is before.catalogue
    assert library.content.problems


async def test_files_that_cannot_be_read_at_all_do_not_end_a_running_bot(
    library: Library, files: Path
) -> None:
    before = library.content
    ftl = files / "locales/en/settings.ftl"
    ftl.unlink()
    ftl.mkdir()
    await library.reload()
    assert library.content.catalogue is before.catalogue
    assert library.content.problems


async def test_the_collector_passes_over_what_is_served_and_over_nothing_that_was_replaced(
    library: Library, files: Path
) -> None:
    old = weakref.ref(library.content.catalogue)
    assert not any(one is old() for one in gc.get_objects())
    (files / CARD).write_text((files / CARD).read_text("utf-8") + "\n", "utf-8")
    await library.reload()
    assert old() is None
    assert not any(one is library.content.catalogue for one in gc.get_objects())
