"""Buttons: typed actions in at most 64 bytes, and back.

The form is ``1~code~field~field``: a version, the action's code, its fields in their order. A
button of another version, of an unknown action or with fields that don't fit decodes to `Stale`:
the member gets a fresh menu, nobody an error.
"""

from collections.abc import Iterable
from dataclasses import fields
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from bot.ports.intents import Action, Intent, Stale

VERSION = "1"
SEPARATOR = "~"
LIMIT = 64
"""Bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton"""


class Buttons:
    """Encodes and decodes the given actions. Raises ValueError when two share a code."""

    def __init__(self, actions: Iterable[type[Action]]) -> None:
        self._by_code: dict[str, type[Action]] = {}
        self._hints: dict[type[Action], list[Any]] = {}
        for action in actions:
            if self._by_code.setdefault(action.code, action) is not action:
                raise ValueError(f"{action.__name__} has the code of another: {action.code!r}")
            hints = get_type_hints(action)
            self._hints[action] = [hints[field.name] for field in fields(action)]  # type: ignore[arg-type]

    def encode(self, action: Action) -> str:
        """The callback data of an action. Raises ValueError where it does not fit into 64 bytes."""
        values = [getattr(action, field.name) for field in fields(action)]  # type: ignore[arg-type]
        data = SEPARATOR.join([VERSION, action.code, *map(_written, values)])
        if len(data.encode()) > LIMIT or data.count(SEPARATOR) != len(values) + 1:
            raise ValueError(f"{type(action).__name__} does not fit into a button")
        return data

    def decode(self, data: str) -> Intent:
        """The action of a button, or `Stale`."""
        version, *rest = data.split(SEPARATOR)
        if version != VERSION or not rest or rest[0] not in self._by_code:
            return Stale()
        action = self._by_code[rest[0]]
        hints = self._hints[action]
        if len(hints) != len(rest) - 1:
            return Stale()
        try:
            return action(*(_read(text, hint) for text, hint in zip(rest[1:], hints, strict=True)))
        except ValueError:
            return Stale()


def _written(value: str | int | bool | StrEnum | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)


def _read(text: str, hint: Any) -> str | int | bool | StrEnum | None:
    """A field's value by its type. Raises ValueError for anything that `_written` did not write."""
    if get_origin(hint) is UnionType:
        if not text:
            return None
        hint = next(one for one in get_args(hint) if one is not NoneType)
    if hint is str:
        text.encode()  # a half of a surrogate pair could go into no button again
        return text
    if issubclass(hint, StrEnum):
        member: StrEnum = hint(text)
        return member
    number = int(text)
    if str(number) != text or (hint is bool and number not in (0, 1)):
        raise ValueError("not written by us")
    return bool(number) if hint is bool else number
