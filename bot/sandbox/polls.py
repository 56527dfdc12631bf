"""Polls and quizzes, and what a vote does to them."""

import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.entities import Entity
from bot.sandbox.errors import SandboxError

MAX_OPTION = 100
MAX_OPTIONS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer of a poll; `key` is its `persistent_id`, which survives a change of order.

    `by` is the person who added it to the poll, and `added` when.
    """

    text: str
    entities: tuple[Entity, ...] = ()
    key: str = field(default_factory=lambda: secrets.token_hex(8))
    by: int = 0
    added: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """A poll as it stands; `votes` are the chosen options of each person, by their positions.

    People may add options to a `growing` one; a `hidden` one shows no results before it closes.
    """

    id: str
    question: str
    options: tuple[Option, ...]
    question_entities: tuple[Entity, ...] = ()
    description: str = ""
    description_entities: tuple[Entity, ...] = ()
    explanation: str = ""
    explanation_entities: tuple[Entity, ...] = ()
    correct: tuple[int, ...] = ()
    quiz: bool = False
    anonymous: bool = True
    multiple: bool = False
    revoting: bool = True
    growing: bool = False
    hidden: bool = False
    closed: bool = False
    open_period: int = 0
    closes: datetime | None = None
    votes: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def voted(self, person: int, choice: tuple[int, ...], now: datetime) -> "Poll":
        """The poll after a vote; an empty choice takes one back.

        Raises SandboxError where a messenger would not let the person do it.
        """
        if self.closed or (self.closes and now >= self.closes):
            raise SandboxError("This poll is closed.")
        if person in self.votes and not self.revoting:
            raise SandboxError("An answer to this poll cannot be changed.")
        if len(choice) > 1 and not self.multiple:
            raise SandboxError("Only one answer can be chosen here.")
        if not choice and person not in self.votes:
            raise SandboxError("There is no vote to take back.")
        if not set(choice) <= set(range(len(self.options))):
            raise SandboxError("The poll has no such option.")
        votes = {key: value for key, value in self.votes.items() if key != person}
        if choice:
            votes[person] = tuple(sorted(set(choice)))
        return replace(self, votes=votes)

    def grown(self, option: Option, most: int) -> "Poll":
        """The poll with an option more, of `most`. Raises SandboxError where nobody may add one."""
        if self.closed or not self.growing or len(self.options) >= most:
            raise SandboxError("No option can be added to this poll.")
        if option.text in [other.text for other in self.options]:
            raise SandboxError("The poll has this option already.")
        return replace(self, options=(*self.options, option))

    def counts(self) -> list[int]:
        """How many people chose each option."""
        return [
            sum(index in choice for choice in self.votes.values())
            for index in range(len(self.options))
        ]
