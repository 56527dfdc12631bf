"""The wire between the bot and Telegram: slow as a real one, and watched."""

import asyncio
import json
from itertools import count
from random import Random
from typing import Any

from starlette.applications import Starlette
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.sandbox.pulse import Pulse
from bot.sandbox.sandbox import Sandbox

SENDS = {"sendMessage", "editMessageText", "setMyCommands"}
SLOWEST = 0.02
"""Seconds that a send takes on its way to Telegram, and again on its way back, at the most."""


class Wire:
    """Knows which sends are under way: begun, and not a byte of their answer written yet."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._numbers = count()
        self._inside = 0
        self._under_way: dict[int, int] = {}
        self._pulse = Pulse()

    @property
    def chats(self) -> set[int]:
        """The chats to which a send is under way."""
        return set(self._under_way.values())

    async def is_quiet(self) -> None:
        """Return once everything that had come has had its effect."""
        while self._inside:
            await self._pulse.wait()

    async def carry(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, late, and its answer back, late."""
        body = await _whole(receive)
        chat = _chat(body)
        if chat is None:
            await app(scope, _again(body, receive), send)
            return
        number = next(self._numbers)
        self._inside += 1
        self._under_way[number] = chat

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                await self._delay()
                del self._under_way[number]
            await send(message)

        try:
            await self._delay()
            await app(scope, _again(body, receive), answer)
        finally:
            self._under_way.pop(number, None)
            self._inside -= 1
            self._pulse.beat()

    async def _delay(self) -> None:
        await asyncio.sleep(self._random.uniform(0, SLOWEST))


class WiredSandbox(Sandbox):
    """A sandbox at the end of a wire."""

    def __init__(self, wire: Wire, **given: Any) -> None:
        super().__init__(page=False, **given)
        self._wire = wire

    def app(self, host: str = "127.0.0.1") -> Starlette:
        app = super().app(host)
        app.add_middleware(_OnTheWire, wire=self._wire)
        return app


class _OnTheWire:
    def __init__(self, app: ASGIApp, wire: Wire) -> None:
        self._app = app
        self._wire = wire

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].rpartition("/")[2] in SENDS:
            await self._wire.carry(self._app, scope, receive, send)
        else:
            await self._app(scope, receive, send)


async def _whole(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


def _again(body: bytes, receive: Receive) -> Receive:
    """What `receive` would have told, had nobody read the body."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def told() -> Message:
        return waiting.pop() if waiting else await receive()

    return told


def _chat(body: bytes) -> int | None:
    """The chat that a send goes to; None for a command menu of no chat, and half a request."""
    try:
        params = json.loads(body)
    except ValueError:
        return None
    chat = params.get("chat_id") or params.get("scope", {}).get("chat_id")
    return chat if isinstance(chat, int) else None
