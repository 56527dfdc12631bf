"""The payload of a deep link, after ``?start=``: Telegram allows [A-Za-z0-9_-]{0,64}."""

import re

_ITEM = re.compile(r"([a-z]+)_([a-z0-9-]{1,40})")


def payload_of(item_id: str) -> str:
    """``webinar/case-studies`` as ``webinar_case-studies``; no kind holds an underscore."""
    return item_id.replace("/", "_", 1)


def item_of(payload: str) -> str | None:
    """The id that a payload stands for, or None where it stands for no item."""
    match = _ITEM.fullmatch(payload)
    return f"{match[1]}/{match[2]}" if match else None
