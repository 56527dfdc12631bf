"""(e) Start-up and memory by members, and what a reload of the content takes by items."""

import asyncio
import json
import shutil
import sys
from functools import partial
from itertools import count
from pathlib import Path

from bench import databases
from bench.double import double
from bench.programs import ROOT, Program, started, whole_bot
from bench.record import Figures, Measure, Record
from bench.workload import FIRST_PERSON, updates

MEMBERS = (0, 10_000, 100_000)
ACTIVE = 1_000
"""Members who write, one text each, before memory is looked at again."""

ITEMS = {50: 3, 1_000: 2, 10_000: 1}
"""How many items, and how often they are reloaded: the larger take too long for more."""

AT_REST = 1.0


async def measure(record: Record) -> None:
    """Start the bot again and again."""
    with databases.folder() as place:
        subjects: dict[str, Measure] = {}
        for members in MEMBERS:
            file = await databases.with_members(place / f"{members}", members, FIRST_PERSON)
            subjects[f"{members:,} members"] = partial(_start, file)
        results = await record.interleaved("startup", subjects)
        results.table("Start-up: spawn to first getUpdates; memory at rest and after 1,000 texts")
        results.ratio(
            "memory at rest, 100,000 : 10,000 members",
            ("100,000 members", "MB at rest"),
            ("10,000 members", "MB at rest"),
        )
        await _reloads(record, place)


async def _start(file: Path) -> Figures:
    async with (
        databases.sqlite(file) as url,
        double(updates(ACTIVE)) as api,
        started(whole_bot("startup", url, LOG_LEVEL="WARNING"), api.address) as bot,
    ):
        polled = await api.polled()
        await asyncio.sleep(AT_REST)
        rest = bot.memory()
        await api.go()
        await api.sent(ACTIVE, 30)
        await asyncio.sleep(AT_REST)
        return {
            "first poll s": polled - bot.started,
            "MB at rest": rest,
            "MB after texts": bot.memory(),
            "MB peak": bot.peak(),
        }


async def _reloads(record: Record, place: Path) -> None:
    results = record.results("reload")
    for items, times in ITEMS.items():
        folder = copies(ROOT / "content", place / f"content-{items}", items)
        program = Program(
            f"reload-{items}",
            (sys.executable, "-m", "bench.reload", str(folder), str(ROOT / "locales"), str(times)),
        )
        print(f"  reload: {items} items".ljust(70), end="\r", flush=True)
        async with started(program, "") as running:
            for line in await running.lines():
                results.add(f"{items:,} items", json.loads(line))
    results.table("Content: the first reading, and a reload while the event loop goes on")


def copies(content: Path, folder: Path, items: int) -> Path:
    """A content folder with so many items: the real ones, and copies with ids of their own."""
    originals = [path for path in sorted(content.rglob("*.yaml")) if path.parent != content]
    shutil.copytree(content, folder)
    orders = count(500_000)
    for number in range(items - len(originals)):
        original = originals[number % len(originals)]
        slug = f"{original.stem}-{number // len(originals) + 2}"
        lines = original.read_text().splitlines()
        for at, line in enumerate(lines):
            if line.startswith("id:"):
                lines[at] = f"id: {original.parent.name}/{slug}"
            elif line.startswith("order:"):
                lines[at] = f"order: {next(orders)}"
        (folder / original.parent.name / f"{slug}.yaml").write_text("\n".join(lines) + "\n")
    return folder
