from datetime import date

from bot.domain.gaps import Gap, GapCount, TopicGap, by_topic

FRENCH = Gap("en", ("kind/webinar", "in/fr"), "webinars french")
DAY = date(2018, 2, 12)


def asked(gap: Gap, people: int, day: date = DAY, times: int = 1) -> list[GapCount]:
    return [GapCount(gap=gap, day=day, mark=f"m{n}", times=times) for n in range(people)]


def test_nothing_asked_is_no_gap() -> None:
    assert by_topic([]) == {}


def test_five_people_name_a_topic_and_show_a_wording() -> None:
    found = by_topic(asked(FRENCH, 5))["en"]
    assert found == [
        TopicGap(topic="in/fr", questions=5, people=5, wordings=("webinars french",)),
        TopicGap(topic="kind/webinar", questions=5, people=5, wordings=("webinars french",)),
    ]


def test_four_people_are_counted_among_the_rest() -> None:
    assert by_topic(asked(FRENCH, 4)) == {"en": [TopicGap(topic=None, questions=4, people=0)]}


def test_one_person_who_asks_again_and_again_stays_one() -> None:
    days = [date(2018, 2, day) for day in range(1, 20)]
    counts = [one for day in days for one in asked(FRENCH, 1, day, times=3)]
    assert by_topic(counts)["en"] == [TopicGap(topic=None, questions=57, people=0)]


def test_the_marks_of_several_months_are_not_added_up() -> None:
    months = [date(2018, month, 3) for month in (1, 2, 3, 4)]
    counts = [one for day in months for one in asked(FRENCH, 2, day)]
    assert by_topic(counts)["en"] == [TopicGap(topic=None, questions=8, people=0)]


def test_a_topic_is_named_without_a_wording_where_each_asked_in_other_words() -> None:
    counts = [
        GapCount(gap=Gap("en", ("in/fr",), f"words {n}"), day=DAY, mark=f"m{n}", times=1)
        for n in range(6)
    ]
    assert by_topic(counts)["en"] == [TopicGap(topic="in/fr", questions=6, people=6)]


def test_what_holds_no_known_word_is_no_wording() -> None:
    (found,) = by_topic(asked(Gap("en", ("in/fr",)), 6))["en"]
    assert found.wordings == ()


def test_the_language_and_the_topic_asked_for_most_come_first() -> None:
    arabic = Gap("ar", ("in/ar",), "ندوات")
    swahili = Gap("ar", ("in/sw",), "حزم")
    counts = [*asked(FRENCH, 5), *asked(arabic, 5), *asked(swahili, 9)]
    found = by_topic(counts)
    assert list(found) == ["ar", "en"]
    assert [one.topic for one in found["ar"]] == ["in/sw", "in/ar"]
