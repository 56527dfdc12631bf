"""The bot at work, on Telegram or in the sandbox, until it is told to stop."""

import asyncio
import errno
import logging
import os
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, suppress

import typer

from bot import logs
from bot.app import running
from bot.commands.common import database_trouble, fail
from bot.gateway.client import UnknownTokenError
from bot.gateway.intake import SecondInstanceError
from bot.library import Library
from bot.ports.storage import StorageError
from bot.settings import Settings

log = logging.getLogger("bot")

STOPPING = 4.5
"""Seconds that a stop may take. What a hanging database keeps open then is put right at the next
start, as after a crash."""

ADDRESS_TROUBLE = {errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES}


def serve(settings: Settings, library: Library) -> None:
    """Serve until SIGTERM or Ctrl-C; whatever else ends it is told in a sentence, with status 1."""
    logs.set_up(settings.log_level, settings.token, settings.webhook_secret, settings.database_url)
    try:
        asyncio.run(_until_stopped(_serving(settings, library)))
    except Exception as error:  # noqa: BLE001 - whatever it is: a sentence, and no traceback
        fail(*{_sentence(one) for one in _single(error)})


def _serving(settings: Settings, library: Library) -> AbstractAsyncContextManager[str]:
    if settings.token:
        return running(settings, library)
    from bot.commands.in_sandbox import in_sandbox  # a bot on Telegram need not wait for it

    return in_sandbox(settings, library)


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
            return database_trouble(error)
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
