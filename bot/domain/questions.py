"""Questions that members pass on to coordinators, and what is answered: a thread of posts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.entities import utf16_length
from bot.domain.items import Lang

MOST_A_DAY = 5
"""How many questions a member may pass on within a day."""

MOST_IN_A_ROW = 5
"""How many posts a member may add to a thread before a coordinator has answered."""

LONGEST = 3000
"""UTF-16 units of a post: one message holds it, with a question and what is said around both."""

KEPT = timedelta(days=90)
"""How long after its last word a thread is kept."""

ROOM = 3300
"""UTF-16 units of the posts that are shown at once, so that none is cut."""


class QuestionState(StrEnum):
    """Where a question stands: it waits, it was answered, that helped, or it was taken back."""

    OPEN = "open"
    ANSWERED = "answered"
    HELPED = "helped"
    WITHDRAWN = "withdrawn"


class Author(StrEnum):
    """Who wrote a post. Which coordinator it was is not kept."""

    MEMBER = "member"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What somebody wrote in a thread, word for word."""

    author: Author
    words: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with its posts, oldest first; in a list the first post only.

    `chat_id` is the asker's private chat (None: withdrawn), for the program alone: nobody is shown
    it. `lang` is the language in which the asker reads.
    """

    id: int
    chat_id: int | None
    lang: Lang
    state: QuestionState
    asked_at: datetime
    posts: tuple[Post, ...] = ()

    @property
    def words(self) -> str:
        """The question itself; empty when it was withdrawn."""
        return self.posts[0].words if self.posts else ""

    @property
    def answers(self) -> int:
        """How often coordinators have answered."""
        return sum(post.author is Author.COORDINATOR for post in self.posts)

    @property
    def waiting(self) -> int:
        """How many posts the member has added since the last answer."""
        count = 0
        for post in reversed(self.posts):
            if post.author is Author.COORDINATOR:
                break
            count += 1
        return count


def fits(words: str) -> bool:
    """Whether a post is short enough to be kept and shown whole."""
    return utf16_length(words) <= LONGEST


def pages(posts: Sequence[Post]) -> list[Sequence[Post]]:
    """The posts in as few pages as can be shown whole, in their order; at least one page."""
    found: list[list[Post]] = [[]]
    room = ROOM
    for post in posts:
        length = utf16_length(post.words)
        if found[-1] and length > room:
            found.append([])
            room = ROOM
        found[-1].append(post)
        room -= length
    return list(found)
