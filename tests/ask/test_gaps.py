"""What is left to count of a question that had no answer."""

from datetime import UTC, datetime

import pytest

from bot.ask.conversation import Conversation
from bot.domain.gaps import Gap
from bot.domain.items import Kind
from bot.domain.last_answer import Conditions, answered

NOW = datetime(2018, 2, 12, 9, tzinfo=UTC)


def gap(conversation: Conversation, question: str, lang: str = "en") -> Gap:
    found = conversation(question, lang, NOW)
    assert found.intent == "nothing", question
    assert found.gap is not None
    return found.gap


DETAILS = [
    (
        (
            "does Maria Gonzalez of Bukavu (maria.g@child-protection.org, +243 99 123 45 67) "
            "offer case management training in Swahili on 3 March 2018? https://training.example/m"
        ),
        "maria gonzalez bukavu g child protection org 243 99 123 45 67 3 march 2018 https example",
    ),
    ("is Angie Bamgbose giving webinars in Portuguese?", "angie bamgbose"),
    ("webinaires en swahili avec Élodie Kahindo à Goma le 12/05 ?", "elodie kahindo goma 12 05"),
    (
        "Lucía Pérez de Cúcuta quiere paquetes en quechua, cel 300-555-0199",
        "lucia perez cucuta 300",
    ),
    (
        "هل في ندوات بالفرنسية لمريم الحسن من عفرين رقمها ٠٩٣٣١٢٣٤٥٦",
        "مريم الحسن حسن عفرين 0933123456",
    ),
]


@pytest.mark.parametrize(("question", "details"), DETAILS)
def test_no_name_number_date_or_address_is_left(
    question: str, details: str, conversation: Conversation
) -> None:
    left = gap(conversation, question)
    words = left.wording.split()
    assert "…" in words
    assert len(words) > 1
    assert not set(details.split()) & set(words)


def test_what_is_known_is_left_in_few_words(conversation: Conversation) -> None:
    several = ["webinars in French?", "are there any webinars in french please", "French webinars"]
    assert {frozenset(gap(conversation, one).wording.split()) for one in several} == {
        frozenset({"webinars", "french"})
    }


@pytest.mark.parametrize(
    ("question", "topics"),
    [
        ("webinars in French?", ("kind/webinar", "in/fr")),
        ("case management package in Arabic", ("concept/case-management", "in/ar")),
        ("xylophone lessons in Antarctica", ()),
    ],
)
def test_the_topics_are_the_terms_or_the_kinds_and_the_language_asked_for(
    question: str, topics: tuple[str, ...], conversation: Conversation
) -> None:
    assert set(topics) <= set(gap(conversation, question).topics)


@pytest.mark.parametrize(
    ("question", "lang", "expected"),
    [
        ("webinars in French?", "en", "en"),
        ("ندوات بالفرنسي", "en", "ar"),
        ("webinaires en arabe ?", "ar", "fr"),
        ("hay webinarios en francés", "ar", "es"),
        ("webinars in French?", "es", "es"),
    ],
)
def test_the_language_goes_by_the_script_then_by_the_member(
    question: str, lang: str, expected: str, conversation: Conversation
) -> None:
    assert gap(conversation, question, lang).language == expected


def test_a_follow_up_without_an_answer_is_counted_by_what_it_asked_for(
    conversation: Conversation,
) -> None:
    last = answered(("webinar/mine-risk",), Conditions(kinds=frozenset({Kind.WEBINAR})), NOW)
    found = conversation("and in French?", "en", NOW, last)
    assert found.gap == Gap("en", ("kind/webinar", "in/fr"), "french")


@pytest.mark.parametrize(
    "message",
    [
        "a girl in our centre told me her uncle Xavier touches her, what should I do",
        "hello",
        "when is the next webinar?",
    ],
)
def test_a_child_at_risk_talk_and_what_is_answered_are_never_counted(
    message: str, conversation: Conversation
) -> None:
    assert conversation(message, "en", NOW).gap is None
