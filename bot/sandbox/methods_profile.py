"""Bot API methods: the bot itself, its texts, commands and menu button."""

from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.fields import fields_of
from bot.sandbox.keyboards import web_app_url
from bot.sandbox.lookup import known_chat, writable_chat
from bot.sandbox.params import Params
from bot.sandbox.present import bot_json
from bot.sandbox.profile import Scope, checked_commands, checked_language
from bot.sandbox.world import World

Json = dict[str, Any]

MAX_NAME = 64
MAX_DESCRIPTION = 512
MAX_SHORT = 120
PLAIN_SCOPES = frozenset(
    {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
)
CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})


def get_me(world: World, _params: Params) -> Json:
    """https://core.telegram.org/bots/api#getme"""
    return bot_json(world) | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": world.inline_enabled,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
        "supports_guest_queries": False,
    }


def set_my_name(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#setmyname"""
    language = checked_language(params.text("language_code"))
    name = params.text("name").strip()
    if len(name) > MAX_NAME or not (name or language):
        raise bad_request("BOT_TITLE_INVALID")
    _set(world, world.profile.names, language, name)
    return True


def get_my_name(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#getmyname"""
    return {"name": _get(world.profile.names, params)}


def set_my_description(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#setmydescription"""
    text = params.text("description").strip()
    if len(text) > MAX_DESCRIPTION:
        raise bad_request("BOT_DESCRIPTION_TOO_LONG")
    _set(world, world.profile.descriptions, checked_language(params.text("language_code")), text)
    return True


def get_my_description(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#getmydescription"""
    return {"description": _get(world.profile.descriptions, params)}


def set_my_short_description(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#setmyshortdescription"""
    text = params.text("short_description").strip()
    if len(text) > MAX_SHORT:
        raise bad_request("ABOUT_TOO_LONG")
    language = checked_language(params.text("language_code"))
    _set(world, world.profile.short_descriptions, language, text)
    return True


def get_my_short_description(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#getmyshortdescription"""
    return {"short_description": _get(world.profile.short_descriptions, params)}


def _set(world: World, texts: dict[str, str], language: str, text: str) -> None:
    texts.pop(language, None)
    if text:
        texts[language] = text
    world.happenings.add("bot")


def _get(texts: dict[str, str], params: Params) -> str:
    language = checked_language(params.text("language_code"))
    return texts.get(language) or texts.get("", "")


def set_my_commands(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#setmycommands"""
    commands = checked_commands(params.json("commands", "commands"))
    _set_commands(world, params, commands)
    return True


def delete_my_commands(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#deletemycommands"""
    _set_commands(world, params, [])
    return True


def get_my_commands(world: World, params: Params) -> list[Json]:
    """https://core.telegram.org/bots/api#getmycommands"""
    language = checked_language(params.text("language_code"))
    return world.profile.commands.get((_scope(world, params), language), [])


def _set_commands(world: World, params: Params, commands: list[Json]) -> None:
    scope = _scope(world, params)
    language = checked_language(params.text("language_code"))
    before = {person.id: world.menus(person) for person in world.people.values()}
    world.profile.set_commands(scope, language, commands)
    for person in world.people.values():
        if world.menus(person) != before[person.id]:
            world.happenings.add("commands", person=person.id)


def _scope(world: World, params: Params) -> Scope:
    value = params.json("scope", "BotCommandScope")
    if value is None:
        return Scope()
    where = "Can't parse BotCommandScope: "
    given = fields_of(value, "BotCommandScope must be an Object", where)
    kind = given.string("type")
    if kind in PLAIN_SCOPES:
        return Scope(kind)
    if kind not in CHAT_SCOPES:
        raise given.refusal("Unsupported type specified")
    number = given.string("chat_id")
    if not number:
        raise given.refusal("Empty chat_id specified")
    user = given.integer("user_id", bits=64) if kind == "chat_member" else 0
    if kind == "chat_member" and user <= 0:
        raise given.refusal("Invalid user_id specified")
    chat = known_chat(world, number)
    if not chat.private:
        writable_chat(world, number)
    elif kind != "chat":
        raise bad_request("Can't use specified scope in private chats")
    return Scope(kind, chat.id, user)


def set_chat_menu_button(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#setchatmenubutton"""
    value = params.json("menu_button", "menu button")
    if value is None:
        value = {"type": "default"}
    given = fields_of(value, "MenuButton must be an Object", "Can't parse menu button: ")
    kind = given.string("type")
    told: Json = {"type": kind}
    if kind == "web_app":
        text, url = given.string("text"), given.object("web_app").string("url")
        told |= {"text": text, "web_app": {"url": web_app_url(url, "Menu button")}}
    elif kind not in ("default", "commands"):
        raise given.refusal("MenuButton has unsupported type")
    world.profile.menu_buttons[_menu_chat(world, params)] = told
    return True


def get_chat_menu_button(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#getchatmenubutton"""
    return world.profile.menu_buttons.get(_menu_chat(world, params), {"type": "default"})


def _menu_chat(world: World, params: Params) -> int:
    if not params.text("chat_id"):
        return 0
    chat = known_chat(world, params.text("chat_id"))
    if not chat.private:
        raise bad_request("chat not found")
    return chat.id
