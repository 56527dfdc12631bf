"""Serving an ASGI app inside a running event loop, and stopping it quickly."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Literal

import uvicorn
from starlette.types import ASGIApp

TICK = 0.1

KEEP_ALIVE = 120
"""Seconds that an idle connection is kept."""

STOPPING = 3
"""Seconds that requests under way get to be finished."""


class _Server(uvicorn.Server):
    """A uvicorn server that says when it listens and leaves the process's signals alone."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()
        self.leaving = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    async def main_loop(self) -> None:
        """As uvicorn's own, but it ends when it is told to, not up to a tick later."""
        ticks = 0
        while not await self.on_tick(ticks):
            ticks += 1
            with suppress(TimeoutError):
                await asyncio.wait_for(self.leaving.wait(), TICK)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close the idle connections, and the others when their answers are out."""
        for server in self.servers:
            server.close()
        for listener in sockets or []:
            listener.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        tasks = list(self.server_state.tasks)
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=STOPPING)
            for task in late:
                task.cancel()

    def stop(self) -> None:
        """Make `serve` return."""
        self.should_exit = True
        self.leaving.set()


@asynccontextmanager
async def serving(
    app: ASGIApp,
    host: str,
    port: int,
    protocol: type[asyncio.Protocol] | Literal["h11"] = "h11",
) -> AsyncIterator[str]:
    """Serve `app` until the block ends; yields its address, such as http://127.0.0.1:8080.

    Port 0 takes a free one. Raises OSError when the address is taken.
    """
    listener = _listener(host, port)
    config = uvicorn.Config(
        app,
        http=protocol,
        lifespan="off",
        log_config=None,
        access_log=False,
        timeout_keep_alive=KEEP_ALIVE,
    )
    server = _Server(config)
    task = asyncio.create_task(server.serve([listener]))
    try:
        await server.listening.wait()
        name = f"[{host}]" if ":" in host else host
        yield f"http://{name}:{listener.getsockname()[1]}"
    finally:
        server.stop()
        await task


def _listener(host: str, port: int) -> socket.socket:
    # asyncio turns Nagle's delay off only for sockets that say that they are TCP; with it every
    # answer that comes in two pieces would take 40 ms.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    return listener
