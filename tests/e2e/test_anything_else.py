"""Everything that no feature expects gets a kind and useful answer."""

import pytest

from bot.sandbox.people import Person
from bot.sandbox.sandbox import Sandbox
from tests.e2e.bot import Bot, buttons, target, words


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("sticker", "Nice one!"),
        ("voice", "I cannot listen"),
        ("photo", "I cannot look at pictures"),
        ("document", "I cannot read files"),
        ("video", "I cannot watch videos"),
        ("location", "I have not kept where you are"),
        ("contact", "I have not kept that contact"),
    ],
)
async def test_what_is_no_text_is_answered_kindly(bot: Bot, kind: str, answer: str) -> None:
    maya = bot.person("maya")
    await maya.says("/start")
    await maya.person.send(kind)
    assert answer in words(await maya.reads())


async def test_an_unknown_command_leads_to_the_menu(bot: Bot) -> None:
    answer = await bot.person("maya").says("/frobnicate now")
    assert "I do not know /frobnicate" in words(answer)
    assert "☰ Menu" in buttons(answer)


@pytest.mark.parametrize(
    "data",
    ["0~w~upcoming", "1~gone", "1~i", "1~w~nonsense~~~0", "1~w~upcoming~~~01", "💣", "1~a~2~3"],
)
async def test_a_button_of_another_time_gets_a_fresh_menu(bot: Bot, data: str) -> None:
    maya = bot.person("maya")
    welcome = await maya.says("/start")
    await maya.person.press(welcome, data)
    assert "That button is from another time" in words(await maya.reads())
    assert "🎥 Webinars" in buttons(await maya.reads())


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (f"1~w~~topic~{'x' * 50}~0", "Webinars to come"),
        ("1~w~~nonsense~x~0", "Webinars to come"),
        (f"1~p~training~{'x' * 44}~0", "Training packages"),
    ],
)
async def test_a_forged_filter_shows_the_whole_list(bot: Bot, data: str, answer: str) -> None:
    maya = bot.person("maya")
    welcome = await maya.says("/start")
    await maya.person.press(welcome, data)
    assert answer in words(await maya.reads())


async def test_endless_text_is_not_searched(bot: Bot) -> None:
    answer = await bot.person("maya").says("coaching " * 400)
    assert "That is a long message" in words(answer)


async def test_what_the_catalogue_does_not_know_gets_an_honest_no(bot: Bot) -> None:
    answer = await bot.person("maya").says("xylophone lessons in Antarctica")
    assert "I would rather not guess" in words(answer)


async def test_an_empty_question_gets_the_menu(bot: Bot) -> None:
    group = bot.in_group("maya")
    await group.person.say("@baraza_sandbox_bot", chat=group.chat)
    assert "just ask in your own words" in words(await group.reads())


async def test_a_coordinators_command_is_for_coordinators(either: Bot) -> None:
    refused = await either.person("maya").says("/status")
    assert "coordinators only" in words(refused)
    told = await either.person("diego").says("/status")
    assert "48" in words(told)


async def test_in_a_group_only_what_is_meant_for_the_bot_is_answered(bot: Bot) -> None:
    group = bot.in_group("maya")
    await group.person.say("Does anybody know about mine risk?", chat=group.chat)
    await group.person.say("/frobnicate", chat=group.chat)
    await group.person.say("/webinars@some_other_bot", chat=group.chat)
    asked = await group.person.say("@baraza_sandbox_bot mine risk", chat=group.chat)
    answer = await group.reads()
    assert "Mine risk" in words(answer)
    assert answer.reply_to == asked.id
    again = await group.person.say("and webinar case studies", chat=group.chat, reply_to=answer.id)
    assert (await group.reads()).reply_to == again.id


async def test_what_is_personal_moves_from_the_group_to_the_private_chat(bot: Bot) -> None:
    group = bot.in_group("maya")
    moved = await group.says("/settings")
    assert "let us go on in the private chat" in words(moved)
    link = target(moved, "💬 Open the private chat")
    assert link == "https://t.me/baraza_sandbox_bot?start=settings"
    settings = await bot.person("maya").says("/start settings")
    assert "Settings" in words(settings)


async def test_taken_into_a_group_the_bot_says_what_it_does_there(bot: Bot) -> None:
    diego = bot.in_group("diego")
    assert diego.chat is not None
    await diego.person.remove_bot(diego.chat)
    await diego.person.add_bot(diego.chat)
    hello = await diego.reads()
    assert "/webinars" in words(hello)


async def test_hostile_words_come_back_as_words(bot: Bot, sandbox: Sandbox) -> None:
    sandbox.add_person(Person(id=1999, key="mal", first_name="<b>Mal</b>\u202e"))
    mal = bot.person("mal")
    answer = await mal.says("/news <b>x</b>&amp;\u202e[y](z)")
    assert "<b>x</b>&amp;[y](z)" in words(answer)
