"""What the bot tells about itself: names, descriptions, commands, menu buttons, chats."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    BotCommandScopeChatMember,
    BotCommandScopeDefault,
    MenuButtonCommands,
    MenuButtonWebApp,
    WebAppInfo,
)

from bot.sandbox import Sandbox

MAYA, SAMIR, CLAIRE, DIEGO = 1001, 1002, 1003, 1004
GROUP = -1001

Refusal = Callable[..., Awaitable[str]]


def menu(sandbox: Sandbox, key: str, chat: int | None = None) -> list[str]:
    """The commands that a person sees in a chat."""
    person = sandbox.person(key).person
    commands = sandbox.world.commands_for(person, sandbox.world.chats[chat or person.id])
    return [command["command"] for command in commands]


async def test_the_bot_knows_itself(sandbox: Sandbox, bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.is_bot, me.first_name, me.username) == (True, "Baraza", "baraza_sandbox_bot")
    assert me.can_read_all_group_messages is False
    sandbox.world.privacy = False
    assert (await bot.get_me()).can_read_all_group_messages is True


async def test_the_narrowest_scope_wins_in_a_private_chat(sandbox: Sandbox, bot: Bot) -> None:
    async def put(name: str, scope: BotCommandScope, language: str = "") -> None:
        await bot.set_my_commands([BotCommand(name, "d")], scope, language_code=language)

    assert menu(sandbox, "samir") == []
    await put("default", BotCommandScopeDefault())
    assert menu(sandbox, "samir") == ["default"]
    await put("default_ar", BotCommandScopeDefault(), "ar")
    assert (menu(sandbox, "samir"), menu(sandbox, "maya")) == (["default_ar"], ["default"])
    await put("private", BotCommandScopeAllPrivateChats())
    assert menu(sandbox, "samir") == ["private"]
    await put("private_ar", BotCommandScopeAllPrivateChats(), "ar")
    assert menu(sandbox, "samir") == ["private_ar"]
    await put("mine", BotCommandScopeChat(SAMIR))
    assert (menu(sandbox, "samir"), menu(sandbox, "maya")) == (["mine"], ["private"])
    await bot.delete_my_commands(BotCommandScopeChat(SAMIR))
    assert menu(sandbox, "samir") == ["private_ar"]


async def test_in_a_group_administrators_see_their_own_commands(sandbox: Sandbox, bot: Bot) -> None:
    async def put(name: str, scope: BotCommandScope) -> None:
        await bot.set_my_commands([BotCommand(name, "d")], scope)

    def seen() -> list[list[str]]:
        return [menu(sandbox, key, GROUP) for key in ("maya", "claire", "diego")]

    await put("private", BotCommandScopeAllPrivateChats())
    assert seen() == [[], [], []]
    await put("groups", BotCommandScopeAllGroupChats())
    assert seen() == [["groups"]] * 3
    await put("admins", BotCommandScopeAllChatAdministrators())
    assert seen() == [["groups"], ["admins"], ["admins"]]
    await put("here", BotCommandScopeChat(GROUP))
    assert seen() == [["here"]] * 3
    await put("admins_here", BotCommandScopeChatAdministrators(GROUP))
    assert seen() == [["here"], ["admins_here"], ["admins_here"]]
    await put("claire", BotCommandScopeChatMember(GROUP, CLAIRE))
    assert seen() == [["here"], ["claire"], ["admins_here"]]


async def test_commands_are_read_back_without_fallback(bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("help", "Help")], language_code="fr")
    assert await bot.get_my_commands(language_code="fr") == (BotCommand("help", "Help"),)
    assert await bot.get_my_commands() == ()
    await bot.set_my_commands([], language_code="fr")
    assert await bot.get_my_commands(language_code="fr") == ()


@pytest.mark.parametrize(
    ("commands", "description"),
    [
        ("[", "can't parse commands JSON object"),
        ({}, "expected an Array of BotCommand"),
        ([1], "can't parse BotCommand: expected an Object"),
        ([{"command": "a"}], "can't parse BotCommand: Can't find field \"description\""),
        (
            [{"command": True, "description": "d"}],
            'can\'t parse BotCommand: Field "command" must be of type String',
        ),
        ([{"command": "/", "description": "d"}], "command must be non-empty"),
        ([{"command": "a" * 33, "description": "d"}], "command length must not exceed 32"),
        ([{"command": "a", "description": " "}], "command description must be non-empty"),
        (
            [{"command": "a", "description": "d" * 257}],
            "command description length must not exceed 256",
        ),
        ([{"command": "Help", "description": "d"}], "BOT_COMMAND_INVALID"),
        ([{"command": "aide-moi", "description": "d"}], "BOT_COMMAND_INVALID"),
        ([{"command": "a", "description": "d"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_wrong_commands_are_refused(
    refusal: Refusal, commands: Any, description: str
) -> None:
    assert await refusal("setMyCommands", commands=commands) == f"Bad Request: {description}"


SCOPE = "can't parse BotCommandScope"


@pytest.mark.parametrize(
    ("scope", "description"),
    [
        ("{", "can't parse BotCommandScope JSON object"),
        ([], f"{SCOPE}: BotCommandScope must be an Object"),
        ({}, f'{SCOPE}: Can\'t find field "type"'),
        ({"type": "world"}, f"{SCOPE}: Unsupported type specified"),
        ({"type": "chat"}, f'{SCOPE}: Can\'t find field "chat_id"'),
        ({"type": "chat", "chat_id": 5}, "chat not found"),
        ({"type": "chat", "chat_id": ""}, f"{SCOPE}: Empty chat_id specified"),
        ({"type": "chat_member", "chat_id": GROUP}, f'{SCOPE}: Can\'t find field "user_id"'),
        (
            {"type": "chat_member", "chat_id": GROUP, "user_id": "x"},
            f'{SCOPE}: Field "user_id" must be a valid Number',
        ),
        (
            {"type": "chat_member", "chat_id": GROUP, "user_id": 0},
            f"{SCOPE}: Invalid user_id specified",
        ),
        (
            {"type": "chat_administrators", "chat_id": MAYA},
            "can't use specified scope in private chats",
        ),
    ],
)
async def test_wrong_scopes_are_refused(refusal: Refusal, scope: Any, description: str) -> None:
    for method in ("getMyCommands", "deleteMyCommands"):
        assert await refusal(method, scope=scope) == f"Bad Request: {description}"


async def test_texts_have_a_language_and_a_fallback(sandbox: Sandbox, bot: Bot) -> None:
    await bot.set_my_name("Assemblée", language_code="fr")
    await bot.set_my_description("All about it")
    await bot.set_my_description("Tout sur elle", language_code="fr")
    await bot.set_my_short_description("Short")
    assert (await bot.get_my_name("fr")).name == "Assemblée"
    assert (await bot.get_my_name("es")).name == "Baraza"
    assert (await bot.get_my_description("fr")).description == "Tout sur elle"
    assert (await bot.get_my_description()).description == "All about it"
    assert (await bot.get_my_short_description("ar")).short_description == "Short"
    await bot.set_my_description("", language_code="fr")
    assert (await bot.get_my_description("fr")).description == "All about it"
    assert sandbox.world.profile.names == {"": "Baraza", "fr": "Assemblée"}


@pytest.mark.parametrize(
    ("method", "params", "description"),
    [
        ("setMyName", {"name": "a" * 65}, "BOT_TITLE_INVALID"),
        ("setMyName", {"name": ""}, "BOT_TITLE_INVALID"),
        ("setMyName", {"name": "a", "language_code": "fr-FR"}, "invalid language code specified"),
        ("setMyDescription", {"description": "a" * 513}, "BOT_DESCRIPTION_TOO_LONG"),
        ("setMyShortDescription", {"short_description": "a" * 121}, "ABOUT_TOO_LONG"),
        ("getMyName", {"language_code": "FR"}, "invalid language code specified"),
        (
            "setChatMenuButton",
            {"menu_button": [1]},
            "can't parse menu button: MenuButton must be an Object",
        ),
        (
            "setChatMenuButton",
            {"menu_button": {"type": "x"}},
            "can't parse menu button: MenuButton has unsupported type",
        ),
        (
            "setChatMenuButton",
            {"menu_button": {"type": "web_app"}},
            "can't parse menu button: Can't find field \"text\"",
        ),
        (
            "setChatMenuButton",
            {"menu_button": {"type": "web_app", "text": "x"}},
            "can't parse menu button: Can't find field \"web_app\"",
        ),
        ("getChatMenuButton", {"chat_id": GROUP}, "chat not found"),
        ("getChat", {"chat_id": 5}, "chat not found"),
        ("getChatMember", {"chat_id": GROUP}, "invalid user_id specified"),
        ("getChatMember", {"chat_id": GROUP, "user_id": 5}, "PARTICIPANT_ID_INVALID"),
        ("leaveChat", {"chat_id": MAYA}, "chat member status can't be changed in private chats"),
    ],
)
async def test_wrong_words_about_oneself_are_refused(
    refusal: Refusal, method: str, params: dict[str, Any], description: str
) -> None:
    assert await refusal(method, **params) == f"Bad Request: {description}"


async def test_the_menu_button_is_set_for_one_chat_or_all(bot: Bot) -> None:
    assert (await bot.get_chat_menu_button()).type == "default"
    app = MenuButtonWebApp("Open", WebAppInfo("https://example.org/"))
    await bot.set_chat_menu_button(menu_button=app)
    await bot.set_chat_menu_button(MAYA, MenuButtonCommands())
    assert await bot.get_chat_menu_button() == app
    assert (await bot.get_chat_menu_button(MAYA)).type == "commands"


async def test_chats_and_members_are_described(sandbox: Sandbox, bot: Bot) -> None:
    assert (await bot.get_chat(GROUP)).title == "Trainers' circle"
    assert (await bot.get_chat(MAYA)).username == "maya_sandbox"

    async def status(user: int) -> str:
        return (await bot.get_chat_member(GROUP, user)).status

    assert [await status(user) for user in (MAYA, CLAIRE, DIEGO, bot.id)] == [
        "member",
        "administrator",
        "creator",
        "member",
    ]
    await sandbox.person("diego").add_bot(GROUP, admin=True)
    assert await status(bot.id) == "administrator"
