"""Runs side by side in turn, and what they came to: JSON lines in a file, tables to read."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from bench.figures import Spread, ratios, spread

Figures: TypeAlias = Mapping[str, float]
"""What one run came to, by the name of the figure with its unit."""

Measure: TypeAlias = Callable[[], Awaitable[Figures]]

TIMES = 3


class Results:
    """The runs of one section; the n-th of each subject stood beside the n-th of the others."""

    def __init__(self, section: str, note: Callable[[Mapping[str, Any]], None]) -> None:
        self._section = section
        self._note = note
        self._runs: dict[str, list[Figures]] = {}

    def add(self, subject: str, figures: Figures) -> None:
        """Keep a run."""
        runs = self._runs.setdefault(subject, [])
        runs.append(figures)
        self._note({"section": self._section, "subject": subject, "run": len(runs), **figures})

    def ratio(self, what: str, ours: tuple[str, str], theirs: tuple[str, str]) -> None:
        """Print ours through theirs, each a subject and a figure; nothing where one is left out."""
        pairs = [[run[figure] for run in self._runs.get(who, [])] for who, figure in (ours, theirs)]
        if not pairs[0] or len(pairs[0]) != len(pairs[1]):
            return
        one = ratios(*pairs)
        print(f"  {what}: {shown(one)}")
        self._note(
            {
                "section": self._section,
                "ratio": what,
                "median": one.median,
                "low": one.low,
                "high": one.high,
            }
        )

    def table(self, title: str) -> None:
        """Print the medians with their spread, a subject a line."""
        columns = list(dict.fromkeys(name for runs in self._runs.values() for name in runs[0]))
        rows = [["", *columns]]
        for subject, runs in self._runs.items():
            cells = [[run[name] for run in runs if name in run] for name in columns]
            rows.append([subject, *(shown(spread(cell)) if cell else "-" for cell in cells)])
        print(f"\n{title}")
        print(aligned(rows))


class Record:
    """One run of the benchmark, kept in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def note(self, line: Mapping[str, Any]) -> None:
        """Add a line."""
        with self._path.open("a") as file:
            file.write(json.dumps(line) + "\n")

    def results(self, section: str) -> Results:
        """For a section that measures by itself."""
        return Results(section, self.note)

    async def interleaved(
        self, section: str, subjects: Mapping[str, Measure], times: int = TIMES
    ) -> Results:
        """Run every subject, then every subject again: A B A B."""
        results = self.results(section)
        for turn in range(times):
            for name, measure in subjects.items():
                print(f"  {section} {turn + 1}/{times}: {name}".ljust(70), end="\r", flush=True)
                results.add(name, await measure())
        print(" " * 70, end="\r")
        return results


def left_out(name: str, why: str) -> None:
    """Say that a peer is not measured."""
    print(f"  left out: {name} ({why})")


def shown(one: Spread) -> str:
    """The median with the lowest and the highest, as short as they mean something."""
    if one.low == one.high:
        return _number(one.median)
    return f"{_number(one.median)} ({_number(one.low)}-{_number(one.high)})"


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Cells below each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  "
        + row[0].ljust(widths[0])
        + "".join("  " + cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
        for row in rows
    )


def _number(value: float) -> str:
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
