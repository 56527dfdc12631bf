"""``python -m bot inbox``: what the bot failed on again and again, and what becomes of it."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

import typer
from babel.dates import format_timedelta

from bot import logs
from bot.commands.common import database_trouble, fail, read_settings
from bot.ports.storage import Aside, Entry, State, StorageError, chat_lane
from bot.settings import DATABASE

log = logging.getLogger("bot.inbox")
T = TypeVar("T")

cli = typer.Typer(
    no_args_is_help=True,
    help="List, show, replay and drop the updates that were set aside.",
)

LARGEST_ID = 2**63 - 1
BUSY_SECONDS = 10.0
"""How long a bot that writes to the same file is waited for."""

HEADS = ("id", "kind", "chat", "received (UTC)", "set aside", "attempts", "reason", "key")

WARNING = (
    "What follows was written by a person and shows who they are; it may tell of a child at risk. "
    "Read what the mend needs, copy it nowhere, and follow your safeguarding rules."
)

Id = Annotated[int, typer.Argument(metavar="ID", min=1, max=LARGEST_ID)]
Ids = Annotated[list[int], typer.Argument(metavar="ID", min=1, max=LARGEST_ID, show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="for scripts")]


@cli.command("list")
def list_(
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="how many to list at most")] = 100,
    as_json: AsJson = False,
) -> None:
    """Tell what is set aside, the oldest first: no words, no names, no ids of people."""

    async def look(aside: Aside) -> tuple[int, Sequence[Entry]]:
        return await aside.count(), await aside.first(limit)

    count, entries = _asked(look)
    if as_json:
        typer.echo(json.dumps([_facts(entry) for entry in entries]))
    elif not entries:
        typer.echo("nothing is set aside")
    else:
        _table(entries)
        more = f"; {len(entries)} of them shown, --limit shows more"
        typer.echo(f"{count} set aside{more if count > len(entries) else ''}")


@cli.command()
def show(
    arrival_id: Id,
    words: Annotated[
        bool,
        typer.Option(
            "--words",
            help="show what the person wrote, their name and their ids: it may tell of a child "
            "at risk",
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Tell all about one that is set aside but what the person wrote."""

    async def look(aside: Aside) -> tuple[Entry | None, Any]:
        entry = (await aside.find([arrival_id])).get(arrival_id)
        return entry, await aside.payload(arrival_id) if words else None

    entry, payload = _asked(look)
    if entry is None or entry.state is not State.ASIDE:
        fail(_not_aside(arrival_id, entry))
    facts = _facts(entry)
    if words:
        log.warning("payload shown", extra={"cause": entry.key})
        typer.echo(WARNING, err=True)
        facts["payload"] = payload
    if as_json:
        typer.echo(json.dumps(facts))
        return
    for name, value in facts.items():
        shown = json.dumps(value, indent=2, ensure_ascii=False) if name == "payload" else value
        typer.echo(f"{name.replace('_', ' '):<12}  {_printable(str(shown))}")


@cli.command()
def replay(
    ids: Ids = [],  # noqa: B006 - typer's way to say "none or several"
    everything: Annotated[bool, typer.Option("--all", help="all that is set aside")] = False,
) -> None:
    """Put back what is set aside, with no attempt counted; a running bot takes it within seconds.

    It is handled after what the chat has said since. If it fails again, it is set aside again.
    """
    if everything == bool(ids):
        raise typer.BadParameter("give the ids of some, or --all", param_hint="ID")

    async def put_back(aside: Aside) -> tuple[Mapping[int, str], Mapping[int, Entry]]:
        done = await aside.replay(None if everything else ids)
        return done, await aside.find(set(ids) - done.keys())

    done, others = _asked(put_back)
    if everything and not done:
        typer.echo("nothing is set aside")
    if done:
        typer.echo("A running bot handles within seconds, and another when it starts:")
    _tell("replayed", done, others, ids)


@cli.command()
def drop(
    ids: Ids,
    yes: Annotated[bool, typer.Option("--yes", help="do not ask")] = False,
) -> None:
    """Give up what is set aside: what was written is erased, and gets no answer."""
    found = _asked(lambda aside: aside.find(ids))
    entries = [found[one] for one in sorted(found) if found[one].state is State.ASIDE]
    if entries and not yes:
        _table(entries)
        typer.confirm("Drop these, and erase what was written?", abort=True, err=True)

    async def give_up(aside: Aside) -> tuple[Mapping[int, str], Mapping[int, Entry]]:
        done = await aside.drop([entry.id for entry in entries], datetime.now(UTC))
        return done, await aside.find(set(ids) - done.keys())

    _tell("dropped", *_asked(give_up), ids)


def _asked(work: Callable[[Aside], Awaitable[T]]) -> T:
    """What the database answers, or the end with what is wrong with it."""
    from bot.storage.database import open_aside  # with SQLAlchemy, which no --help needs

    settings = read_settings()
    logs.set_up(settings.log_level, settings.token, settings.webhook_secret, settings.database_url)

    async def ask() -> T:
        url = settings.database_url or DATABASE
        async with open_aside(url, busy_seconds=BUSY_SECONDS) as aside:
            return await work(aside)

    try:
        return asyncio.run(ask())
    except StorageError as error:
        fail(database_trouble(error))


def _tell(
    what: str, done: Mapping[int, str], others: Mapping[int, Entry], ids: Collection[int]
) -> None:
    """What was done, and why some of the `ids` were passed over: that is status 1."""
    for arrival_id, key in done.items():
        log.info(what, extra={"cause": key})
        typer.echo(f"{arrival_id}: {what}")
    left = [one for one in dict.fromkeys(ids) if one not in done]
    if left:
        fail(*(_not_aside(one, others.get(one)) for one in left))


def _not_aside(arrival_id: int, entry: Entry | None) -> str:
    if entry is None:
        return f"{arrival_id}: is unknown; `python -m bot inbox list` tells what is set aside"
    if entry.state is State.NEW:
        return f"{arrival_id}: is not set aside; it waits to be handled"
    return f"{arrival_id}: is not set aside any more; it was handled or dropped"


def _facts(entry: Entry) -> dict[str, Any]:
    """Nothing here can be told to a person: of a private chat not even its lane."""
    return {
        "id": entry.id,
        "key": entry.key,
        "kind": entry.kind,
        "chat": _chat(entry),
        "received_at": entry.received_at.isoformat(" ", "seconds"),
        "set_aside_at": entry.handled_at and entry.handled_at.isoformat(" ", "seconds"),
        "attempts": entry.attempts,
        "reason": entry.reason,
    }


def _chat(entry: Entry) -> str:
    """The kind of the chat: the lane of a private one has the id of its person."""
    if not entry.lane.startswith(chat_lane("")):
        return "none"
    return "group" if entry.lane.startswith(chat_lane("-")) else "private"


def _table(entries: Sequence[Entry]) -> None:
    rows = [HEADS, *map(_row, entries)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        typer.echo(_printable("  ".join(cells).rstrip()))


def _row(entry: Entry) -> tuple[str, ...]:
    return (
        str(entry.id),
        entry.kind,
        _chat(entry),
        f"{entry.received_at:%Y-%m-%d %H:%M:%S}",
        _ago(entry.handled_at) if entry.handled_at else "",
        str(entry.attempts),
        entry.reason,
        entry.key,
    )


def _ago(instant: datetime) -> str:
    return format_timedelta(instant - datetime.now(UTC), add_direction=True, locale="en")


def _printable(text: str) -> str:
    """JSON that a terminal shows as it is: what would steer or reorder it is spelled out."""
    return "".join(
        one if one.isprintable() or one == "\n" else json.dumps(one)[1:-1] for one in text
    )
