"""Whatever a bot asks for is answered or refused: no request breaks anything."""

import asyncio
import json
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import aiohttp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.sandbox import Sandbox
from bot.sandbox.clock import SandboxClock
from bot.sandbox.methods import methods

MAYA, GROUP = 1001, -1001

Json = dict[str, Any]

PARAMETERS = sorted(
    {
        name
        for path in Path("bot/sandbox").glob("*.py")
        for name in re.findall(r'(?:params|read_text)\b[^"\n]*"([a-z_]+)"', path.read_text("utf-8"))
    }
)
"""The names of parameters that the sandbox reads somewhere."""

BUTTON = {"text": "x", "callback_data": "y", "style": "primary"}
GOOD: dict[str, Json] = {
    "sendMessage": {
        "chat_id": MAYA,
        "text": "<b>hello</b>",
        "parse_mode": "HTML",
        "reply_markup": {"inline_keyboard": [[BUTTON, {"text": "x", "copy_text": {"text": "y"}}]]},
        "reply_parameters": {"message_id": 1, "allow_sending_without_reply": True},
        "link_preview_options": {"is_disabled": True, "url": "a.org"},
    },
    "editMessageText": {
        "chat_id": MAYA,
        "message_id": 2,
        "text": "hello",
        "entities": [
            {"type": "text_link", "offset": 0, "length": 2, "url": "a.org"},
            {"type": "date_time", "offset": 2, "length": 1, "unix_time": 5},
        ],
    },
    "sendPoll": {
        "chat_id": GROUP,
        "question": "?",
        "options": ["a", {"text": "b", "text_entities": []}],
        "type": "quiz",
        "correct_option_ids": [1],
        "explanation": "c",
        "close_date": 1518426600,
    },
    "answerInlineQuery": {
        "inline_query_id": "1",
        "results": [
            {
                "type": "article",
                "id": "1",
                "title": "t",
                "input_message_content": {"message_text": "x", "parse_mode": "HTML"},
                "reply_markup": {"inline_keyboard": [[BUTTON]]},
            }
        ],
    },
    "setMyCommands": {
        "commands": [{"command": "a", "description": "b"}],
        "scope": {"type": "chat_member", "chat_id": GROUP, "user_id": MAYA},
        "language_code": "fr",
    },
    "setChatMenuButton": {
        "chat_id": MAYA,
        "menu_button": {"type": "web_app", "text": "x", "web_app": {"url": "https://a.org"}},
    },
    "sendDocument": {"chat_id": MAYA, "document": "id", "caption": "x", "caption_entities": []},
    "getChatMember": {"chat_id": GROUP, "user_id": MAYA},
    "setWebhook": {"url": "http://127.0.0.1:9/", "max_connections": 3, "allowed_updates": ["poll"]},
}

_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["", "{", "[]", "null", "1" * 30, "<b>", "article", "chat", "[" * 5000])
)
_NAMES = st.sampled_from(["type", "text", "id", "url", "message_id", "offset", "length", "user"])
JUNK = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3),
    max_leaves=6,
)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a value where something else could stand."""
    for key, below in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(below, dict | list):
            yield from places(below)


@st.composite
def calls(draw: st.DrawFn) -> tuple[str, Json]:
    """A call that is almost right, or any call with anything in it."""
    if draw(st.booleans()):
        method = draw(st.sampled_from(sorted(GOOD)))
        told = deepcopy(GOOD[method])
        for _ in range(draw(st.integers(1, 3))):
            where, key = draw(st.sampled_from(list(places(told)) or [(told, "text")]))
            where[key] = draw(JUNK)
        return method, told
    method = draw(st.sampled_from(sorted(methods(Sandbox().api.webhook))))
    names = draw(st.lists(st.sampled_from(PARAMETERS), max_size=6))
    return method, {name: draw(JUNK) for name in names} | {"timeout": 0}


async def statuses(asked: Sequence[tuple[str, Json]]) -> set[int]:
    """With what the sandbox answers these calls."""
    sandbox = Sandbox(clock=SandboxClock(speed=0), page=False)
    async with sandbox.serve() as address, aiohttp.ClientSession() as session:
        await sandbox.person("maya").start()
        url = f"{address}/bot{sandbox.token}"
        await session.post(f"{url}/sendMessage", json={"chat_id": MAYA, "text": "hi"})
        found = set()
        for method, told in asked:
            kind = {"Content-Type": "application/json"}
            body = json.dumps(told)
            async with session.post(f"{url}/{method}", data=body, headers=kind) as answer:
                found.add(answer.status)
                assert (await answer.json())["ok"] is (answer.status == 200)
        return found


def test_the_parameters_are_found_in_the_source() -> None:
    assert {"chat_id", "text", "results", "correct_option_ids", "scope"} <= set(PARAMETERS)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(asked=st.lists(calls(), min_size=10, max_size=25))
def test_no_request_breaks_the_sandbox(asked: list[tuple[str, Json]]) -> None:
    assert asyncio.run(statuses(asked)) <= {200, 400, 403, 409}
