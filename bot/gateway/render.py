"""What a feature says, as a row for the outbox: worded by the locales, marked up as HTML."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import quote, urlencode

from bot.domain.items import Lang
from bot.domain.markup import MAX_CAPTION, MAX_TEXT
from bot.domain.people import Role
from bot.domain.when import Moment, Span
from bot.gateway.buttons import Buttons
from bot.gateway.fit import fitted
from bot.i18n.dates import Dates
from bot.i18n.names import joined, language_name, own_name, zone_name
from bot.i18n.safe import Safe, escaped, led_from_the_right, quoted
from bot.i18n.texts import Argument, Texts
from bot.ports.intents import Action, ChatKind
from bot.ports.runtime import Reader, Route
from bot.ports.speech import (
    Button,
    DeepLink,
    Html,
    Label,
    Language,
    Lines,
    Linked,
    Listed,
    Menu,
    Msg,
    Outgoing,
    OwnName,
    Phrase,
    Quoted,
    Rows,
    Share,
    Target,
    Zone,
)
from bot.ports.storage import Json, NewMessage

NO_MESSAGES = frozenset({"setMyCommands"})
"""The methods made here that send nothing into a chat; Telegram's limits are on messages."""


class Renderer:
    """Words and marks up messages. `username` is the bot's, for links to its private chat."""

    def __init__(
        self, texts: Texts, buttons: Buttons, username: str, menu: Sequence[Route]
    ) -> None:
        self._texts = texts
        self._dates = Dates(texts)
        self._buttons = buttons
        self._username = username
        self._menu = menu

    def __call__(self, said: Outgoing | Menu, reader: Reader, cause: str) -> NewMessage:
        """The row for the outbox; `cause` is the key of the arrival that it answers."""
        if isinstance(said, Menu):
            return self._commands(reader, cause)
        origin = reader.origin
        group = origin.chat is ChatKind.GROUP
        words = self._whole(said.text, reader)
        params: dict[str, Any] = {"chat_id": origin.chat_id, "parse_mode": "HTML"}
        if said.buttons:
            params["reply_markup"] = {"inline_keyboard": self._keyboard(said.buttons, reader)}
        file = None
        if said.document is not None:
            method, params["caption"] = "sendDocument", fitted(words, MAX_CAPTION)
            file = ("document", said.document.name, said.document.content)
        else:
            method, params["text"] = "sendMessage", fitted(words, MAX_TEXT)
            params["link_preview_options"] = {"is_disabled": True}
            if said.edit and origin.tapped is not None:
                method, params["message_id"] = "editMessageText", origin.tapped
        replied = origin.message_id or origin.tapped
        if group and replied and method != "editMessageText":
            # So that it stands with its question, and in the question's topic.
            params["reply_parameters"] = {
                "message_id": replied,
                "allow_sending_without_reply": True,
            }
        return NewMessage(
            chat_id=origin.chat_id,
            method=method,
            params=params,
            cause=cause,
            group=group,
            file=file,
        )

    def _whole(self, phrase: Phrase, reader: Reader) -> str:
        """A whole message; in a right-to-left language every line is set out from the right."""
        words = self.html(phrase, reader)
        return led_from_the_right(words) if self._texts.is_rtl(reader.lang) else words

    def html(self, phrase: Phrase, reader: Reader) -> Safe:
        """A phrase as Telegram HTML in the reader's language and zone."""
        match phrase:
            case Html():
                return Safe(phrase)
            case str():
                return Safe(escaped(phrase))
            case Msg(key, args):
                return self._texts.html(reader.lang, key, self._arguments(args, reader))
            case Quoted(text):
                return quoted(text)
            case Lines(parts, gap):
                words = [self.html(one, reader) for one in parts if one is not None]
                return Safe(("\n" * (gap + 1)).join(word for word in words if word))
            case Linked(label, url):
                return Safe(f'<a href="{escape(url)}">{self.html(label, reader)}</a>')
            case Listed(parts):
                return joined([self.html(one, reader) for one in parts], reader.lang)
            case int():
                return Safe(str(phrase))
            case _:
                return Safe(escape(self._name(phrase, reader)))

    def _name(
        self, phrase: datetime | Moment | Span | Language | OwnName | Zone, reader: Reader
    ) -> str:
        match phrase:
            case datetime():
                return self._dates.moment(phrase, reader.lang, reader.zone)
            case Moment(start=start):
                return self._dates.moment(start, reader.lang, reader.zone)
            case Span():
                return self._dates.span(phrase, reader.lang)
            case Language(code):
                return language_name(code, reader.lang)
            case OwnName(code):
                return own_name(code)
            case Zone(name):
                return zone_name(name, reader.lang)

    def _arguments(self, args: Mapping[str, Phrase], reader: Reader) -> dict[str, Argument]:
        """Words and numbers stay what they are, so that a message can choose by them."""
        return {
            name: value
            if isinstance(value, int) or (isinstance(value, str) and not isinstance(value, Html))
            else self.html(value, reader)
            for name, value in args.items()
        }

    def _keyboard(self, rows: Rows, reader: Reader) -> list[list[dict[str, str]]]:
        return [[self._button(button, reader) for button in row] for row in rows]

    def _button(self, button: Button, reader: Reader) -> dict[str, str]:
        return {"text": self._label(button.label, reader), **self._target(button.target)}

    def _label(self, label: Label, reader: Reader) -> str:
        match label:
            case Msg(key, args):
                return self._texts.plain(reader.lang, key, self._arguments(args, reader))
            case str():
                return label
            case _:
                return self._name(label, reader)

    def _target(self, target: Target) -> dict[str, str]:
        match target:
            case Action():
                return {"callback_data": self._buttons.encode(target)}
            case DeepLink(payload):
                return {"url": self._deep_link(payload)}
            case Share(payload, title):
                link = {"url": self._deep_link(payload), "text": title}
                query = urlencode(link, quote_via=quote)  # Telegram shows a + as it is
                return {"url": f"https://t.me/share/url?{query}"}
            case str():
                return {"url": target}

    def _deep_link(self, payload: str) -> str:
        return f"https://t.me/{self._username}?start={payload}"

    def _commands(self, reader: Reader, cause: str) -> NewMessage:
        """The command menu of one private chat."""
        chat_id = reader.origin.chat_id
        params: Json = {
            "scope": {"type": "chat", "chat_id": chat_id},
            "commands": self.menu(reader.lang, reader.roles),
        }
        return NewMessage(chat_id=chat_id, method="setMyCommands", params=params, cause=cause)

    def menu(
        self, lang: Lang, roles: frozenset[Role], *, group: bool = False
    ) -> list[dict[str, str]]:
        """The commands that people with these roles see; in a group only those that work there."""
        return [
            {
                "command": route.name,
                "description": self._texts.plain(lang, "command", {"name": route.name}),
            }
            for route in self._menu
            if route.role in roles and not (group and route.personal)
        ]
