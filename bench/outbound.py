"""(c) Messages a second: the durable sender beside bare loops of the same client, and its pace."""

import asyncio
import sys
from functools import partial
from pathlib import Path

from bench import databases
from bench.double import double
from bench.figures import most_within, rate, steady_rate
from bench.programs import Program, started, whole_bot
from bench.record import Figures, Measure, Record

COUNT = 2_000
SIDE_BY_SIDE = 128
"""Requests under way in the bare loops: as many as the sender allows itself."""

LONGEST = 4.0
LATENCIES = (0, 40)
PACES = (30, 300)
"""Messages a second: Telegram's limit, and one that a bot pays for."""

PACED_SECONDS = 6


async def measure(record: Record) -> None:
    """Unpaced, then paced."""
    with databases.folder() as place:
        file = await databases.with_messages(place / "full.sqlite", COUNT)
        await _unpaced(record, file)
        await _paced(record, file)


async def _unpaced(record: Record, file: Path) -> None:
    ways = {
        "durable sender, SQLite": partial(_sender, file),
        "bare loop, our client": partial(_loop, "client"),
        "bare loop, aiohttp": partial(_loop, "aiohttp"),
    }
    subjects: dict[str, Measure] = {
        f"{name}, {latency} ms": partial(way, latency)
        for latency in LATENCIES
        for name, way in ways.items()
    }
    results = await record.interleaved("outbound", subjects)
    results.table(f"Outbound: {COUNT:,} messages without pacing, {SIDE_BY_SIDE} at once")
    for latency in LATENCIES:
        ours = f"durable sender, SQLite, {latency} ms"
        for other in list(ways)[1:]:
            theirs = f"{other}, {latency} ms"
            results.ratio(f"{ours} : {other}", (ours, "messages/s"), (theirs, "messages/s"))


async def _sender(file: Path, latency: int) -> Figures:
    async with databases.sqlite(file) as url:
        return await _sending(whole_bot("sender", url, LOG_LEVEL="WARNING"), latency)


async def _loop(way: str, latency: int) -> Figures:
    arguments = ("-m", "bench.peers.sending", way, str(COUNT), str(SIDE_BY_SIDE))
    return await _sending(Program(f"loop-{way}", (sys.executable, *arguments)), latency)


async def _sending(program: Program, latency: int) -> Figures:
    async with double(latency_ms=latency) as api, started(program, api.address):
        await api.sent(1, 30)
        await api.sent(COUNT, LONGEST)
        times = [one.at for one in (await api.log()).told]
    return {"messages/s": rate(times[1:], times[0]), "sent": float(len(times))}


async def _paced(record: Record, file: Path) -> None:
    results = record.results("paced")
    for _ in range(3):
        # Together: a sender that waits leaves the machine to the others.
        runs = await asyncio.gather(*(_pace(file, limit) for limit in PACES))
        for limit, figures in zip(PACES, runs, strict=True):
            results.add(f"at {limit} a second", figures)
    results.table(f"Paced sender, {PACED_SECONDS} s")


async def _pace(file: Path, limit: int) -> Figures:
    bot = whole_bot(f"paced-{limit}", "", LOG_LEVEL="WARNING", RATE_OVERALL=str(limit))
    async with (
        databases.sqlite(file) as url,
        double() as api,
        started(bot, api.address, DATABASE_URL=url, RATE_CHAT="1"),
    ):
        await api.sent(1, 30)
        await asyncio.sleep(PACED_SECONDS)
        times = [one.at for one in (await api.log()).told]
    return {
        "messages/s": steady_rate(times, limit),
        "of the limit": steady_rate(times, limit) / limit,
        "most in any second": float(most_within(times, 1.0)),
    }
