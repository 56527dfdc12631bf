"""Changes to the files that count are told, once, and nothing else is."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from watchfiles._rust_notify import RustNotify

from bot.catalogue.files import YAML, kept_files
from bot.catalogue.watch import state, watch
from tests.catalogue.folder import Folder

CARD = "page/about.yaml"


class Watched:
    """A watched folder, and what its files read at each call."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.begin: dict[str, str] = {}
        self.seen: asyncio.Queue[dict[str, str]] = asyncio.Queue()

    @property
    def card(self) -> Path:
        return self.folder.path / CARD

    def texts(self) -> dict[str, str]:
        return {
            path.relative_to(self.folder.path).as_posix(): path.read_text()
            for path in kept_files(self.folder.path, YAML)
            if path.exists()
        }

    async def changed(self) -> None:
        await self.seen.put(self.texts())

    async def next(self) -> dict[str, str]:
        """What the files read at the next call that is not one of the fixture's."""
        async with asyncio.timeout(20):
            while (texts := await self.seen.get()) == self.begin:
                pass
        return texts


@pytest.fixture
async def watched(folder: Folder) -> AsyncIterator[Watched]:
    """The folder, watched until the test ends."""
    found = Watched(folder)
    task = asyncio.create_task(watch([folder.path], state([folder.path]), found.changed))
    try:
        await _begun(found)
        yield found
    finally:
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def _begun(watched: Watched) -> None:
    """Write until a call tells that somebody is watching."""
    for number in range(1, 60):
        watched.card.write_text(f"# {number}")
        watched.begin = watched.texts()
        with suppress(TimeoutError):
            async with asyncio.timeout(0.3):
                while await watched.seen.get() != watched.begin:
                    pass
            return
    pytest.fail("nobody watches")


async def test_a_written_file_is_told(watched: Watched) -> None:
    watched.card.write_text("new")
    assert (await watched.next())[CARD] == "new"


async def test_a_new_and_a_deleted_file_are_told(watched: Watched) -> None:
    watched.folder.write("page/new.yaml", "id: page/new")
    assert "page/new.yaml" in await watched.next()
    watched.card.unlink()
    assert CARD not in await watched.next()


async def test_a_file_in_a_new_folder_is_told(watched: Watched) -> None:
    watched.folder.write("news/2019/new.yaml", "id: news/new")
    assert "news/2019/new.yaml" in await watched.next()


async def test_a_file_put_in_place_by_renaming_is_told_once(watched: Watched) -> None:
    """As editors save: the new text in a file of another name, then moved over the old one."""
    beside = watched.card.with_name(".about.yaml.tmp")
    beside.write_text("saved")
    beside.replace(watched.card)
    assert (await watched.next())[CARD] == "saved"
    watched.card.write_text("next")
    assert (await watched.next())[CARD] == "next"


async def test_what_editors_leave_beside_a_file_is_not_told(watched: Watched) -> None:
    watched.card.write_text("old")
    assert (await watched.next())[CARD] == "old"
    async with _heard(watched.folder.path):
        for name in (".about.yaml.swp", "about.yaml~", "4913", ".#about.yaml", "#about.yaml#"):
            watched.folder.write(f"page/{name}", "noise")
        watched.folder.write("page/.git/index.yaml", "noise")
    watched.card.write_text("new")
    assert (await watched.next())[CARD] == "new"


@asynccontextmanager
async def _heard(folder: Path) -> AsyncIterator[None]:
    """Do not end before the disk has told of what was written within, and a while of quiet."""
    with RustNotify([str(folder)], False, False, 0, True, False) as notify:
        yield
        told = await asyncio.to_thread(notify.watch, 2000, 400, 20_000, None)
    assert isinstance(told, set), "the disk tells of what is written"


async def test_a_folder_moved_away_is_told(watched: Watched) -> None:
    watched.card.parent.rename(watched.folder.path.parent / "aside")
    assert CARD not in await watched.next()


async def test_several_folders_are_watched(folder: Folder, tmp_path: Path) -> None:
    locales = tmp_path / "locales"
    locales.mkdir()
    heard = asyncio.Event()

    async def hear() -> None:
        heard.set()

    task = asyncio.create_task(watch([folder.path, locales], state([folder.path, locales]), hear))
    for number in range(1, 60):
        (locales / "texts.ftl").write_text("#" * number)
        with suppress(TimeoutError):
            async with asyncio.timeout(0.3):
                await heard.wait()
            break
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert heard.is_set()


async def test_what_goes_wrong_in_the_call_is_not_hidden(folder: Folder) -> None:
    async def fail() -> None:
        raise LookupError

    task = asyncio.create_task(watch([folder.path], state([folder.path]), fail))
    for number in range(1, 60):
        folder.write(CARD, "#" * number)
        await asyncio.wait([task], timeout=0.3)
        if task.done():
            break
    with pytest.raises(LookupError):
        await task


async def test_a_link_that_leads_nowhere_does_no_harm(watched: Watched) -> None:
    (watched.folder.path / "lost.yaml").symlink_to("nowhere")
    watched.card.write_text("new")
    assert (await watched.next())[CARD] == "new"


async def test_a_folder_that_is_not_there_cannot_be_watched(tmp_path: Path) -> None:
    async def hear() -> None: ...

    with pytest.raises(FileNotFoundError):
        await watch([tmp_path / "nowhere"], {}, hear)


async def test_an_edit_made_before_the_watch_began_is_told_at_once(folder: Folder) -> None:
    before = state([folder.path])
    (folder.path / CARD).write_text("edited while nobody looked")
    heard = asyncio.Event()

    async def hear() -> None:
        heard.set()

    task = asyncio.create_task(watch([folder.path], before, hear))
    async with asyncio.timeout(3):
        await heard.wait()
    task.cancel()
