"""Which messages the code says, and with which arguments, read from its own source.

Found are ``msg("key", name=…)``, ``Msg("key", {"name": …})`` and
``texts.html(lang, "key", {"name": …})``, ``texts.plain(…)`` likewise. A key may also be chosen on
the spot: ``msg("this" if so else "that")``.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from bot.domain.problems import Problem

Arguments: TypeAlias = frozenset[str] | None
"""The names of the arguments that are always given; None where the code does not tell."""


_CALLS = ("msg(", "Msg(", "html(", "plain(")


@dataclass
class Usage:
    """The messages used, by key, and the places where the key cannot be read from the code."""

    messages: dict[str, Arguments] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, key: str, given: Arguments) -> None:
        """Only an argument given at every place can be counted on."""
        earlier = self.messages.get(key, given)
        self.messages[key] = None if earlier is None or given is None else earlier & given


def used_messages(package: Path) -> Usage:
    """The messages that the Python files below `package` use."""
    usage = Usage()
    for path in sorted(package.rglob("*.py")):
        source = path.read_text("utf-8")
        if not any(call in source for call in _CALLS):
            continue  # to parse it would be in vain, and every start waits for this
        name = f"{package.name}/{path.relative_to(package).as_posix()}"
        for node in ast.walk(ast.parse(source, str(path))):
            if isinstance(node, ast.Call):
                _take(node, name, usage)
    return usage


def _take(call: ast.Call, file: str, usage: Usage) -> None:
    function = _name(call.func)
    if function in ("msg", "Msg"):
        key = _argument(call, 0, "key")
    elif function in ("html", "plain"):
        key = _argument(call, 1, "key")
    else:
        return
    keys = list(_literals(key)) if key else []
    if not keys and function == "msg":
        message = "the key of the message is not to be read from the code; give the key literally"
        usage.problems.append(Problem(file, call.lineno, call.col_offset + 1, "msg", message))
    for literal in keys:
        usage.add(literal, _given(call, function))


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _argument(call: ast.Call, at: int, name: str) -> ast.expr | None:
    if len(call.args) > at:
        return call.args[at]
    return next((given.value for given in call.keywords if given.arg == name), None)


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _given(call: ast.Call, function: str) -> Arguments:
    if function == "msg":
        names = [keyword.arg for keyword in call.keywords]
        return None if None in names else frozenset(filter(None, names))
    args = _argument(call, 1 if function == "Msg" else 2, "args")
    if args is None:
        return frozenset()
    if not isinstance(args, ast.Dict):
        return None
    keys = [key.value if isinstance(key, ast.Constant) else None for key in args.keys]
    return None if None in keys else frozenset(map(str, keys))
