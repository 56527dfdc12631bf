"""What a message asks: by which of its sentences, whose session is meant, what is said aside."""

from datetime import date

import pytest

from bot.ask.asked import Asked
from bot.ask.asker import Asker
from bot.ask.naming import Role
from bot.ask.sentences import clauses, sentences
from bot.domain.items import Kind
from tests.ask.conftest import Asking

TODAY = date(2018, 2, 12)


def read(asker: Asker, question: str) -> Asked:
    return asker.understand(*asker.mend(question), TODAY)


def test_a_message_is_cut_into_sentences_and_these_into_clauses() -> None:
    told, asked = sentences("I train staff (see v1.2). Any kit for that?")
    assert (told.text, told.asks, asked.asks) == ("I train staff (see v1.2).", False, True)
    assert sentences("هل من جديد؟")[0].asks
    assert clauses("coaching - is it on, or not") == ["coaching -", "is it on,", "or not"]


def test_the_sentence_that_asks_outweighs_the_one_that_tells_why(ask: Asking) -> None:
    told = "HR here, writing job descriptions. Have you a competency framework we can base on?"
    assert ask(told).answers[0] == "package/competency-framework"
    told = "Which workshop comes next? I need it for the travel budget of case management"
    assert ask(told, "2018-03-01T09:00+00:00").answers[0] == "workshop/nairobi-2018"


def test_a_session_of_ones_own_is_no_kind_that_is_asked_for(asker: Asker) -> None:
    assert read(asker, "case studies for my workshop next week").kinds == frozenset()
    assert read(asker, "case studies workshop next week").kinds == {Kind.WORKSHOP}


@pytest.mark.parametrize(
    "question",
    [
        "the coaching package, not the webinar",
        "le kit coaching, pas le webinaire",
        "el paquete de coaching, no el webinar",
        "حزمة الكوتشينغ مش الندوة",
    ],
)
def test_what_is_denied_at_the_end_is_not_asked_for(question: str, asker: Asker) -> None:
    assert read(asker, question).kinds == {Kind.PACKAGE}


@pytest.mark.parametrize(
    ("hasty", "plain"),
    [
        ("wat do u hav abt mines", "what do you have about mines"),
        ("koi sur les mines", "quoi sur les mines"),
        ("q hay x aora", "que hay por ahora"),
        ("وين الندوات هلق", "أين الندوات الآن"),
    ],
)
def test_a_word_in_haste_or_dialect_is_read_as_the_plain_one(
    hasty: str, plain: str, asker: Asker
) -> None:
    assert read(asker, hasty).words == read(asker, plain).words


def test_a_state_within_a_concept_is_none(asker: Asker) -> None:
    inside = read(asker, "bombas que quedan enterradas")
    assert not inside.ahead
    assert inside.names_subject


def test_who_organises_everything_is_no_subject_beside_a_kind(asker: Asker) -> None:
    beside, alone = read(asker, "Alliance packages"), read(asker, "Alliance")
    assert not beside.names_subject
    assert alone.names_subject


def test_a_concept_that_no_item_holds_is_another_subject(asker: Asker) -> None:
    (term,) = [one for one in read(asker, "webinar on child marriage").terms if one.focus]
    assert term.role is Role.FOREIGN


def test_a_number_behind_an_arabic_article_is_a_number(asker: Asker) -> None:
    assert read(asker, "مقاعد ال15").words[-1] == "15"


def test_a_time_at_which_nothing_fits_nearly_as_well_is_an_aside(ask: Asking) -> None:
    framework = "el marco de competencias ya lo revisaron o sigue el del 2010?"
    assert ask(framework, "2018-06-15T09:00+00:00").answers[0] == "news/2018-05"
    mapping = "low tech mapping for CP, you promised that webinar last year"
    assert ask(mapping).answers[0] == "webinar/mapping-tools"


def test_what_has_no_date_is_found_by_when_it_was_announced(ask: Asking) -> None:
    question = "what happened to the session on marginalised children you announced last year"
    assert ask(question).answers[0] == "webinar/marginalized-children"


def test_of_two_that_fit_as_well_the_one_that_covers_less_is_not_first(ask: Asking) -> None:
    question = "الندوة اللي عن العنف الجنسي ضد الاطفال المهمشين صار الها موعد؟"
    assert ask(question).answers[0] == "webinar/marginalized-children"


def test_the_place_of_a_clock_is_not_asked_about(ask: Asking) -> None:
    for question in (
        "el del 20 a qué hora es en hora de bogotá",
        "the one on feb 20, nairobi time?",
    ):
        assert ask(question).answers[0] == "webinar/coaching-1-defining"


def test_a_french_word_without_its_apostrophe_is_read(ask: Asking) -> None:
    assert ask("le bulletin davril", "2018-04-20T09:00+00:00").answers == ("news/2018-04",)


def test_a_number_behind_an_abbreviation_belongs_to_its_sentence() -> None:
    assert [one.text for one in sentences("coaching no. 2? thanks")] == [
        "coaching no. 2?",
        "thanks",
    ]


def test_who_wants_a_list_and_why_does_not_narrow_it(ask: Asking) -> None:
    plain = ask("all your training packages").answers
    assert len(plain) > 4
    assert ask("full list of your training packages").answers == plain
    assert ask("our donor wants a list of all your training packages").answers == plain
    slow = "all training packages pls, network here is very bad so just the list"
    assert ask(slow).answers == plain
    assert ask("a list of all training packages on nutrition").intent == "nothing"


def test_an_aside_behind_a_comma_does_not_hide_what_is_asked(ask: Asking) -> None:
    assert set(ask("the two 2015 ToTs, which cities").answers) == {
        "workshop/bangkok-2015",
        "workshop/beirut-2015",
    }
    assert ask("webinars in march, on nutrition").intent == "nothing"
