"""The sandbox's page in a real browser, with a bot whose lines the tests speak themselves."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from playwright.async_api import Browser, ConsoleMessage, Error, Locator, Page

from bot.sandbox import Sandbox

TOKEN = "12345:page-tests"
CIRCLE = -1001


@dataclass
class ScriptedBot:
    """Calls the Bot API as any bot does; the test says what."""

    session: aiohttp.ClientSession
    url: str
    offset: int = 0

    async def call(self, method: str, **parameters: Any) -> Any:
        """The result of a call. AssertionError with the API's words where it is refused."""
        async with self.session.post(f"{self.url}/{method}", json=parameters) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def say(self, chat: int, text: str, *rows: list[dict[str, str]], **more: Any) -> Any:
        """Sends a message in Telegram's HTML with rows of inline buttons."""
        markup = {"reply_markup": {"inline_keyboard": list(rows)}} if rows else {}
        return await self.call(
            "sendMessage", chat_id=chat, text=text, parse_mode="HTML", **markup, **more
        )

    async def heard(self, kind: str) -> Any:
        """The next update of a kind; those of other kinds before it are passed over."""
        while True:
            updates = await self.call("getUpdates", offset=self.offset, limit=1, timeout=10)
            assert updates, f"no {kind} came"
            self.offset = updates[0]["update_id"] + 1
            if kind in updates[0]:
                return updates[0][kind]


@dataclass
class Scene:
    """What a test of the page has in its hands."""

    sandbox: Sandbox
    bot: ScriptedBot
    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    async def open(self, chats: str = "all") -> None:
        """Loads the page, with these chats shown."""
        self.page.on("pageerror", self._broke)
        self.page.on("console", self._said)
        await self.page.goto(f"{self.address}/#{chats}")

    def column(self, name: str) -> Locator:
        """A chat, by the name at its top."""
        return self.page.get_by_role("region", name=name, exact=True)

    async def start(self, name: str, button: str = "Start") -> Locator:
        """Presses Start in a persona's chat; the bot has then seen the command."""
        column = self.column(name)
        await column.get_by_role("button", name=button, exact=True).click()
        await self.bot.heard("message")
        return column

    def _broke(self, error: Error) -> None:
        self.complaints.append(error.message)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)


@asynccontextmanager
async def stage(browser: Browser, **context: Any) -> AsyncIterator[Scene]:
    """A fresh sandbox and a fresh window on it. At the end, errors on the page's console fail."""
    async with AsyncExitStack() as stack:
        sandbox = Sandbox(token=TOKEN)
        address = await stack.enter_async_context(sandbox.serve())
        session = await stack.enter_async_context(aiohttp.ClientSession())
        window = await browser.new_context(reduced_motion="reduce", **context)
        stack.push_async_callback(window.close)
        page = await window.new_page()
        page.set_default_timeout(5000)
        scene = Scene(sandbox, ScriptedBot(session, f"{address}/bot{TOKEN}"), page, address)
        yield scene
        assert scene.complaints == []


def message(column: Locator, text: str) -> Locator:
    """A message of a chat, by a part of its text."""
    return column.get_by_role("article").filter(has_text=text)


def writing(column: Locator) -> Locator:
    """Where a person writes."""
    return column.locator("textarea")
