"""(a) 5,000 texts of 1,000 people by long polling, each answered by one message."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from functools import partial

from bench import databases
from bench.double import double
from bench.figures import lost, out_of_order, rate
from bench.programs import Program, aiogram, grammy, ptb, started, whole_bot
from bench.record import Figures, Measure, Record, left_out
from bench.workload import updates

COUNT = 5_000
LONGEST = 30.0
"""Seconds after which a run is cut. A bot that takes in faster than it sends must not be: what it
has done for answers that are still to go out would count for nothing."""

LONGEST_ON_HTTPX = 3.0
"""The same for python-telegram-bot's own HTTP layer, whose rate stays what it is from the start: it
sends each answer before it takes the update for handled."""

LATENCIES = (0, 40)
ON_HTTPX = ("ptb, defaults", "ptb, 32 at once", "ptb, 256 at once")
SETTLING = 0.3


async def measure(record: Record) -> None:
    """The whole bot beside the smallest echo bots."""
    with databases.postgres() as server:
        bots: dict[str, Callable[[int], Awaitable[Figures]]] = {
            "whole bot, SQLite": partial(_whole, databases.sqlite),
            "whole bot, PostgreSQL": partial(_whole, server.database),
        }
        for name, program in _peers().items():
            if isinstance(program, str):
                left_out(name, program)
            else:
                longest = LONGEST_ON_HTTPX if name in ON_HTTPX else LONGEST
                bots[name] = partial(answering, program, longest=longest)
        subjects: dict[str, Measure] = {
            f"{name}, {latency} ms": partial(bot, latency)
            for latency in LATENCIES
            for name, bot in bots.items()
        }
        results = await record.interleaved("inbound", subjects)
    results.table(f"Inbound: {COUNT:,} updates, polling, Bot API of 0 and 40 ms")
    for latency in LATENCIES:
        ours = f"whole bot, SQLite, {latency} ms"
        for peer in (*_peers(), "whole bot, PostgreSQL"):
            results.ratio(
                f"{ours} : {peer}", (ours, "updates/s"), (f"{peer}, {latency} ms", "updates/s")
            )


def _peers() -> Mapping[str, Program | str]:
    return {
        "ptb, defaults": ptb("ptb"),
        "ptb, 32 at once": ptb("ptb-32", "32"),
        "ptb, 256 at once": ptb("ptb-256", "256"),
        "ptb, 256, our HTTP": ptb("ptb-256-own", "256", "own"),
        "aiogram": aiogram(),
        "grammY runner": grammy(),
    }


async def _whole(database: Callable[[], AbstractAsyncContextManager[str]], latency: int) -> Figures:
    async with database() as url:
        return await answering(whole_bot("whole", url, LOG_LEVEL="WARNING"), latency)


async def answering(program: Program, latency: int, *, longest: float = LONGEST) -> Figures:
    """Let a bot answer all updates, or as many as it can in `longest` seconds."""
    async with (
        double(updates(COUNT), latency_ms=latency) as api,
        started(program, api.address) as bot,
    ):
        await api.polled()
        await asyncio.sleep(SETTLING)  # commands and profile, set at the start, are not measured
        before = bot.cpu()
        await api.go()
        finished = await api.sent(COUNT, longest)
        used, peak = bot.cpu() - before, bot.peak()
        await asyncio.sleep(0.1 if finished else 0)  # for an answer too many
        log = await api.log()
    asked = await api.asked(log)
    figures = {
        "updates/s": rate([one.at for one in log.told], log.handed_out[0]),
        "CPU s/1,000": used / len(log.told) * 1_000,
        "peak MB": peak,
        "answered": float(len(log.told)),
        "out of order": float(out_of_order(asked, log.told)),
    }
    return figures | ({"lost": float(lost(asked, log.told))} if finished else {})
