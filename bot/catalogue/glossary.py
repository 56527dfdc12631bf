"""glossary.yaml: the terms of the field that mean the same, in all languages."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import RootModel

from bot.catalogue.fields import Aliases, Slug, every_language
from bot.catalogue.mistakes import also
from bot.catalogue.reader import Reader, read_file
from bot.domain.items import Labels
from bot.domain.vocabulary import Glossary

FILE = "glossary.yaml"


class GlossaryEntry(RootModel[dict[Slug, Annotated[dict[str, Aliases], also(every_language)]]]):
    """Concepts by id, each with its terms in every language."""


def read_glossary(path: Path, reader: Reader) -> tuple[Glossary, Mapping[str, Labels]]:
    """The glossary in a file, and each concept's name: its first term in every language.

    A community may have none.
    """
    entry = reader.entry(read_file(path), GlossaryEntry) if path.exists() else None
    concepts = entry.root if entry else {}
    glossary = {
        name: tuple(term for terms in by_language.values() for term in terms)
        for name, by_language in concepts.items()
    }
    names = {
        name: {lang: terms[0] for lang, terms in by_language.items() if terms}
        for name, by_language in concepts.items()
    }
    return glossary, names
