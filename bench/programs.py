"""The bots that are measured, each started as an operator would start it."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.out import OUT

ROOT = Path(__file__).parents[1]
PEERS = Path(__file__).parent / "peers"
TOKEN = "1:bench-bench-bench"  # noqa: S105 - of nobody
SECRET = "bench-bench-bench-bench"  # noqa: S105 - of nobody
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Program:
    """A command line with its settings; the rest of the environment is not handed down."""

    name: str
    command: tuple[str, ...]
    settings: Mapping[str, str] = field(default_factory=dict)
    folder: Path = ROOT


class Running:
    """A process that runs. `started` is the monotonic instant before it did."""

    def __init__(self, process: asyncio.subprocess.Process, started: float, log: Path) -> None:
        self._process = process
        self.started = started
        self.log = log

    def cpu(self) -> float:
        """Seconds of processor time so far, all threads."""
        fields = self._proc("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self) -> float:
        """Resident megabytes now."""
        return self._status("VmRSS")

    def peak(self) -> float:
        """Resident megabytes at the most."""
        return self._status("VmHWM")

    def _status(self, name: str) -> float:
        for line in self._proc("status").splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1]) / 1024
        raise ValueError(name)

    def _proc(self, name: str) -> str:
        try:
            return Path(f"/proc/{self._process.pid}/{name}").read_text()
        except OSError:
            raise RuntimeError(f"it ended early; {self.log} says why") from None

    async def line(self, beginning: str, within: float = 30.0) -> str:
        """The first line it writes that begins so. Raises TimeoutError."""
        async with asyncio.timeout(within):
            while True:
                for line in self.log.read_text().splitlines():
                    if line.startswith(beginning):
                        return line
                await asyncio.sleep(0.02)

    async def lines(self, within: float = 300.0) -> list[str]:
        """All that it writes until it ends by itself. Raises TimeoutError, and RuntimeError where
        it fails."""
        async with asyncio.timeout(within):
            status = await self._process.wait()
        if status:
            raise RuntimeError(f"it failed; {self.log} says why")
        return self.log.read_text().splitlines()

    async def stop(self) -> None:
        """By SIGTERM, and for sure ten seconds later."""
        if self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(10):
                await self._process.wait()
        except TimeoutError:
            self._process.kill()
            await self._process.wait()


@asynccontextmanager
async def started(program: Program, api: str, **settings: str) -> AsyncIterator[Running]:
    """The program at work over a Bot API; what it writes to the terminal goes into a file."""
    log = OUT / "logs" / f"{program.name}.log".replace(" ", "-").replace("/", "-")
    log.parent.mkdir(parents=True, exist_ok=True)
    environment = {
        "PATH": os.environ["PATH"],
        "TELEGRAM_API": api,
        "TELEGRAM_TOKEN": TOKEN,
        **program.settings,
        **settings,
    }
    with log.open("wb") as said:
        begin = time.monotonic()
        process = await asyncio.create_subprocess_exec(
            *program.command, cwd=program.folder, env=environment, stdout=said, stderr=said
        )
    running = Running(process, begin, log)
    try:
        yield running
    finally:
        await running.stop()


def whole_bot(name: str, database: str, **settings: str) -> Program:
    """The project's bot over a database, sending as fast as it can if not told otherwise."""
    unpaced = {"RATE_OVERALL": "0", "RATE_CHAT": "0", "RATE_GROUP": "0"}
    return Program(
        name,
        (sys.executable, "-m", "bot", "run"),
        {**unpaced, "DATABASE_URL": database, "PORT": "0", **settings},
    )


def ptb(name: str, *options: str) -> Program:
    """An echo bot on python-telegram-bot."""
    return Program(name, (sys.executable, "-m", "bench.peers.ptb", *options))


def aiogram() -> Program | str:
    """An echo bot on aiogram, or why there is none.

    It lives in an environment of its own: it asks for older versions of what the bot uses.
    """
    home = OUT / "aiogram"
    python = home / "bin" / "python"
    uv = (sys.executable, "-m", "scripts.uv")
    lock = ROOT / "requirements-bench.lock"
    stamp = home / "installed.lock"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        install = (*uv, "pip", "install", "--quiet", "--require-hashes")
        steps = (
            (*uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(home)),
            (*install, "--requirement", str(lock), "--python", str(python)),
        )
        if (problem := _attempt(steps, ROOT)) is not None:
            return problem
        stamp.write_bytes(lock.read_bytes())
    return Program("aiogram", (str(python), str(PEERS / "aiogram_echo.py")))


def grammy() -> Program | str:
    """An echo bot on grammY with its runner, or why there is none."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return "node and npm are not here"
    home = OUT / "grammy"
    home.mkdir(parents=True, exist_ok=True)
    stale = not (home / "node_modules").is_dir() or any(
        not (home / one.name).exists() or (home / one.name).read_bytes() != one.read_bytes()
        for one in (PEERS / "grammy").iterdir()
    )
    if stale:
        for one in ("package.json", "package-lock.json", "echo.mjs"):
            shutil.copy(PEERS / "grammy" / one, home / one)
        step = (npm, "ci", "--no-fund", "--no-audit", "--silent")
        if (problem := _attempt([step], home)) is not None:
            return problem
    return Program("grammY runner", (node, "echo.mjs"), folder=home)


def _attempt(steps: Sequence[tuple[str, ...]], folder: Path) -> str | None:
    """Run commands one after the other; what went wrong, if something did."""
    for step in steps:
        done = subprocess.run(step, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            return (done.stderr.strip().splitlines() or ["it could not be installed"])[-1]
    return None
