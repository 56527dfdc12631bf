"""Questions passed on to coordinators and their threads, inside a unit of work."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, null, select, update

from bot.domain.items import Lang
from bot.domain.paging import SIZE, Page
from bot.domain.questions import Author, Post, Question, QuestionState
from bot.storage.columns import is_id
from bot.storage.engine import Line
from bot.storage.tables import posts, questions

_ask = (
    insert(questions)
    .values(
        chat_id=bindparam("chat"),
        lang=bindparam("language"),
        asked_at=bindparam("at"),
        last_at=bindparam("at"),
    )
    .returning(questions)
)
_get = select(questions).where(questions.c.id == bindparam("question"))
_thread = select(posts).where(posts.c.question_id == bindparam("question")).order_by(posts.c.id)
_of = select(func.count()).where(questions.c.chat_id == bindparam("chat"))
_asked_since = _of.where(questions.c.asked_at > bindparam("since"))
_one = update(questions).where(questions.c.id == bindparam("question"))
_moved = _one.values(state=bindparam("becomes"), last_at=bindparam("at"))
_marked = _one.values(state=bindparam("becomes"))
_in_states = questions.c.state.in_(bindparam("states", expanding=True))
_count = select(func.count()).where(_in_states)
_mate = posts.alias("mate")
_first = (
    select(func.min(_mate.c.id)).where(_mate.c.question_id == questions.c.id).correlate(questions)
)
_listed = (
    select(questions, posts.c.author, posts.c.words, posts.c.at)
    .select_from(questions)
    .join(posts, posts.c.id == _first.scalar_subquery())
    .where(_in_states)
    .limit(SIZE)
    .offset(bindparam("skipped"))
)
_newest = _listed.order_by(questions.c.last_at.desc(), questions.c.id.desc())
_oldest = _listed.order_by(questions.c.last_at, questions.c.id)
_own = select(questions.c.id).where(questions.c.chat_id == bindparam("user"))
_forget_posts = delete(posts).where(posts.c.question_id.in_(_own.scalar_subquery()))
_withdraw = (
    update(questions)
    .where(questions.c.chat_id == bindparam("user"))
    .values(chat_id=null(), state=QuestionState.WITHDRAWN.value)
)
_old = delete(questions).where(questions.c.last_at < bindparam("before"))


class Questions:
    """`bot.ports.kept.Questions`."""

    def __init__(self, line: Line, now: datetime) -> None:
        self._line, self._now = line, now

    async def ask(self, chat_id: int, lang: Lang, words: str) -> Question:
        first = Post(author=Author.MEMBER, words=words, at=self._now)
        values = {"chat": chat_id, "language": lang, "at": self._now}

        def write(connection: Connection) -> Question:
            row = connection.execute(_ask, values).one()
            connection.execute(insert(posts), _values(row.id, first))
            return _question(row, (first,))

        return await self._line.call(write)

    async def get(self, question_id: int) -> Question | None:
        values = {"question": question_id}
        rows = await self._line.rows(_get, values) if is_id(question_id) else ()
        if not rows:
            return None
        thread = await self._line.rows(_thread, values)
        return _question(rows[0], tuple(map(_post, thread)))

    async def of(self, chat_id: int) -> int:
        (row,) = await self._line.rows(_of, {"chat": chat_id})
        return int(row[0])

    async def asked_since(self, chat_id: int, since: datetime) -> int:
        (row,) = await self._line.rows(_asked_since, {"chat": chat_id, "since": since})
        return int(row[0])

    async def post(self, question_id: int, author: Author, words: str) -> None:
        post = Post(author=author, words=words, at=self._now)
        answered = author is Author.COORDINATOR
        state = QuestionState.ANSWERED if answered else QuestionState.OPEN
        values = {"question": question_id, "becomes": state.value, "at": self._now}
        await self._line.write(insert(posts), _values(question_id, post))
        await self._line.write(_moved, values)

    async def mark(self, question_id: int, state: QuestionState) -> None:
        await self._line.write(_marked, {"question": question_id, "becomes": state.value})

    async def page(self, *states: QuestionState, number: int, newest: bool) -> Page[Question]:
        values: dict[str, Any] = {"states": [state.value for state in states]}
        (row,) = await self._line.rows(_count, values)
        count = max(1, -(-int(row[0]) // SIZE))
        number = min(max(number, 0), count - 1)
        listed = _newest if newest else _oldest
        rows = await self._line.rows(listed, values | {"skipped": number * SIZE})
        entries = [_question(row, (_post(row),)) for row in rows]
        return Page(entries=entries, number=number, count=count)

    async def forget(self, user_id: int) -> None:
        """Withdraw what the person asked, and erase all words of it, the answers too."""
        await self._line.write(_forget_posts, {"user": user_id})
        await self._line.write(_withdraw, {"user": user_id})

    async def purge(self, before: datetime) -> int:
        return await self._line.write(_old, {"before": before})


def _values(question_id: int, post: Post) -> dict[str, Any]:
    return {
        "question_id": question_id,
        "author": post.author.value,
        "words": post.words,
        "at": post.at,
    }


def _question(row: Row[Any], thread: tuple[Post, ...]) -> Question:
    return Question(
        id=row.id,
        chat_id=row.chat_id,
        lang=row.lang,
        state=QuestionState(row.state),
        asked_at=row.asked_at,
        posts=thread,
    )


def _post(row: Row[Any]) -> Post:
    return Post(author=Author(row.author), words=row.words, at=row.at)
