"""The fields of a JSON object in a call, read and refused as the Bot API does."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.errors import bad_request

Json = dict[str, Any]

_INTEGER = re.compile(r"-?[0-9]{1,19}")


@dataclass(frozen=True, slots=True)
class Fields:
    """An object. `where` begins every refusal, such as "Can't parse BotCommand: "."""

    value: Json
    where: str = ""

    def __contains__(self, name: str) -> bool:
        return name in self.value

    def string(self, name: str, default: str | None = None) -> str:
        """A text, or a number as text; without a `default` it must be there."""
        if name not in self.value and default is not None:
            return default
        found = self._found(name)
        if isinstance(found, int | float) and not isinstance(found, bool):
            return json.dumps(found)
        if not isinstance(found, str):
            raise self.refusal(f'Field "{name}" must be of type String')
        return found

    def integer(self, name: str, default: int | None = None, *, bits: int = 32) -> int:
        """A whole number, which may stand in a text."""
        if name not in self.value and default is not None:
            return default
        found = self._found(name)
        if isinstance(found, bool) or not isinstance(found, int | float | str):
            raise self.refusal(f'Field "{name}" must be a Number')
        told = found if isinstance(found, str) else json.dumps(found)
        number = int(told) if _INTEGER.fullmatch(told) else 1 << bits
        if not -(1 << (bits - 1)) <= number < 1 << (bits - 1):
            raise self.refusal(f'Field "{name}" must be a valid Number')
        return number

    def flag(self, name: str) -> bool:
        """True or false; false where it is not there."""
        found = self.value.get(name, False)
        if not isinstance(found, bool):
            raise self.refusal(f'Field "{name}" must be of type Boolean')
        return found

    def flags(self, names: Iterable[str]) -> Json:
        """Those of these that are true."""
        return {name: True for name in names if self.flag(name)}

    def object(self, name: str) -> "Fields":
        """An object that must be there."""
        found = self._found(name)
        if not isinstance(found, dict):
            raise self.refusal(f'Field "{name}" must be of type Object')
        return Fields(found, self.where)

    def refusal(self, reason: str) -> Exception:
        """400 with this reason."""
        return bad_request(f"{self.where}{reason}")

    def _found(self, name: str) -> Any:
        if name not in self.value:
            raise self.refusal(f'Can\'t find field "{name}"')
        return self.value[name]


def fields_of(value: Any, otherwise: str, where: str = "") -> Fields:
    """The fields of what must be an object; `otherwise` is why it is refused when it is none."""
    if not isinstance(value, dict):
        raise bad_request(f"{where}{otherwise}")
    return Fields(value, where)
