"""glossary.yaml: the terms of the field that mean the same, in all languages."""

from pathlib import Path
from typing import Annotated

from pydantic import RootModel

from bot.catalogue.fields import Aliases, Slug, every_language
from bot.catalogue.mistakes import also
from bot.catalogue.reader import Reader, read_file
from bot.domain.vocabulary import Glossary

FILE = "glossary.yaml"


class GlossaryEntry(RootModel[dict[Slug, Annotated[dict[str, Aliases], also(every_language)]]]):
    """Concepts by id, each with its terms in every language."""


def read_glossary(path: Path, reader: Reader) -> Glossary:
    """The glossary in a file; a community may have none."""
    if not path.exists():
        return {}
    entry = reader.entry(read_file(path), GlossaryEntry)
    return {
        name: tuple(term for terms in by_language.values() for term in terms)
        for name, by_language in (entry.root.items() if entry else ())
    }
