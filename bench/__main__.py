"""python -m bench [section ...]: measures, and prints what came out. See docs/performance.md."""

import asyncio
import sys
import time
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from bench import ask, double, inbound, latency, outbound, startup, storage
from bench.out import OUT
from bench.record import Record

SECTIONS: Mapping[str, Callable[[Record], Coroutine[Any, Any, None]]] = {
    "inbound": inbound.measure,
    "latency": latency.measure,
    "outbound": outbound.measure,
    "storage": storage.measure,
    "startup": startup.measure,
    "ask": ask.measure,
}


def main(names: list[str]) -> None:
    """Raises SystemExit for a section that is not there."""
    if unknown := set(names) - SECTIONS.keys():
        sys.exit(f"no section {', '.join(sorted(unknown))}; there are: {', '.join(SECTIONS)}")
    OUT.mkdir(exist_ok=True)
    double.build()
    path = OUT / time.strftime("%Y-%m-%d-%H%M%S.jsonl", time.gmtime())
    record = Record(path)
    for name in names or SECTIONS:
        begin = time.monotonic()
        asyncio.run(SECTIONS[name](record))
        print(f"  ({name}: {time.monotonic() - begin:.0f} s)", flush=True)
    print(f"\nAll runs: {path}")


if __name__ == "__main__":
    main(sys.argv[1:])
