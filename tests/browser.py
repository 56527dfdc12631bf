"""Where the tests' browser is: BARAZA_CHROMIUM, a Chromium or Chrome on PATH, playwright's own."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, Playwright, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",  # containers and CI run as root
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)
NO_BROWSER = (
    "The tests of the sandbox's page need Chromium or Chrome, and none was found that runs: "
    "run `make test`, which installs one, or set BARAZA_CHROMIUM to its path."
)


class NoBrowserError(RuntimeError):
    """There is no browser on this machine; the tests fail rather than pass without looking."""


def candidates(playwright: Playwright) -> Iterator[str]:
    """The paths to try, best first. One that is named in the environment is the only one."""
    if named := os.environ.get("BARAZA_CHROMIUM"):
        yield named
        return
    yield from filter(None, map(shutil.which, NAMES))
    yield playwright.chromium.executable_path


async def runs(path: str) -> bool:
    """Whether it is a browser at all: a name on PATH can be no more than an advice to install."""
    try:
        process = await asyncio.create_subprocess_exec(
            path,
            "--version",
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
    except OSError:
        return False
    return await process.wait() == 0


@asynccontextmanager
async def running_browser() -> AsyncIterator[Browser]:
    """A headless browser. Raises NoBrowserError where there is none."""
    async with async_playwright() as playwright:
        for path in candidates(playwright):
            if await runs(path):
                browser = await playwright.chromium.launch(
                    executable_path=path, args=list(ARGUMENTS)
                )
                break
        else:
            raise NoBrowserError(NO_BROWSER)
        async with browser:
            yield browser
