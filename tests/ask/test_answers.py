"""What a member gets for what they ask: kinds, states, times, languages, lists."""

import pytest

from tests.ask.conftest import Asking

COACHING = [
    "webinar/coaching-1-defining",
    "webinar/coaching-2-skills-and-models",
    "webinar/coaching-3-reflection",
]
RECORDED = {
    "webinar/boys-sexual-violence",
    "webinar/engaging-humanitarian-learners",
    "webinar/ld-strategies",
    "webinar/case-studies",
}


def test_next_is_one_and_what_is_coming_is_all_soonest_first(ask: Asking) -> None:
    assert ask("when is the next webinar?").answers == (COACHING[0],)
    coming = list(ask("which webinars are coming up?").answers)
    assert coming[:3] == COACHING
    assert not RECORDED & set(coming)


def test_today_nothing_is_scheduled_and_recordings_are_offered(ask: Asking) -> None:
    answer = ask("next webinar?", "2026-11-23T09:00+00:00")
    assert (answer.intent, answer.answers) == ("nothing", ())
    assert set(answer.suggestions) <= RECORDED
    assert answer.suggestions


def test_a_bulletin_of_later_does_not_exist_yet(ask: Asking) -> None:
    assert ask("latest news", "2018-02-12T09:00+00:00").answers == ("news/2018-02",)
    assert ask("latest news", "2018-04-20T09:00+00:00").answers == ("news/2018-04",)
    assert "news/2018-05" not in ask("news", "2018-04-20T09:00+00:00").answers


def test_a_range_of_months_counts_by_its_last_day(ask: Asking) -> None:
    assert ask("webinars in march").answers == (COACHING[1],)
    assert "webinar/mine-risk" in ask("webinars in august").answers


def test_a_language_that_no_source_states_gets_an_honest_no(ask: Asking) -> None:
    assert ask("webinars in French?").intent == "nothing"
    assert ask("case management package in Arabic").intent == "nothing"
    assert set(ask("webinars in English").answers) == RECORDED
    assert ask("training of trainers in French").answers == ("workshop/dakar-2016",)


def test_a_person_is_found_in_another_script_and_with_a_slip(ask: Asking) -> None:
    for name in ("Chris Dolan", "كريس دولان", "suhail abualsamed"):
        assert ask(f"{name} webinar").answers == ("webinar/boys-sexual-violence",)
    assert ask("webinars by Maria Gonzalez").intent == "nothing"


@pytest.mark.parametrize(
    "question",
    [
        "nutrition training for health workers",
        "cash transfer workshop",
        "atelier à Bamako",
        "que tiempo hace hoy",
        "كيف الطقس اليوم",
        "xylophone lessons in Antarctica",
    ],
)
def test_another_subject_gets_an_honest_no(question: str, ask: Asking) -> None:
    assert ask(question).intent == "nothing"


@pytest.mark.parametrize("message", ["hi", "merci beaucoup", "¿qué puedes hacer?", "مرحبا", "?!"])
def test_talk_gets_help(message: str, ask: Asking) -> None:
    assert ask(message).intent == "help"


def test_an_opportunity_is_open_until_its_deadline_has_passed(ask: Asking) -> None:
    tot = "opportunity/tot-nairobi-2018"
    assert tot in ask("open opportunities", "2018-01-19T23:00+00:00").answers
    assert tot not in ask("open opportunities", "2018-01-20T00:00+00:00").answers
    assert ask("how do I apply for the ToT").answers[0] == tot


def test_a_part_of_the_series_is_found_by_its_number(ask: Asking) -> None:
    assert ask("second coaching webinar").answers[0] == COACHING[1]
    assert ask("الندوة الثالثة من الكوتشينج").answers[0] == COACHING[2]
    assert ask("the last coaching webinar").answers == (COACHING[2],)
    assert set(COACHING) <= set(ask("the 3 coaching webinars").answers)


def test_two_languages_in_one_question_are_understood(ask: Asking) -> None:
    assert ask("كيف ابني ثقة مع شخص بعمله coaching عن بعد").answers[0] in (
        COACHING[1],
        "page/coaching-guide",
    )


def test_an_instant_of_another_zone_is_judged_in_utc(ask: Asking) -> None:
    assert ask("next webinar", "2018-02-20T14:30+03:00").answers == (COACHING[0],)
    assert ask("next webinar", "2018-02-20T15:30+03:00").answers == (COACHING[1],)


def test_the_last_webinar_is_the_newest_past_and_the_last_of_a_series_its_last(ask: Asking) -> None:
    now = "2018-03-01T09:00+00:00"
    assert ask("latest webinar", now).answers == (COACHING[0],)
    assert ask("the last coaching webinar", now).answers == (COACHING[2],)


def test_a_part_that_is_thought_to_be_over_is_found_all_the_same(ask: Asking) -> None:
    now = "2018-04-20T09:00+00:00"
    assert ask("الويبينار الثالث خلص ولا لسه", now).answers == (COACHING[2],)


@pytest.mark.parametrize(
    "question",
    [
        "can we have a webinar on disability inclusion",
        "j'aimerais un webinaire sur les pères",
        "se me ocurrió un tema para un webinar",
        "ممكن تعملوا ندوة عن الزراعة",
    ],
)
def test_who_misses_a_topic_is_shown_where_to_suggest_it(question: str, ask: Asking) -> None:
    assert ask(question).answers[0] == "opportunity/suggest-webinar"


def test_nothing_to_come_is_not_made_up_for_by_what_is_over(ask: Asking) -> None:
    for question in (
        "anything planned for december? webinar, workshop, whatever",
        "any new webinars coming or is that all",
    ):
        assert ask(question, "2026-11-23T09:00+00:00").intent == "nothing"


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("the oldest bulletin you have", "news/2017-01"),
        ("le tout premier atelier de formation de formateurs", "workshop/london-2014"),
        ("el L+D news más viejo que tengan", "news/2017-01"),
        ("أقدم نشرة عندكم", "news/2017-01"),
    ],
)
def test_the_oldest_is_the_first_of_those_with_a_date(
    question: str, item: str, ask: Asking
) -> None:
    assert ask(question).answers == (item,)


def test_of_recordings_without_a_date_nobody_knows_which_is_the_oldest(ask: Asking) -> None:
    assert set(ask("oldest webinar recording").answers) == RECORDED


@pytest.mark.parametrize(
    "question",
    [
        "whats next after the webinar of 20 feb",
        "y después del webinar del 20 de febrero cuál es el que sigue",
    ],
)
def test_what_is_after_something_with_a_date_is_later_than_that(question: str, ask: Asking) -> None:
    assert ask(question).answers == ("webinar/coaching-2-skills-and-models",)


def test_a_language_that_somebody_does_not_speak_is_not_asked_for(ask: Asking) -> None:
    assert ask("tienen algún webinar en español, mi equipo no habla inglés").intent == "nothing"


@pytest.mark.parametrize(
    "question",
    [
        "which webinars can anyone attend without an invitation",
        "des webinaires ouverts à tous ?",
        "webinars que estén abiertos al público",
        "ندوات مفتوحة للجميع",
    ],
)
def test_open_to_all_is_only_what_is_stated_to_be(question: str, ask: Asking) -> None:
    assert ask(question).answers == (COACHING[0],)


@pytest.mark.parametrize(
    "question",
    [
        "which webinars are by invitation only",
        "quels webinaires sont sur invitation ?",
        "qué webinars son solo para invitados",
        "الندوات اللي بدعوة بس",
    ],
)
def test_by_invitation_is_only_what_is_stated_to_be(question: str, ask: Asking) -> None:
    assert ask(question).answers == tuple(COACHING[1:])


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("case management training, not the one for supervisors", "package/case-management"),
        ("case management training for caseworkers not supervisors", "package/case-management"),
        ("learn the cpms on my own online, not a workshop", "package/cpms-ecourse"),
    ],
)
def test_what_is_denied_at_the_end_is_not_asked_for(question: str, item: str, ask: Asking) -> None:
    assert ask(question).answers[0] == item


@pytest.mark.parametrize(
    "question",
    [
        "the bulletin that said all the recordings are online",
        "le bulletin où on disait que tous les replays sont disponibles",
        "el boletín que decía que ya están en línea todas las grabaciones",
        "النشرة اللي كتبوا فيها ان كل التسجيلات اونلاين",
    ],
)
def test_what_a_bulletin_said_is_looked_for_in_it(question: str, ask: Asking) -> None:
    assert ask(question, "2018-06-15T09:00+00:00").answers == ("news/2018-04",)


def test_that_something_was_still_to_come_asks_for_no_state(ask: Asking) -> None:
    now = "2026-11-23T09:00+00:00"
    for question in (
        "have you held the mapping webinar that you were planning",
        "you said there would be a webinar on mapping, did it happen",
    ):
        assert ask(question, now).answers[0] == "webinar/mapping-tools"


def test_what_is_left_is_a_list_though_another_clause_tells_what_is_over(ask: Asking) -> None:
    answer = ask("ya pasó el de ayer, qué webinars quedan?", "2018-02-21T09:00+00:00")
    assert answer.answers[:2] == tuple(COACHING[1:])
    assert COACHING[0] not in answer.answers


def test_a_clause_without_the_language_that_is_asked_for_does_not_answer(ask: Asking) -> None:
    assert ask("le package évaluation rapide, il existe en français ?").intent == "nothing"


def test_what_the_bot_is_for_is_asked_whoever_says_who_they_are(ask: Asking) -> None:
    assert ask("hey, im the new L&D officer in amman. what is this bot for?").intent == "help"


@pytest.mark.parametrize(
    "question",
    [
        "i heard of funds for another CPMS workshop, any news?",
        "on nous avait parlé de fonds pour encore un atelier SMPE, des nouvelles ?",
        "leí que había fondos para otro taller de las normas mínimas",
        "قلتو في تمويل لورشة CPMS كمان، لسه في اخبار عنها؟",
    ],
)
def test_any_news_of_something_asks_for_it_and_not_for_a_bulletin(
    question: str, ask: Asking
) -> None:
    assert ask(question).answers[0] == "opportunity/cpms-workshop-next"


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("kit pour former les superviseurs des agents qui suivent des enfants victimes de violence",
         "package/cm-supervision-coaching"),
        ("i supervise case workers who handle abuse and neglect, is there a course",
         "package/cm-supervision-coaching"),
        ("voy a formar gestores de casos que atienden violencia, qué paquete me sirve",
         "package/case-management"),
        ("training for caseworkers who follow abuse cases", "package/case-management"),
    ],
)  # fmt: skip
def test_of_two_packages_the_one_whose_title_is_asked_for_is_first(
    question: str, item: str, ask: Asking
) -> None:
    assert ask(question).answers[0] == item


def test_a_list_is_found_whatever_is_said_before_and_after_it(ask: Asking) -> None:
    question = "updating my teams calendar, which webinars are still to come? all of them pls"
    assert ask(question).answers[:3] == tuple(COACHING)


def test_when_the_very_first_was_is_no_question_about_how_things_work(ask: Asking) -> None:
    assert ask("when was your very first ToT").answers == ("workshop/london-2014",)


@pytest.mark.parametrize(
    "question",
    [
        "any coaching sessions still to come?",
        "y aura encore d'autres séances de coaching ?",
        "quedan sesiones de coaching?",
        "باقي جلسات كوتشينغ؟",
    ],
)
def test_what_is_asked_of_a_series_that_is_over_gets_no_other_item(
    question: str, ask: Asking
) -> None:
    assert ask(question, "2018-06-15T09:00+00:00").intent == "nothing"


def test_who_may_come_to_the_next_one_is_told_by_its_card(ask: Asking) -> None:
    for question in ("is the next webinar open to everyone?", "the next webinar, by invitation?"):
        assert ask(question, "2018-03-01T09:00+00:00").answers == (COACHING[1],)


def test_what_was_announced_without_a_date_is_shown_to_who_waits_for_it(ask: Asking) -> None:
    for question in (
        "will there be a date for the mapping webinar",
        "mapping en PE, yaura une date ?",
    ):
        assert ask(question).answers[0] == "webinar/mapping-tools"


def test_beside_a_subject_of_another_field_no_list_of_a_kind_is_offered(ask: Asking) -> None:
    question = "je monte un espace ami des enfants dans le camp, vs avez le manuel des activités?"
    assert ask(question).intent == "nothing"


def test_of_several_months_all_are_asked_for(ask: Asking) -> None:
    answer = ask("which webinars are coming in march, april, may", "2018-03-01T09:00+00:00")
    assert answer.answers == tuple(COACHING[1:])


def test_an_article_without_its_apostrophe_is_one_all_the_same(ask: Asking) -> None:
    for question in ("éducation en situation d'urgence", "éducation en situation durgence"):
        assert ask(f"{question}, vous avez un cours?").intent == "nothing"


@pytest.mark.parametrize(
    "question",
    [
        "send me everything you have on the CPMS: videos, courses, all of it",
        "tout ce que vous avez sur les standards minimums, vidéos, cours...",
        "todo lo que tengan sobre las normas mínimas",
        "كل اللي عندكم عن المعايير الدنيا",
    ],
)
def test_everything_on_a_subject_is_every_package_on_it(question: str, ask: Asking) -> None:
    assert set(ask(question).answers) == {
        "package/cpms-intro-frontline",
        "package/cpms-video-series",
        "package/cpms-ecourse",
        "package/cpms-case-studies",
    }


def test_a_sentence_that_only_ends_like_a_question_does_not_ask(ask: Asking) -> None:
    now = "2018-03-01T09:00+00:00"
    for question in (
        "the first one on coaching is over, right? which one is next",
        "ya pasó la primera de coaching no? cuál sigue",
    ):
        assert ask(question, now).answers[0] == COACHING[1]


def test_what_waits_for_a_date_is_not_in_a_language_that_nobody_states(ask: Asking) -> None:
    assert ask("will there be the mapping webinar in arabic").intent == "nothing"
