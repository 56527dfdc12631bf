"""Sees that there is a browser for the tests of the sandbox page: python -m scripts.browser.

The order is the tests' own: BARAZA_CHROMIUM, a Chromium or Chrome on PATH, playwright's own. Where
there is none it installs the system's package, or playwright's build where that cannot be done.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
NO_BROWSER = (
    "The tests need Chromium or Chrome, and none could be found or installed.\n"
    "Install one (on Debian: sudo apt-get install chromium), or name one that lies elsewhere: "
    "BARAZA_CHROMIUM=/path/to/chrome make test"
)


def candidates() -> Iterator[str]:
    if named := os.environ.get("BARAZA_CHROMIUM"):
        yield named
        return
    yield from filter(None, map(shutil.which, NAMES))
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def succeeds(*command: str) -> bool:
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def is_there() -> bool:
    """Whether one that runs was found: a name on PATH can be no more than an advice to install."""
    return any(succeeds(path, "--version") for path in candidates())


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


def ensure() -> bool:
    """Whether a browser is there in the end. One that BARAZA_CHROMIUM names is never replaced."""
    if is_there():
        return True
    if "BARAZA_CHROMIUM" in os.environ:
        return False
    print("Installing Chromium for the tests ...", flush=True)
    return any(install() and is_there() for install in (install_package, install_playwright_build))


if __name__ == "__main__":
    sys.exit(0 if ensure() else NO_BROWSER)
