"""The one ASGI app: Telegram's webhook, health and metrics."""

import hmac
import json
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.ports.runtime import Clock
from bot.ports.storage import Json, Storage, StorageError, Tally

WEBHOOK_PATH = "/telegram"
LARGEST = 1_000_000
"""Bytes of an update that are read."""

_HANG_UP = {"connection": "close"}
"""Said with an answer that comes before the body was read: the server reads no more of it."""

Take = Callable[[Sequence[Json]], Awaitable[None]]


def web_app(storage: Storage, clock: Clock, take: Take, secret: str | None) -> Starlette:
    """The app. Without a `secret` there is no webhook."""
    site = _Site(storage, clock, take, secret)
    routes = [
        Route("/health", site.health),
        Route("/metrics", site.metrics),
    ]
    if secret:
        routes.append(Route(WEBHOOK_PATH, site.webhook, methods=["POST"]))
    return Starlette(routes=routes)


class _Site:
    def __init__(self, storage: Storage, clock: Clock, take: Take, secret: str | None) -> None:
        self._storage = storage
        self._clock = clock
        self._take = take
        self._secret = (secret or "").encode()

    async def webhook(self, request: Request) -> Response:
        """Keep an update, then say 200. With 503 Telegram sends it again."""
        given = request.headers.get("x-telegram-bot-api-secret-token", "").encode()
        if not hmac.compare_digest(given, self._secret):
            return PlainTextResponse("forbidden", 403, headers=_HANG_UP)
        body = await _body(request)
        if body is None:
            return PlainTextResponse("too large", 413, headers=_HANG_UP)
        try:
            update = json.loads(body)
            if not isinstance(update, dict):
                return PlainTextResponse("no update", 400)
            await self._take([update])
        except (ValueError, RecursionError):
            return PlainTextResponse("no update", 400)
        except StorageError:
            return PlainTextResponse("not kept", 503)
        return Response()

    async def health(self, _: Request) -> Response:
        """200 while the database answers, else 503."""
        well = await self._storage.healthy()
        return JSONResponse({"database": well}, 200 if well else 503)

    async def metrics(self, _: Request) -> Response:
        """Counts for Prometheus; no person can be told from them."""
        try:
            async with self._storage.unit(self._clock.now()) as unit:
                tally = await unit.tally()
        except StorageError:
            return PlainTextResponse("no database", 503)
        registry = CollectorRegistry()
        registry.register(_Counts(tally))
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


class _Counts:
    """A collector over one tally."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The gauges."""
        yield _gauge("members", "language", self._tally.members)
        yield _gauge("inbox", "state", self._tally.inbox)
        yield _gauge("outbox", "state", self._tally.outbox)
        yield GaugeMetricFamily(
            "baraza_uncertain", "Messages that may have gone out twice", self._tally.uncertain
        )


def _gauge(name: str, label: str, counts: Mapping[str, int]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(f"baraza_{name}", f"Rows by {label}", labels=[label])
    for value, count in counts.items():
        family.add_metric([value], count)
    return family


async def _body(request: Request) -> bytes | None:
    """The body, or None as soon as it is larger than an update can be."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return None
    return body
