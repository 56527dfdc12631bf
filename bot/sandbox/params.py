"""The parameters of a Bot API call, however they were sent."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.types import Message, Receive

from bot.sandbox.errors import ApiError, bad_request

# 50 MB of files, and room for the rest of the form.
MAX_BODY = 51 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Params:
    """Every value as text, as the Bot API sees it: an object or a list is its JSON."""

    values: dict[str, str] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str) -> str:
        """The value, "" when it was not sent."""
        return self.values.get(name, "")

    def integer(self, name: str, default: int = 0) -> int:
        """The leading number of the value, as the Bot API reads it; 0 when there is none."""
        if not self.text(name):
            return default
        found = re.match(r"-?[0-9]{1,18}", self.text(name))
        return int(found[0]) if found else 0

    def between(self, name: str, default: int, low: int, high: int) -> int:
        """An integer forced into a range."""
        return max(low, min(high, self.integer(name, default)))

    def flag(self, name: str, *, default: bool = False) -> bool:
        """True for "true", "yes" and "1" in any case."""
        if name not in self.values:
            return default
        return self.text(name).strip().lower() in ("true", "yes", "1")

    def json(self, name: str, what: str) -> Any:
        """The parsed value, None when it was not sent; refuses what is no JSON of a `what`."""
        if not self.text(name):
            return None
        try:
            return json.loads(self.text(name), parse_constant=_refused)
        except (ValueError, RecursionError):
            raise bad_request(f"Can't parse {what} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """The file sent under this name, or under the name that an attach:// value points to."""
        if name in self.uploads:
            return self.uploads[name]
        value = self.text(name)
        return self.uploads.get(value[9:]) if value.startswith("attach://") else None

    def told(self) -> dict[str, Any]:
        """The values for a record of the call: JSON parsed, files by their names."""
        return {name: _parsed(value) for name, value in self.values.items()} | {
            name: upload.name for name, upload in self.uploads.items()
        }


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _parsed(value: str) -> Any:
    if not re.match(r"[\[{]|-?\d{1,18}$|true$|false$", value):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value


def from_json(body: Any) -> Params:
    """Parameters out of a JSON object."""
    if not isinstance(body, dict):
        raise bad_request("Can't parse JSON object: Expected an Object")
    return Params({name: _as_text(value) for name, value in body.items() if value is not None})


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


async def read_params(request: Request) -> Params:
    """The query string and the body: JSON, urlencoded form or multipart.

    Raises ApiError: 400 for broken JSON, 413 for a body that is too large.
    """
    if int(request.headers.get("content-length") or 0) > MAX_BODY:
        raise ApiError(413, "Request Entity Too Large")
    request = Request(request.scope, _limited(request.receive))
    query = dict(request.query_params)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "GET":
        return Params(query)
    if kind == "application/json":
        body = await request.body()
        try:
            sent = from_json(json.loads(body or b"{}", parse_constant=_refused))
        except (ValueError, RecursionError):
            raise bad_request("Can't parse JSON object") from None
        return Params(query | sent.values)
    if kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        return await _form(request, query)
    return Params(query)


def _limited(receive: Receive) -> Receive:
    """Read a body whose length nobody told until it is too long. Raises ApiError."""
    got = 0

    async def read() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        if got > MAX_BODY:
            raise ApiError(413, "Request Entity Too Large")
        return message

    return read


async def _form(request: Request, query: dict[str, str]) -> Params:
    values, uploads = query, {}
    async with request.form() as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                uploads[name] = Upload(
                    name=value.filename or name,
                    mime=value.content_type or "application/octet-stream",
                    data=await value.read(),
                )
            else:
                values[name] = value
    return Params(values, uploads)
