"""Questions passed on: to every coordinator without a name, and their words back to the member."""

import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.library import Library
from bot.sandbox.messages import Message
from bot.sandbox.people import CLAIRE, DIEGO, MAYA
from bot.sandbox.sandbox import Sandbox
from tests.e2e.bot import Bot, Talk, buttons, started, words

QUESTION = "is there <b>parking</b> for bicycles?"
ANSWER = "There is none: come by bus & walk."
TOLD = "a girl in our centre told me her uncle Xavier touches her, what should I do"

PASS_ON = {
    "maya": "🙋 Pass this on to a coordinator",
    "claire": "🙋 Transmettre à la coordination",
    "diego": "🙋 Pasarla a la coordinación",
    "samir": "🙋 إحالة السؤال إلى المنسقين",
}
SEND = {"maya": "✅ Send", "claire": "✅ Envoyer", "diego": "✅ Enviar", "samir": "✅ إرسال"}


async def passes_on(talk: Talk, key: str, question: str = QUESTION) -> Message:
    """Ask, pass on, confirm; returns what the bot says then."""
    sure = await talk.taps(await talk.says(question), PASS_ON[key])
    return await talk.taps(sure, SEND[key])


async def coordinator(bot: Bot, key: str = "diego") -> Talk:
    """A coordinator who has started the bot and chosen nothing."""
    talk = bot.person(key)
    await talk.says("/start")
    return talk


@pytest.fixture
async def two(sandbox: Sandbox, library: Library, tmp_path: Path) -> AsyncIterator[Bot]:
    """The bot with two coordinators, Diego and Claire."""
    both = frozenset({DIEGO.id, CLAIRE.id})
    database = f"sqlite:///{tmp_path}/bot.sqlite"
    async with started(sandbox, library, database, coordinators=both) as bot:
        yield bot


@pytest.mark.parametrize(
    ("who", "language", "title", "helped"),
    [
        ("maya", "inglés", "A coordinator answers your question", "👍 That helped"),
        ("claire", "francés", "La coordination répond à votre question", "👍 Cela m’a aidé"),
        ("samir", "árabe", "أحد المنسقين يجيب عن سؤالكم", "👍 أفادني ذلك"),
        ("diego", "español", "La coordinación responde a tu pregunta", "👍 Me sirvió"),
    ],
)
async def test_a_question_goes_to_a_coordinator_and_the_answer_comes_back(
    either: Bot, who: str, language: str, title: str, helped: str
) -> None:
    diego, member = await coordinator(either), either.person(who)
    told = await passes_on(member, who)
    assert QUESTION in words(told)
    notice = await diego.reads()
    assert f"Pregunta 1 ({language})" in words(notice)
    assert QUESTION in words(notice)
    assert QUESTION in words(await diego.taps(notice, "✍️ Responder"))
    preview = await diego.says(ANSWER)
    assert ANSWER in words(preview)
    sent = await diego.taps(preview, "✅ Enviar")
    assert ANSWER in words(sent)
    if member.person.id == diego.person.id:
        member = diego
    reply = await member.reads()
    assert title in words(reply)
    assert QUESTION in words(reply)
    assert ANSWER in words(reply)
    thanks = await member.taps(reply, helped)
    assert "👍" in words(thanks)
    listed = await diego.taps(await diego.says("/questions"), "Respondidas")
    assert f"1. 👍 {QUESTION}" in words(listed)


async def test_no_name_id_or_chat_is_in_what_a_coordinator_gets(bot: Bot, sandbox: Sandbox) -> None:
    diego, maya = await coordinator(bot), bot.person("maya")
    await passes_on(maya, "maya")
    await diego.reads()
    await diego.taps(await diego.says("/questions"), "1")
    for call in sandbox.calls.of("sendMessage"):
        if call.params["chat_id"] == DIEGO.id:
            told = str({**call.params, "chat_id": None})
            assert str(MAYA.id) not in told
            assert "maya" not in told.lower()


async def test_what_would_go_is_shown_first_and_can_be_left(bot: Bot) -> None:
    diego, maya = await coordinator(bot), bot.person("maya")
    asked = await maya.says(QUESTION)
    sure = await maya.taps(asked, PASS_ON["maya"])
    assert QUESTION in words(sure)
    assert "no details of a child or of a case" in words(sure)
    left = await maya.taps(sure, "No, do not send")
    assert "Nothing was passed on" in words(left)
    listed = await diego.says("/questions")
    assert "Ninguna pregunta espera respuesta" in words(listed)


async def test_a_question_is_passed_on_once_and_can_be_watched_for_as_well(bot: Bot) -> None:
    maya = bot.person("maya")
    await maya.agrees()
    asked = await maya.says("webinars in French?")
    sure = await maya.taps(asked, PASS_ON["maya"])
    assert "question 1" in words(await maya.taps(sure, "✅ Send"))
    again = await maya.taps(asked, PASS_ON["maya"])
    assert "passed that on already" in words(again)
    await maya.person.press(asked, "1~qp~0~1")
    assert "I no longer have that question" in words(await maya.reads())
    kept = await maya.taps(asked, "🔔 Tell me when there is one")
    assert "webinars in French?" in words(kept)


async def test_without_coordinators_it_is_not_offered(
    sandbox: Sandbox, library: Library, tmp_path: Path
) -> None:
    database = f"sqlite:///{tmp_path}/bot.sqlite"
    async with started(sandbox, library, database, coordinators=frozenset()) as bot:
        answer = await bot.person("maya").says(QUESTION)
        assert not [one for one in buttons(answer) if "🙋" in one]


async def test_five_questions_a_day_are_passed_on(bot: Bot, sandbox: Sandbox) -> None:
    maya = bot.person("maya")
    for number in range(5):
        assert "Passed on" in words(await passes_on(maya, "maya", f"zzyzx{number}?"))
    asked = await maya.says("zzyzx5?")
    assert "tomorrow" in words(await maya.taps(asked, PASS_ON["maya"]))
    sandbox.clock.advance(timedelta(days=1))
    assert "Passed on" in words(await passes_on(maya, "maya", "zzyzx5?"))


async def test_only_coordinators_answer_and_read_threads(bot: Bot) -> None:
    maya, samir = bot.person("maya"), bot.person("samir")
    await passes_on(maya, "maya")
    welcome = await samir.says("/start")
    for data in ("1~qa~1~0", "1~qs~1~0", "1~qt~1~", "1~ql~0~0"):
        await samir.person.press(welcome, data)
        answer = await samir.reads()
        assert "Nairobi" not in words(answer)
        assert "لفريق تنسيق المجتمع فقط" in words(answer)
    assert "Nairobi" not in words(await samir.says("/questions"))


@pytest.mark.parametrize(
    ("data", "refused"),
    [
        ("1~qo~1", "لم يعد هذا السؤال محفوظًا"),
        ("1~qh~1", "لم يعد هذا السؤال محفوظًا"),
        ("1~qm~1", "لم يعد هذا السؤال محفوظًا"),
        (f"1~qo~{10**40}", "لم يعد هذا السؤال محفوظًا"),
        ("1~dc~more~1", "لا يوجد هنا ما يُرسل"),
        ("1~dk~reply~1", "لا يوجد هنا ما يُرسل"),
    ],
)
async def test_a_forged_button_opens_nobody_elses_thread(bot: Bot, data: str, refused: str) -> None:
    diego, maya, samir = await coordinator(bot), bot.person("maya"), bot.person("samir")
    await passes_on(maya, "maya")
    await diego.taps(await diego.reads(), "✍️ Responder")
    await diego.taps(await diego.says(ANSWER), "✅ Enviar")
    await samir.person.press(await samir.says("/start"), data)
    assert refused in words(await samir.reads())


@pytest.mark.parametrize("data", ["1~dc~nonsense~1", "1~dk~~1"])
async def test_a_draft_of_no_form_gets_a_fresh_menu(bot: Bot, data: str) -> None:
    maya = bot.person("maya")
    await maya.person.press(await maya.says("/start"), data)
    assert "That button is from another time" in words(await maya.reads())


async def test_asking_on_continues_the_thread(bot: Bot) -> None:
    diego, maya = await coordinator(bot), bot.person("maya")
    await passes_on(maya, "maya")
    await diego.taps(await diego.reads(), "✍️ Responder")
    await diego.taps(await diego.says(ANSWER), "✅ Enviar")
    reply = await maya.reads()
    prompt = await maya.taps(reply, "❓ Ask on")
    assert "next message" in words(prompt)
    preview = await maya.says("And by bicycle?")
    await maya.taps(preview, "✅ Send")
    notice = await diego.reads()
    assert "And by bicycle?" in words(notice)
    thread = await diego.taps(notice, "🧵 Todo el hilo")
    shown = words(thread)
    assert shown.index(QUESTION) < shown.index(ANSWER) < shown.index("And by bicycle?")
    await diego.taps(thread, "✍️ Responder")
    await diego.taps(await diego.says("Yes."), "✅ Enviar")
    last = words(await maya.reads())
    assert "And by bicycle?" in last
    assert "Yes." in last


async def test_a_member_adds_at_most_five_before_they_are_answered(bot: Bot) -> None:
    maya = bot.person("maya")
    await passes_on(maya, "maya")
    welcome = await maya.says("/start")
    for number in range(4):
        await maya.person.press(welcome, "1~qo~1")
        await maya.reads()
        await maya.taps(await maya.says(f"more {number}"), "✅ Send")
    await maya.person.press(welcome, "1~qo~1")
    assert "have not answered yet" in words(await maya.reads())


async def test_what_tells_of_a_child_at_risk_is_passed_on_to_nobody(bot: Bot) -> None:
    diego, maya = await coordinator(bot), bot.person("maya")
    await passes_on(maya, "maya")
    await diego.reads()
    await maya.person.press(await maya.says("/start"), "1~qo~1")
    await maya.reads()
    assert "This bot is no reporting channel" in words(await maya.says(TOLD))
    await maya.person.press(await maya.says("/start"), "1~qm~1")
    assert "nothing to send" in words(await maya.reads())
    assert "Xavier" not in words(await diego.taps(await diego.says("/questions"), "1"))


async def test_a_draft_outlives_a_restart_a_command_and_a_cancel(
    sandbox: Sandbox, library: Library, tmp_path: Path
) -> None:
    database = f"sqlite:///{tmp_path}/bot.sqlite"
    async with started(sandbox, library, database) as bot:
        diego, maya = await coordinator(bot), bot.person("maya")
        await passes_on(maya, "maya")
        notice = await diego.reads()
        await diego.taps(notice, "✍️ Responder")
        await diego.says("First half,")
    async with started(sandbox, library, database):
        preview = await diego.says("second half.")
        assert "First half,\n\nsecond half." in words(preview)
        await diego.says("/webinars")
        preview = await diego.taps(notice, "✍️ Responder")
        assert "First half,\n\nsecond half." in words(preview)
        assert "se guarda sin enviar" in words(await diego.says("/cancel"))
        preview = await diego.taps(notice, "✍️ Responder")
        assert "First half,\n\nsecond half." in words(preview)
        kept = await diego.taps(preview, "Ahora no")
        preview = await diego.taps(kept, "Seguir con ello")
        await diego.taps(preview, "✏️ Cambiar")
        assert "First half" in words(await diego.taps(notice, "✍️ Responder"))
        await diego.taps(preview, "✏️ Cambiar")
        preview = await diego.says("Anew.")
        assert "First half" not in words(preview)
        await diego.taps(preview, "✅ Enviar")
        assert "Anew." in words(await maya.reads())


async def test_too_long_an_answer_is_refused_and_what_was_written_is_kept(bot: Bot) -> None:
    diego, maya = await coordinator(bot), bot.person("maya")
    await passes_on(maya, "maya")
    notice = await diego.reads()
    await diego.taps(notice, "✍️ Responder")
    await diego.says(ANSWER)
    assert "hasta 3.000" in words(await diego.says("x" * 2990))
    assert ANSWER in words(await diego.taps(notice, "✍️ Responder"))


async def test_the_longest_answer_arrives_whole(bot: Bot) -> None:
    diego, maya = await coordinator(bot), bot.person("maya")
    await passes_on(maya, "maya", "zzyzx? " + "é" * 480)
    await diego.taps(await diego.reads(), "✍️ Responder")
    longest = "y" * 2999 + "!"
    await diego.taps(await diego.says(longest), "✅ Enviar")
    assert longest in words(await maya.reads())


async def test_another_coordinator_sees_the_answer_and_may_add_to_it(two: Bot) -> None:
    diego, claire = await coordinator(two), await coordinator(two, "claire")
    maya = two.person("maya")
    await passes_on(maya, "maya")
    await diego.taps(await diego.reads(), "✍️ Responder")
    notice = await claire.reads()
    await diego.taps(await diego.says(ANSWER), "✅ Enviar")
    await maya.reads()
    answered = await claire.taps(notice, "✍️ Répondre")
    assert "a déjà une réponse" in words(answered)
    assert ANSWER in words(answered)
    await claire.taps(answered, "✍️ Compléter")
    await claire.taps(await claire.says("Or by boat."), "✅ Envoyer")
    assert "Or by boat." in words(await maya.reads())


async def test_an_answer_written_meanwhile_is_shown_before_another_goes_out(two: Bot) -> None:
    diego, claire = await coordinator(two), await coordinator(two, "claire")
    maya = two.person("maya")
    await passes_on(maya, "maya")
    await diego.taps(await diego.reads(), "✍️ Responder")
    await claire.taps(await claire.reads(), "✍️ Répondre")
    theirs = await claire.says("Or by boat.")
    await diego.taps(await diego.says(ANSWER), "✅ Enviar")
    await maya.reads()
    meanwhile = await claire.taps(theirs, "✅ Envoyer")
    assert ANSWER in words(meanwhile)
    await claire.taps(await claire.reads(), "✅ Envoyer")
    assert "Or by boat." in words(await maya.reads())
    await claire.person.press(theirs, "1~qs~1~2")
    assert "rien à envoyer" in words(await claire.reads())


async def test_who_erases_their_data_withdraws_their_questions(either: Bot) -> None:
    diego, maya = await coordinator(either), either.person("maya")
    await passes_on(maya, "maya")
    notice = await diego.reads()
    await diego.taps(notice, "✍️ Responder")
    preview = await diego.says(ANSWER)
    settings = await maya.says("/settings")
    assert "Questions passed on: 1" in words(settings)
    sure = await maya.taps(settings, "🗑 Erase my data")
    assert "questions that you passed on" in words(sure)
    await maya.taps(sure, "🗑 Yes, erase")
    assert "retiró esa pregunta" in words(await diego.taps(preview, "✅ Enviar"))
    assert "retiró esa pregunta" in words(await diego.taps(notice, "✍️ Responder"))
    assert "Ninguna pregunta" in words(await diego.says("/questions"))


async def test_an_answer_to_who_blocked_the_bot_is_kept_and_the_coordinator_told(
    bot: Bot,
) -> None:
    diego, maya = await coordinator(bot), bot.person("maya")
    await maya.agrees()
    await passes_on(maya, "maya")
    await diego.taps(await diego.reads(), "✍️ Responder")
    preview = await diego.says(ANSWER)
    await maya.person.block()
    await diego.says("/status")
    told = await diego.taps(preview, "✅ Enviar")
    assert "bloqueó este bot" in words(told)


async def test_many_questions_are_told_by_pages(bot: Bot, sandbox: Sandbox) -> None:
    diego, maya = await coordinator(bot), bot.person("maya")
    for number in range(1, 8):
        await passes_on(maya, "maya", f"zzyzx{number}?")
        sandbox.clock.advance(timedelta(days=1))
        await diego.reads()
    first = await diego.says("/questions")
    assert "zzyzx1?" in words(first)
    assert "zzyzx7?" not in words(first)
    second = await diego.taps(first, "Más ›")
    assert "zzyzx7?" in words(second)
    assert "zzyzx1?" not in words(second)


async def test_a_long_thread_is_read_by_pages(bot: Bot) -> None:
    diego, maya = await coordinator(bot), bot.person("maya")
    await passes_on(maya, "maya")
    notice = await diego.reads()
    await diego.taps(notice, "✍️ Responder")
    await diego.taps(await diego.says("y" * 2999), "✅ Enviar")
    await diego.taps(await diego.taps(notice, "✍️ Responder"), "✍️ Añadir algo")
    await diego.taps(await diego.says("z" * 2999), "✅ Enviar")
    listed = await diego.taps(await diego.says("/questions"), "Respondidas")
    newest = await diego.taps(listed, "1")
    assert "z" * 2999 in words(newest)
    assert "y" * 2999 not in words(newest)
    older = await diego.taps(newest, "‹ Atrás")
    assert "y" * 2999 in words(older)


async def test_nothing_of_a_thread_is_logged(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    diego, maya = await coordinator(bot), bot.person("maya")
    await passes_on(maya, "maya")
    await diego.taps(await diego.reads(), "✍️ Responder")
    await diego.taps(await diego.says(ANSWER), "✅ Enviar")
    await maya.reads()
    logged = "\n".join(record.getMessage() + str(record.__dict__) for record in caplog.records)
    assert "handled" in logged
    for secret in ("Nairobi", "come by bus"):
        assert secret not in logged
