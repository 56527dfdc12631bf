"""The bot on a disk that can be filled: python -m tests.e2e.small_disk folder run.

At SIGUSR1 no file grows beyond the largest one in the folder, as on a full disk; at SIGUSR2 there
is room again. Either is told by a line on standard output once it holds.
"""

import os
import resource
import runpy
import signal
import sys
from pathlib import Path


def _limit(most: int, told: bytes) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    os.write(1, told)


def main(folder: Path) -> None:
    """Run the bot with what else stands on the command line."""

    def fill(*_: object) -> None:
        _limit(max(file.stat().st_size for file in folder.iterdir()), b"full\n")

    def clear(*_: object) -> None:
        _limit(resource.RLIM_INFINITY, b"room\n")

    signal.signal(signal.SIGUSR1, fill)
    signal.signal(signal.SIGUSR2, clear)
    runpy.run_module("bot", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(Path(sys.argv.pop(1)))
