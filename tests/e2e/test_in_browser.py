"""The bot in the sandbox's page, as a stranger tries it: each persona, in a real browser."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from bot.library import Library
from bot.sandbox.clock import SandboxClock
from bot.sandbox.sandbox import Sandbox
from tests.e2e.bot import Bot, started
from tests.sandbox.scene import message, writing

pytestmark = pytest.mark.asyncio(loop_scope="session")


@dataclass
class Visit:
    """A window on the sandbox in which the bot is at work."""

    bot: Bot
    page: Page

    def column(self, name: str) -> Locator:
        """A chat, by the name at its top."""
        return self.page.get_by_role("region", name=name, exact=True)

    async def begins(self, name: str, start: str, agree: str) -> Locator:
        """Press Start in a persona's chat and agree; interests are offered then."""
        column = self.column(name)
        await column.get_by_role("button", name=start, exact=True).click()
        await column.get_by_role("button", name=agree).click()
        return column

    async def says(self, column: Locator, text: str) -> None:
        """Write and send."""
        await writing(column).fill(text)
        await writing(column).press("Escape")
        await writing(column).press("Enter")


@asynccontextmanager
async def visit(
    browser: Browser, folder: Path, content: Path | None = None
) -> AsyncIterator[Visit]:
    """A fresh sandbox with the bot at work, and a window on all its chats."""
    sandbox = Sandbox(clock=SandboxClock(speed=0))
    library = Library(content or Path("content"), Path("locales"))
    async with started(sandbox, library, f"sqlite:///{folder / 'bot.sqlite'}") as bot:
        window = await browser.new_context(
            viewport={"width": 1500, "height": 1000}, reduced_motion="reduce"
        )
        page = await window.new_page()
        page.set_default_timeout(10_000)
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(error.message))
        await page.goto(f"{bot.settings.api_url}/#all")
        yield Visit(bot, page)
        await window.close()
    assert complaints == []


@pytest.mark.parametrize(
    ("name", "start", "agree", "title", "date", "direction"),
    [
        ("Maya", "Start", "I agree", "Webinars to come", "20 February 2018", "ltr"),
        ("سمير", "ابدأ", "أوافق", "الندوات", "20 فبراير 2018", "rtl"),
        ("Claire", "Démarrer", "J’accepte", "Webinaires à venir", "20 février 2018", "ltr"),
        ("Diego", "Iniciar", "Acepto", "Webinarios", "20 de febrero de 2018", "ltr"),
    ],
)
async def test_each_persona_is_served_in_their_language(
    browser: Browser,
    tmp_path: Path,
    name: str,
    start: str,
    agree: str,
    title: str,
    date: str,
    direction: str,
) -> None:
    async with visit(browser, tmp_path) as visiting:
        column = await visiting.begins(name, start, agree)
        await expect(column).to_have_attribute("dir", direction)
        await visiting.says(column, "/webinars")
        await expect(message(column, title)).to_be_visible()
        await column.get_by_role("button", name="1", exact=True).click()
        card = message(column, "Angie Bamgbose").last
        await expect(card).to_contain_text(date)


async def test_a_list_turns_in_place_and_a_calendar_file_can_be_downloaded(
    browser: Browser, tmp_path: Path
) -> None:
    async with visit(browser, tmp_path) as visiting:
        maya = await visiting.begins("Maya", "Start", "I agree")
        await visiting.says(maya, "/webinars")
        await maya.get_by_role("button", name="1", exact=True).click()
        async with visiting.page.expect_download() as download:
            await maya.get_by_role("button", name="Add to the calendar").click()
            await maya.get_by_role("link", name="coaching-1-defining.ics").click()
        assert (await download.value).suggested_filename == "coaching-1-defining.ics"
        await maya.get_by_role("button", name="Recorded (4)").click()
        await expect(message(maya, "Recorded webinars")).to_be_visible()
        await expect(message(maya, "Webinars to come")).to_have_count(0)


async def test_what_is_personal_leads_from_the_group_to_the_private_chat(
    browser: Browser, tmp_path: Path
) -> None:
    async with visit(browser, tmp_path) as visiting:
        group = visiting.column("Trainers' circle")
        await visiting.says(group, "/settings@baraza_sandbox_bot")
        await group.get_by_role("link", name="Open the private chat").click()
        await expect(message(visiting.column("Maya"), "dates are shown in UTC")).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "offered", "shown"),
    [
        ("mines", "Mine risk", "As our source said it"),
        ("a boy here is beaten by his uncle", "Worried about a child?", "no reporting channel"),
    ],
)
async def test_what_is_typed_after_the_bots_name_is_offered_and_leads_on(
    browser: Browser, tmp_path: Path, typed: str, offered: str, shown: str
) -> None:
    async with visit(browser, tmp_path) as visiting:
        group, maya = visiting.column("Trainers' circle"), visiting.column("Maya")
        await writing(group).fill(f"@baraza_sandbox_bot {typed}")
        await group.get_by_role("button", name=offered).click()
        if offered == "Mine risk":
            await group.get_by_role("link", name="Ask the bot").click()
        await expect(message(maya, shown)).to_be_visible()


async def test_a_coordinator_sees_how_the_bot_is_doing(browser: Browser, tmp_path: Path) -> None:
    async with visit(browser, tmp_path) as visiting:
        diego = await visiting.begins("Diego", "Iniciar", "Acepto")
        await visiting.says(diego, "/status")
        await expect(message(diego, "📚")).to_contain_text("48")


async def test_a_question_goes_to_the_coordinators_chat_and_its_answer_comes_back(
    browser: Browser, tmp_path: Path
) -> None:
    async with visit(browser, tmp_path) as visiting:
        diego = await visiting.begins("Diego", "Iniciar", "Acepto")
        samir = await visiting.begins("سمير", "ابدأ", "أوافق")
        await visiting.says(samir, "ندوات بالفرنسية؟")
        await samir.get_by_role("button", name="إحالة السؤال إلى المنسقين").click()
        await samir.get_by_role("button", name="✅ إرسال").click()
        await expect(message(diego, "árabe")).to_contain_text("ندوات بالفرنسية؟")
        await diego.get_by_role("button", name="✍️ Responder").click()
        await expect(message(diego, "tu próximo mensaje")).to_be_visible()
        await visiting.says(diego, "Todavía no.")
        await diego.get_by_role("button", name="✅ Enviar").click()
        answer = message(samir, "أحد المنسقين يجيب عن سؤالكم")
        await expect(answer).to_contain_text("Todavía no.")


async def test_an_edited_file_changes_the_card_in_the_chat(
    browser: Browser, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree("content", content)
    async with visit(browser, tmp_path, content) as visiting:
        maya = await visiting.begins("Maya", "Start", "I agree")
        path = content / "webinar/coaching-1-defining.yaml"
        path.write_text(path.read_text("utf-8").replace("minutes: 75", "minutes: 80"), "utf-8")
        await visiting.bot.library.changed.wait()
        await visiting.says(maya, "/start webinar_coaching-1-defining")
        await expect(message(maya, "80 minutes")).to_be_visible()


async def test_years_later_nothing_is_scheduled_and_the_recordings_are_offered(
    browser: Browser, tmp_path: Path
) -> None:
    async with visit(browser, tmp_path) as visiting:
        maya = await visiting.begins("Maya", "Start", "I agree")
        visiting.bot.sandbox.clock.set(datetime(2026, 11, 23, 9, tzinfo=UTC))
        await visiting.says(maya, "/webinars")
        await expect(message(maya, "Nothing is scheduled at the moment")).to_be_visible()
