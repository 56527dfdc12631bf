"""Reads a content folder as the bot does: reload CONTENT LOCALES TIMES; a JSON line a reload."""

import asyncio
import json
import sys
import time
from pathlib import Path

from bot.library import Library

TICK = 0.005


async def held_up(stop: asyncio.Event) -> float:
    """The longest time, in seconds, for which the event loop did not come by until `stop`."""
    longest, last = 0.0, time.perf_counter()
    while not stop.is_set():
        await asyncio.sleep(TICK)
        now = time.perf_counter()
        longest, last = max(longest, now - last - TICK), now
    return longest


async def main(content: Path, locales: Path, times: int) -> None:
    """Raises FilesError where the content has mistakes."""
    begin = time.perf_counter()
    library = Library(content, locales)
    first = time.perf_counter() - begin
    for _ in range(times):
        stop = asyncio.Event()
        watch = asyncio.create_task(held_up(stop))
        begin = time.perf_counter()
        await library.reload()
        seconds = time.perf_counter() - begin
        stop.set()
        figures = {"first s": first, "reload s": seconds, "loop held up ms": 1_000 * await watch}
        print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
