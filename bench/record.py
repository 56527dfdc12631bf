"""Runs side by side in turn, and what they came to: JSON lines in a file, tables to read."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import aiohttp

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
        self._runs: dict[str, list[Figures | None]] = {}

    def add(self, subject: str, figures: Figures) -> None:
        """Keep a run."""
        self._keep(subject, figures, figures)

    def fail(self, subject: str, error: Exception) -> None:
        """Keep that a run came to nothing, and say so."""
        print(f"  failed: {subject}: {type(error).__name__} {error}".ljust(70))
        self._keep(subject, None, {"failed": str(error)})

    def _keep(self, subject: str, figures: Figures | None, line: Mapping[str, Any]) -> None:
        runs = self._runs.setdefault(subject, [])
        runs.append(figures)
        self._note({"section": self._section, "subject": subject, "run": len(runs), **line})

    def ratio(self, what: str, ours: tuple[str, str], theirs: tuple[str, str]) -> None:
        """Print ours through theirs, each a subject and a figure; nothing where one is left out."""
        pairs = [
            (mine[ours[1]], other[theirs[1]])
            for mine, other in zip(
                self._runs.get(ours[0], []), self._runs.get(theirs[0], []), strict=False
            )
            if mine and other
        ]
        if not pairs:
            return
        one = ratios([mine for mine, _ in pairs], [other for _, other in pairs])
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
        kept = {subject: [run for run in runs if run] for subject, runs in self._runs.items()}
        every = [run for runs in kept.values() for run in runs]
        columns = list(dict.fromkeys(name for run in every for name in run))
        rows = [["", *columns]]
        for subject, runs in kept.items():
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
        """Run every subject, then every subject again: A B A B. One that fails spoils no other."""
        results = self.results(section)
        for turn in range(times):
            for name, measure in subjects.items():
                print(f"  {section} {turn + 1}/{times}: {name}".ljust(70), end="\r", flush=True)
                try:
                    results.add(name, await measure())
                except (RuntimeError, OSError, EOFError, aiohttp.ClientError) as error:
                    results.fail(name, error)
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
