"""The sandbox plays every method that the bot uses, and the table in docs/ says so."""

import ast
import re
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import telegram

from bot.library import Library
from bot.sandbox import Sandbox
from bot.sandbox.methods import methods
from tests.e2e.bot import started

BOT = Path("bot")
TABLE = Path("docs/sandbox-api.md")
KNOWN = {
    name for name in dir(telegram.Bot) if re.fullmatch("[a-z]+(?:[A-Z][a-z]+)+", name)
}  # the Bot API's own names, which python-telegram-bot has beside its snake_case

Call = Callable[..., Awaitable[dict[str, Any]]]


def sources() -> Iterator[ast.AST]:
    """Every expression of the bot but for the sandbox itself."""
    for path in BOT.rglob("*.py"):
        if "sandbox" not in path.parts:
            yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def camel(name: str) -> str:
    """send_message as the Bot API writes it."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def named(nodes: Iterator[ast.AST]) -> set[str]:
    """The methods that stand in the source, as text or as a call of the library."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
        if isinstance(node, ast.Attribute) and "_" in node.attr:
            found.add(camel(node.attr))
    return found & KNOWN


def composed(nodes: Iterator[ast.AST]) -> set[str]:
    """Patterns of the names that the source puts together, such as setMy…"""
    found = set()
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            pattern = "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[A-Za-z]+"
                for part in node.values
            )
            if re.match("[a-z]+[A-Z]", pattern) and any(re.fullmatch(pattern, k) for k in KNOWN):
                found.add(pattern)
    return found


def table() -> str:
    """The document about the sandbox."""
    return TABLE.read_text(encoding="utf-8")


def documented(told: str) -> set[str]:
    """The names in the first two columns of the tables: the third is what is not simulated."""
    rows = [line.split("|")[1:3] for line in told.splitlines() if line.startswith("|")]
    return {name for row in rows for cell in row for name in re.findall(r"`(\w+)`", cell)}


async def used(sandbox: Sandbox, folder: Path) -> set[str]:
    """The methods that the running bot called while somebody got to know it."""
    library = Library(Path("content"), Path("locales"))
    async with started(sandbox, library, f"sqlite:///{folder / 'bot.sqlite'}") as bot:
        maya = bot.person("maya")
        await maya.agrees()
        card = await maya.says("/start webinar_coaching-1-defining")
        await maya.taps(card, "📅 Add to the calendar")
        while not sandbox.calls.of("setMyCommands"):
            await sandbox.wait_for_call("setMyCommands")
    return {call.method for call in sandbox.calls}


async def test_every_method_that_the_bot_uses_is_played_and_documented(
    tmp_path: Path, call: Call
) -> None:
    called = await used(Sandbox(page=False), tmp_path)
    everything = called | named(sources())
    assert {"sendMessage", "answerCallbackQuery", "getUpdates", "getMe"} <= called
    patterns = composed(sources())
    assert [p for p in patterns if not any(re.fullmatch(p, name) for name in called)] == []
    for method in everything:
        answer = await call(method)
        assert answer.get("error_code") != 404, f"{method} is not played"
    assert everything - documented(table()) == set()


def test_every_method_that_is_played_is_documented(sandbox: Sandbox) -> None:
    played = set(methods(sandbox.api.webhook))
    assert played - documented(table()) == set()


def test_a_method_is_found_however_the_source_calls_it() -> None:
    source = """
client.call("sendInvoice", {})
await bot.send_dice(chat)
await client.call(f"setMy{what}", {})
print(f"sendIt {what}", "sendNothing")
"""
    assert named(ast.walk(ast.parse(source))) == {"sendInvoice", "sendDice"}
    assert composed(ast.walk(ast.parse(source))) == {"setMy[A-Za-z]+"}


def test_what_is_not_simulated_does_not_count_as_documented() -> None:
    told = "| `sendPoll` | `stopPoll` | `copyMessage` |\n`logOut`"
    assert documented(told) == {"sendPoll", "stopPoll"}
