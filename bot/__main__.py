"""The command line: ``python -m bot run``, ``check`` and ``ask``."""

import asyncio
import errno
import json
import logging
import os
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from bot import logs
from bot import settings as settings_module
from bot.app import running
from bot.check import check as check_files
from bot.gateway.client import UnknownTokenError
from bot.gateway.intake import SecondInstanceError
from bot.library import FilesError, Library
from bot.ports.runtime import Content
from bot.ports.storage import StorageError
from bot.sandbox.people import CLAIRE, DIEGO
from bot.sandbox.sandbox import Sandbox
from bot.settings import Settings, SettingsError

log = logging.getLogger("bot")

cli = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)

STOPPING = 4.5
"""Seconds that a stop may take. What a hanging database keeps open then is put right at the next
start, as after a crash."""

ADDRESS_TROUBLE = {errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES}


@cli.command()
def run() -> None:
    """Serve the bot: Telegram where TELEGRAM_TOKEN is set, else the sandbox on this machine."""
    settings = _settings()
    library = _library(settings)
    logs.set_up(settings.log_level, settings.token, settings.webhook_secret, settings.database_url)
    serving = running(settings, library) if settings.token else _in_sandbox(settings, library)
    try:
        asyncio.run(_until_stopped(serving))
    except Exception as error:  # noqa: BLE001 - whatever it is: a sentence, and no traceback
        _fail(*{_sentence(one) for one in _single(error)})


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
    now: Annotated[
        str, typer.Option(help="the instant to judge by, ISO 8601, UTC where it names no zone")
    ] = "",
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="questions as JSON lines on stdin")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="tell words, corrections, filters and scores")
    ] = False,
) -> None:
    """Answer a question as the chat would, or many as JSON lines.

    A line that is no question is answered with {"error": what is wrong with it} in its place.
    """
    library = _library(_settings())
    content = library.content
    if jsonl:
        for line in sys.stdin.buffer:
            typer.echo(json.dumps(_answered(line, content)))
        return
    try:
        spoken = _language(lang, content)
        if explain:
            instant = _instant(now) if now else datetime.now(UTC)
            typer.echo("\n".join(library.asker.explain(question, spoken, instant)))
            return
        answer = content.ask(question, spoken, _instant(now) if now else datetime.now(UTC))
    except ValueError as error:
        _fail(str(error))
    typer.echo(answer.intent)
    for item_id in answer.answers:
        item = content.catalogue.items[item_id]
        typer.echo(f"{item_id}  {item.text(spoken)[1].title}")


def _answered(line: bytes, content: Content) -> Mapping[str, Any]:
    """The answer to one line of JSON, or what is wrong with the line."""
    try:
        asked = json.loads(line)
        q, lang, now = (_named(asked, name) for name in ("q", "lang", "now"))
        answer = content.ask(q, _language(lang, content), _instant(now))
    except (ValueError, RecursionError) as error:
        return {"error": str(error)}
    return {
        "intent": answer.intent,
        "answers": answer.answers,
        "suggestions": answer.suggestions,
    }


def _named(asked: Any, name: str) -> str:
    value = asked.get(name) if isinstance(asked, dict) else None
    if not isinstance(value, str):
        raise ValueError(f"{name}: is missing, or no text; a line is an object of q, lang and now")  # noqa: TRY004 - a mistake in the line
    return value


def _language(text: str, content: Content) -> str:
    if text not in content.languages:
        raise ValueError(f"lang: must be one of {', '.join(content.languages)}")
    return text


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
        return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    except ValueError:
        raise ValueError("now: must be an instant such as 2018-02-12T09:00:00Z") from None


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


def _single(error: Exception) -> Iterator[Exception]:
    """The errors of a group, or the one that is none."""
    if isinstance(error, ExceptionGroup):
        for inner in error.exceptions:
            yield from _single(inner)
    else:
        yield error


def _sentence(error: Exception) -> str:
    """Why the bot cannot go on, and what to do about it."""
    match error:
        case UnknownTokenError():
            return "TELEGRAM_TOKEN: Telegram does not know it; copy it whole from @BotFather"
        case SecondInstanceError():
            return "another program receives the updates of this token; stop it, then start again"
        case StorageError():
            return f"DATABASE_URL: {error}"
        case OSError() if error.errno in ADDRESS_TROUBLE or isinstance(error, socket.gaierror):
            return f"HOST, PORT: {error.strerror}; choose another PORT, or another HOST"
    log.critical("stopped by a bug", exc_info=error)
    return f"stopped by a bug ({type(error).__name__}); the log says where"


async def _until_stopped(serving: AbstractAsyncContextManager[str]) -> None:
    """Serve until SIGTERM or Ctrl-C, which end a start that waits for Telegram as well."""
    stop = asyncio.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(one, stop.set)
    work = asyncio.create_task(_serve(serving))
    told = asyncio.create_task(stop.wait())
    await asyncio.wait([work, told], return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    if stop.is_set():
        _end_within(STOPPING)
        work.cancel()
    with suppress(asyncio.CancelledError):
        await work


async def _serve(serving: AbstractAsyncContextManager[str]) -> None:
    async with serving as address:
        typer.echo(address)
        await asyncio.Event().wait()


def _end_within(seconds: float) -> None:
    """End the process by then even if something hangs."""

    def end() -> None:
        log.error("stopped the hard way: something did not end by itself")
        os._exit(1)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()


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
                webhook_url=None,
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
