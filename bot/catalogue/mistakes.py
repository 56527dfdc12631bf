"""How a model says what is wrong: pydantic finds it, plain words tell it, none hides another."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError
from rapidfuzz import process

from bot.catalogue.yaml_marks import EMPTY, Path

_FEW = 24
_AT_KEY, _AT_VALUE = "at_key", "at_value"
_LINES = "must be lines of `key: value`, indented below their key"
_WORDS = {
    "string_type": "must be text",
    "tuple_type": "must be a list: `[one, two]`, or lines that begin with `- `",
    "dict_type": _LINES,
    "model_type": _LINES,
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong at `path` below the value in hand; shown at the key if `at_key`."""

    path: Path
    message: str
    at_key: bool = False


def mistakes(error: ValidationError) -> Iterator[Mistake]:
    """What pydantic found, in plain words."""
    for one in error.errors(include_url=False):
        path = tuple(part for part in one["loc"] if part != "[key]")
        yield Mistake(path, _words(one), one["type"] == _AT_KEY or "[key]" in one["loc"])


def _words(error: ErrorDetails) -> str:
    if error["type"] in (_AT_KEY, _AT_VALUE):
        return error["msg"]
    if error["input"] is None:
        return EMPTY
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    if error["type"] == "literal_error":
        return f"must be {error['ctx']['expected']}, not {shown(error['input'])}"
    return _WORDS.get(error["type"], error["msg"])


def refusal(found: Iterable[Mistake]) -> ValidationError:
    """The same for pydantic, to be raised inside a validator."""
    return ValidationError.from_exception_data(
        "content",
        [
            InitErrorDetails(
                type=PydanticCustomError(_AT_KEY if one.at_key else _AT_VALUE, one.message),
                loc=one.path,
                input="",
            )
            for one in found
        ],
    )


def shown(value: Any) -> str:
    """What somebody wrote, cut short, to stand in a message."""
    if not isinstance(value, str):
        return "a list" if isinstance(value, list) else "a group of lines"
    return repr(value if len(value) <= 40 else f"{value[:39]}…")


def meant(word: str, known: Iterable[str]) -> str:
    """What to do about an unknown word: the one of the `known` that is near, else all if few."""
    choices = sorted(known)
    if near := process.extractOne(word, choices, score_cutoff=70):
        return f"; did you mean {near[0]}?"
    if len(choices) > _FEW:
        return "; mend it, or take it out"
    return f"; take it out, or write one of {', '.join(choices)}" if choices else "; take it out"


def also(check: Callable[[Any, ValidationInfo], Iterable[Mistake]]) -> WrapValidator:
    """Add what `check` finds in a raw value to the mistakes that its type finds."""

    def run(value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
        found = list(check(value, info))
        made = None
        try:
            made = handler(value)
        except ValidationError as error:
            found += mistakes(error)
        if found:
            raise refusal(found)
        return made

    return WrapValidator(run)


class Entry(BaseModel):
    """A mapping in a content file. `hints` say what to write for a key that is missing.

    `checks` find what is wrong between its keys, whatever else is wrong with each.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    hints: ClassVar[Mapping[str, str]] = {}
    checks: ClassVar[tuple[Callable[[Mapping[str, Any]], Iterable[Mistake]], ...]] = ()

    @model_validator(mode="wrap")
    @classmethod
    def _plainly(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        checks = cls.checks if isinstance(data, dict) else ()
        found = [one for check in checks for one in check(data)]
        made: Self | None = None
        try:
            made = handler(data)
        except ValidationError as error:
            found += [cls._reworded(one) for one in error.errors(include_url=False)]
        if found or made is None:
            raise refusal(found)
        return made

    @classmethod
    def _reworded(cls, error: ErrorDetails) -> Mistake:
        path = error["loc"]
        name = str(path[-1]) if path else ""
        if error["type"] == "missing":
            hint = cls.hints.get(name)
            return Mistake(path, f"is missing; add {name}" + (f": {hint}" if hint else ""))
        if error["type"] == "extra_forbidden":
            known = meant(name, cls.model_fields)
            return Mistake(path, f"is not known here{known}", at_key=True)
        return Mistake(path, _words(error), error["type"] == _AT_KEY)
