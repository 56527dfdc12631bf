"""/gaps: what members asked in vain, for coordinators."""

from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy

from bot.domain.gaps import Gap
from bot.storage.database import open_storage
from tests.e2e.bot import Bot, words

FRENCH = Gap("en", ("kind/webinar", "in/fr"), "webinars french")
NAMELESS = "do you have webinars in Quechua by Lucinda Quispe, lucinda@example.org, +591 700 12345?"
TOLD = "a girl in our centre told me her uncle Xavier touches her, what should I do"


async def test_without_a_gap_there_is_nothing_to_show(bot: Bot) -> None:
    assert "todas las preguntas tuvieron respuesta" in words(
        await bot.person("diego").says("/gaps")
    )


async def test_a_topic_is_named_only_when_enough_people_asked(either: Bot) -> None:
    for _ in range(6):
        await either.person("maya").says("webinars in French?")
    diego = either.person("diego")
    few = words(await diego.says("/gaps"))
    assert "todo lo demás – preguntas: " in few
    assert "french" not in few
    await asked_by_others(either, 4)
    listed = words(await diego.says("/gaps"))
    assert "en este idioma: francés – preguntas: " in listed
    assert "personas: 5 o más" in listed
    assert "“webinars french”" in listed


async def asked_by_others(bot: Bot, count: int) -> None:
    """As by more people than the sandbox has."""
    assert bot.settings.database_url
    async with open_storage(bot.settings.database_url) as storage:
        for user in range(count):
            async with storage.unit(bot.sandbox.clock.now()) as unit:
                await unit.gaps.add(FRENCH, 777000 + user)


async def test_no_identifying_word_is_kept_beside_the_question_that_may_be_passed_on(
    bot: Bot, tmp_path: Path
) -> None:
    await bot.person("maya").says(NAMELESS)
    await bot.person("maya").says(TOLD)
    await bot.person("maya").says("hello")
    engine = sqlalchemy.create_engine(f"sqlite:///{tmp_path / 'bot.sqlite'}")
    with engine.connect() as connection:
        names = sqlalchemy.inspect(engine).get_table_names()
        found = {
            name: str(connection.execute(sqlalchemy.text(f'SELECT * FROM "{name}"')).all()).lower()
            for name in names
        }
    engine.dispose()
    assert "quechua" in found["gaps"]
    assert found["gaps"].count("2018-02-12") == 1
    del found["drafts"]  # the words that the member is asked whether to pass on, for a day
    for detail in ("lucinda", "quispe", "example.org", "700", "12345", "xavier", "uncle"):
        assert [name for name, text in found.items() if detail in text] == []


async def test_counts_are_told_in_the_status_and_purged_after_ninety_days(bot: Bot) -> None:
    await bot.person("maya").says("webinars in French?")
    diego = bot.person("diego")
    assert "sin respuesta en 90 días: 1" in words(await diego.says("/status"))
    bot.sandbox.clock.set(bot.sandbox.clock.now() + timedelta(days=91))
    assert "sin respuesta en 90 días: 0" in words(await diego.says("/status"))


@pytest.mark.parametrize(("who", "refused"), [("maya", "coordinators only"), ("claire", "")])
async def test_only_coordinators_see_them(bot: Bot, who: str, refused: str) -> None:
    said = words(await bot.person(who).says("/gaps"))
    assert refused in said
    assert "❓" not in said


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("English", "What was asked and had no answer"),
        ("Français", "Questions restées sans réponse"),
        ("Español", "Preguntas que quedaron sin respuesta"),
        ("العربية", "أسئلة بقيت دون إجابة"),
    ],
)
async def test_the_list_is_told_in_each_language(bot: Bot, language: str, told: str) -> None:
    await bot.person("maya").says("webinars in French?")
    diego = bot.person("diego")
    await diego.taps(await diego.says("/language"), language, 2)
    assert told in words(await diego.says("/gaps"))
