"""Objects of the Bot API made up from what python-telegram-bot says of their types.

So nothing has to be listed here: what a new version of the library knows is made up as well.
"""

import datetime as dtm
import inspect
import re
import sys
import types
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import count
from typing import Any, Literal, Protocol, TypeVar, Union, get_args, get_origin, get_type_hints

import telegram
import telegram._utils.types
from telegram import Chat, TelegramObject, Update, User

T = TypeVar("T")

_REQUIRED = re.compile(r"`(\w+)` is (?:a )?required")
_SHORT = 2**31 - 1


class Source(Protocol):
    """Where the values come from that objects are made up of."""

    def words(self) -> str: ...

    def number(self, most: int) -> int: ...

    def pick(self, choices: Sequence[T]) -> T:
        """One of these."""

    def some(self, choices: Sequence[T]) -> Sequence[T]:
        """A few of these, or none."""


class Plain:
    """The simplest values there are; of choices each in its turn."""

    def __init__(self) -> None:
        self._turns = count()

    def words(self) -> str:
        return "a"

    def number(self, most: int) -> int:
        return min(most, 1)

    def pick(self, choices: Sequence[T]) -> T:
        return choices[next(self._turns) % len(choices)]

    def some(self, choices: Sequence[T]) -> Sequence[T]:
        return choices[:0]


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter of a type of the library, with its own type."""

    name: str
    type: Any
    required: bool


def fields_of(cls: type[TelegramObject]) -> dict[str, Field]:
    """The fields of a type, by the names that the library gives them."""
    if cls not in _known:
        names = vars(telegram) | vars(telegram._utils.types) | vars(sys.modules[cls.__module__])
        hints = get_type_hints(cls.__init__, names)
        _known[cls] = {
            name: Field(name, hints[name], parameter.default is inspect.Parameter.empty)
            for name, parameter in inspect.signature(cls.__init__).parameters.items()
            if name not in ("self", "api_kwargs")
        }
    return _known[cls]


_known: dict[type[TelegramObject], dict[str, Field]] = {}

KINDS = [name for name in fields_of(Update) if name != "update_id"]
"""Every kind of update: the fields of `telegram.Update`."""


def type_of(kind: str) -> type[TelegramObject]:
    """The type of an update's body."""
    cls: type[TelegramObject]
    (cls,) = _options(fields_of(Update)[kind].type)
    return cls


def forms_of(cls: type[TelegramObject]) -> tuple[type[TelegramObject], ...]:
    """The types that an object of this type can be of: its own, or those that it has kinds of."""
    return tuple(form for kind in cls.__subclasses__() for form in forms_of(kind)) or (cls,)


class Maker:
    """Makes objects up; people and chats are those of a `cast`, wherever they stand."""

    def __init__(self, source: Source, users: Sequence[User], chats: Sequence[Chat]) -> None:
        self._source = source
        self._users = users
        self._chats = chats
        self._simple: dict[Any, Callable[[], Any]] = {
            type(None): lambda: None,
            str: source.words,
            object: source.words,
            bool: lambda: bool(source.number(1)),
            int: lambda: source.number(_SHORT),
            float: lambda: source.number(180) / 2,
            dtm.datetime: lambda: dtm.datetime.fromtimestamp(source.number(_SHORT), dtm.UTC),
            dtm.timedelta: lambda: dtm.timedelta(seconds=source.number(86_400)),
            User: lambda: source.pick(users),
            Chat: lambda: source.pick(chats),
        }

    def update(self, kind: str, depth: int = 3, having: Sequence[str] = ()) -> Any:
        """The body of an update as JSON, its optional fields those in `having` and a few more."""
        return self.object(type_of(kind), depth, having).to_dict()

    def object(
        self, cls: type[TelegramObject], depth: int, having: Sequence[str] = ()
    ) -> TelegramObject:
        """An object of a type; below `depth` only with the fields that it must have."""
        fields = fields_of(cls)
        optional = [name for name, field in fields.items() if not field.required]
        chosen = {*having, *(self._source.some(optional) if depth > 0 else ())}
        given = {
            name: self._value(field.type, depth)
            for name, field in fields.items()
            if field.required or name in chosen
        }
        while True:
            try:
                return cls(**given)
            except TypeError as error:  # some fields are optional only for the sake of old callers
                found = _REQUIRED.match(str(error))
                if not found:
                    raise
                given[found[1]] = self._value(fields[found[1]].type, depth)

    def _value(self, hint: Any, depth: int) -> Any:
        if hint in self._simple:
            return self._simple[hint]()
        origin = get_origin(hint)
        if origin in (Union, types.UnionType):
            return self._value(self._source.pick(_options(hint)), depth)
        if origin is Literal:
            return self._source.pick(get_args(hint))
        if origin is not None:
            return [self._value(get_args(hint)[0], depth)]
        if issubclass(hint, Enum):
            return self._source.pick(list(hint))
        if issubclass(hint, TelegramObject):
            return self.object(self._source.pick(forms_of(hint)), depth - 1)
        raise TypeError(f"nobody here knows how to make up a {hint}")


def _options(hint: Any) -> Sequence[Any]:
    """The types that a value may have, but for None."""
    return [one for one in get_args(hint) if one is not type(None)] or [hint]
