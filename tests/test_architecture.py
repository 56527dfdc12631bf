"""What import-linter cannot hold of the architecture: read from the source, never imported."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

BOT = Path(__file__).parents[1] / "bot"
ENVIRONMENT = {"environ", "environb", "getenv", "getenvb", "putenv", "unsetenv"}


def modules_imported(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield str(node.module)


def beyond_the_standard_library(source: str) -> list[str]:
    """The modules that the source imports and neither Python nor bot.domain itself offers."""
    return [
        name
        for name in modules_imported(source)
        if name.partition(".")[0] not in sys.stdlib_module_names
        and not f"{name}.".startswith("bot.domain.")
    ]


def reads_the_environment(source: str) -> bool:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(value=ast.Name(id="os"), attr=name) if name in ENVIRONMENT:
                return True
            case ast.ImportFrom(module="os", names=names):
                if ENVIRONMENT & {name.name for name in names}:
                    return True
            case _:
                pass
    return False


def waits(source: str) -> bool:
    asynchronous = (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)
    return any(isinstance(node, asynchronous) for node in ast.walk(ast.parse(source)))


def sources(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("*.py")):
        yield str(file.relative_to(BOT)), file.read_text(encoding="utf-8")


def test_the_domain_imports_nothing_but_the_standard_library() -> None:
    assert {
        n: bad for n, text in sources(BOT / "domain") if (bad := beyond_the_standard_library(text))
    } == {}


def test_the_domain_never_waits() -> None:
    assert [name for name, text in sources(BOT / "domain") if waits(text)] == []


def test_only_the_settings_read_the_environment() -> None:
    readers = [name for name, text in sources(BOT) if reads_the_environment(text)]
    assert readers == ["settings.py"]


@pytest.mark.parametrize(
    "source",
    ["import os\nos.environ['A']", "import os\nos.getenv('A')", "from os import environ"],
)
def test_a_reader_of_the_environment_is_recognised(source: str) -> None:
    assert reads_the_environment(source)


def test_an_import_of_a_library_or_another_room_is_recognised() -> None:
    source = "import json\nfrom bot.domain.when import Window\nfrom bot.ports import x\nimport yaml"
    assert beyond_the_standard_library(source) == ["bot.ports", "yaml"]


@pytest.mark.parametrize(
    "source", ["async def f(): pass", "async def f():\n    async with x: await y"]
)
def test_a_waiting_function_is_recognised(source: str) -> None:
    assert waits(source)
