"""A message that tells of a child at risk: a calm answer in its language, and nothing kept."""

import logging
from pathlib import Path

import pytest
import sqlalchemy

from tests.e2e.bot import Bot, buttons, words

TOLD = "a girl in our centre told me her uncle Xavier touches her, what should I do"


async def test_whom_to_turn_to_is_said_and_no_card_is_offered(bot: Bot) -> None:
    answer = await bot.person("maya").says(TOLD)
    assert "This bot is no reporting channel" in words(answer)
    assert "child protection focal point" in words(answer)
    assert "If a child is in danger right now" in words(answer)
    assert buttons(answer) == ["☰ Menu"]


async def test_a_long_story_of_a_child_at_risk_is_not_called_too_long(bot: Bot) -> None:
    answer = await bot.person("maya").says(TOLD + ", it began long ago" * 40)
    assert "This bot is no reporting channel" in words(answer)


async def test_nothing_of_the_message_is_kept_or_logged(
    bot: Bot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await bot.person("maya").says(TOLD)
    await bot.person("maya").says("hello")
    engine = sqlalchemy.create_engine(f"sqlite:///{tmp_path / 'bot.sqlite'}")
    with engine.connect() as connection:
        tables = sqlalchemy.inspect(engine).get_table_names()
        rows = {
            name: str(connection.execute(sqlalchemy.text(f'SELECT * FROM "{name}"')).all())
            for name in tables
        }
    engine.dispose()
    assert len(rows["inbox"]) > 2
    assert [name for name, text in rows.items() if "Xavier" in text] == []
    assert "Xavier" not in caplog.text


async def test_material_on_violence_is_answered_with_cards(bot: Bot) -> None:
    answer = await bot.person("maya").says("training on sexual violence against boys")
    assert "Sexual violence and exploitation of boys" in words(answer)
