"""Sees that there is a browser for the tests of the sandbox page: python -m scripts.browser.

Where there is none it installs the system's package, or playwright's build where that cannot be
done.
"""

import asyncio
import os
import shutil
import subprocess
import sys

from playwright.async_api import async_playwright

from tests.browser import candidates, runs

NO_BROWSER = (
    "The tests need Chromium or Chrome, and none could be found or installed.\n"
    "Install one (on Debian: sudo apt-get install chromium), or name one that lies elsewhere: "
    "make test BARAZA_CHROMIUM=/path/to/chrome"
)


async def is_there() -> bool:
    """Whether the tests will find a browser that runs."""
    async with async_playwright() as playwright:
        for path in candidates(playwright):
            if await runs(path):
                return True
    return False


def succeeds(*command: str) -> bool:
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def install_package() -> bool:
    """Installs the package of Debian and its kin, where this user may without being asked."""
    if shutil.which("apt-get") is None:
        return False
    sudo = () if os.geteuid() == 0 else ("sudo", "-n")
    apt = (*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq")
    return succeeds(*apt, "update") and succeeds(
        *apt, "install", "--yes", "--no-install-recommends", "chromium"
    )


def install_playwright_build() -> bool:
    return succeeds(sys.executable, "-m", "playwright", "install", "chromium")


async def ensure() -> bool:
    """Whether a browser is there in the end. One that BARAZA_CHROMIUM names is never replaced."""
    if await is_there():
        return True
    if os.environ.get("BARAZA_CHROMIUM"):
        return False
    print("Installing Chromium for the tests ...", flush=True)
    for install in (install_package, install_playwright_build):
        if install() and await is_there():
            return True
    return False


if __name__ == "__main__":
    sys.exit(0 if asyncio.run(ensure()) else NO_BROWSER)
