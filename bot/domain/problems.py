"""A mistake in a file that a coordinator or a translator keeps, said so that it can be mended."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong at one place, and in `message` also what to do about it.

    `line` and `column` count from 1. `field` is the path of a value in a content file or the key of
    a message. Problems sort by file and place.
    """

    file: str
    line: int
    column: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.field}: {self.message}"
