"""Logs: one JSON object a line, without the token and without what people wrote.

A line has the time (UTC), the level, the logger and the event; what belongs to an update carries
its key as `cause`. Exceptions are named by their type and place, never by their text.
"""

import json
import logging
import re
import sys
from datetime import UTC, datetime

_PLAIN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}

NOISY = (
    "httpx",
    "httpcore",
    "aiohttp",
    "telegram",
    "sqlalchemy",
    "alembic",
    "uvicorn",
    "apscheduler",
    "watchfiles",
    "asyncio",
)
"""Libraries that log addresses, which hold the token, or data."""


class JsonLines(logging.Formatter):
    """Formats a record with its extra fields; `secrets` are blotted out wherever they turn up."""

    def __init__(self, *secrets: str | None) -> None:
        super().__init__()
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _event(record),
        }
        line |= {name: value for name, value in vars(record).items() if name not in _PLAIN}
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["where"] = _place(record)
        text = json.dumps(line, ensure_ascii=False, default=str)
        for secret in self._secrets:
            text = text.replace(secret, "***")
        # Half a character (people can send that) is no UTF-8; escaped it is JSON all the same.
        return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _event(record: logging.LogRecord) -> str:
    """The message's first line; asyncio adds values and the error's own text to what it says."""
    text = record.getMessage().partition("\n")[0]
    return re.split("[<(]", text)[0].strip() if record.name == "asyncio" else text


def _place(record: logging.LogRecord) -> str:
    place = record.exc_info[2] if record.exc_info else None
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "unknown"


def set_up(level: str, *secrets: str | None) -> None:
    """Log to standard error from `level` on; noisy libraries speak only from WARNING on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines(*secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for noisy in NOISY:
        logging.getLogger(noisy).setLevel(logging.WARNING)
