"""What a question was understood as."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.domain.items import Lang


@dataclass(frozen=True, slots=True)
class Answer:
    """`intent` is ``answer``, ``nothing``, ``safeguarding`` or ``help``; ids stand best first.

    `answers` are the items that answer, `suggestions` those to offer where nothing does.
    """

    intent: str
    answers: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


Ask: TypeAlias = Callable[[str, Lang, datetime], Answer]
"""(question, the member's language, now as aware UTC) -> what the catalogue answers."""
