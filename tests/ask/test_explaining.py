"""Why an answer was given, for whoever mends an alias."""

from datetime import UTC, datetime

from bot.ask.asker import Asker

NOW = datetime(2018, 2, 12, 9, tzinfo=UTC)


def test_an_explanation_names_words_corrections_filters_and_scores(asker: Asker) -> None:
    told = "\n".join(asker.explain("coahcing webinars in march qwertyx", "en", NOW))
    for part in (
        "coahcing -> coaching",
        "kind:        webinar",
        "2018-03-01 .. 2018-03-31",
        "qwertyx",
        "in no item",
        "webinar/coaching-2-skills-and-models",
    ):
        assert part in told


def test_an_explanation_of_a_list_ends_with_its_answer(asker: Asker) -> None:
    lines = list(asker.explain("next webinar", "en", NOW))
    assert lines[-2:] == [
        "intent:      answer",
        "answer:      webinar/coaching-1-defining",
    ]
