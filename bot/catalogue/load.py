"""From a folder of content to the catalogue, or to everything that is wrong with it."""

from collections.abc import Sequence
from pathlib import Path

from bot.catalogue import build
from bot.catalogue.files import YAML, kept_files
from bot.catalogue.glossary import FILE as GLOSSARY
from bot.catalogue.glossary import read_glossary
from bot.catalogue.problems import ContentError, Problem
from bot.catalogue.reader import Reader, read_file
from bot.catalogue.references import check_references, declared_id
from bot.catalogue.schema import ENTRIES, CommunityEntry, ItemEntry, UnclearEntry
from bot.catalogue.yaml_marks import Document
from bot.domain.catalogue import Catalogue, Community
from bot.domain.items import Item, Lang

COMMUNITY = "community.yaml"


def load(folder: Path, languages: Sequence[Lang]) -> Catalogue:
    """The catalogue of a content folder; `languages` are those that the bot speaks, in order.

    Raises ContentError with all mistakes of all files.
    """
    reader = Reader(languages)
    about = read_file(folder / COMMUNITY)
    community = _community(about, reader)
    glossary, concepts = read_glossary(folder / GLOSSARY, reader)
    others = (folder / COMMUNITY, folder / GLOSSARY)
    paths = sorted(kept_files(folder, YAML)) if folder.is_dir() else []
    documents = [read_file(path) for path in paths if path not in others]
    items = [item for document in documents if (item := _item(document, reader)) is not None]
    if not documents:
        told = "holds no items; write one file an item, such as webinar/mine-risk.yaml"
        reader.problems.append(Problem(folder.as_posix(), 1, 1, "folder", told))
    reader.problems += check_references(about, documents)
    if reader.problems or community is None:
        raise ContentError(reader.problems)
    ordered = sorted(items, key=lambda item: item.order)
    by_id = {item.id: item for item in ordered}
    return Catalogue(community=community, items=by_id, glossary=glossary, concepts=concepts)


def _community(document: Document, reader: Reader) -> Community | None:
    entry = reader.entry(document, CommunityEntry)
    return build.community(entry) if entry else None


def _item(document: Document, reader: Reader) -> Item | None:
    entry = reader.entry(document, _model(document))
    return build.item(entry, reader.languages) if entry else None


def _model(document: Document) -> type[ItemEntry]:
    """By the kind in the id, else by the folder that the file lies in."""
    for kind in ((declared_id(document) or "").partition("/")[0], Path(document.file).parent.name):
        if kind in ENTRIES:
            return ENTRIES[kind]
    return UnclearEntry
