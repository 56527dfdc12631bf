"""Messages that make sense only after an answer, in the chat."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.library import Library
from bot.sandbox.sandbox import Sandbox
from tests.e2e.bot import Bot, buttons, started, words

TOLD = "a girl in our centre told me her uncle touches her, what should I do"


@pytest.mark.parametrize(
    ("who", "dialogue"),
    [
        (
            "maya",
            [
                ("which webinars are coming up?", "1. "),
                ("the second one", "Skills and models"),
                ("who speaks?", "Skills and models"),
                ("and the recorded ones?", "recorded, English"),
                ("and in French?", "stated to be in this language: French"),
                ("the last one", "ase study"),
            ],
        ),
        (
            "claire",
            [
                ("les webinaires à venir ?", "1. "),
                ("la première", "20 février 2018"),
                ("c'est quand ?", "20 février 2018"),
                ("et les enregistrés ?", "enregistré, en anglais"),
                ("et en français ?", "indiqué dans cette langue : français"),
            ],
        ),
        (
            "diego",
            [
                ("¿qué webinarios vienen?", "1. "),
                ("el primero", "20 de febrero de 2018"),
                ("¿y en qué idioma?", "20 de febrero de 2018"),
                ("¿y los grabados?", "grabado, en inglés"),
                ("¿y en árabe?", "en este idioma, según la fuente: árabe"),
            ],
        ),
        (
            "samir",
            [
                ("شو الندوات الجاية؟", "1. "),
                ("الأولى", "20 فبراير 2018"),
                ("مين بيحكي؟", "20 فبراير 2018"),
                ("والمسجلة؟", "الإنجليزية"),
                ("وبالفرنسي؟", "مذكور أنه بهذه اللغة: الفرنسية"),
            ],
        ),
    ],
)
async def test_a_dialogue_goes_on_from_answer_to_answer(
    either: Bot, who: str, dialogue: list[tuple[str, str]]
) -> None:
    talk = either.person(who)
    for said, answer in dialogue:
        assert answer in words(await talk.says(said)), said


async def test_a_fact_of_several_is_told_for_each(bot: Bot) -> None:
    maya = bot.person("maya")
    listed = await maya.says("which webinars are coming up?")
    again = await maya.says("when?")
    assert words(again).startswith("When each of these is:")
    assert "1. Defining coaching" in words(again) or words(again).count("2018") >= 3
    assert len(buttons(again)) == len(buttons(listed))
    assert "not stated" in words(await maya.says("where?"))


async def test_a_number_that_was_not_shown_gets_the_list_again(bot: Bot) -> None:
    maya = bot.person("maya")
    await maya.says("which recordings do you have?")
    assert "Which one is it?" in words(await maya.says("the ninth one"))


async def test_a_list_that_a_command_showed_can_be_followed(bot: Bot) -> None:
    maya = bot.person("maya")
    listed = words(await maya.says("/webinars"))
    assert "2. " in listed
    assert "Part 2" in words(await maya.says("2"))
    await maya.says("/packages")
    assert "stated to be in this language: Swahili" in words(await maya.says("in Swahili?"))
    await maya.says("/opportunities")
    assert "Open" in words(await maya.says("the last one"))
    assert "• closed" not in words(await maya.says("and the closed ones?"))


async def test_a_card_of_the_list_leaves_the_list_in_place(bot: Bot) -> None:
    maya = bot.person("maya")
    listed = await maya.says("which webinars are coming up?")
    await maya.taps(listed, "3")
    assert "Part 3" in words(await maya.says("when is it?"))
    assert "Part 1" in words(await maya.says("the first one"))


async def test_after_half_an_hour_nothing_is_followed(bot: Bot) -> None:
    maya = bot.person("maya")
    await maya.says("which webinars are coming up?")
    bot.sandbox.clock.set(bot.sandbox.clock.now() + timedelta(minutes=31))
    assert "Part 2" not in words(await maya.says("the second one"))


async def test_in_a_group_each_person_follows_their_own_answer(bot: Bot) -> None:
    maya, claire = bot.in_group("maya"), bot.in_group("claire")
    name = "@baraza_sandbox_bot"
    await maya.says(f"{name} which webinars are coming up?")
    await claire.says(f"{name} quels enregistrements ?", 2)
    assert "Part 2" in words(await maya.says(f"{name} the second one", 2))
    assert "enregistré" in words(await claire.says(f"{name} en anglais ?", 2))
    private = await bot.person("maya").says("the second one")
    assert "Part 2" not in words(private)


async def test_what_was_shown_is_followed_after_a_restart(
    sandbox: Sandbox, library: Library, tmp_path: Path
) -> None:
    database = f"sqlite:///{tmp_path / 'bot.sqlite'}"
    async with started(sandbox, library, database) as bot:
        await bot.person("maya").says("which webinars are coming up?")
    async with started(sandbox, library, database) as bot:
        assert "Part 2" in words(await bot.person("maya").says("the second one"))


async def test_erasing_forgets_what_was_shown(bot: Bot) -> None:
    maya = bot.person("maya")
    await maya.says("which webinars are coming up?")
    settings = await maya.says("/settings")
    sure = await maya.taps(settings, "🗑 Erase my data")
    await maya.taps(sure, "🗑 Yes, erase")
    assert "Part 2" not in words(await maya.says("the second one"))


async def test_a_child_at_risk_is_no_follow_up_and_leaves_what_was_shown(bot: Bot) -> None:
    maya = bot.person("maya")
    await maya.says("which webinars are coming up?")
    assert "This bot is no reporting channel" in words(await maya.says(TOLD))
    assert "You can ask in your own words" in words(await maya.says("thank you"))
    assert "Part 2" in words(await maya.says("the second one"))
