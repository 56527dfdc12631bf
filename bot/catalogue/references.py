"""What items say of each other and of the community's words: every id must lead somewhere.

This goes by what the files say, not by the finished items, so that a mistake elsewhere in a file
neither hides a dangling id nor makes an id of its own seem to be missing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter

from bot.catalogue.mistakes import meant
from bot.catalogue.yaml_marks import Document, Path
from bot.domain.items import Kind
from bot.domain.problems import Problem
from bot.domain.when import Span, parse_when

_ID_LINE = re.compile(r"^id:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)
_WORDS_OF_THE_COMMUNITY = {"topics": "topics", "series": "series", "organiser": "organisations"}


def check_references(community: Document, items: Sequence[Document]) -> Iterator[Problem]:
    """The problems between files: ids and orders given twice, ids that lead nowhere, circles."""
    by_id = {name: one for one in reversed(items) if (name := declared_id(one))}
    yield from _twice(items, "id")
    yield from _twice(items, "order")
    for document in items:
        yield from _items_named(document, by_id)
        yield from _words_named(document, community)
    yield from _circles(by_id)
    yield from _about(community, by_id)


def declared_id(document: Document) -> str | None:
    """The id that a file gives, even one that cannot be read otherwise."""
    if document.broken:
        found = _ID_LINE.search(document.text)
        return found[1] if found else None
    return next((name for _, name in _named(document, "id")), None)


def _named(document: Document, key: str) -> list[tuple[Path, str]]:
    """The ids that stand under a key, alone, as a list or in a mapping with `id`."""
    value = document.value.get(key) if isinstance(document.value, dict) else None
    if isinstance(value, str):
        return [((key,), value.strip())]
    if isinstance(value, list):
        return [((key, at), one.strip()) for at, one in enumerate(value) if isinstance(one, str)]
    if isinstance(value, dict) and isinstance(inner := value.get("id"), str):
        return [((key, "id"), inner.strip())]
    return []


def _twice(items: Sequence[Document], key: str) -> Iterator[Problem]:
    first: dict[str, Document] = {}
    for document in items:
        for path, value in _named(document, key):
            other = first.setdefault(value, document)
            if other is not document:
                place = other.problem(path, "")
                told = f"is also the {key} of {place.file}:{place.line}; give one of them another"
                yield document.problem(path, told)


def _items_named(document: Document, by_id: Mapping[str, Document]) -> Iterator[Problem]:
    own = declared_id(document)
    for key in ("related", "supersedes"):
        for path, name in _named(document, key):
            if name == own:
                yield document.problem(path, "is the item itself; take it out")
            elif name not in by_id:
                yield document.problem(path, f"no item has this id{meant(name, by_id)}")
            elif key == "supersedes" and _is_later(by_id[name], document):
                told = "has a later as_of than the item that supersedes it; mend one of them"
                yield document.problem(path, told)


def _is_later(one: Document, other: Document) -> bool:
    first, second = _as_of(one), _as_of(other)
    return first is not None and second is not None and first.last > second.last


def _as_of(document: Document) -> Span | None:
    with suppress(ValueError):
        for _, text in _named(document, "as_of"):
            found = parse_when(text)
            return found if isinstance(found, Span) else None
    return None


def _words_named(document: Document, community: Document) -> Iterator[Problem]:
    if not isinstance(community.value, dict):
        return
    for key, words in _WORDS_OF_THE_COMMUNITY.items():
        known = community.value.get(words)
        if not isinstance(known, dict):
            continue
        for path, name in _named(document, key):
            if name not in known:
                told = f"is not among the {words} of {community.file}{meant(name, known)}"
                yield document.problem(path, told)


def _circles(by_id: Mapping[str, Document]) -> Iterator[Problem]:
    olders = {
        name: {older for _, older in _named(document, "supersedes") if older in by_id} - {name}
        for name, document in by_id.items()
    }
    while True:
        try:
            TopologicalSorter(olders).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1]
            newer, older = min(zip(circle[1:], circle, strict=False))
            told = f"ends in a circle ({' < '.join(circle)}); an item cannot supersede a newer one"
            olders[newer].discard(older)
            yield by_id[newer].problem(("supersedes",), told)
        else:
            return


def _about(community: Document, by_id: Mapping[str, Document]) -> Iterator[Problem]:
    for path, name in _named(community, "about"):
        pages = [one for one in by_id if one.startswith(f"{Kind.PAGE}/")]
        if name not in pages:
            yield community.problem(path, f"no page has this id{meant(name, pages)}")
