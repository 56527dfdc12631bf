"""python -m tests.soak [--seed …] [--kills 100] [--updates 5000]: the long run, on both databases.

Kills and updates are those of each database; half of them are by polling, half by webhook.
"""

import argparse
import asyncio
import secrets
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from tests.postgres import running_postgres
from tests.soak.databases import Database, PostgresDatabase, SqliteFile
from tests.soak.referee import WrongError
from tests.soak.run import Report, Way, soak

Fresh = Callable[[Path], AbstractAsyncContextManager[Database]]


def main(arguments: Sequence[str]) -> None:
    """Raises SystemExit where something was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--seed", default="", help="of an earlier run, to repeat it")
    parser.add_argument("--kills", type=int, default=100, help="for each database")
    parser.add_argument("--updates", type=int, default=5000, help="for each database")
    chosen = parser.parse_args(arguments)
    seed = chosen.seed or secrets.token_hex(4)
    given = f"--seed {seed} --kills {chosen.kills} --updates {chosen.updates}"
    print(f"To repeat: python -m tests.soak {given}", flush=True)
    with running_postgres() as server:

        @asynccontextmanager
        async def postgres(_: Path) -> AsyncIterator[Database]:
            async with server.database() as url:
                yield PostgresDatabase(url)

        databases: dict[str, Fresh] = {"SQLite": _sqlite, "PostgreSQL": postgres}
        try:
            asyncio.run(_all(databases, seed, chosen.kills, chosen.updates))
        except* WrongError as wrong:
            sys.exit("\n".join(str(error) for error in wrong.exceptions))


@asynccontextmanager
async def _sqlite(folder: Path) -> AsyncIterator[Database]:
    yield SqliteFile(folder / "bot.sqlite")


async def _all(databases: Mapping[str, Fresh], seed: str, kills: int, updates: int) -> None:
    share = len(Way)
    for name, fresh in databases.items():
        reports = []
        for way in Way:
            with tempfile.TemporaryDirectory() as folder:
                place = Path(folder)
                async with fresh(place) as database:
                    report = await soak(
                        database,
                        way,
                        place,
                        seed=seed,
                        kills=-(-kills // share),
                        updates=-(-updates // share),
                    )
            reports.append(report)
            print(f"{name}, {way}: {_told(report)}; {report.seconds:.0f} s", flush=True)
        print(f"{name}: {_told(*reports)}: nothing lost, nothing done twice, all in order\n")


def _told(*reports: Report) -> str:
    kills, updates, replies, repeated, in_flight, under_way = (
        sum(getattr(report, field) for report in reports)
        for field in ("kills", "updates", "replies", "repeated", "in_flight", "under_way")
    )
    return (
        f"{kills} kills, {updates:,} updates, {replies:,} replies, of which {repeated} came twice; "
        f"{in_flight} sends in flight at the kills, {under_way} of them unanswered"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
