"""The command line: ``python -m bot run``, ``check`` and ``ask``."""

import asyncio
import json
import signal
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot import logs
from bot import settings as settings_module
from bot.app import running
from bot.check import check as check_files
from bot.gateway.client import UnknownTokenError
from bot.gateway.intake import SecondInstanceError
from bot.library import FilesError, Library
from bot.ports.storage import StorageError
from bot.sandbox.people import CLAIRE, DIEGO
from bot.sandbox.sandbox import Sandbox
from bot.settings import Settings, SettingsError

cli = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)


@cli.command()
def run() -> None:
    """Serve the bot: Telegram where TELEGRAM_TOKEN is set, else the sandbox on this machine."""
    settings = _settings()
    library = _library(settings)
    logs.set_up(settings.log_level, settings.token, settings.webhook_secret)
    try:
        asyncio.run(_until_stopped(settings, library))
    except* UnknownTokenError:
        _fail("TELEGRAM_TOKEN: Telegram does not know it; copy it whole from @BotFather")
    except* SecondInstanceError:
        _fail("another program receives the updates of this token; stop it, then start again")
    except* StorageError as group:
        _fail(f"DATABASE_URL: {group.exceptions[0]}")
    except* OSError as group:
        _fail(f"HOST, PORT: {group.exceptions[0]}; choose another PORT")


@cli.command()
def check() -> None:
    """Tell every mistake in the content and the locales."""
    settings = _settings()
    problems = check_files(settings.content, settings.locales).problems
    for problem in problems:
        typer.echo(str(problem))
    if problems:
        raise typer.Exit(1)
    typer.echo("content and locales: no mistakes")


@cli.command()
def ask(
    question: Annotated[str, typer.Argument(help="in any of the languages")] = "",
    lang: Annotated[str, typer.Option(help="the member's language")] = "en",
    now: Annotated[str, typer.Option(help="the instant to judge by, ISO 8601")] = "",
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="questions as JSON lines on stdin")
    ] = False,
) -> None:
    """Answer a question as the chat would, or many as JSON lines."""
    content = _library(_settings()).content
    if jsonl:
        for line in sys.stdin:
            asked = json.loads(line)
            answer = content.ask(asked["q"], asked["lang"], datetime.fromisoformat(asked["now"]))
            given = {"intent": answer.intent, "answers": answer.answers}
            typer.echo(json.dumps({**given, "suggestions": answer.suggestions}))
            sys.stdout.flush()
        return
    instant = datetime.fromisoformat(now) if now else datetime.now(UTC)
    answer = content.ask(question, lang, instant)
    typer.echo(answer.intent)
    for item_id in answer.answers:
        item = content.catalogue.items[item_id]
        typer.echo(f"{item_id}  {item.text(lang)[1].title}")


def _settings() -> Settings:
    try:
        return settings_module.read()
    except SettingsError as error:
        _fail(*error.problems)


def _library(settings: Settings) -> Library:
    try:
        return Library(settings.content, settings.locales)
    except FilesError as error:
        _fail(*map(str, error.problems))


def _fail(*sentences: str) -> NoReturn:
    for sentence in sentences:
        typer.echo(sentence, err=True)
    raise typer.Exit(1)


async def _until_stopped(settings: Settings, library: Library) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for one in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(one, stopped.set)
    serving = running(settings, library) if settings.token else _in_sandbox(settings, library)
    async with serving as address:
        typer.echo(address)
        await stopped.wait()


@asynccontextmanager
async def _in_sandbox(settings: Settings, library: Library) -> AsyncIterator[str]:
    """The bot in the sandbox, on its clock; yields the address of the chat page.

    Without a DATABASE_URL it starts with an empty database each time, as the sandbox does.
    """
    sandbox = Sandbox()
    with tempfile.TemporaryDirectory() as folder:
        async with sandbox.serve(settings.host, settings.port) as page:
            inside = replace(
                settings,
                token=sandbox.token,
                api_url=page,
                port=0,
                database_url=settings.database_url
                or f"sqlite:///{Path(folder) / 'sandbox.sqlite'}",
                coordinators=settings.coordinators | {DIEGO.id},
                coaches=settings.coaches | {CLAIRE.id},
            )
            async with running(inside, library, sandbox.clock):
                yield f"The sandbox: {page}"


if __name__ == "__main__":
    cli()
