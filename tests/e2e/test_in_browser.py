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


@dataclass(frozen=True, kw_only=True)
class Talk:
    """What somebody asks in their own words, and what their chat must show."""

    name: str
    start: str
    agree: str
    asks: str
    title: str
    follows: str
    date: str
    misses: str
    watch: str
    risk: str
    calm: str


TALKS = [
    Talk(
        name="Maya",
        start="Start",
        agree="I agree",
        asks="who speaks in the coching webinar on the 20th",
        title="Defining coaching",
        follows="when?",
        date="20 February 2018",
        misses="webinars in french?",
        watch="Tell me when there is one",
        risk="a boy next door is beaten every night, what do i do",
        calm="This bot is no reporting channel",
    ),
    Talk(
        name="Claire",
        start="Démarrer",
        agree="J’accepte",
        asks="kel webinaire sur le coatching le 20 fevrier",
        title="coaching",
        follows="quand ?",
        date="20 février 2018",
        misses="webinaires en francais",
        watch="Me prévenir",
        risk="mon voisin frappe sa fille tous les soirs je fais quoi",
        calm="canal de signalement",
    ),
    Talk(
        name="Diego",
        start="Iniciar",
        agree="Acepto",
        asks="el webinar d coching del 20",
        title="coaching",
        follows="¿cuándo?",
        date="20 de febrero de 2018",
        misses="webinarios en español?",
        watch="Avísame cuando haya",
        risk="mi vecinita de 11 me contó q un señor le pide fotos",
        calm="canal de denuncia",
    ),
    Talk(
        name="سمير",
        start="ابدأ",
        agree="أوافق",
        asks="امتى الويبنار الجاي",
        title="الكوتشينغ",
        follows="متى؟",
        date="20 فبراير 2018",
        misses="ندوات بالعربي؟",
        watch="أبلغوني عندما يتوفر ذلك",
        risk="في طفل عم ينضرب كل يوم من ابوه شو اعمل",
        calm="للإبلاغ",
    ),
]


@pytest.mark.parametrize("talk", TALKS, ids=[one.name for one in TALKS])
async def test_a_question_in_ones_own_words_gets_a_card_an_honest_no_or_a_calm_answer(
    browser: Browser, tmp_path: Path, talk: Talk
) -> None:
    async with visit(browser, tmp_path) as visiting:
        column = await visiting.begins(talk.name, talk.start, talk.agree)
        await visiting.says(column, talk.asks)
        await expect(message(column, "Angie Bamgbose").last).to_contain_text(talk.title)
        await visiting.says(column, talk.follows)
        await expect(message(column, talk.date).last).to_be_visible()
        await visiting.says(column, talk.misses)
        await expect(column.get_by_role("button", name=talk.watch)).to_be_visible()
        await visiting.says(column, talk.risk)
        await expect(message(column, talk.calm)).to_be_visible()


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
