"""What may answer in Telegram's place: a proxy, a portal, a server that is going down."""

import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeAlias

from aiohttp import web
from aiohttp.test_utils import TestServer

Answer: TypeAlias = Callable[[web.Request], Awaitable[web.Response]]


def free_address() -> str:
    """An address at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return f"http://127.0.0.1:{taken.getsockname()[1]}"


@asynccontextmanager
async def answering(status: int, body: str, kind: str = "text/html") -> AsyncIterator[str]:
    """A server that gives this answer to whatever it is asked; yields its address."""

    async def answer(request: web.Request) -> web.Response:
        await request.read()
        return web.Response(status=status, text=body, content_type=kind)

    async with _serving(answer) as address:
        yield address


@asynccontextmanager
async def redirecting(to: str) -> AsyncIterator[str]:
    """A server that sends everybody elsewhere, with all that they carry; yields its address."""

    async def answer(request: web.Request) -> web.Response:
        raise web.HTTPTemporaryRedirect(f"{to}{request.path}")

    async with _serving(answer) as address:
        yield address


@asynccontextmanager
async def _serving(answer: Answer) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(app) as server:
        yield str(server.make_url("/")).rstrip("/")
