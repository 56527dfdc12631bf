"""The data of buttons as anybody can forge it: of every action that some button carries."""

from dataclasses import fields
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

from hypothesis import strategies as st

from bot.app import FEATURES
from bot.delivery.router import Router
from bot.gateway.buttons import SEPARATOR, VERSION
from bot.ports.intents import Action
from tests.e2e.hostile.words import words

ROUTER = Router([route for feature in FEATURES for route in feature.ROUTES])
COMMANDS = [route.name for route in ROUTER.routes if route.name]

_IDS = ["webinar/boys-sexual-violence", "webinar/coaching-1-defining", "page/about", "news/2018-02"]
_NAMES = ["topic", "language", "series", "coaching", "es", "ar", "Pacific/Chatham", "settings"]
_TEXTS = st.sampled_from(["", *_IDS, *_NAMES, *COMMANDS])


def values(hint: Any) -> list[str]:
    """Values of a field's type as they stand in a button; of a text there are too many."""
    options = [one for one in get_args(hint) if one is not NoneType] or [hint]
    none = [""] if len(options) < len(get_args(hint)) else []
    if issubclass(options[0], StrEnum):
        return none + [str(one) for one in options[0]]
    if issubclass(options[0], bool):
        return ["0", "1"]
    return ["0", "1", "2"] if issubclass(options[0], int) else none


def hints(action: type[Action]) -> list[Any]:
    """The types of an action's fields, in their order."""
    known = get_type_hints(action)
    return [known[field.name] for field in fields(action)]  # type: ignore[arg-type]


def with_numbers(number: str) -> list[str]:
    """The data of every action that holds a number, with this one in its place."""
    told = []
    for action in ROUTER.actions:
        known = hints(action)
        if any("2" in values(hint) for hint in known):
            drawn = [
                number if "2" in values(hint) else next(iter(values(hint)), "es") for hint in known
            ]
            told.append(SEPARATOR.join([VERSION, action.code, *drawn]))
    return told


def data() -> st.SearchStrategy[str]:
    """The data of a button that the bot could have made, or of one that is somewhat like it."""
    return st.sampled_from(ROUTER.actions).flatmap(_data_of)


def _data_of(action: type[Action]) -> st.SearchStrategy[str]:
    known = [values(hint) for hint in hints(action)]
    drawn = [st.sampled_from(one) if one else _TEXTS | words(1) for one in known]
    return st.tuples(*drawn).map(lambda told: SEPARATOR.join([VERSION, action.code, *told]))
