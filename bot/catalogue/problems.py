"""What is raised when content has mistakes."""

from collections.abc import Iterable

from bot.domain.problems import Problem

__all__ = ["ContentError", "Problem"]


class ContentError(Exception):
    """The content has mistakes.

    `problems` holds all those of all files, in order; `str()` lists them, one a line.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
