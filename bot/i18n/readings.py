"""Everything that a message can say: its text once for every choice of variants."""

from collections.abc import Iterator, Mapping
from itertools import islice, product

from fluent.syntax import ast

from bot.i18n.ftl import Entry

# Stands for an argument; a noncharacter, which no file may hold.
ARGUMENT = "\ufdd0"

# Variants multiply; the checks that read them stop here, far beyond what anybody would write.
_MOST = 500


def readings(entry: Entry, entries: Mapping[str, Entry]) -> list[str]:
    """The texts of a message, `ARGUMENT` for each argument; what it refers to is read with it.

    Raises RecursionError for a message that refers to itself; an unknown reference reads as empty.
    """
    return _pattern(entry.node.value, entries, (entry.key,))


def _pattern(
    pattern: ast.Pattern | None, entries: Mapping[str, Entry], within: tuple[str, ...]
) -> list[str]:
    parts = [
        [element.value]
        if isinstance(element, ast.TextElement)
        else _expression(element.expression, entries, within)
        for element in (pattern.elements if pattern else ())
    ]
    return ["".join(choice) for choice in islice(product(*parts), _MOST)]


def _expression(
    node: ast.SyntaxNode, entries: Mapping[str, Entry], within: tuple[str, ...]
) -> list[str]:
    if isinstance(node, ast.SelectExpression):
        return [text for each in node.variants for text in _pattern(each.value, entries, within)]
    if isinstance(node, ast.StringLiteral):
        return [node.parse()["value"]]
    if isinstance(node, ast.NumberLiteral):
        return [node.value]
    if isinstance(node, ast.Placeable):
        return _expression(node.expression, entries, within)
    if key := reference(node):
        if key in within:
            raise RecursionError(key)
        found = entries.get(key)
        return _pattern(found.node.value, entries, (*within, key)) if found else [""]
    return [ARGUMENT]


def reference(node: ast.SyntaxNode) -> str | None:
    """The key of the message or term that a node refers to, None for any other node."""
    if isinstance(node, ast.MessageReference):
        return node.id.name
    return f"-{node.id.name}" if isinstance(node, ast.TermReference) else None


def nodes(root: ast.BaseNode) -> Iterator[ast.SyntaxNode]:
    """All nodes at and below `root`, in the order of the file."""
    if isinstance(root, ast.SyntaxNode):
        yield root
    for name, value in vars(root).items():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode) and name != "span":
                yield from nodes(child)


def variables(entry: Entry, entries: Mapping[str, Entry]) -> dict[str, ast.SyntaxNode | None]:
    """The arguments that a message takes, each with the first node of the message that names it.

    Those of other messages that it refers to count, without a node. A term has its own.
    """
    found: dict[str, ast.SyntaxNode | None] = {}
    seen = {entry.key}
    waiting = [entry]
    while waiting:
        each = waiting.pop()
        for node in nodes(each.node):
            if isinstance(node, ast.VariableReference):
                found.setdefault(node.id.name, node if each is entry else None)
            elif isinstance(node, ast.MessageReference) and node.id.name not in seen:
                seen.add(node.id.name)
                waiting.extend([entries[node.id.name]] if node.id.name in entries else [])
    return found
