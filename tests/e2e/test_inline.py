"""Typing the bot's name in any chat: cards to share, in the language of whoever types."""

import logging
from pathlib import Path

import pytest
import sqlalchemy

from bot.sandbox.people import CIRCLE
from tests.e2e.bot import Bot, buttons, target, words

TOLD = "a girl in our centre told me her uncle Xavier touches her"


@pytest.mark.parametrize(
    ("who", "typed", "title", "told", "button"),
    [
        ("maya", "mines", "Mine risk", "As our source said it", "💬 Ask the bot"),
        ("claire", "mines", "mines", "notre source", "💬 Demander au bot"),
        ("diego", "minas", "minas", "nuestra fuente", "💬 Preguntar al bot"),
        ("samir", "الألغام", "الألغام", "مصدرنا", "💬 اسألوا البوت"),
    ],
)
async def test_a_card_is_offered_and_shared_in_the_askers_language(
    bot: Bot, who: str, typed: str, title: str, told: str, button: str
) -> None:
    person = bot.sandbox.person(who)
    await person.inline(typed, chat=CIRCLE.id)
    result, *_ = await person.next_inline_results()
    assert title in result["title"]
    assert result["description"]
    shared = await person.choose(result, chat=CIRCLE.id)
    assert result["title"] in words(shared)
    assert told in words(shared)
    assert "/settings" not in shared.text
    assert buttons(shared) == [button]
    assert target(shared, button).endswith("?start=webinar_mine-risk")


async def test_the_chosen_language_counts_more_than_telegrams(either: Bot) -> None:
    maya = either.person("maya")
    await maya.taps(await maya.says("/language"), "Français", 2)
    await maya.person.inline("coaching")
    titles = [one["title"] for one in await maya.person.next_inline_results()]
    assert "Coaching, mentorat et supervision : de quoi parle-t-on ?" in titles


async def test_before_anything_is_asked_what_is_next_comes_first(bot: Bot) -> None:
    maya = bot.sandbox.person("maya")
    await maya.inline("")
    results = await maya.next_inline_results()
    assert results[0]["id"] == "webinar/coaching-1-defining"
    assert "20 February 2018" in results[0]["description"]
    assert "UTC" in results[0]["description"]
    assert "news/2018-02" in [one["id"] for one in results]
    assert 5 < len(results) <= 10
    shared = await maya.choose(results[0], chat=CIRCLE.id)
    assert "11:00 (UTC)" in words(shared)
    assert "/settings" not in words(shared)


async def test_a_zone_that_the_asker_chose_is_nobody_elses_business(bot: Bot) -> None:
    samir = bot.person("samir")
    await samir.agrees()
    settings = await samir.says("/settings")
    await samir.taps(settings, buttons(settings)[1])
    await samir.says("Nairobi")
    await samir.person.inline("")
    (first, *_) = await samir.person.next_inline_results()
    assert "UTC" in first["description"]
    assert "نيروبي" not in first["description"]


async def test_where_nothing_fits_the_private_chat_is_offered(bot: Bot) -> None:
    maya = bot.sandbox.person("maya")
    await maya.inline("xylophone lessons in Antarctica")
    answer = await maya.next_inline_answer()
    assert answer["results"] == []
    assert answer["button"]["start_parameter"] == "menu"
    assert "Nothing found" in answer["button"]["text"]


@pytest.mark.parametrize(
    ("who", "typed", "calm"),
    [
        ("maya", TOLD, "This bot is no reporting channel"),
        (
            "claire",
            "une fille de mon camp est battue par son oncle, que faire",
            "Ce bot n’est pas un canal de signalement",
        ),
        (
            "diego",
            "una niña me contó que su tío la toca, ¿qué hago?",
            "Este bot no es un canal de denuncia",
        ),
        ("samir", "طفل يتعرض للضرب الآن ماذا أفعل", "هذا البوت ليس قناة للإبلاغ"),
    ],
)
async def test_a_child_at_risk_gets_one_calm_way_and_no_card(
    bot: Bot, who: str, typed: str, calm: str
) -> None:
    talk = bot.person(who)
    await talk.person.inline(typed, chat=CIRCLE.id)
    answer = await talk.person.next_inline_answer()
    assert answer["results"] == []
    assert answer["button"]["start_parameter"] == "safeguarding"
    assert calm in words(await talk.says("/start safeguarding"))


async def test_a_card_shared_in_the_bots_own_chat_is_not_taken_for_a_question(bot: Bot) -> None:
    maya = bot.person("maya")
    await maya.person.inline("mines")
    result, *_ = await maya.person.next_inline_results()
    await maya.person.choose(result)
    assert "You can ask in your own words" in words(await maya.says("hello"))


async def test_nothing_that_is_typed_is_kept_or_logged(
    bot: Bot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    maya = bot.person("maya")
    for typed in (TOLD, "xylophone by Xavier", "coaching Xavier"):
        await maya.person.inline(typed)
        await maya.person.next_inline_answer()
    await maya.says("hello")
    engine = sqlalchemy.create_engine(f"sqlite:///{tmp_path / 'bot.sqlite'}")
    with engine.connect() as connection:
        kept = {
            name: str(connection.execute(sqlalchemy.text(f'SELECT * FROM "{name}"')).all())
            for name in sqlalchemy.inspect(engine).get_table_names()
        }
    engine.dispose()
    assert kept["inbox"].count("update:") == 1
    assert [name for name, text in kept.items() if "Xavier" in text] == []
    assert kept["gaps"] == "[]"
    assert "Xavier" not in caplog.text
