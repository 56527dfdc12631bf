"""Telling when the files that people write have changed, so that no restart is needed."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from watchfiles import Change, awatch

from bot.catalogue.files import YAML, kept_files

WATCHED = YAML | {".ftl", ".txt"}
_GATHER = 1000
_QUIET = 100
_LOOK_AGAIN = 5000

State: TypeAlias = dict[Path, tuple[int, int, int]]
"""What tells files from what they were: inode, time in ns, size in bytes."""


async def watch(
    folders: Sequence[Path], before: State, changed: Callable[[], Awaitable[None]]
) -> None:
    """Call `changed` whenever content or messages in these folders have changed, until cancelled.

    `before` is the `state` of the folders when they were last read, so that no edit falls between.
    Changes that come close together make one call. What editors leave beside a file makes none:
    the files that count are compared before and after. They are also compared every five seconds,
    since some disks report no changes. Raises what `changed` raises, and FileNotFoundError for a
    folder that is not there.
    """
    changes = awatch(
        *folders,
        watch_filter=_may_count,
        debounce=_GATHER,
        step=_QUIET,
        rust_timeout=_LOOK_AGAIN,
        yield_on_timeout=True,
    )
    while True:
        after = await asyncio.to_thread(state, folders)
        if after != before:
            before = after
            await changed()
        await anext(changes)


def _may_count(_: Change, path: str) -> bool:
    """Whether a change is worth comparing the files; what has no suffix may be a folder."""
    return Path(path).suffix in WATCHED | {""}


def state(folders: Sequence[Path]) -> State:
    """The state of the files that count in these folders."""
    found: State = {}
    for folder in folders:
        for path in kept_files(folder, WATCHED):
            try:
                told = path.stat()
            except OSError:  # gone since it was listed
                continue
            found[path] = (told.st_ino, told.st_mtime_ns, told.st_size)
    return found
