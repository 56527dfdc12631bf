from datetime import timedelta

from bot.domain.questions import Author, Post, QuestionState
from bot.ports.storage import Storage
from tests.storage.samples import LATER, NOW

OPEN, ANSWERED = QuestionState.OPEN, QuestionState.ANSWERED
WORDS = "how do I apply?\0 \ud83d"


async def asked(storage: Storage, *words: str, chat_id: int = 5) -> list[int]:
    """Pass these on; returns their ids."""
    async with storage.unit(NOW) as unit:
        return [(await unit.questions.ask(chat_id, "fr", one)).id for one in words]


async def listed(storage: Storage, *states: QuestionState, newest: bool = False) -> list[int]:
    async with storage.unit(NOW) as unit:
        page = await unit.questions.page(*states, number=0, newest=newest)
        return [one.id for one in page.entries]


async def test_a_question_is_kept_with_its_words(storage: Storage) -> None:
    async with storage.unit(NOW) as unit:
        question = await unit.questions.ask(5, "fr", WORDS)
    assert (question.chat_id, question.lang, question.state) == (5, "fr", OPEN)
    assert question.posts == (Post(author=Author.MEMBER, words=WORDS, at=NOW),)
    async with storage.unit(NOW) as unit:
        assert await unit.questions.get(question.id) == question
        assert await unit.questions.get(question.id + 1) is None
        assert await unit.questions.get(10**40) is None


async def test_an_answer_closes_a_question_and_more_of_the_member_opens_it(
    storage: Storage,
) -> None:
    (number,) = await asked(storage, WORDS)
    async with storage.unit(LATER) as unit:
        await unit.questions.post(number, Author.COORDINATOR, "by mail")
        answered = await unit.questions.get(number)
        await unit.questions.post(number, Author.MEMBER, "to whom?")
        again = await unit.questions.get(number)
        await unit.questions.mark(number, QuestionState.HELPED)
        helped = await unit.questions.get(number)
    assert answered
    assert again
    assert helped
    assert [one.state for one in (answered, again, helped)] == [ANSWERED, OPEN, "helped"]
    assert [one.words for one in again.posts] == [WORDS, "by mail", "to whom?"]
    assert [one.at for one in again.posts] == [NOW, LATER, LATER]


async def test_open_ones_are_listed_by_how_long_they_wait_and_answered_ones_the_latest_first(
    storage: Storage,
) -> None:
    first, second, third = await asked(storage, "1", "2", "3")
    async with storage.unit(LATER) as unit:
        await unit.questions.post(first, Author.MEMBER, "more")
    assert await listed(storage, OPEN) == [second, third, first]
    async with storage.unit(LATER) as unit:
        for number in (second, third):
            await unit.questions.post(number, Author.COORDINATOR, "yes")
        await unit.questions.mark(second, QuestionState.HELPED)
    assert await listed(storage, OPEN) == [first]
    assert await listed(storage, ANSWERED, QuestionState.HELPED, newest=True) == [third, second]


async def test_a_list_is_told_by_pages_and_a_page_beyond_the_last_is_the_last(
    storage: Storage,
) -> None:
    numbers = await asked(storage, *map(str, range(8)))
    async with storage.unit(NOW) as unit:
        page = await unit.questions.page(OPEN, number=7, newest=False)
        assert (page.number, page.count) == (1, 2)
        assert [(one.id, one.words) for one in page.entries] == [
            (numbers[6], "6"),
            (numbers[7], "7"),
        ]
        empty = await unit.questions.page(ANSWERED, number=0, newest=True)
        assert (list(empty.entries), empty.number, empty.count) == ([], 0, 1)


async def test_questions_are_counted_by_chat_and_by_time(storage: Storage) -> None:
    await asked(storage, "1", "2")
    await asked(storage, "3", chat_id=6)
    async with storage.unit(NOW) as unit:
        assert await unit.questions.of(5) == 2
        assert await unit.questions.asked_since(5, NOW - timedelta(days=1)) == 2
        assert await unit.questions.asked_since(5, NOW) == 0


async def test_forgetting_withdraws_the_questions_and_erases_the_answers(
    storage: Storage,
) -> None:
    (mine,), (other,) = await asked(storage, WORDS), await asked(storage, "x", chat_id=6)
    async with storage.unit(NOW) as unit:
        await unit.questions.post(mine, Author.COORDINATOR, "by mail")
        await unit.members.forget(5)
    async with storage.unit(NOW) as unit:
        question = await unit.questions.get(mine)
        assert question
        assert (question.chat_id, question.state) == (None, QuestionState.WITHDRAWN)
        assert question.posts == ()
        assert await unit.questions.get(other)
    assert await listed(storage, *QuestionState) == [other]


async def test_a_thread_is_purged_by_its_last_word_and_its_number_is_not_given_again(
    storage: Storage,
) -> None:
    old, living = await asked(storage, "1", "2")
    async with storage.unit(LATER) as unit:
        await unit.questions.post(living, Author.COORDINATOR, "yes")
        assert await unit.questions.purge(LATER) == 1
        assert await unit.questions.get(old) is None
        assert await unit.questions.get(living)
        assert await unit.questions.purge(LATER + timedelta(seconds=1)) == 1
    assert (await asked(storage, "3"))[0] > living
