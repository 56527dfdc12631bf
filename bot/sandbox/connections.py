"""The open HTTP connections, so that one can be cut without an answer."""

import asyncio
from typing import Any

from starlette.requests import Request
from uvicorn.protocols.http.h11_impl import H11Protocol


class Connections:
    """Knows the transport of every connection by its peer's address."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, int], asyncio.BaseTransport] = {}

    def protocol(self) -> type[asyncio.Protocol]:
        """A uvicorn protocol whose connections are known here."""
        known = self._open

        class KnownProtocol(H11Protocol):
            def connection_made(self, transport: Any) -> None:
                super().connection_made(transport)
                if self.client:
                    known[self.client] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                if self.client:
                    known.pop(self.client, None)
                super().connection_lost(exc)

        return KnownProtocol

    async def cut(self, request: Request) -> None:
        """Close the connection of a request at once; the caller sees a disconnect."""
        client = request.client
        transport = self._open.get((client.host, client.port)) if client else None
        if isinstance(transport, asyncio.WriteTransport):
            transport.abort()
        await asyncio.sleep(0)  # lets the loop tell the protocol before a response is written
