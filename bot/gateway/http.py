"""The HTTP layer below python-telegram-bot: aiohttp, which keeps its speed with many connections.

The library's own layer falls to a tenth of its speed with more than a few requests at once, and
its request class is a seam made to be replaced.
"""

import json
from functools import partial
from typing import Any

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData


class NotSentError(NetworkError):
    """No connection came about: Telegram can't have seen the request."""


class ForeignAnswerError(NetworkError):
    """Something between here and Telegram answered in its place: a proxy, a portal."""


class SlowDownError(TelegramError):
    """Telegram asks to wait for `seconds`. The library's own error warns wherever it is made."""

    def __init__(self, seconds: float) -> None:
        super().__init__("Too many requests")
        self.seconds = seconds


class AiohttpRequest(BaseRequest):
    """Requests over at most `connections` connections; `timeout` seconds to connect and to read."""

    def __init__(self, *, connections: int = 256, timeout: float = 10.0) -> None:
        self._connections = connections
        self._timeout = timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer where a call does not say otherwise."""
        return self._timeout

    async def initialize(self) -> None:
        """Open the session; it belongs to the running event loop."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections)
            jar = aiohttp.DummyCookieJar()
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=jar)

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """One request, as `BaseRequest.do_request` asks for it.

        Raises TimedOut or NetworkError where the request may have had its effect all the same,
        NotSentError where it can't, SlowDownError, and BadRequest for what can't be sent as it is.
        Their texts hold no URL: the token is part of it.
        """
        if self._session is None:
            raise RuntimeError("initialize() comes first")
        timeout = aiohttp.ClientTimeout(
            sock_connect=self._seconds(connect_timeout), sock_read=self._seconds(read_timeout)
        )
        try:
            # A redirect would carry what is being sent to who knows where.
            async with self._session.request(
                method, url, data=_body(request_data), timeout=timeout, allow_redirects=False
            ) as response:
                status, body = response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSentError(type(error).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from None
        except UnicodeEncodeError:
            raise BadRequest("Text is no Unicode") from None
        if not 200 <= status <= 299:
            _look_into(status, body)
        return status, body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as JSON, without the library's habit of logging one that it can't read.

        Raises ForeignAnswerError.
        """
        try:
            answer = json.loads(payload)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict) or not answer.keys() & {"result", "description"}:
            raise ForeignAnswerError("Not an answer of the Bot API")
        return answer

    def _seconds(self, given: ODVInput[float]) -> float | None:
        return self._timeout if isinstance(given, DefaultValue) else given


def _look_into(status: int, body: bytes) -> None:
    """Raise what the library would take for something else; the rest is left to it."""
    try:
        refusal = AiohttpRequest.parse_json_payload(body)
    except ForeignAnswerError:
        raise ForeignAnswerError(f"Not an answer of the Bot API ({status})") from None
    parameters = refusal.get("parameters")
    wait = parameters.get("retry_after") if isinstance(parameters, dict) else None
    if isinstance(wait, int | float):
        raise SlowDownError(wait)
    if status == 413:
        raise BadRequest("Request is too large")


def _body(data: RequestData | None) -> aiohttp.FormData | aiohttp.JsonPayload | None:
    """JSON, which is quicker to make and shorter than a form; a form where files go along.

    Raises UnicodeEncodeError for half of a surrogate pair.
    """
    if data is None or not (data.parameters or data.contains_files):
        return None
    if not data.contains_files:
        return aiohttp.JsonPayload(data.parameters, dumps=_as_it_is)
    form = aiohttp.FormData(quote_fields=False)  # names of files as they are, not as in a URL
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


_as_it_is = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
