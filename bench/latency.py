"""(b) From an update to its sent reply at 100 updates a second, quiet and beside a broadcast."""

import asyncio
import json
import time
from functools import partial
from pathlib import Path

from bench import databases
from bench.double import Double, double
from bench.figures import Asked, Told, latencies, lost, percentile
from bench.programs import SECRET, Running, started, whole_bot
from bench.record import Figures, Measure, Record
from bench.workload import updates
from bot.ports.speech import Priority

RATE = 100
SECONDS = 5
COUNT = RATE * SECONDS
BROADCAST = 20_000
PATIENCE = 5.0
"""Seconds that the last answers get."""

WEBHOOK = {"WEBHOOK_URL": "https://bench.invalid", "WEBHOOK_SECRET": SECRET, "HOST": "127.0.0.1"}


async def measure(record: Record) -> None:
    """The whole bot on SQLite over a Bot API of 0 ms."""
    with databases.folder() as place:
        empty = await databases.with_messages(place / "quiet.sqlite", 0)
        full = await databases.with_messages(place / "busy.sqlite", BROADCAST, Priority.BROADCAST)
        subjects: dict[str, Measure] = {
            f"{way}, {state}": partial(_run, file, webhook=way == "webhook")
            for way in ("webhook", "polling")
            for state, file in (("quiet", empty), ("broadcast", full))
        }
        results = await record.interleaved("latency", subjects)
    results.table(f"Latency: {RATE} updates/s, 0 ms, quiet and while {BROADCAST:,} rows go out")
    for way in ("webhook", "polling"):
        results.ratio(
            f"p99 {way}, broadcast : quiet",
            (f"{way}, broadcast", "p99 ms"),
            (f"{way}, quiet", "p99 ms"),
        )


async def _run(file: Path, *, webhook: bool) -> Figures:
    async with (
        databases.sqlite(file) as url,
        double(updates(COUNT), rate=RATE) as api,
        started(
            whole_bot("latency", url, LOG_LEVEL="WARNING"),
            api.address,
            **(WEBHOOK if webhook else {}),
        ) as bot,
    ):
        asked = await (_posted(api, bot) if webhook else _polled(api))
        replies, others = await _told(api, len(asked))
    times = [
        seconds * 1_000
        for one, seconds in latencies(asked, replies)
        if not others or min(others) <= one.at <= max(others)
    ]
    figures = {
        "p50 ms": percentile(times, 0.5),
        "p99 ms": percentile(times, 0.99),
        "longest ms": max(times),
        "measured": float(len(times)),
        "unanswered": float(lost(asked, replies)),
    }
    if others:
        figures["broadcast/s"] = len(others) / (max(others) - min(others))
    return figures


async def _told(api: Double, count: int) -> tuple[list[Told], list[float]]:
    """The answers, once there are so many or no more come, and when the broadcast's rows went."""
    end = time.monotonic() + PATIENCE
    while True:
        told = (await api.log()).told
        replies = [one for one in told if one.chat < databases.FIRST_READER]
        if len(replies) >= count or time.monotonic() > end:
            return replies, [one.at for one in told if one.chat >= databases.FIRST_READER]
        await asyncio.sleep(0.2)


async def _polled(api: Double) -> list[Asked]:
    await api.polled()
    await asyncio.sleep(0.5)
    await api.go()
    await asyncio.sleep(SECONDS)
    return await api.asked(await api.log(), every=1 / RATE)


async def _posted(api: Double, bot: Running) -> list[Asked]:
    port = int((await bot.line("http://")).rpartition(":")[2])
    await asyncio.sleep(0.5)
    poster = Poster(port)
    begin = time.monotonic()
    posts = []
    for number, update in enumerate(api.updates):
        body = {"update_id": number + 1, "message": update.message(number + 1)}
        await asyncio.sleep(begin + number / RATE - time.monotonic())
        posts.append(asyncio.create_task(poster.post(json.dumps(body).encode())))
    times = await asyncio.gather(*posts)
    return [
        Asked(update.person, update.kind, at) for update, at in zip(api.updates, times, strict=True)
    ]


class Poster:
    """Posts updates as Telegram does, over connections that are kept."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def post(self, body: bytes) -> float:
        """The instant at which it was written. Raises RuntimeError where it is not taken."""
        connection = (
            self._idle.pop()
            if self._idle
            else await asyncio.open_connection("127.0.0.1", self._port)
        )
        reader, writer = connection
        head = (
            "POST /telegram HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {SECRET}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        at = time.monotonic()
        writer.write(head.encode() + body)
        answer = await reader.readuntil(b"\r\n\r\n")
        if not answer.startswith(b"HTTP/1.1 200 ") or b"content-length: 0\r\n" not in answer:
            raise RuntimeError(answer.splitlines()[0].decode())
        self._idle.append(connection)
        return at
