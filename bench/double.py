"""The Bot API that the bots are measured against: bench/api/api.c, in a process of its own."""

import asyncio
import subprocess
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from bench.figures import Asked, Told
from bench.out import OUT
from bench.workload import Update

SOURCE = Path(__file__).parent / "api" / "api.c"
BINARY = OUT / "api"
LOOK = 0.02
"""Seconds between two looks at how far a bot is."""


@dataclass(frozen=True, slots=True)
class Log:
    """What the double saw; instants are seconds of the monotonic clock, which all processes share.

    `handed_out` is by update, in their order; `polled` is None while nobody has asked for updates.
    """

    polled: float | None
    went: float
    handed_out: list[float]
    told: list[Told]


class Double:
    """A running double that holds prepared updates."""

    def __init__(self, address: str, updates: Sequence[Update], session: aiohttp.ClientSession):
        self.address = address
        self.updates = updates
        self._session = session

    async def go(self) -> None:
        """Let the updates out."""
        await self._get("go")

    async def count(self) -> int:
        """How many messages were sent to it."""
        return int(await self._get("count"))

    async def log(self) -> Log:
        """All that it saw so far."""
        times: dict[str, float] = {}
        handed_out: list[float] = []
        told: list[Told] = []
        for line in (await self._get("log")).splitlines():
            match line.split():
                case ["out", _, at]:
                    handed_out.append(int(at) / 1e9)
                case ["sent", chat, text, at]:
                    told.append(Told(int(chat), text, int(at) / 1e9))
                case [what, at]:
                    times[what] = int(at) / 1e9
                case _:
                    raise ValueError(line)
        return Log(times["poll"] or None, times["go"], handed_out, told)

    async def asked(self, log: Log, every: float = 0.0) -> list[Asked]:
        """The updates that were handed out.

        With `every`, the seconds from one update to the next, each counts from when it was there to
        be fetched; else from when it was.
        """
        return [
            Asked(update.person, update.kind, log.went + number * every if every else out)
            for number, (update, out) in enumerate(zip(self.updates, log.handed_out, strict=False))
        ]

    async def polled(self, within: float = 60.0) -> float:
        """The instant at which a bot first asked for updates. Raises TimeoutError."""
        async with asyncio.timeout(within):
            while (polled := (await self.log()).polled) is None:  # noqa: ASYNC110 - another process
                await asyncio.sleep(LOOK)
        return polled

    async def sent(self, count: int, within: float) -> bool:
        """Wait for so many messages; whether they came in so many seconds."""
        try:
            async with asyncio.timeout(within):
                while await self.count() < count:  # noqa: ASYNC110 - another process
                    await asyncio.sleep(LOOK)
        except TimeoutError:
            return False
        return True

    async def _get(self, path: str) -> str:
        async with self._session.get(f"{self.address}/{path}") as answer:
            return await answer.text()


def build() -> None:
    """Compile it. Raises RuntimeError where there is no C compiler."""
    OUT.mkdir(exist_ok=True)
    command = ["cc", "-O2", "-o", str(BINARY), str(SOURCE)]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise RuntimeError(f"bench/api/api.c needs a C compiler and Linux: {error}") from None


@asynccontextmanager
async def double(
    updates: Sequence[Update] = (), *, latency_ms: float = 0, rate: float = 0
) -> AsyncIterator[Double]:
    """A double that answers a message after `latency_ms`.

    With a `rate` the updates come one after the other, so many a second, else all at once.
    """
    lines = "".join(update.as_json(n) + "\n" for n, update in enumerate(updates, 1))
    process = await asyncio.create_subprocess_exec(
        BINARY,
        str(latency_ms),
        str(rate),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("both are pipes")
    try:
        process.stdin.write(lines.encode())
        process.stdin.close()
        port = int(await process.stdout.readline())
        async with aiohttp.ClientSession() as session:
            yield Double(f"http://127.0.0.1:{port}", updates, session)
    finally:
        process.kill()
        await process.wait()
