"""From a folder of content to the catalogue, or to everything that is wrong with it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from bot.catalogue import build
from bot.catalogue.files import YAML, kept_files
from bot.catalogue.mistakes import Entry, mistakes
from bot.catalogue.problems import ContentError, Problem
from bot.catalogue.references import check_references, declared_id
from bot.catalogue.schema import ENTRIES, CommunityEntry, ItemEntry, UnclearEntry
from bot.catalogue.yaml_marks import Document, read
from bot.domain.catalogue import Catalogue, Community
from bot.domain.items import Item, Lang

COMMUNITY = "community.yaml"
AnyEntry = TypeVar("AnyEntry", bound=Entry)


def load(folder: Path, languages: Sequence[Lang]) -> Catalogue:
    """The catalogue of a content folder; `languages` are those that the bot speaks, in order.

    Raises ContentError with all mistakes of all files.
    """
    problems: list[Problem] = []
    community, found = _community(folder / COMMUNITY, languages, problems)
    documents: list[Document] = []
    items: list[Item] = []
    for path in sorted(kept_files(folder, YAML) if folder.is_dir() else ()):
        if path != folder / COMMUNITY:
            document = _read(path)
            documents.append(document)
            items += _items(document, languages, problems)
    if not documents:
        told = "holds no items; write one file an item, such as webinar/mine-risk.yaml"
        problems.append(Problem(folder.as_posix(), 1, 1, "folder", told))
    problems += check_references(community, documents)
    if problems or found is None:
        raise ContentError(problems)
    ordered = sorted(items, key=lambda item: item.order)
    return Catalogue(community=found, items={item.id: item for item in ordered})


def _read(path: Path) -> Document:
    name = path.as_posix()
    try:
        return read(name, path.read_bytes())
    except FileNotFoundError:
        told = "is missing; put it there"
    except OSError as error:
        told = f"cannot be opened ({error.strerror}); see to its rights"
    return Document(file=name, broken=True, problems=[Problem(name, 1, 1, "file", told)])


def _community(
    path: Path, languages: Sequence[Lang], problems: list[Problem]
) -> tuple[Document, Community | None]:
    document = _read(path)
    for entry in _checked(document, CommunityEntry, languages, problems):
        return document, build.community(entry)
    return document, None


def _items(
    document: Document, languages: Sequence[Lang], problems: list[Problem]
) -> Iterator[Item]:
    for entry in _checked(document, _model(document), languages, problems):
        yield build.item(entry, languages)


def _model(document: Document) -> type[ItemEntry]:
    """By the kind in the id, else by the folder that the file lies in."""
    for kind in ((declared_id(document) or "").partition("/")[0], Path(document.file).parent.name):
        if kind in ENTRIES:
            return ENTRIES[kind]
    return UnclearEntry


def _checked(
    document: Document, model: type[AnyEntry], languages: Sequence[Lang], problems: list[Problem]
) -> Iterator[AnyEntry]:
    """The entry of a document that has no mistake; notes those of one that has."""
    before = len(problems)
    problems += document.problems
    if not document.broken and not isinstance(document.value, dict):
        problems.append(document.problem((), "must hold lines of `key: value`; write them"))
    elif isinstance(document.value, dict):
        try:
            entry = model.model_validate(document.value, context={"languages": languages})
        except ValidationError as error:
            problems += (
                document.problem(one.path, one.message, at_key=one.at_key)
                for one in mistakes(error)
            )
        else:
            if len(problems) == before:
                yield entry
