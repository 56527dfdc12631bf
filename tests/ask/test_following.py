"""What is read as following an answer, and what never is."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.ask.conversation import Conversation
from bot.domain.answer import Answer
from bot.domain.items import Kind
from bot.domain.last_answer import Conditions, LastAnswer, answered

SETS = Path(__file__).parent / "questions"
NOW = datetime(2018, 2, 12, 9, tzinfo=UTC)
UPCOMING = (
    "webinar/coaching-1-defining",
    "webinar/coaching-2-skills-and-models",
    "webinar/coaching-3-reflection",
    "webinar/cm-supervision-coaching-package",
)
RECORDED = {
    "webinar/boys-sexual-violence",
    "webinar/engaging-humanitarian-learners",
    "webinar/ld-strategies",
    "webinar/case-studies",
}
LIST = answered(
    UPCOMING,
    Conditions(kinds=frozenset({Kind.WEBINAR}), states=frozenset({"upcoming"})),
    NOW,
)
CARD = answered(UPCOMING[:1], Conditions(kinds=frozenset({Kind.WEBINAR})), NOW)


def after(conversation: Conversation, last: LastAnswer, message: str) -> Answer:
    return conversation(message, "en", NOW, last)


@pytest.mark.parametrize(
    ("place", "messages"),
    [
        (0, ["the first one", "1", "la première", "el primero", "الأول", "أول واحدة", "premier"]),
        (
            1,
            [
                *(
                    "the second one",
                    "2",
                    "second",
                    "number 2",
                    "the 2nd one please",
                    "and the second?",
                ),
                *("la deuxième", "le 2", "numéro deux", "et la deuxième ?", "le second svp"),
                *("el segundo", "la segunda", "número 2", "¿y el segundo?", "muéstrame el segundo"),
                *("الثاني", "الثانية", "التاني", "رقم ٢", "تاني واحد", "والثانية؟", "طيب الثاني"),
            ],
        ),
        (2, ["third", "3", "la troisième", "el tercero", "الثالثة", "تالت واحدة", "show number 3"]),
        (
            3,
            [
                "the last one",
                "la dernière",
                "el último",
                "la última",
                "الأخير",
                "آخر واحد",
                "fourth",
            ],
        ),
    ],
)
def test_a_place_in_the_list_is_the_item_there(
    place: int, messages: list[str], conversation: Conversation
) -> None:
    for message in messages:
        found = after(conversation, LIST, message)
        assert (found.follows, found.answers) == (True, (UPCOMING[place],)), message


@pytest.mark.parametrize("message", ["the other one", "l'autre", "el otro", "الأخرى", "غيره"])
def test_the_other_of_two_is_the_one_that_is_not_open(
    message: str, conversation: Conversation
) -> None:
    two = LastAnswer(shown=UPCOMING[:2], at=NOW, open=UPCOMING[1])
    assert after(conversation, two, message).answers == (UPCOMING[0],)
    assert after(conversation, LIST, message).fact == "number"


@pytest.mark.parametrize("message", ["the ninth one", "7", "la sixième", "el décimo", "السابعة"])
def test_a_place_that_was_not_shown_gets_the_list_again(
    message: str, conversation: Conversation
) -> None:
    found = after(conversation, LIST, message)
    assert (found.fact, found.answers) == ("number", UPCOMING)


FACTS = {
    "when": [
        *("when?", "when is it?", "and when?", "what time?", "what's the date?"),
        *("quand ?", "c'est quand ?", "à quelle heure ?", "et c'est quand ?", "quelle date ?"),
        *(
            "¿cuándo?",
            "¿cuándo es?",
            "¿a qué hora?",
            "¿y cuándo?",
            "متى؟",
            "إمتى؟",
            "ايمتى؟",
            "ومتى؟",
        ),
    ],
    "where": [
        "where?",
        "where is it?",
        "où ?",
        "c'est où ?",
        "¿dónde?",
        "¿dónde es?",
        "وين؟",
        "أين؟",
        "فين؟",
    ],
    "who": [
        *("who speaks?", "who?", "who is the speaker?", "qui parle ?", "c'est qui ?"),
        *("¿quién habla?", "¿quién lo da?", "مين بيحكي", "من المتحدث؟", "مين المتحدث؟"),
    ],
    "language": [
        *(
            "in which language?",
            "what language is it in?",
            "en quelle langue ?",
            "c'est en quelle langue ?",
        ),
        *("¿y en qué idioma?", "¿en qué idioma es?", "بأي لغة؟", "شو اللغة؟", "وبأي لغة؟"),
    ],
    "length": [
        *("how long?", "how long is it?", "how long does it last?", "how many minutes"),
        *(
            "combien de temps ?",
            "ça dure combien de temps ?",
            "¿cuánto dura?",
            "كم مدتها؟",
            "قديش مدتها؟",
        ),
    ],
    "take_part": [
        *("how do I register", "can I join?", "what's the deadline?", "comment s'inscrire ?"),
        *("date limite ?", "¿cómo me inscribo?", "¿hasta cuándo?", "كيف أسجل؟", "كيف بسجل؟"),
    ],
    "link": [
        "link?",
        "the link please",
        "le lien ?",
        "¿el enlace?",
        "الرابط؟",
        "where can I watch it?",
    ],
}


@pytest.mark.parametrize("fact", FACTS)
def test_a_bare_question_is_about_what_was_shown(fact: str, conversation: Conversation) -> None:
    for message in FACTS[fact]:
        several = after(conversation, LIST, message)
        assert (several.follows, several.fact) == (True, fact), message
        assert several.answers == UPCOMING
        one = after(conversation, CARD, message)
        assert one.follows, message
        if fact != "take_part":
            assert one.answers == UPCOMING[:1], message


def test_how_to_take_part_in_an_event_is_told_by_its_opportunity(
    conversation: Conversation,
) -> None:
    assert after(conversation, CARD, "how do I register?").answers == (
        "opportunity/coaching-series-places",
    )


@pytest.mark.parametrize(
    "message",
    [
        *("and recorded ones?", "recorded?", "what about the recorded ones", "only recorded"),
        *("et les enregistrés ?", "¿y los grabados?", "والمسجلة؟", "المسجلة؟", "شو عن المسجلة"),
    ],
)
def test_another_state_takes_the_place_of_the_last(
    message: str, conversation: Conversation
) -> None:
    found = after(conversation, LIST, message)
    assert (found.follows, set(found.answers)) == (True, RECORDED)
    assert found.asked == Conditions(
        kinds=frozenset({Kind.WEBINAR}), states=frozenset({"recorded"})
    )


@pytest.mark.parametrize(
    ("message", "language"),
    [
        *((one, "fr") for one in ("and in French?", "in french", "any in French?", "French?")),
        *((one, "fr") for one in ("et en français ?", "en français svp", "¿y en francés?")),
        *((one, "fr") for one in ("وبالفرنسي؟", "بالفرنسية؟", "طيب وبالفرنسي")),
        *((one, "ar") for one in ("and in Arabic?", "et en arabe ?", "¿y en árabe?", "وبالعربي؟")),
    ],
)
def test_a_language_that_none_is_stated_to_be_in_is_an_honest_no(
    message: str, language: str, conversation: Conversation
) -> None:
    found = after(conversation, LIST, message)
    assert (found.follows, found.intent) == (True, "nothing")
    assert found.asked == Conditions(
        kinds=frozenset({Kind.WEBINAR}),
        states=frozenset({"upcoming"}),
        languages=frozenset({language}),
    )


@pytest.mark.parametrize(
    "message",
    ["in March?", "and in March?", "et en mars ?", "en marzo", "¿y en marzo?", "وفي مارس؟"],
)
def test_another_time_takes_the_place_of_the_last(message: str, conversation: Conversation) -> None:
    found = after(conversation, LIST, message)
    assert found.follows
    assert found.answers == (UPCOMING[1],)
    assert found.asked
    assert found.asked.days == (date(2018, 3, 1), date(2018, 3, 31))


@pytest.mark.parametrize(
    "message",
    [
        *("and the packages?", "what about packages?", "et les kits de formation ?"),
        *("¿y los paquetes?", "والحزم التدريبية؟"),
    ],
)
def test_another_kind_drops_the_state_that_means_nothing_to_it(
    message: str, conversation: Conversation
) -> None:
    found = after(conversation, LIST, message)
    assert found.follows
    assert "package/face-to-face" in found.answers
    assert found.asked == Conditions(kinds=frozenset({Kind.PACKAGE}))


def test_the_subject_of_the_last_question_stays(conversation: Conversation) -> None:
    first = conversation("webinars on coaching", "en", NOW)
    assert first.asked
    assert first.asked.about
    last = answered(first.answers, first.asked, NOW)
    packages = after(conversation, last, "and the packages?").answers
    assert packages[0] == "package/cm-supervision-coaching"
    assert "package/face-to-face" not in packages
    assert after(conversation, last, "and recorded ones?").intent == "nothing"


def test_a_question_that_had_no_answer_can_be_followed_too(conversation: Conversation) -> None:
    first = conversation("webinars in French?", "en", NOW)
    assert first.intent == "nothing"
    assert first.asked
    assert (
        set(after(conversation, answered((), first.asked, NOW), "and in English?").answers)
        == RECORDED
    )


def test_the_next_one_is_the_one_behind_the_open_card(conversation: Conversation) -> None:
    first = conversation("when is the next webinar?", "en", NOW)
    assert first.asked
    last = answered(first.answers, first.asked, NOW)
    for message in ("and the next one?", "et le prochain ?", "¿y el próximo?"):
        assert after(conversation, last, message).answers == (UPCOMING[1],), message


WHOLE = [
    *("which webinars are coming up?", "when is the next webinar?", "packages", "news of February"),
    *(
        "the webinar on boys",
        "second coaching webinar",
        "who is Angie Bamgbose?",
        "where are you based?",
    ),
    *("what is planned?", "how do I apply for the ToT", "is there a workshop in Nairobi in March?"),
    *("and what about the workshop in Nairobi?", "when is Ramadan?", "what's new?", "who are you?"),
    *("2 webinars", "the 3 coaching webinars", "case management package in Arabic"),
    *(
        "quels webinaires sont prévus ?",
        "le webinaire sur les mines",
        "comment devenir point focal ?",
    ),
    *("quand est le prochain webinaire ?", "et le webinaire sur les mines ?", "kits de formation"),
    *("¿cuándo es el próximo webinario?", "últimas noticias", "¿qué paquetes hay?", "¿quién eres?"),
    *(
        "¿y el taller de Nairobi?",
        "cómo me inscribo en el ToT",
        "متى الندوة الجاية؟",
        "شو في جديد؟",
    ),
    *("الحزم التدريبية", "ورشة نيروبي", "كيف أقدم على تدريب المدربين؟", "آخر الأخبار"),
    *(
        "hello",
        "thanks",
        "thank you so much",
        "merci",
        "gracias",
        "شكرا",
        "ok",
        "bonjour",
        "مرحبا",
        "?",
    ),
    *("and", "et", "y", "و", "what's the weather in March?", "xylophone", "yes", "no"),
]


@pytest.mark.parametrize("message", WHOLE)
def test_a_whole_question_a_greeting_or_thanks_follow_nothing(
    message: str, conversation: Conversation
) -> None:
    for last in (LIST, CARD):
        found = after(conversation, last, message)
        assert not found.follows
        assert found == conversation(message, "en", NOW)


@pytest.mark.parametrize(
    "message",
    [
        "a girl in our centre told me her uncle touches her, what should I do",
        "and a boy is being beaten right now, who do I report it to",
        "et une fille de mon camp est battue par son oncle",
        "y una niña me contó que su tío la toca, ¿qué hago?",
        "طفل يتعرض للضرب الآن ماذا أفعل",
    ],
)
def test_a_child_at_risk_is_never_a_follow_up(message: str, conversation: Conversation) -> None:
    found = after(conversation, LIST, message)
    assert (found.intent, found.follows, found.asked) == ("safeguarding", False, None)


def test_with_nothing_shown_no_place_and_no_fact_is_meant(conversation: Conversation) -> None:
    nothing = answered((), Conditions(kinds=frozenset({Kind.WEBINAR})), NOW)
    for message in ("the second one", "when?", "2"):
        assert not after(conversation, nothing, message).follows


@given(st.text(max_size=60) | st.from_regex(r"(zzyzx|webinar|en|el|ال|segundo)[0-9]{1,3}( \w+)?"))
@example("webinars on zzyzx1")
@example("thesecondone")
def test_whatever_is_written_after_an_answer_can_be_read(
    conversation: Conversation, message: str
) -> None:
    for last in (LIST, CARD):
        assert after(conversation, last, message).intent


def test_every_question_can_be_asked_after_an_answer(conversation: Conversation) -> None:
    for path in SETS.glob("*.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            assert after(conversation, LIST, json.loads(line)["q"]).intent
