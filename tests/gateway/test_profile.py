"""The bot tells Telegram how it presents itself, and only what has changed."""

import logging

import pytest

from bot.domain.catalogue import Community
from bot.gateway.buttons import Buttons
from bot.gateway.client import Client
from bot.gateway.profile import present
from bot.gateway.render import Renderer
from bot.i18n.texts import load_texts
from bot.sandbox import Sandbox
from tests.gateway.test_render import ARABIC, ENGLISH, ROUTES
from tests.i18n.folders import locales

LANGUAGES = ("en", "ar")
COMMUNITY = Community(
    name={"en": "Baraza", "ar": "براثا"},
    short_description={"en": "In short", "ar": "باختصار"},
    description={"en": "At length\nand more\n", "ar": "بإسهاب"},
    about="page/about",
    topics={},
    series={},
    organisations={},
    zones=(),
)


@pytest.fixture(scope="module")
def renderer(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    texts = load_texts(locales(tmp_path_factory.mktemp("texts"), en=ENGLISH, ar=ARABIC))
    return Renderer(texts, Buttons([]), "Baraza_Bot", ROUTES)


def changes(sandbox: Sandbox) -> list[str]:
    """The calls so far that set something."""
    return [call.method for call in sandbox.calls if call.method.startswith("set")]


async def test_names_and_descriptions_stand_in_each_language(
    client: Client, renderer: Renderer
) -> None:
    await present(client, COMMUNITY, renderer, LANGUAGES)
    for code, name, short, long in (
        (None, "Baraza", "In short", "At length\nand more"),
        ("en", "Baraza", "In short", "At length\nand more"),
        ("ar", "براثا", "باختصار", "بإسهاب"),
        ("pt", "Baraza", "In short", "At length\nand more"),
    ):
        assert (await client.get_my_name(code)).name == name
        assert (await client.get_my_short_description(code)).short_description == short
        assert (await client.get_my_description(code)).description == long


async def test_a_person_sees_the_commands_in_their_language_and_in_a_group_fewer(
    sandbox: Sandbox, client: Client, renderer: Renderer
) -> None:
    await present(client, COMMUNITY, renderer, LANGUAGES)
    samir, world = sandbox.person("samir").person, sandbox.world
    assert world.commands_for(samir, world.chats[samir.id]) == [
        {"command": "news", "description": "الأخبار"},
        {"command": "settings", "description": "إعداداتك"},
    ]
    assert world.commands_for(samir, world.chats[-1001]) == [
        {"command": "news", "description": "الأخبار"}
    ]
    claire = sandbox.person("claire").person
    assert world.commands_for(claire, world.chats[-1001]) == [
        {"command": "news", "description": "The news"}
    ]


async def test_a_second_start_changes_nothing(
    sandbox: Sandbox, client: Client, renderer: Renderer
) -> None:
    await present(client, COMMUNITY, renderer, LANGUAGES)
    first = changes(sandbox)
    assert len(first) > 8
    await present(client, COMMUNITY, renderer, LANGUAGES)
    assert changes(sandbox) == first


async def test_only_what_is_new_is_told(
    sandbox: Sandbox, client: Client, renderer: Renderer
) -> None:
    await present(client, COMMUNITY, renderer, LANGUAGES)
    first = len(changes(sandbox))
    await client.set_my_name("Old", language_code="ar")
    await present(client, COMMUNITY, renderer, LANGUAGES)
    assert changes(sandbox)[first + 1 :] == ["setMyName"]
    assert (await client.get_my_name("ar")).name == "براثا"


async def test_what_fails_is_no_obstacle_to_the_rest(
    sandbox: Sandbox, client: Client, renderer: Renderer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, logger="bot")
    sandbox.faults.slow_down("setMyName", seconds=86_400)
    sandbox.faults.cut("getMyDescription")
    await present(client, COMMUNITY, renderer, LANGUAGES)
    assert (await client.get_my_short_description("ar")).short_description == "باختصار"
    assert (await client.get_my_commands(language_code="ar")) == ()
    assert (await client.get_my_name("ar")).name == "Baraza"
    assert caplog.text.count("not presented") == 2
    await present(client, COMMUNITY, renderer, LANGUAGES)
    assert (await client.get_my_name("ar")).name == "براثا"
