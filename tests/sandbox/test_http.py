"""How a call may be sent, and what is answered to one that makes no sense."""

import json
import time
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Sandbox

MAYA = 1001

Json = dict[str, Any]
Refusal = Callable[..., Awaitable[str]]


@pytest.fixture(autouse=True)
async def _maya_has_started(sandbox: Sandbox) -> None:
    await sandbox.person("maya").start()


MARKUP = json.dumps({"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]})
SENT = {"chat_id": str(MAYA), "text": "hi", "reply_markup": MARKUP}


@pytest.mark.parametrize("form", ["query", "urlencoded", "multipart", "json", "both"])
async def test_parameters_may_come_in_every_form(
    sandbox: Sandbox, http: aiohttp.ClientSession, form: str
) -> None:
    url = f"/bot{sandbox.token}/SENDmessage"
    if form == "query":
        request = http.get(url, params=SENT)
    elif form == "urlencoded":
        request = http.post(url, data=SENT)
    elif form == "json":
        request = http.post(url, json=SENT | {"reply_markup": json.loads(MARKUP), "entities": None})
    elif form == "both":
        request = http.post(f"{url}?chat_id={MAYA}", json={"text": "hi", "reply_markup": MARKUP})
    else:
        data = aiohttp.FormData(SENT)
        data.add_field("unused", b"x", filename="x.bin")
        request = http.post(url, data=data)
    async with request as response:
        body = await response.json()
    assert body["ok"], body
    message = await sandbox.person("maya").next()
    assert (message.text, message.labels) == ("hi", ["A"])
    (call,) = sandbox.calls.of("sendMessage")
    assert call.params["chat_id"] == MAYA
    assert call.params["reply_markup"] == json.loads(MARKUP)


async def test_a_post_without_a_body_uses_the_address(
    sandbox: Sandbox, http: aiohttp.ClientSession
) -> None:
    url = f"/bot{sandbox.token}/sendMessage?chat_id={MAYA}&text=%5Bnot+json"
    async with http.post(url) as response:
        assert response.status == 200
    assert sandbox.calls.of("sendMessage")[0].params["text"] == "[not json"


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        ("/bot{token}/getEverything", 404, "Not Found: method not found"),
    ],
)
async def test_a_stranger_and_an_unknown_method_are_turned_away(
    sandbox: Sandbox, http: aiohttp.ClientSession, path: str, status: int, description: str
) -> None:
    async with http.post(path.format(token=sandbox.token)) as response:
        assert response.status == status
        assert await response.json() == {
            "ok": False,
            "error_code": status,
            "description": description,
        }


@pytest.mark.parametrize("body", ["{", "[1]"])
async def test_a_body_that_is_no_json_object_is_refused(
    sandbox: Sandbox, http: aiohttp.ClientSession, body: str
) -> None:
    headers = {"Content-Type": "application/json"}
    url = f"/bot{sandbox.token}/getMe"
    async with http.post(url, data=body, headers=headers) as response:
        assert response.status == 400
        told: str = (await response.json())["description"]
    assert told.startswith("Bad Request: can't parse JSON object")


async def test_a_retry_is_also_in_the_header(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    sandbox.faults.slow_down("getMe", seconds=3)
    async with http.post(f"/bot{sandbox.token}/getMe") as response:
        assert (response.status, response.headers["Retry-After"]) == (429, "3")
        assert (await response.json())["parameters"] == {"retry_after": 3}


async def test_text_where_a_number_belongs_counts_as_none(refusal: Refusal) -> None:
    assert await refusal("editMessageReplyMarkup", chat_id=MAYA, message_id="last") == (
        "Bad Request: message to edit not found"
    )


async def test_a_test_can_serve_on_a_chosen_port() -> None:
    one, two = Sandbox(), Sandbox()
    async with one.serve() as address:
        port = int(address.rpartition(":")[2])
        with pytest.raises(OSError, match="in use"):
            async with two.serve(port=port):
                pass
    async with two.serve("::1", port=port) as address:
        assert address == f"http://[::1]:{port}"


async def test_an_answer_does_not_wait_for_the_network(
    sandbox: Sandbox, http: aiohttp.ClientSession
) -> None:
    begin = time.monotonic()
    for _ in range(50):  # with Nagle's delay each would take 40 ms
        async with http.post(f"/bot{sandbox.token}/getMe") as response:
            await response.read()
    assert time.monotonic() - begin < 1.5
