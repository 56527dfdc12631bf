"""(f) A question in anyone's words, beside SQLite's FTS5 and a plain BM25."""

import json
import sys

from bench import databases
from bench.programs import ROOT, Program, started
from bench.record import Record
from bench.startup import ITEMS, copies


async def measure(record: Record) -> None:
    """At 50, 1,000 and 10,000 items, made from the real ones."""
    results = record.results("ask")
    with databases.folder() as place:
        for items, times in ITEMS.items():
            folder = copies(ROOT / "content", place / f"content-{items}", items)
            arguments = ("-m", "bench.asking", str(folder), str(ROOT / "locales"))
            for turn in range(times):
                print(f"  ask: {items} items, {turn + 1}/{times}".ljust(70), end="\r", flush=True)
                program = Program(f"ask-{items}", (sys.executable, *arguments))
                async with started(program, "") as running:
                    for line in await running.lines():
                        results.add(f"{items:,} items", json.loads(line))
    results.table("Ask: median of a question, and the index")
    for items in ITEMS:
        name = f"{items:,} items"
        for other in ("FTS5", "BM25"):
            results.ratio(f"ask : {other}, {name}", (name, "ask ms"), (name, f"{other} ms"))
