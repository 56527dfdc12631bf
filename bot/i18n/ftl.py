"""Reading the Fluent files of a folder: one sub-folder a language, every entry with its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from babel import Locale, UnknownLocaleError
from fluent.syntax import FluentParser, ast

from bot.domain.problems import Problem

LANGUAGES_FILE = "languages.txt"

# Days before months and the 24-hour clock, as most of the world writes them.
_LOCALES = {"en": "en_GB"}

Message: TypeAlias = ast.Message | ast.Term


def locale_of(lang: str) -> Locale:
    """The conventions of a language: months, lists, plurals. Raises ValueError when it is none."""
    try:
        return Locale.parse(_LOCALES.get(lang, lang.replace("-", "_")))
    except UnknownLocaleError as error:
        raise ValueError(str(error)) from None


@dataclass(frozen=True)
class Source:
    """One file: its name as problems give it, and its text."""

    name: str
    text: str

    def problem(self, node: ast.SyntaxNode | int, key: str, message: str) -> Problem:
        """A problem at the start of a node, or at an offset of the text."""
        start = node if isinstance(node, int) else _start(node)
        line = self.text.count("\n", 0, start) + 1
        column = start - self.text.rfind("\n", 0, start)
        return Problem(self.name, line, column, key, message)


def _start(node: ast.SyntaxNode) -> int:
    return node.span.start if node.span else 0


@dataclass(frozen=True)
class Entry:
    """A message or a term, the file it stands in, and its key; a term's begins with ``-``."""

    source: Source
    key: str
    node: Message

    def problem(self, message: str, at: ast.SyntaxNode | None = None) -> Problem:
        """A problem with this entry, at `at` or at its key."""
        return self.source.problem(at or self.node.id, self.key, message)


@dataclass
class Locales:
    """What a folder holds: the languages in their order, and their entries by key."""

    folder: Path
    languages: tuple[str, ...]
    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Keys of messages that stand in a file and could not be read."""


def read_locales(folder: Path, languages: Sequence[str] | None = None) -> Locales:
    """All entries of a folder, and the mistakes that keep others from being read.

    `languages` are read in this order; left out, those of ``languages.txt``. Nothing is raised for
    a mistake in a file.
    """
    problems: list[Problem] = []
    if languages is None:
        languages = _listed(folder, problems)
    found = Locales(folder, tuple(languages), problems=problems)
    for lang in languages:
        found.entries[lang] = {}
        for source in _sources(folder, lang, problems):
            for item in _parsed(source):
                if isinstance(item, Problem):
                    found.unread.add(item.field)
                    problems.append(item)
                else:
                    _add(found.entries[lang], item, problems)
    return found


def _listed(folder: Path, problems: list[Problem]) -> list[str]:
    name = f"{folder.name}/{LANGUAGES_FILE}"
    try:
        lines = (folder / LANGUAGES_FILE).read_text("utf-8").splitlines()
    except FileNotFoundError:
        problems.append(Problem(name, 1, 1, "languages", "is missing; list one language a line"))
        return []
    codes: list[str] = []
    for number, line in enumerate(lines, 1):
        code = line.partition("#")[0].strip()
        if code and (trouble := _trouble(folder, code, codes)):
            problems.append(Problem(name, number, 1, code, trouble))
        elif code:
            codes.append(code)
    for path in sorted(path for path in folder.iterdir() if path.is_dir()):
        if path.name not in codes and not path.name.startswith((".", "_")):
            message = f"the folder {path.name} is not listed here; add a line for it or remove it"
            problems.append(Problem(name, len(lines) + 1, 1, path.name, message))
    if not codes:
        problems.append(Problem(name, 1, 1, "languages", "is empty; list one language a line"))
    return codes


def _trouble(folder: Path, code: str, codes: Sequence[str]) -> str | None:
    if code in codes:
        return "is listed twice; keep one line"
    if not (folder / code).is_dir():
        return f"has no folder {folder.name}/{code}; add it or remove the line"
    try:
        locale_of(code)
    except ValueError:
        return "is no language that is known; write its code, as in fr or pt-BR"
    return None


def _sources(folder: Path, lang: str, problems: list[Problem]) -> Iterator[Source]:
    for path in sorted((folder / lang).glob("*.ftl")):
        name = f"{folder.name}/{lang}/{path.name}"
        content = path.read_bytes()
        try:
            yield Source(name, content.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            column = error.start - content.rfind(b"\n", 0, error.start)
            problems.append(Problem(name, line, column, "-", "is not UTF-8; save it as UTF-8"))


def _parsed(source: Source) -> Iterator[Entry | Problem]:
    for node in FluentParser().parse(source.text).body:
        if isinstance(node, ast.Junk):
            yield from _unread(source, node)
        elif isinstance(node, ast.Message):
            yield Entry(source, node.id.name, node)
        elif isinstance(node, ast.Term):
            yield Entry(source, f"-{node.id.name}", node)


def _unread(source: Source, junk: ast.Junk) -> Iterator[Problem]:
    first = _start(junk)
    key = source.text[first:].partition("=")[0].partition("\n")[0].strip() or "-"
    for note in junk.annotations or ():
        # The parser looks for what is missing on the next line; it is missing on this one.
        read = source.text[first : _start(note)]
        kept = read.rstrip()
        at = first + len(kept if "\n" in read[len(kept) :] else read)
        reason = (note.message or "").rstrip(".")
        yield source.problem(at, key, f"cannot be read ({reason}); mend the line")


def _add(entries: dict[str, Entry], entry: Entry, problems: list[Problem]) -> None:
    earlier = entries.setdefault(entry.key, entry)
    if earlier is not entry:
        place = earlier.problem("")
        message = f"stands at {place.file}:{place.line} already; rename or remove one of them"
        problems.append(entry.problem(message))
