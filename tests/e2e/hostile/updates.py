"""Updates of every kind that the library knows: as Telegram could write them, and mangled."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, TypeVar

from hypothesis import strategies as st
from telegram import Chat, User

from bot.domain.entities import utf16_length
from tests.e2e.hostile.buttons import data
from tests.e2e.hostile.cast import CIRCLE, DIEGO, FORUM, MAL, NINA
from tests.e2e.hostile.objects import KINDS, Maker
from tests.e2e.hostile.words import MARK, words

Json = dict[str, Any]
T = TypeVar("T")

HEARD = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds that the bot asks for, and one close to them: they come more often than others."""


@dataclass(frozen=True)
class Forged:
    """An update that nobody in the sandbox caused."""

    kind: str
    body: Any

    @property
    def chat(self) -> int:
        """Where it happened, by the cast's numbers; of a well-formed one."""
        where: int = self.body.get("message", self.body)["chat"]["id"]
        return where


class Drawn:
    """Values that hypothesis draws."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def words(self) -> str:
        return self._draw(words(2))

    def number(self, most: int) -> int:
        return self._draw(st.integers(0, most))

    def pick(self, choices: Sequence[T]) -> T:
        return self._draw(st.sampled_from(choices))

    def some(self, choices: Sequence[T]) -> Sequence[T]:
        return self._draw(st.lists(st.sampled_from(choices), max_size=2)) if choices else []


@dataclass(frozen=True)
class Place:
    """Somebody in a chat."""

    user: User
    chat: Chat


def _person(number: int, name: str) -> User:
    return User(number, name, is_bot=False, language_code="en")


_USERS = [_person(MAL, f"<b>{MARK}</b>\u202e"), _person(NINA, "Nina"), _person(DIEGO, "Diego")]
_OWN = [Chat(user.id, Chat.PRIVATE, first_name=user.first_name) for user in _USERS]
_GROUPS = [
    Chat(CIRCLE, Chat.GROUP, title=f"{MARK}\u2067<i>"),
    Chat(FORUM, Chat.SUPERGROUP, title="Forum", is_forum=True),
]
PLACES = [
    *(Place(user, chat) for user, chat in zip(_USERS, _OWN, strict=True)),
    *(Place(user, chat) for user in _USERS for chat in _GROUPS),
]
CHATS = [*_OWN, *_GROUPS, Chat(-1009, Chat.CHANNEL, title=f"Channel {MARK}")]


def maker(source: Any) -> Maker:
    """Makes up objects with the people and chats of the cast."""
    return Maker(source, _USERS, CHATS)


def settled(kind: str, body: Any, place: Place) -> Any:
    """An update so that who did it and where fit together, as they always do at Telegram."""
    who, where = place.user.to_dict(), place.chat.to_dict()
    match kind:
        case "message" | "edited_message":
            return body | {"from": who, "chat": where}
        case "callback_query":
            shown = {"message": body["message"] | {"chat": where}} if "message" in body else {}
            return body | {"from": who} | shown
        case "my_chat_member":
            return body | {"from": who, "chat": where}
    return body


def written(text: str, who: int, chat: int, language: str = "en") -> Forged:
    """A message; a slash at its begin makes what stands up to the first space a command."""
    command = {"type": "bot_command", "offset": 0, "length": utf16_length(text.partition(" ")[0])}
    entities = [command] if text.startswith("/") else []
    body = {"message_id": 1, "date": 1, "text": text, "entities": entities}
    return Forged("message", body | _by(who, text, language) | {"chat": _chat(chat)})


def tapped(data: str, who: int, chat: int, language: str = "en") -> Forged:
    """A pressed button whose data may be forged, below the last message of the bot."""
    below = {"message_id": 1, "date": 1, "chat": _chat(chat)}
    query = {"id": "1", "chat_instance": "1", "message": below, "data": data}
    return Forged("callback_query", query | _by(who, data, language))


def _by(who: int, name: str, language: str) -> Json:
    return {"from": {"id": who, "is_bot": False, "first_name": name, "language_code": language}}


def _chat(number: int) -> Json:
    if number > 0:
        return {"id": number, "type": "private"}
    return {"id": number, "type": "group", "title": MARK}


@st.composite
def updates(draw: st.DrawFn) -> Forged:
    """An update as Telegram could write it, with words in it that mean harm."""
    source = Drawn(draw)
    kind = draw(st.sampled_from(HEARD) | st.sampled_from(KINDS))
    must = []
    match kind:
        case "message" | "edited_message" if draw(st.booleans()):
            must = ["text"]
        case "callback_query":
            must = ["message", "data"]
    body = settled(kind, maker(source).update(kind, having=must), draw(st.sampled_from(PLACES)))
    if "text" in must:
        body |= draw(texts())
    if "data" in must:
        body["data"] = draw(data() | words(2))
    return Forged(kind, body)


@st.composite
def texts(draw: st.DrawFn) -> Json:
    """A text with entities that need not fit it."""
    begin = draw(st.sampled_from(["", "", "/start ", "/news ", "/frob", "/status", "@Baraza "]))
    text = begin + draw(words(3))
    command = {"type": "bot_command", "offset": 0, "length": len(begin.strip())}
    size = utf16_length(text) + 2
    entity = st.fixed_dictionaries(
        {
            "type": st.sampled_from(["bot_command", "mention", "bold", "url", "of_tomorrow"]),
            "offset": st.integers(0, size),
            "length": st.integers(0, size),
        }
    )
    given = draw(st.lists(entity, max_size=2))
    return {"text": text, "entities": [command, *given] if begin.startswith("/") else given}


_NUMBERS = st.integers() | st.sampled_from([0, -1, 2**31, 2**52, 2**63, -(2**63), 10**30])
_JUNK = st.recursive(
    st.none() | st.booleans() | _NUMBERS | st.floats() | words(2),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "type", "chat", "from", "message", "text", "date"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=5,
)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a value where something else could stand."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, below in inside:
        yield value, key
        if isinstance(below, dict | list):
            yield from _places(below)


@st.composite
def mangled(draw: st.DrawFn) -> Forged:
    """An update with some of its fields taken away or with something else in them."""
    made = draw(updates())
    whole = {"body": deepcopy(made.body)}
    for _ in range(draw(st.integers(1, 3))):
        found = list(_places(whole))
        if not found:
            break
        where, key = draw(st.sampled_from(found))
        if draw(st.booleans()):
            where[key] = draw(_JUNK)
        else:
            del where[key]
    return Forged(made.kind, whole.get("body"))
