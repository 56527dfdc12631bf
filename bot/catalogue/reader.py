"""YAML files to checked entries, the mistakes of all of them gathered."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from bot.catalogue.mistakes import mistakes
from bot.catalogue.problems import Problem
from bot.catalogue.yaml_marks import Document, read
from bot.domain.items import Lang

AnyEntry = TypeVar("AnyEntry", bound=BaseModel)


def read_file(path: Path) -> Document:
    """The document of a file; one that cannot be opened holds that as its problem."""
    name = path.as_posix()
    try:
        return read(name, path.read_bytes())
    except FileNotFoundError:
        told = "is missing; put it there"
    except OSError as error:
        told = f"cannot be opened ({error.strerror}); see to its rights"
    return Document(file=name, broken=True, problems=[Problem(name, 1, 1, "file", told)])


@dataclass
class Reader:
    """Makes entries of documents without a mistake and gathers the problems of the others."""

    languages: Sequence[Lang]
    problems: list[Problem] = field(default_factory=list)

    def entry(self, document: Document, model: type[AnyEntry]) -> AnyEntry | None:
        """The entry of a document, or None where there is anything wrong with it."""
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
