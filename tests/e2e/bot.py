"""Starting the bot for a test, and talking with it as a person does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

from bot.app import running
from bot.library import Library
from bot.sandbox.actor import Actor
from bot.sandbox.messages import Message
from bot.sandbox.people import CIRCLE, CLAIRE, DIEGO
from bot.sandbox.sandbox import Sandbox
from bot.settings import Settings, read


@dataclass
class Bot:
    """A running bot. `web` is the address of its web app."""

    sandbox: Sandbox
    library: Library
    settings: Settings
    web: str

    def person(self, key: str) -> "Talk":
        """Somebody of the sandbox, in their private chat with the bot."""
        return Talk(self.sandbox.person(key))

    def in_group(self, key: str) -> "Talk":
        """Somebody of the sandbox, in the group."""
        return Talk(self.sandbox.person(key), CIRCLE.id)


class Talk:
    """A person in a chat with the bot: whatever they do is answered by `count` messages."""

    def __init__(self, person: Actor, chat: int | None = None) -> None:
        self.person = person
        self.chat = chat

    async def says(self, text: str, count: int = 1) -> Message:
        """Write, and read as many answers; returns the last."""
        await self.person.say(text, chat=self.chat)
        return await self.reads(count)

    async def taps(self, message: Message, button: str, count: int = 1) -> Message:
        """Press a button, and read as many answers; returns the last."""
        await self.person.tap(message, button)
        return await self.reads(count)

    async def reads(self, count: int = 1) -> Message:
        """Read the next messages or edits of the bot; returns the last."""
        for _ in range(count - 1):
            await self.person.next(chat=self.chat)
        return await self.person.next(chat=self.chat)

    async def agrees(self) -> Message:
        """Go through the hello and agree; returns the choice of interests."""
        welcome = await self.says("/start")
        return await self.taps(welcome, buttons(welcome)[0], 2)


def words(message: Message) -> str:
    """The text as a person sees it: the marks that isolate directions are invisible."""
    return message.text.replace("\u2068", "").replace("\u2069", "")


def buttons(message: Message) -> list[str]:
    """The texts of a message's buttons, row by row."""
    return [button["text"] for button in _all(message)]


def target(message: Message, text: str) -> str:
    """The address that a button opens."""
    return str(next(button["url"] for button in _all(message) if button["text"] == text))


def _all(message: Message) -> list[dict[str, Any]]:
    rows = (message.markup or {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def settings_for(sandbox: Sandbox, address: str, database: str, **changes: Any) -> Settings:
    """The settings of a bot in the sandbox that sends as fast as it can."""
    settings = replace(
        read({}),
        token=sandbox.token,
        api_url=address,
        host="127.0.0.1",
        port=0,
        database_url=database,
        coordinators=frozenset({DIEGO.id}),
        coaches=frozenset({CLAIRE.id}),
        overall_rate=0,
        chat_rate=0,
        group_rate=0,
    )
    return replace(settings, **changes)


@asynccontextmanager
async def started(
    sandbox: Sandbox, library: Library, database: str, **changes: Any
) -> AsyncIterator[Bot]:
    """The bot at work against the sandbox until the block ends."""
    async with sandbox.serve() as address:
        settings = settings_for(sandbox, address, database, **changes)
        async with running(settings, library, sandbox.clock) as web:
            yield Bot(sandbox=sandbox, library=library, settings=settings, web=web)
