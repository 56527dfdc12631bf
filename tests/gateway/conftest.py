"""The gateway's own client, talking to the sandbox over HTTP."""

from collections.abc import AsyncIterator

import pytest

from bot.gateway.client import Client, connected
from bot.sandbox import Sandbox
from bot.sandbox.clock import SandboxClock


@pytest.fixture
def sandbox() -> Sandbox:
    """Telegram, its clock standing still on 2018-02-12 at 09:00 UTC."""
    return Sandbox(clock=SandboxClock(speed=0), page=False)


@pytest.fixture
async def address(sandbox: Sandbox) -> AsyncIterator[str]:
    """Where the sandbox is served."""
    async with sandbox.serve() as address:
        yield address


@pytest.fixture
async def client(sandbox: Sandbox, address: str) -> AsyncIterator[Client]:
    """A client that knows the sandbox's token."""
    async with connected(sandbox.token, address) as client:
        yield client
