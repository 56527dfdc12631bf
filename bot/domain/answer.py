"""What a question was understood as."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.gaps import Gap
from bot.domain.items import Lang
from bot.domain.last_answer import Conditions, LastAnswer


@dataclass(frozen=True, slots=True)
class Answer:
    """`intent` is ``answer``, ``nothing``, ``safeguarding`` or ``help``; ids stand best first.

    `answers` are the items that answer, `suggestions` those to offer where nothing does. `on_topic`
    says of a ``nothing`` whether the catalogue could come to hold what is asked for: a kind of
    item, a language or a subject of the field is named. `asked` is what the question asked for,
    None where that is nothing to follow. `follows` says that it was read as following the last
    answer, and `fact` which fact of the items it is then about: a name of the section `follow` in
    ask.yaml, ``number`` where it named one that was not shown. `gap` is what to count of a question
    that had no answer.
    """

    intent: str
    answers: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    on_topic: bool = False
    asked: Conditions | None = None
    follows: bool = False
    fact: str = ""
    gap: Gap | None = None


class Ask(Protocol):
    """Answers questions."""

    def __call__(
        self, question: str, lang: Lang, now: datetime, last: LastAnswer | None = None, /
    ) -> Answer:
        """What the catalogue answers a member who speaks `lang`, at `now`, an aware instant.

        `last` is what they were shown before, where the question may follow it.
        """
