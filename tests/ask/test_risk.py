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


@pytest.mark.parametrize(
    "message",
    [
        "I am 15 and my step father comes in my room at night",
        "a boy of 12 came to us from the front line, he was carrying ammunition",
        "un jeune de 15 ans me dit que des gens armés veulent le prendre avec eux",
        "on veut l'exciser pendant les vacances, elle a 7 ans",
        "dos adolescentes quieren irse con la guerrilla, que hago",
        "una niña de 12 la cambiaron por chivos, se la llevan el sábado",
        "بنت 13 سنة حامل واهلها ناوين يذبحوها",
        "مدرس الحلقة بيضرب الشفع بالسوط شديد",
        "mi vecinita de 11 me contó que un señor le pide fotos",
        "someone in my workshop says the kids next door get beaten, what do i tell him",
    ],
)
def test_signs_add_up_whatever_is_done_to_the_child(message: str, ask: Asking) -> None:
    assert ask(message).intent == "safeguarding"


@pytest.mark.parametrize(
    "message",
    [
        "my daughter is getting married on saturday so i wont be online",
        "mi hija cumple 5 años hoy",
        "mon fils passe le bac demain, priez pour lui",
        "ابني عنده امتحان بكرا ادعوله",
        "cuanto son 350 soles en dolares",
        "the one on marginalised kids n sexual violence, has it got a date yet",
        "teaching children not to touch mines",
        "ya koi de prévu en mars",
    ],
)
def test_a_child_alone_is_no_risk_nor_is_a_subject(message: str, ask: Asking) -> None:
    assert ask(message).intent != "safeguarding"


@pytest.mark.parametrize(
    "message",
    [
        "since the flood nobody has seen the two brothers from tent 40",
        "a girl in my group came back with expensive shoes and says nothing",
        "un de nos animateurs offre du crédit tel aux filles du club, personne dit rien",
        "la tía dice que es rebelde y lo encierra en el cuarto, tiene 9",
        "التوأم بيجوا عالمركز جوعانين ووسخين كل يوم",
        "los viejos se acercan a las niñas",
        "Ahmed, 12, works at the brick kiln and coughs all the time",
        "un ptit mendie devant mon bureau, il dort dehors et il a des brulures sur les bras",
    ],
)
def test_a_hint_is_enough_where_nothing_is_asked_for(message: str, ask: Asking) -> None:
    assert ask(message).intent == "safeguarding"


def test_a_plan_of_two_years_is_no_child_of_two(ask: Asking) -> None:
    question = "my boss wants a 2 yr capacity building strategy and theres hardly any money"
    assert ask(question).answers[0] == "webinar/ld-strategies"


def test_who_trains_others_on_violence_is_not_told_to_report_it(ask: Asking) -> None:
    for question in (
        "my teams freeze when sexual abuse of boys comes up. a webinar to help them?",
        "i train volunteers, they go red when sexual abuse of boys comes up. any recording?",
    ):
        assert ask(question).answers[0] == "webinar/boys-sexual-violence"


def test_abuse_that_is_named_may_be_told_of_all_the_same(ask: Asking) -> None:
    for message in (
        "someone told me of sexual abuse of boys at the school here",
        "on m'a dit qu'il y a des abus sur les filles du centre, je fais quoi",
    ):
        assert ask(message).intent == "safeguarding"
