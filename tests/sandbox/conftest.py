"""A sandbox that really serves, and the clients that talk to it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, TypeAlias

import aiohttp
import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.sandbox import Sandbox

Json: TypeAlias = dict[str, Any]
Call: TypeAlias = Callable[..., Awaitable[Json]]


@pytest.fixture
def sandbox() -> Sandbox:
    """A fresh sandbox with the four personas and their group."""
    return Sandbox()


@pytest.fixture
async def address(sandbox: Sandbox) -> AsyncIterator[str]:
    """Where the sandbox is served."""
    async with sandbox.serve() as address:
        yield address


@pytest.fixture
async def bot(sandbox: Sandbox, address: str) -> AsyncIterator[Bot]:
    """python-telegram-bot's own client, talking to the sandbox."""
    # Without TLS nothing is verified, and the certificates need not be read for each test.
    requests = [HTTPXRequest(httpx_kwargs={"verify": False}) for _ in range(2)]
    async with Bot(
        sandbox.token,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=requests[0],
        get_updates_request=requests[1],
    ) as bot:
        yield bot


@pytest.fixture
async def http(address: str) -> AsyncIterator[aiohttp.ClientSession]:
    """A plain HTTP client at the sandbox's address."""
    async with aiohttp.ClientSession(address) as session:
        yield session


@pytest.fixture
def call(sandbox: Sandbox, http: aiohttp.ClientSession) -> Call:
    """Calls a Bot API method with a JSON body and returns the body of the answer."""

    async def call(method: str, **params: Any) -> Json:
        async with http.post(f"/bot{sandbox.token}/{method}", json=params) as response:
            body: Json = await response.json()
            assert response.status == body.get("error_code", 200)
            return body

    return call


@pytest.fixture
def refusal(call: Call) -> Callable[..., Awaitable[str]]:
    """Calls a method that must fail, and returns the description."""

    async def refusal(method: str, **params: Any) -> str:
        body = await call(method, **params)
        assert body["ok"] is False, body
        description: str = body["description"]
        return description

    return refusal
