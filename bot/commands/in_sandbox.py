"""The bot with a Telegram of its own on this machine."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from bot.app import running
from bot.library import Library
from bot.sandbox.people import CLAIRE, DIEGO
from bot.sandbox.sandbox import Sandbox
from bot.settings import Settings


@asynccontextmanager
async def in_sandbox(settings: Settings, library: Library) -> AsyncIterator[str]:
    """The bot in the sandbox, on its clock; yields the address of the chat page.

    Without a DATABASE_URL it starts with an empty database each time, as the sandbox does.
    """
    sandbox = Sandbox()
    with tempfile.TemporaryDirectory() as folder:
        async with sandbox.serve(settings.host, settings.port) as page:
            inside = replace(
                settings,
                token=sandbox.token,
                api_url=page,
                webhook_url=None,
                port=0,
                database_url=settings.database_url
                or f"sqlite:///{Path(folder) / 'sandbox.sqlite'}",
                coordinators=settings.coordinators | {DIEGO.id},
                coaches=settings.coaches | {CLAIRE.id},
            )
            async with running(inside, library, sandbox.clock):
                yield f"The sandbox: {page}"
