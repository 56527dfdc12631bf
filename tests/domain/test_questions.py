"""Threads between a member and the coordinators."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.entities import utf16_length
from bot.domain.questions import (
    LONGEST,
    ROOM,
    Author,
    Post,
    Question,
    QuestionState,
    fits,
    pages,
)

NOW = datetime(2018, 2, 12, 9, tzinfo=UTC)


def post(words: str, author: Author = Author.MEMBER) -> Post:
    return Post(author=author, words=words, at=NOW)


def thread(*authors: str) -> Question:
    posts = tuple(post(str(at), Author(one)) for at, one in enumerate(authors))
    return Question(id=1, chat_id=5, lang="en", state=QuestionState.OPEN, asked_at=NOW, posts=posts)


def test_the_question_is_its_first_post() -> None:
    assert thread("member", "coordinator").words == "0"
    assert thread().words == ""


def test_answers_and_what_waits_for_one_are_counted() -> None:
    question = thread("member", "coordinator", "coordinator", "member", "member")
    assert (question.answers, question.waiting) == (2, 2)
    assert thread("member", "coordinator").waiting == 0
    assert thread("member").waiting == 1


def test_the_length_is_counted_as_telegram_counts_it() -> None:
    assert fits("x" * LONGEST)
    assert not fits("x" * (LONGEST + 1))
    assert not fits("😀" * (LONGEST // 2 + 1))


@given(st.lists(st.integers(min_value=0, max_value=LONGEST)))
def test_pages_hold_every_post_in_its_order_and_none_holds_too_much(lengths: list[int]) -> None:
    posts = [post("x" * length) for length in lengths]
    found = pages(posts)
    assert [one for page in found for one in page] == posts
    assert all(sum(utf16_length(one.words) for one in page) <= ROOM for page in found)
    assert len(found) >= 1
