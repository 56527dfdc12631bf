"""What a question was understood as."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.domain.items import Lang


@dataclass(frozen=True, slots=True)
class Answer:
    """`intent` is ``answer``, ``nothing``, ``safeguarding`` or ``help``; ids stand best first.

    `answers` are the items that answer, `suggestions` those to offer where nothing does. `on_topic`
    says of a ``nothing`` whether the catalogue could come to hold what is asked for: a kind of
    item, a language or a subject of the field is named.
    """

    intent: str
    answers: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    on_topic: bool = False


Ask: TypeAlias = Callable[[str, Lang, datetime], Answer]
"""(question, the member's language, now as aware UTC) -> what the catalogue answers."""
