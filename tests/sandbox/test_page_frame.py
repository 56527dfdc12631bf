"""What stands around the chats on the sandbox's page: the clock, the tabs, the connection."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.sandbox.scene import Scene, message, stage, writing

pytestmark = pytest.mark.asyncio(loop_scope="session")

MAYA = 1001


@pytest_asyncio.fixture(loop_scope="session")
async def scene(browser: Browser) -> AsyncIterator[Scene]:
    async with stage(browser, viewport={"width": 1440, "height": 900}) as opened:
        await opened.open()
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def telephone(browser: Browser) -> AsyncIterator[Scene]:
    async with stage(browser, viewport={"width": 390, "height": 844}) as opened:
        yield opened


async def test_the_clock_is_set_moved_and_stopped(scene: Scene) -> None:
    clock = scene.page.get_by_role("group", name="Clock")
    await expect(clock).to_contain_text("12 Feb 2018")
    await clock.get_by_role("button", name="Clock").click()
    panel = scene.page.get_by_role("dialog", name="Set the clock")
    await panel.get_by_role("button", name="Stop").click()
    await panel.get_by_label("Set to (UTC)").fill("2018-02-20T10:30")
    await panel.get_by_role("button", name="Set", exact=True).click()
    await expect(clock).to_contain_text("20 Feb 2018")
    await panel.get_by_role("button", name="+1 hour").click()
    await expect(clock).to_contain_text("11:30:00")
    await panel.get_by_role("button", name="+1 week").click()
    await expect(clock).to_contain_text("27 Feb 2018")
    assert scene.sandbox.clock.now().isoformat() == "2018-02-27T11:30:00+00:00"
    await panel.get_by_role("button", name="3600×").click()
    await expect(panel.get_by_role("button", name="3600×")).to_have_attribute(
        "aria-pressed", "true"
    )
    await expect(clock).not_to_contain_text("11:30:00")


async def test_messages_carry_the_sandboxes_day_and_time(scene: Scene) -> None:
    scene.sandbox.clock.run(0)
    await scene.start("Claire", "Démarrer")
    claire = scene.column("Claire")
    await expect(claire.get_by_role("heading", name="lundi 12 février 2018")).to_be_visible()
    await expect(message(claire, "/start")).to_contain_text("09:00")


async def test_the_bots_connection_is_shown(scene: Scene) -> None:
    top = scene.page.get_by_role("banner").first
    await expect(top.get_by_role("status")).to_have_text("Waiting for the bot")
    await scene.bot.call("getUpdates", timeout=0)
    await expect(top.get_by_role("status")).to_have_text("Connected")


async def test_the_address_remembers_which_chat_is_shown(scene: Scene) -> None:
    await expect(scene.column("Maya")).to_be_visible()
    await scene.page.get_by_role("navigation").get_by_role("button", name="سمير").click()
    await expect(scene.column("سمير")).to_be_visible()
    await expect(scene.column("Maya")).to_be_hidden()
    assert scene.page.url.endswith("#samir")
    await scene.page.reload()
    await expect(scene.column("سمير")).to_be_visible()
    await expect(scene.column("Maya")).to_be_hidden()


async def test_a_telephone_shows_one_chat_and_counts_the_others(telephone: Scene) -> None:
    await telephone.open("all")
    maya = await telephone.start("Maya")
    await expect(telephone.column("Claire")).to_be_hidden()
    tabs = telephone.page.get_by_role("navigation")
    await tabs.get_by_role("button", name="Claire").click()
    await expect(maya).to_be_hidden()
    await telephone.bot.say(MAYA, "News for you")
    await expect(tabs.get_by_role("button", name="Maya")).to_have_accessible_name("Maya 1")
    await tabs.get_by_role("button", name="Maya").click()
    await expect(message(maya, "News for you")).to_be_in_viewport()
    await expect(tabs.get_by_role("button", name="Maya")).to_have_accessible_name("Maya")


async def test_a_new_message_does_not_pull_a_reader_down(scene: Scene) -> None:
    maya = await scene.start("Maya")
    for number in range(12):
        await scene.bot.say(MAYA, f"Line {number}\n\n\n\n.")
    await expect(message(maya, "Line 11")).to_be_in_viewport()
    await message(maya, "Line 0").scroll_into_view_if_needed()
    await scene.bot.say(MAYA, "The newest")
    await expect(message(maya, "Line 0")).to_be_in_viewport()
    await maya.get_by_role("button", name="New messages: 1").click()
    await expect(message(maya, "The newest")).to_be_in_viewport()


class Line:
    """The wire between the page and the sandbox, which a test can cut and mend."""

    def __init__(self, port: int) -> None:
        self.target = port
        self.port = 0
        self.wires: set[asyncio.StreamWriter] = set()

    async def mend(self) -> None:
        self.server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)
        self.port = self.server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        self.server.close()
        for wire in self.wires:
            wire.transport.abort()
        await self.server.wait_closed()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_connection("127.0.0.1", self.target)
        self.wires |= {writer, there_writer}
        async with asyncio.TaskGroup() as both:
            both.create_task(self._carry(reader, there_writer))
            both.create_task(self._carry(there_reader, writer))

    @staticmethod
    async def _carry(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await source.read(65536):
                sink.write(data)
                await sink.drain()
        sink.close()


async def test_a_lost_connection_is_taken_up_again_without_doubles(scene: Scene) -> None:
    line = Line(urlsplit(scene.address).port or 0)
    await line.mend()
    await scene.page.goto(f"http://127.0.0.1:{line.port}/#maya")
    maya = await scene.start("Maya")
    await scene.bot.say(MAYA, "Before the break")
    await expect(message(maya, "Before the break")).to_have_count(1)
    await writing(maya).fill("half a thought")

    await line.cut()
    await expect(scene.page.get_by_text("Reconnecting…")).to_be_visible()
    await scene.bot.say(MAYA, "During the break")
    await expect(message(maya, "During the break")).to_have_count(0)
    await line.mend()

    await expect(message(maya, "During the break")).to_have_count(1)
    await expect(message(maya, "Before the break")).to_have_count(1)
    await expect(writing(maya)).to_have_value("half a thought")
    await scene.bot.say(MAYA, "Live again")
    await expect(message(maya, "Live again")).to_have_count(1)
    await expect(maya.get_by_role("article")).to_have_count(4)
    refused = [words for words in scene.complaints if "ERR_" in words]
    assert refused == scene.complaints, "only the break itself may be complained of"
    scene.complaints.clear()
    await line.cut()


async def test_emptying_the_chats_brings_start_back(scene: Scene) -> None:
    maya = await scene.start("Maya")
    scene.page.on("dialog", lambda dialog: dialog.accept())
    await scene.page.get_by_role("button", name="Empty chats").click()
    await expect(message(maya, "/start")).to_have_count(0)
    await expect(maya.get_by_role("button", name="Start", exact=True)).to_be_visible()
