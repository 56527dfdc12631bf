"""What is kept of people's own words, and for how long: drafts, watches, questions passed on."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.items import Lang
from bot.domain.paging import Page
from bot.domain.questions import Author, Question, QuestionState
from bot.domain.watching import Watch


class Drafts(Protocol):
    """What was typed in a chat and is not sent yet, `about` something, inside a unit of work."""

    async def get(self, chat_id: int, about: str) -> str | None:
        """The words, unless their time is over."""

    async def keep(self, chat_id: int, about: str, words: str, until: datetime) -> None:
        """Keep these words in place of earlier ones."""

    async def drop(self, chat_id: int, about: str) -> None: ...

    async def purge(self) -> int:
        """Delete those whose time is over; returns how many."""


class Watches(Protocol):
    """What members wait on, inside a unit of work."""

    async def of(self, member_id: int) -> Sequence[Watch]:
        """The member's watches that still wait, oldest first."""

    async def waiting(self) -> Sequence[Watch]:
        """Everybody's watches that still wait, oldest first."""

    async def get(self, watch_id: int) -> Watch | None: ...

    async def add(self, watch: Watch) -> None:
        """Keep a new watch; its id is given by the database."""

    async def fired(self, watch_id: int) -> None:
        """It has come true: it waits on nothing any more."""

    async def renew(self, watch_id: int, known: frozenset[str]) -> None:
        """It waits again, on what is not among the `known` fingerprints."""

    async def drop(self, watch_id: int) -> None: ...

    async def purge(self, before: datetime) -> int:
        """Delete those that came true before an instant; returns how many."""


class Questions(Protocol):
    """What members asked coordinators, inside a unit of work."""

    async def ask(self, chat_id: int, lang: Lang, words: str) -> Question:
        """Keep a new question; its id is given by the database."""

    async def get(self, question_id: int) -> Question | None:
        """A question with its whole thread."""

    async def of(self, chat_id: int) -> int:
        """How many questions of a chat are kept."""

    async def asked_since(self, chat_id: int, since: datetime) -> int:
        """How many questions a chat has passed on later than an instant."""

    async def post(self, question_id: int, author: Author, words: str) -> None:
        """Add to the thread: a coordinator's post answers it, a member's opens it again."""

    async def mark(self, question_id: int, state: QuestionState) -> None: ...

    async def page(self, *states: QuestionState, number: int, newest: bool) -> Page[Question]:
        """A page of those in these states by the time of their last word, first posts only."""

    async def purge(self, before: datetime) -> int:
        """Delete the threads whose last word is older than an instant; returns how many."""
