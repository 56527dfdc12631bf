"""What may answer in Telegram's place: a proxy, a portal, a server that is going down."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

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
async def reciting(me: dict[str, Any], *results: object) -> AsyncIterator[str]:
    """A Bot API that says who the bot is, and then to each call the next of these, if any is left.

    Yields its address.
    """
    left = iter([me, *results])
    over = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        await request.read()
        for result in left:
            return web.json_response({"ok": True, "result": result})
        await over.wait()
        return web.Response(status=500)

    async with _serving(answer) as address:
        yield address
        over.set()


@asynccontextmanager
async def _serving(answer: Answer) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(app) as server:
        yield str(server.make_url("/")).rstrip("/")
