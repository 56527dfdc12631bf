"""When a watch comes true."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.answer import Answer, Ask
from bot.domain.items import News, Webinar
from bot.domain.watching import Watch, arrived, fingerprint, fingerprints
from tests.domain.items import catalogue, make

NOW = datetime(2018, 2, 12, 9, tzinfo=UTC)
OLD = make(Webinar, "old")
NEW = make(Webinar, "new", languages=("fr",))


def answering(*ids: str, intent: str = "answer") -> Ask:
    """Answers whatever is asked with these."""

    def ask(*_: object) -> Answer:
        return Answer(intent, ids)

    return ask


def watch(*known: Webinar) -> Watch:
    return Watch(
        id=1,
        member_id=5,
        words="webinars in French?",
        lang="en",
        known=fingerprints(known),
        created_at=NOW,
    )


def test_an_item_that_was_not_there_comes_true() -> None:
    held = catalogue(OLD, NEW)
    assert arrived(watch(OLD), answering(NEW.id), held, NOW) == (NEW,)


def test_an_item_that_is_stated_otherwise_than_before_comes_true() -> None:
    now_in_french = replace(OLD, languages=("fr",))
    found = arrived(watch(OLD), answering(OLD.id), catalogue(now_in_french), NOW)
    assert found == (now_in_french,)


def test_an_old_item_that_time_alone_lets_answer_does_not() -> None:
    assert arrived(watch(OLD), answering(OLD.id), catalogue(OLD, NEW), NOW) == ()


def test_only_an_answer_comes_true() -> None:
    held = catalogue(OLD, NEW)
    for intent in ("nothing", "help", "safeguarding"):
        assert arrived(watch(OLD), answering(NEW.id, intent=intent), held, NOW) == ()


def test_the_place_in_a_file_says_nothing_new_of_an_item() -> None:
    assert fingerprint(replace(OLD, order=7, source="page 2")) == fingerprint(OLD)


def test_items_of_the_same_words_have_fingerprints_of_their_own() -> None:
    assert len(fingerprints([OLD, NEW, make(News, "old")])) == 3
