"""The bot as a process of its own, started as an operator starts it."""

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

PATIENCE = 120.0
"""Seconds. Measuring coverage on a busy machine, a start takes long."""

ROOT = Path(__file__).parents[2]

COMMUNITY = """\
name: {en: Circle}
short_description: {en: We learn.}
description: {en: We learn together.}
about: page/about
topics:
  coaching: {en: Coaching}
series: {}
organisations: {}
zones: [UTC]
"""

ABOUT = """\
id: page/about
order: 1
as_of: 2018-02
source: the front page
text:
  en: {review: original, title: About us, summary: Who we are.}
"""


class Process:
    """A running `python -m bot …`."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.stdout = ""
        self.stderr = ""

    async def line(self) -> str:
        """The next line on standard output. Raises TimeoutError."""
        assert self._process.stdout
        async with asyncio.timeout(PATIENCE):
            line = (await self._process.stdout.readline()).decode()
        self.stdout += line
        return line.strip()

    async def logged(self, text: str) -> None:
        """Read the log until a line holds this text. Raises TimeoutError."""
        assert self._process.stderr
        async with asyncio.timeout(PATIENCE):
            while line := (await self._process.stderr.readline()).decode():
                self.stderr += line
                if text in line:
                    return
        raise AssertionError(f"the process ended without {text!r} in its log")

    async def ends(self, given: bytes | None = None) -> int:
        """Wait until it has ended by itself; returns its exit status. Raises TimeoutError."""
        async with asyncio.timeout(PATIENCE):
            out, err = await self._process.communicate(given)
        self.stdout += out.decode()
        self.stderr += err.decode()
        assert self._process.returncode is not None
        return self._process.returncode

    async def gone(self) -> None:
        """Return when it has ended, however long that takes; `ends` then tells how."""
        await self._process.wait()

    async def stops(self, with_signal: int = signal.SIGTERM) -> tuple[int, float]:
        """Ask it to stop; returns its exit status and after how many seconds it had ended."""
        loop = asyncio.get_running_loop()
        asked = loop.time()
        self._process.send_signal(with_signal)
        status = await self.ends()
        return status, loop.time() - asked

    def signal(self, number: int) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    @property
    def ended(self) -> bool:
        return self._process.returncode is not None

    def kill(self) -> None:
        self._process.kill()


def small_world(folder: Path) -> dict[str, str]:
    """The settings of a community with one page and one language: it starts much sooner."""
    content, locales = folder / "small/content", folder / "small/locales"
    (content / "page").mkdir(parents=True)
    (content / "community.yaml").write_text(COMMUNITY)
    (content / "page/about.yaml").write_text(ABOUT)
    shutil.copytree(ROOT / "locales/en", locales / "en")
    (locales / "languages.txt").write_text("en\n")
    return {"CONTENT": str(content), "LOCALES": str(locales)}


@asynccontextmanager
async def bot_process(
    *arguments: str, program: Sequence[str] = ("bot",), **environ: str
) -> AsyncIterator[Process]:
    """Start the bot with nothing but these settings; it is killed at the end if it still runs.

    `program` is the module that starts it, with what comes before the bot's own arguments.
    """
    mine = {"TELEGRAM_TOKEN", "DATABASE_URL", "WEBHOOK_URL", "WEBHOOK_SECRET", "PORT", "HOST"}
    inherited = {name: value for name, value in os.environ.items() if name not in mine}
    process = Process(
        await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *program,
            *arguments,
            cwd=ROOT,
            env={**inherited, "PORT": "0", **environ},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
    )
    try:
        yield process
    finally:
        if not process.ended:
            process.kill()
            await process.ends()


@asynccontextmanager
async def served(settings: dict[str, str]) -> AsyncIterator[Process]:
    """The bot, as a process that serves."""
    async with bot_process("run", **settings) as process:
        if not (await process.line()).startswith("http://127.0.0.1:"):
            await process.ends()
            raise AssertionError(f"it did not start: {process.stderr}")
        yield process


async def bot_says(*arguments: str, **environ: str) -> tuple[int, str, str]:
    """Run the bot to its end; returns its exit status, standard output and standard error."""
    async with bot_process(*arguments, **environ) as process:
        status = await process.ends()
        return status, process.stdout, process.stderr


async def bot_reads(given: bytes, *arguments: str) -> tuple[int, str, str]:
    """The same with something on standard input."""
    async with bot_process(*arguments) as process:
        status = await process.ends(given)
        return status, process.stdout, process.stderr
