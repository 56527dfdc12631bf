"""Updates that nobody at Telegram would write, and names and words that somebody might."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gateway.buttons import Buttons
from bot.gateway.decode import Decoder, arrival, tapped
from bot.ports.actions import BrowseWebinars, ShowItem
from bot.ports.intents import Command, Decoded, Said
from tests.gateway.samples import (
    BOT,
    BOT_ID,
    CHANNEL,
    CONTENT,
    GROUP,
    NOTICES,
    PRIVATE,
    Json,
    message,
    standing,
    tap,
    update,
    written,
)

# python-telegram-bot warns of its own coming change wherever it reads a span of time.
pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")

DECODE = Decoder(BOT_ID, "Baraza_Bot", Buttons([ShowItem, BrowseWebinars]).decode)

SAMPLES = [
    *(
        written(text, chat)
        for text in ("/start a", "🎥 hello @Baraza_Bot", "hello")
        for chat in (PRIVATE, GROUP, CHANNEL)
    ),
    written("and?", GROUP, reply_to_message=message(GROUP, BOT, text="a")),
    *(update("message", message(**{kind: body})) for kind, body in {**CONTENT, **NOTICES}.items()),
    *(
        tap(data, chat)
        for data in ("1~i~webinar/a", "1~w~past~topic~a~2")
        for chat in (PRIVATE, GROUP)
    ),
    standing("member", "kicked"),
    standing("left", "administrator", GROUP),
    standing("restricted", "restricted gone", GROUP),
]

WORDS = st.text(st.characters(), max_size=30) | st.sampled_from(
    [
        "\0",
        "\u202e\u2066flip\u2069",
        "half \ud83d",
        "\udc00\ud83d",
        "<b>&amp;</a>",
        "/start@Baraza_Bot \u200b",
        "@Baraza_Bot",
        "1~i~\ud83d",
        "ـ" * 4096,
        "👩‍👩‍👧‍👦" * 500,
    ]
)
NUMBERS = st.integers() | st.sampled_from([0, -1, 2**31, 2**52, 2**63, -(2**63), 10**30])
JUNK = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.floats() | WORDS,
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
FREE = {"text", "first_name", "title", "caption", "data", "name", "username", "language_code"}
"""The fields in which people write what they like."""


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a value where something could stand in place of what does."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, below in inside:
        yield value, key
        if isinstance(below, dict | list):
            yield from places(below)


@st.composite
def broken(draw: st.DrawFn) -> Json:
    """An update with some of its fields replaced or taken away."""
    told: Json = deepcopy(draw(st.sampled_from(SAMPLES)))
    for _ in range(draw(st.integers(1, 4))):
        found = list(places(told))
        if not found:
            break
        where, key = draw(st.sampled_from(found))
        if draw(st.booleans()):
            where[key] = draw(JUNK)
        else:
            del where[key]
    return told


@st.composite
def worded(draw: st.DrawFn) -> Json:
    """An update as Telegram writes them, with whatever words people may have put into it."""
    told: Json = deepcopy(draw(st.sampled_from(SAMPLES)))
    found = places(told)
    free = [(at, key) for at, key in found if key in FREE and isinstance(at[key], str)]
    for where, key in free:
        if draw(st.booleans()):
            where[key] = draw(WORDS)
    for where, key in list(places(told)):
        if key == "entities":
            where[key] = draw(st.lists(_entity(), max_size=3))
    return told


def _entity() -> st.SearchStrategy[Json]:
    return st.fixed_dictionaries(
        {
            "type": st.sampled_from(["bot_command", "mention", "bold", "new_in_the_next_version"]),
            "offset": st.integers(0, 40),
            "length": st.integers(0, 40),
        }
    )


def check(decoded: Decoded | None) -> None:
    """What comes out of the decoder can be worked with, whatever went in."""
    if decoded is None:
        return
    origin = decoded.origin
    for number in (origin.chat_id, origin.user_id, origin.message_id, origin.tapped):
        assert number is None or (type(number) is int and -(2**63) < number < 2**63)
    assert origin.telegram_language is None or type(origin.telegram_language) is str
    match decoded.intent:
        case Said(text):
            assert text.encode() is not None
        case Command(name, argument):
            assert f"{name} {argument}".encode() is not None
        case ShowItem(item):
            assert item.encode() is not None
        case _:
            pass


@settings(max_examples=300)
@given(broken())
def test_a_broken_update_is_kept_or_refused_and_decoded_or_set_aside(told: Json) -> None:
    number = told.get("update_id")
    try:
        kept = arrival(told)
    except ValueError:
        assert not (type(number) is int and 0 <= number < 2**63)
    else:
        assert kept.key == f"update:{number}"
        assert len(kept.lane) < 30
        assert json.loads(json.dumps(kept.payload)) is not None
    assert isinstance(tapped(told), str | None)
    try:
        decoded = DECODE(told)
    except Exception:  # noqa: BLE001 - the dispatcher sets aside what cannot be read
        return
    check(decoded)


@settings(max_examples=300)
@given(worded())
def test_whatever_people_write_can_be_read(told: Json) -> None:
    arrival(told)
    check(DECODE(told))


@given(JUNK)
def test_junk_is_no_update(junk: Any) -> None:
    with pytest.raises(ValueError, match="update_id"):
        arrival(junk)
