"""From a folder of content to the catalogue, or to everything that is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
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
    reader = _Reader(languages)
    about = _read(folder / COMMUNITY)
    community = reader.community(about)
    paths = sorted(kept_files(folder, YAML)) if folder.is_dir() else []
    documents = [_read(path) for path in paths if path != folder / COMMUNITY]
    items = [item for document in documents if (item := reader.item(document)) is not None]
    if not documents:
        told = "holds no items; write one file an item, such as webinar/mine-risk.yaml"
        reader.problems.append(Problem(folder.as_posix(), 1, 1, "folder", told))
    reader.problems += check_references(about, documents)
    if reader.problems or community is None:
        raise ContentError(reader.problems)
    ordered = sorted(items, key=lambda item: item.order)
    return Catalogue(community=community, items={item.id: item for item in ordered})


def _read(path: Path) -> Document:
    name = path.as_posix()
    try:
        return read(name, path.read_bytes())
    except FileNotFoundError:
        told = "is missing; put it there"
    except OSError as error:
        told = f"cannot be opened ({error.strerror}); see to its rights"
    return Document(file=name, broken=True, problems=[Problem(name, 1, 1, "file", told)])


@dataclass
class _Reader:
    """Makes values of documents without a mistake and gathers the problems of the others."""

    languages: Sequence[Lang]
    problems: list[Problem] = field(default_factory=list)

    def community(self, document: Document) -> Community | None:
        entry = self.entry(document, CommunityEntry)
        return build.community(entry) if entry else None

    def item(self, document: Document) -> Item | None:
        entry = self.entry(document, _model(document))
        return build.item(entry, self.languages) if entry else None

    def entry(self, document: Document, model: type[AnyEntry]) -> AnyEntry | None:
        self.problems += document.problems
        if document.broken:
            return None
        if not isinstance(document.value, dict):
            told = "must hold lines of `key: value`; write them"
            self.problems.append(document.problem((), told))
            return None
        try:
            entry = model.model_validate(document.value, context={"languages": self.languages})
        except ValidationError as error:
            self.problems += (
                document.problem(one.path, one.message, at_key=one.at_key)
                for one in mistakes(error)
            )
            return None
        return None if document.problems else entry


def _model(document: Document) -> type[ItemEntry]:
    """By the kind in the id, else by the folder that the file lies in."""
    for kind in ((declared_id(document) or "").partition("/")[0], Path(document.file).parent.name):
        if kind in ENTRIES:
            return ENTRIES[kind]
    return UnclearEntry
