"""A child who may be at risk is told from a question for material."""

import pytest

from tests.ask.conftest import Asking


@pytest.mark.parametrize(
    "message",
    [
        "a girl in our centre told me her uncle touches her, what should I do",
        "un enfant m'a dit que son oncle le frappe",
        "el vecino golpea a su hijo todas las noches",
        "في طفل عم ينضرب كل يوم من ابوه",
        "where do i report child abuse",
        "two kids came alone over the border, nobody is with them",
        "je viens d'une formation et une fille m'a dit que son père la bat",
    ],
)
def test_a_child_at_risk_is_no_question_for_the_catalogue(message: str, ask: Asking) -> None:
    answer = ask(message)
    assert (answer.intent, answer.answers, answer.suggestions) == ("safeguarding", (), ())


@pytest.mark.parametrize(
    "question",
    [
        "training material on sexual violence against boys",
        "webinaire sur les violences sexuelles contre les enfants",
        "videos de trabajo infantil",
        "ندوة عن العنف الجنسي ضد الأولاد",
        "which package explains how to handle cases of abused children",
        "recording about the exploitation of boys",
    ],
)
def test_material_on_violence_is_found_like_any_other(question: str, ask: Asking) -> None:
    assert ask(question).intent == "answer"
