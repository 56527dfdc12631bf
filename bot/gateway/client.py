"""The Bot API client: one call, and one attempt to send with its outcome named.

This is the only place that reads Telegram's errors.
"""

import asyncio
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
)

from bot.gateway.http import AiohttpRequest, ForeignAnswerError, NotSentError, SlowDownError
from bot.ports.runtime import Sending
from bot.ports.storage import Fate, Json, NewMessage

log = logging.getLogger(__name__)

LONG_POLL = 30
"""Seconds that Telegram may hold a getUpdates call before it answers with nothing."""

_NO_SUCH_CHAT = ("chat not found", "user is deactivated", "peer_id_invalid")
_STATUS = re.compile(r"^[A-Z][a-z]+( [A-Z][a-z]+)*: ")
_QUOTE = re.compile(r":|\"|(?<!\w)'")


class UnknownTokenError(Exception):
    """Telegram does not know the token."""


class Client(Bot):
    """A `telegram.Bot` over aiohttp. `api` is the Bot API's address, Telegram's own by default."""

    def __init__(self, token: str, api: str = "https://api.telegram.org") -> None:
        super().__init__(
            token,
            base_url=f"{api}/bot",
            base_file_url=f"{api}/file/bot",
            request=AiohttpRequest(),
            get_updates_request=AiohttpRequest(connections=1, timeout=LONG_POLL + 10),
        )

    async def call(self, method: str, params: Json) -> Any:
        """The raw result of one Bot API method. Raises TelegramError."""
        return await self._post(method, dict(params))

    async def raw_updates(self, offset: int | None, allowed: list[str]) -> list[dict[str, Any]]:
        """A batch of updates as JSON; waits for the first one. Raises TelegramError."""
        params = {"offset": offset, "timeout": LONG_POLL, "allowed_updates": allowed}
        batch = await self._post("getUpdates", params)
        if not isinstance(batch, list):
            raise ForeignAnswerError("Not a list of updates")
        return batch

    async def send(self, message: NewMessage) -> Sending:
        """Try once to send; every outcome has a name and nothing of Telegram's is raised."""
        try:
            result = await self._sent(message)
        except TelegramError as error:
            return _outcome(error, message)
        message_id = result.get("message_id") if isinstance(result, dict) else None
        return Sending(fate=Fate.DELIVERED, message_id=message_id)

    async def _sent(self, message: NewMessage) -> Any:
        params = _params(message)
        try:
            return await self.call(message.method, params)
        except ChatMigrated as error:
            # The group has become a supergroup, with another id.
            return await self.call(message.method, {**params, "chat_id": error.new_chat_id})

    async def acknowledge_tap(self, query_id: str) -> None:
        """Stop the button's spinner. Best effort: Telegram forgets the query within seconds."""
        with suppress(TelegramError):
            await self.call("answerCallbackQuery", {"callback_query_id": query_id})

    async def answer_inline(self, query_id: str, answer: Json) -> None:
        """Offer results. Best effort: Telegram forgets the query within seconds."""
        with suppress(TelegramError):
            await self.call("answerInlineQuery", {"inline_query_id": query_id, **answer})


@asynccontextmanager
async def connected(token: str, api: str) -> AsyncIterator[Client]:
    """A client whose token Telegram has confirmed, for which it waits as long as it takes.

    Raises UnknownTokenError.
    """
    client = Client(token, api)
    pause = 1.0
    try:
        while True:
            try:
                await client.initialize()
                break
            except InvalidToken:
                raise UnknownTokenError from None
            except TelegramError as error:
                log.warning("Telegram does not answer", extra={"reason": type(error).__name__})
                await asyncio.sleep(pause)
                pause = min(30.0, 2 * pause)
        yield client
    finally:
        await client.shutdown()


def _params(message: NewMessage) -> dict[str, Any]:
    params = dict(message.params)
    if message.file is not None:
        field, name, content = message.file
        params[field] = InputFile(content, filename=name)
    return params


def _outcome(error: TelegramError, message: NewMessage) -> Sending:
    reason = _reason(error)
    match error:
        case SlowDownError(seconds=seconds):
            # A group has a limit of its own; elsewhere the whole bot is most likely too fast.
            return Sending(
                fate=Fate.QUEUED,
                reason=reason,
                wait=seconds,
                everybody=not message.group,
            )
        case Forbidden():
            return Sending(fate=Fate.BLOCKED, reason=reason)
        case BadRequest() if "not modified" in reason:
            return Sending(fate=Fate.DELIVERED, reason=reason)
        case BadRequest() if any(text in reason for text in _NO_SUCH_CHAT):
            return Sending(fate=Fate.BLOCKED, reason=reason)
        case BadRequest():
            return Sending(fate=Fate.REJECTED, reason=reason)
        case NotSentError() | InvalidToken() | Conflict():
            return Sending(fate=Fate.QUEUED, reason=reason, everybody=True)
        case NetworkError():
            return Sending(fate=Fate.QUEUED, reason=reason, everybody=True, uncertain=True)
        case _:
            return Sending(fate=Fate.REJECTED, reason=reason)


def _reason(error: TelegramError) -> str:
    """The error's kind and Telegram's description up to what it quotes of the message."""
    description = _QUOTE.split(_STATUS.sub("", error.message, count=1), maxsplit=1)[0].strip()
    return f"{type(error).__name__}: {description[:120].lower()}"
