"""YAML as coordinators write it: a scalar stays the text that it is, and every value has its place.

Nothing is guessed from how a value looks: ``no`` is the word, ``11:30`` no number, ``2018-02`` no
date. What a value has to be is the schema's to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from yaml import MappingNode, Node, ScalarNode, SequenceNode, YAMLError
from yaml._yaml import CParser
from yaml.resolver import BaseResolver

from bot.catalogue.syntax import explained
from bot.domain.problems import Problem

Path: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

EMPTY = "is empty; write a value, or take the line out"
_DEEPEST = 12
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_TAG_OF: dict[type[Node], str] = {
    ScalarNode: "tag:yaml.org,2002:str",
    SequenceNode: "tag:yaml.org,2002:seq",
    MappingNode: "tag:yaml.org,2002:map",
}
_TAGS = frozenset(_TAG_OF.values())
_LINE_END = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_UNREADABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)  # what YAML itself cannot carry
_INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)  # controls, overrides of the direction and what no reader sees; the joiners of scripts may stay


class _Composer(CParser, BaseResolver):
    def __init__(self, text: str) -> None:
        CParser.__init__(self, text)
        BaseResolver.__init__(self)

    def resolve(self, kind: type[Node], *_: object) -> str:
        """The tag of what has none: nothing is guessed from the text."""
        return _TAG_OF[kind]


@dataclass(kw_only=True)
class Document:
    """One file: its `value` as far as it could be read, and what is wrong with it as YAML.

    `broken` says that nothing could be read of it.
    """

    file: str
    text: str = ""
    value: Value = None
    broken: bool = False
    problems: list[Problem] = field(default_factory=list)

    def problem(self, path: Path, message: str, *, at_key: bool = False) -> Problem:
        """A problem with the value at `path`, or with the nearest value around it that there is."""
        line, column = (1, 1) if self.broken else _place(_composed(self.text), path, at_key)
        return Problem(self.file, line, column, dotted(path), message)


def dotted(path: Path) -> str:
    """A path as people read it: ``text.fr.aliases[2]``, where entries count from 1."""
    told = ""
    for part in path:
        if isinstance(part, int):
            told += f"[{part + 1}]"
        else:
            told += f".{part}" if part.isprintable() else f".{part!r}"
    return told.removeprefix(".") or "file"


def read(file: str, data: bytes) -> Document:
    """The document of one file's bytes; `file` is the name that its problems show."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        line, column = _line_column(before, len(before))
        told = "is not UTF-8; save it as UTF-8"
        return Document(
            file=file, broken=True, problems=[Problem(file, line, column, "file", told)]
        )
    document = Document(file=file, text=text, broken=True)
    document.problems = [*_unreadable(document)]
    if document.problems:
        return document
    try:
        root = _composed(text)
    except YAMLError as error:
        line, column, told = explained(error, text)
        document.problems = [Problem(file, line, column, "file", told)]
    else:
        document.broken = False
        document.value = _Reader(document).value(root, ()) if root else None
    return document


def _unreadable(document: Document) -> Iterator[Problem]:
    for found in _UNREADABLE.finditer(document.text):
        line, column = _line_column(document.text, found.start())
        yield Problem(document.file, line, column, "file", _delete(found[0]))


def _delete(character: str) -> str:
    return f"holds an invisible character (U+{ord(character):04X}); delete it"


def _line_column(text: str, at: int) -> tuple[int, int]:
    ends = [found.end() for found in _LINE_END.finditer(text, 0, at)]
    return len(ends) + 1, at - (ends[-1] if ends else 0) + 1


def _composed(text: str) -> Node | None:
    node: Node | None = _Composer(text).get_single_node()
    return node


@dataclass
class _Reader:
    """Turns nodes into plain values and notes what no value may be, whatever its meaning."""

    document: Document
    seen: set[int] = field(default_factory=set)

    def value(self, node: Node, path: Path) -> Value:
        if node.tag not in _TAGS:
            self.refuse(node, path, f"has a YAML tag ({node.tag}); write the plain value")
            return None
        if isinstance(node, ScalarNode):
            return self.scalar(node, path)
        if id(node) in self.seen:
            self.refuse(node, path, "stands for another part (*); write it out in full")
            return None
        if len(path) > _DEEPEST:
            self.refuse(node, path, "is nested too deeply; mend the brackets or indentation")
            return None
        self.seen.add(id(node))
        if isinstance(node, SequenceNode):
            return [self.value(one, (*path, at)) for at, one in enumerate(node.value)]
        return self.mapping(node, path) if isinstance(node, MappingNode) else None

    def mapping(self, node: MappingNode, path: Path) -> Value:
        found: dict[str, Value] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.refuse(key, path, "has a list or a mapping as a key; keys are plain words")
                continue
            name: str = key.value
            if name in lines:
                told = f"stands twice (first in line {lines[name]}); keep one of them"
                self.refuse(key, (*path, name), told)
                continue
            lines[name] = key.start_mark.line + 1
            found[name] = self.value(value, (*path, name))
        return found

    def scalar(self, node: ScalarNode, path: Path) -> Value:
        text: str = node.value
        if (not node.style and text in _NOTHING) or not text.strip():
            self.refuse(node, path, EMPTY)
            return None
        if hidden := _INVISIBLE.search(text):
            self.refuse(node, path, _delete(hidden[0]))
        return text

    def refuse(self, node: Node, path: Path, message: str) -> None:
        mark = node.start_mark
        problem = Problem(self.document.file, mark.line + 1, mark.column + 1, dotted(path), message)
        self.document.problems.append(problem)


def _place(root: Node | None, path: Path, at_key: bool) -> tuple[int, int]:
    if root is None:
        return 1, 1
    node, mark = root, root.start_mark
    for part in path:
        found = _child(node, part)
        if found is None:
            break
        key, node = found
        mark = key.start_mark if at_key else node.start_mark
    return mark.line + 1, mark.column + 1


def _child(node: Node, part: str | int) -> tuple[Node, Node] | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value == part:
                return key, value
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None
