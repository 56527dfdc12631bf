"""What the bot tells about itself: names, descriptions, commands and menu buttons."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.domain.entities import cleaned
from bot.sandbox.errors import bad_request
from bot.sandbox.fields import fields_of

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a list of commands shows; `chat` and `user` are ids, 0 where they do not matter."""

    type: str = "default"
    chat: int = 0
    user: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Somebody who opens the command menu in a chat; `language` may be "" or as long as "pt-br"."""

    person: int
    chat: int
    language: str
    private: bool
    admin: bool


@dataclass(slots=True, kw_only=True)
class Profile:
    """Texts by language code; "" is for everybody whose language has none."""

    username: str
    names: dict[str, str]
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)

    def set_commands(self, scope: Scope, language: str, commands: list[Json]) -> None:
        """Replace one list; an empty one deletes it."""
        self.commands.pop((scope, language), None)
        if commands:
            self.commands[scope, language] = commands

    def commands_for(self, viewer: Viewer) -> list[Json]:
        """What the viewer's menu shows: the first list that exists, from the narrowest scope on.

        The order is that of https://core.telegram.org/bots/api#determining-list-of-commands.
        """
        language = viewer.language.split("-")[0]
        for scope in _scopes(viewer):
            for code in (language, ""):
                if found := self.commands.get((scope, code)):
                    return found
        return []


def _scopes(viewer: Viewer) -> Iterator[Scope]:
    if viewer.private:
        yield Scope("chat", viewer.chat)
        yield Scope("all_private_chats")
    else:
        yield Scope("chat_member", viewer.chat, viewer.person)
        if viewer.admin:
            yield Scope("chat_administrators", viewer.chat)
        yield Scope("chat", viewer.chat)
        if viewer.admin:
            yield Scope("all_chat_administrators")
        yield Scope("all_group_chats")
    yield Scope()


def checked_language(code: str) -> str:
    """A language code as the profile's methods take it: "" or two small letters."""
    if code and not re.fullmatch("[a-z]{2}", code):
        raise bad_request("Invalid language code specified")
    return code


def checked_commands(value: Any) -> list[Json]:
    """The commands of a call, each with its name and description, or Telegram's refusal."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise bad_request("Expected an Array of BotCommand")
    commands = [_command(item) for item in value]
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return commands


def _command(item: Any) -> Json:
    given = fields_of(item, "expected an Object", "Can't parse BotCommand: ")
    command, description = given.string("command"), given.string("description")
    command = cleaned(command).strip().removeprefix("/")
    description = cleaned(description).strip()
    if not command:
        raise bad_request("Command must be non-empty")
    if len(command) > 32:
        raise bad_request("Command length must not exceed 32")
    if not description:
        raise bad_request("Command description must be non-empty")
    if len(description) > 256:
        raise bad_request("Command description length must not exceed 256")
    if not re.fullmatch("[a-z0-9_]+", command):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}
