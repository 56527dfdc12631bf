"""What a feature says, as a row for the outbox: worded by the locales, marked up as HTML."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

from bot.domain.items import Lang
from bot.domain.markup import MAX_CAPTION, MAX_TEXT, parse_html
from bot.domain.people import Role
from bot.gateway.buttons import Buttons
from bot.gateway.fit import fitted
from bot.gateway.wording import KEPT, Place, Wording
from bot.i18n.texts import Texts
from bot.ports.intents import Action, ChatKind
from bot.ports.runtime import Reader, Route
from bot.ports.speech import (
    Button,
    DeepLink,
    Menu,
    Offer,
    Outgoing,
    Result,
    Rows,
    Share,
    Target,
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
        self._wording = Wording(texts)
        self._button = lru_cache(KEPT)(self._made)
        self._buttons = buttons
        self._username = username
        self._menu = menu

    def __call__(self, said: Outgoing | Menu, reader: Reader, cause: str) -> NewMessage:
        """The row for the outbox; `cause` is the key of the arrival that it answers."""
        if isinstance(said, Menu):
            return self._commands(reader, cause)
        origin = reader.origin
        group = origin.chat is ChatKind.GROUP
        place = Place(reader.lang, reader.zone)
        words = self._wording.whole(said.text, place)
        params: dict[str, Any] = {"chat_id": origin.chat_id, "parse_mode": "HTML"}
        if said.buttons:
            params["reply_markup"] = {"inline_keyboard": self._keyboard(said.buttons, place)}
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

    def offer(self, offer: Offer, lang: Lang) -> Json:
        """The parameters of answerInlineQuery, besides the query's id.

        The answer is in the language of the person, so that it is nobody else's.
        """
        place = Place(lang, "UTC")
        answer: dict[str, Any] = {
            "results": [self._result(one, place) for one in offer.results],
            "cache_time": offer.seconds,
            "is_personal": True,
        }
        if offer.way_on:
            label, link = offer.way_on
            text = self._wording.label(label, place)
            answer["button"] = {"text": text, "start_parameter": link.payload}
        return answer

    def _result(self, result: Result, place: Place) -> Json:
        return {
            "type": "article",
            "id": result.id,
            "title": result.title,
            "description": parse_html(self._wording.whole(result.detail, place))[0],
            "input_message_content": {
                "message_text": fitted(self._wording.whole(result.text, place), MAX_TEXT),
                "parse_mode": "HTML",
                "link_preview_options": {"is_disabled": True},
            },
            "reply_markup": {"inline_keyboard": self._keyboard(result.buttons, place)},
        }

    def _keyboard(self, rows: Rows, place: Place) -> list[list[dict[str, str]]]:
        return [[self._button(button, place) for button in row] for row in rows]

    def _made(self, button: Button, place: Place) -> dict[str, str]:
        return {"text": self._wording.label(button.label, place), **self._target(button.target)}

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
