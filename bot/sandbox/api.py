"""Answering Bot API calls: the right token, a known method, an answer, a fault if one is due."""

import asyncio
import inspect
import json
from contextlib import suppress
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.sandbox.calls import Call, CallLog
from bot.sandbox.connections import Connections
from bot.sandbox.errors import ApiError, SandboxError
from bot.sandbox.faults import Fault
from bot.sandbox.methods import Method, methods
from bot.sandbox.methods_updates import Described
from bot.sandbox.params import Params, from_json, read_params
from bot.sandbox.webhook import Webhook
from bot.sandbox.world import World

Json = dict[str, Any]


class AsciiJson(JSONResponse):
    """JSON as Telegram writes it: what is not ASCII is escaped."""

    def render(self, content: Any) -> bytes:
        """The body."""
        return json.dumps(content, separators=(",", ":")).encode()


class ConnectionCutError(Exception):
    """The caller gets no answer: its connection is closed."""


class BotApi:
    """The Bot API over one world."""

    def __init__(self, world: World, *, webhook_delay: float = 1.0) -> None:
        self.world = world
        self.calls = CallLog()
        self.connections = Connections()
        self._closing = asyncio.Event()
        self.webhook = Webhook(world.queue, world.clock.now, self._from_webhook, webhook_delay)
        self._methods: dict[str, tuple[str, Method]] = {
            name.lower(): (name, method) for name, method in methods(self.webhook).items()
        }

    def open(self) -> None:
        """Calls may be kept waiting, again after `close`."""
        self._closing.clear()

    async def close(self) -> None:
        """No call is kept waiting any more, and nothing is delivered."""
        self._closing.set()
        await self.webhook.close()

    def routes(self) -> list[BaseRoute]:
        """The paths of the Bot API and of its files."""
        both = ["GET", "POST"]
        return [
            Route("/bot{token}/{method}", self._call, methods=both),
            Route("/file/bot{token}/{path:path}", self._download, methods=["GET"]),
        ]

    async def call(self, method: str, params: Params) -> Json:
        """The body that answers a call. Raises ApiError; ConnectionCutError if a fault says so."""
        if method.lower() not in self._methods:
            raise ApiError(404, "Not Found: method not found")
        name, handler = self._methods[method.lower()]
        answer: Json | None = None
        try:
            answer = await self._answer(name, handler, params)
        except ApiError as error:
            answer = error.body()
            raise
        finally:
            self.calls.add(Call(method=name, params=params.told(), answer=answer))
        return answer

    async def _answer(self, name: str, handler: Method, params: Params) -> Json:
        fault = self.world.faults.take(name)
        if fault and not fault.how.takes_effect:
            await self._break(fault)
        result = handler(self.world, params)
        if inspect.isawaitable(result):
            result = await result
        if fault:
            await self._break(fault)
        if isinstance(result, Described):
            return {"ok": True, **result}
        return {"ok": True, "result": result}

    async def _break(self, fault: Fault) -> None:
        if fault.error:
            raise fault.error
        with suppress(TimeoutError):
            await asyncio.wait_for(self._closing.wait(), fault.seconds)
        raise ConnectionCutError

    async def _call(self, request: Request) -> Response:
        method: str = request.path_params["method"]
        try:
            self._check(request.path_params["token"])
            return AsciiJson(await self.call(method, await read_params(request)))
        except ApiError as error:
            wait = error.parameters.get("retry_after")
            headers = {"Retry-After": str(wait)} if wait else None
            return AsciiJson(error.body(), error.code, headers)
        except ConnectionCutError:
            await self.connections.cut(request)
            return Response()

    async def _download(self, request: Request) -> Response:
        try:
            self._check(request.path_params["token"])
        except ApiError as error:
            return AsciiJson(error.body(), error.code)
        file = self.world.files.at(request.path_params["path"])
        if not file:
            return AsciiJson(ApiError(404, "Not Found").body(), 404)
        return Response(file.data, media_type="application/octet-stream")

    def _check(self, token: str) -> None:
        if token != self.world.token:
            raise ApiError(401, "Unauthorized")

    async def _from_webhook(self, called: Json) -> None:
        """A webhook may answer with a method call; what becomes of it, it never learns."""
        try:
            params = from_json({name: value for name, value in called.items() if name != "method"})
            await self.call(called["method"], params)
        except (ApiError, ConnectionCutError, SandboxError):
            return
