"""The whole: people, a bot that is killed again and again, and a judgement at the end."""

import asyncio
import socket
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from random import Random

from bot.sandbox.clock import SandboxClock
from bot.sandbox.people import Person
from bot.storage.database import open_storage
from tests.e2e.process import bot_process
from tests.soak.databases import Database
from tests.soak.killer import Killer, planned
from tests.soak.people import Someone, Stage, Visitors
from tests.soak.referee import Referee, WrongError
from tests.soak.wire import Wire, WiredSandbox
from tests.soak.world import circle, people, texts_of, visitors, write_world

PEOPLE = 10
SECRET = "a-secret-of-the-soak"


class Way(StrEnum):
    """How updates reach the bot."""

    POLLING = "polling"
    WEBHOOK = "webhook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What came of a run in which nothing was wrong."""

    kills: int
    updates: int
    replies: int
    repeated: int
    in_flight: int
    under_way: int
    seconds: float


async def soak(
    database: Database, way: Way, folder: Path, *, seed: str, kills: int, updates: int
) -> Report:
    """Have people cause at least so many updates while the bot is killed so often.

    What people do and after how many answers the bot is killed goes by the seed; what it was just
    doing then, nobody can repeat. Raises WrongError in an exception group.
    """
    begun = time.monotonic()
    wire = Wire(Random(f"{seed} wire"))
    sandbox = WiredSandbox(
        wire,
        clock=SandboxClock(),
        people=[*people(PEOPLE), *visitors()],
        groups=[circle()],
        webhook_delay=0.05,
    )
    settings = _settings(folder, database, way)
    referee = Referee(sandbox.world)
    stage = Stage(
        referee=referee,
        texts=texts_of(settings),
        username=sandbox.world.profile.username,
        by_turns=way is Way.WEBHOOK,
    )
    members = [_someone(sandbox, person, stage, seed) for person in people(PEOPLE)]
    everybody: list[Someone | Visitors] = [*members, _visitors(sandbox, stage, seed)]

    async def farewell() -> None:
        for one in everybody:
            await one.parts()
        await referee.answered()

    async with sandbox.serve() as address:
        settings |= {"TELEGRAM_TOKEN": sandbox.token, "TELEGRAM_API": address}
        killer = Killer(lambda: bot_process("run", **settings), wire, referee, database)
        plan = planned(kills, updates, Random(f"{seed} kills"))
        async with asyncio.TaskGroup() as tasks:
            lived = asyncio.Event()
            listening = tasks.create_task(referee.listen())
            killing = tasks.create_task(killer.run(plan, lived, farewell))
            await asyncio.gather(*(one.live(-(-updates // len(everybody))) for one in everybody))
            lived.set()
            await killing
            referee.catch_up()
            listening.cancel()
    caused = sum(one.done for one in everybody)
    await _judge(database, members, caused)
    return Report(
        kills=referee.kills,
        updates=caused,
        replies=referee.replies,
        repeated=referee.repeated,
        in_flight=referee.in_flight,
        under_way=killer.under_way,
        seconds=time.monotonic() - begun,
    )


def _someone(sandbox: WiredSandbox, person: Person, stage: Stage, seed: str) -> Someone:
    actor = sandbox.person(person.id)
    return Someone(actor=actor, stage=stage, random=Random(f"{seed} {person.id}"))


def _visitors(sandbox: WiredSandbox, stage: Stage, seed: str) -> Visitors:
    actors = [sandbox.person(person.id) for person in visitors()]
    return Visitors(actors=actors, stage=stage, random=Random(f"{seed} group"))


def _settings(folder: Path, database: Database, way: Way) -> dict[str, str]:
    settings = {
        **write_world(folder),
        **dict.fromkeys(("RATE_OVERALL", "RATE_CHAT", "RATE_GROUP"), "0"),
        "DATABASE_URL": database.url,
        "LOG_LEVEL": "ERROR",
    }
    if way is Way.POLLING:
        return settings
    port = _port()
    return settings | {
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "WEBHOOK_URL": f"http://127.0.0.1:{port}",
        "WEBHOOK_SECRET": SECRET,
    }


def _port() -> int:
    """A free port that stays free while the bot is dead: the system gives none of these out."""
    random = Random()
    while True:
        port = random.randrange(20_000, 30_000)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


async def _judge(database: Database, members: Iterable[Someone], updates: int) -> None:
    """What is kept at the end. Raises WrongError."""
    inbox = await database.look(
        "SELECT state, count(*) FROM inbox WHERE key LIKE 'update:%' GROUP BY state"
    )
    if inbox != [("done", updates)]:
        raise WrongError(f"{updates} updates were caused, and the inbox holds {inbox}")
    outbox = await database.look("SELECT DISTINCT state FROM outbox")
    if outbox != [("delivered",)]:
        raise WrongError(f"the outbox holds {outbox}")
    async with open_storage(database.url) as storage, storage.unit(datetime.now(UTC)) as unit:
        for one in members:
            member = await unit.members.get(one.actor.id)
            asked = await unit.dialogues.get(one.actor.id) is not None
            if not one.is_kept_as(member) or asked != one.asked:
                raise WrongError(f"kept: {member}, asked: {asked}; and it must be {one}")
