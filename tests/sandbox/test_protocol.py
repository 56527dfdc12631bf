"""The protocol between the chat page and the sandbox, its events included."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from telegram import Bot, BotCommand

from bot.sandbox import Sandbox
from bot.sandbox.presence import Presence

MAYA, SAMIR = 1001, 1002
GROUP = -1001

Json = dict[str, Any]
Post = Callable[..., Awaitable[Json]]
Call = Callable[..., Awaitable[Json]]


class Events:
    """Reads an event stream."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self.response = response

    async def next(self, kind: str) -> Json:
        """The next event of this kind, with its id."""
        async with asyncio.timeout(5):
            while True:
                block = (await self.response.content.readuntil(b"\n\n")).decode()
                fields = dict(line.split(": ", 1) for line in block.strip().split("\n"))
                if "data" in fields:
                    event: Json = json.loads(fields["data"])
                    if event["type"] == kind:
                        return event | {"n": int(fields["id"])}


@pytest.fixture
async def events(http: aiohttp.ClientSession) -> AsyncIterator[Events]:
    async with http.get("/sandbox/events?after=0") as response:
        assert response.content_type == "text/event-stream"
        yield Events(response)


@pytest.fixture
def post(http: aiohttp.ClientSession) -> Post:
    """Posts to the protocol; the answer with its status."""

    async def post(path: str, **body: Any) -> Json:
        async with http.post(f"/sandbox/{path}", json=body) as response:
            told: Json = await response.json()
            return told | {"status": response.status}

    return post


async def state(http: aiohttp.ClientSession) -> Json:
    async with http.get("/sandbox/state") as response:
        told: Json = await response.json()
        return told


async def test_the_state_tells_who_is_there(http: aiohttp.ClientSession) -> None:
    told = await state(http)
    assert told["clock"] == {"now": told["clock"]["now"], "speed": 1.0}
    assert told["clock"]["now"].startswith("2018-02-12T09:00:0")
    assert told["bot"]["username"] == "baraza_sandbox_bot"
    assert told["bot"]["connected"] is False
    people = [(p["id"], p["key"], p["language"], p["role"]) for p in told["personas"]]
    assert people == [
        (1001, "maya", "en", "member"),
        (1002, "samir", "ar", "member"),
        (1003, "claire", "fr", "coach"),
        (1004, "diego", "es", "coordinator"),
    ]
    assert all(p["chats"] == [p["id"], GROUP] for p in told["personas"])
    group = told["chats"][-1]
    assert (group["type"], group["title"], group["members"]) == (
        "group",
        "Trainers' circle",
        [1001, 1002, 1003, 1004],
    )


async def test_a_conversation_is_seen_as_it_happens(
    bot: Bot, post: Post, events: Events, call: Call
) -> None:
    sent = await post("send", chat=MAYA, persona=MAYA, text="/start 😀 t.me/x")
    event = await events.next("message")
    message = event["message"]
    assert message["id"] == sent["message_id"]
    assert (message["from"], message["chat"], message["text"]) == (MAYA, MAYA, "/start 😀 t.me/x")
    assert message["entities"] == [
        {"type": "bot_command", "offset": 0, "length": 6},
        {"type": "url", "offset": 10, "length": 6},
    ]
    assert (message["date"][:17], message["edited"]) == ("2018-02-12T09:00:", None)
    buttons = [
        {"text": "A", "callback_data": "a"},
        {"text": "B", "url": "b.org"},
        {"text": "C", "switch_inline_query": "c"},
        {"text": "D", "copy_text": {"text": "d"}},
    ]
    await call("sendChatAction", chat_id=MAYA, action="typing")
    assert (await events.next("typing"))["chat"] == MAYA
    await call(
        "sendMessage",
        chat_id=MAYA,
        text="Hi",
        reply_to_message_id=message["id"],
        reply_markup={"inline_keyboard": [buttons]},
        link_preview_options={"is_disabled": True},
    )
    reply = (await events.next("message"))["message"]
    assert (reply["from"], reply["reply_to"], reply["preview"]) == ("bot", message["id"], False)
    assert reply["buttons"] == [
        [
            {"text": "A", "data": "a"},
            {"text": "B", "url": "http://b.org/"},
            {"text": "C", "switch_inline": "c"},
            {"text": "D", "copy": "d"},
        ]
    ]
    tapped = await post("tap", chat=MAYA, persona=MAYA, message_id=reply["id"], data="a")
    assert tapped == {"status": 200, "ok": True}
    query = (await bot.get_updates(offset=-1))[0].callback_query
    assert query is not None
    await query.answer("Noted", show_alert=True)
    notice = await events.next("notice")
    assert (notice["persona"], notice["text"], notice["alert"]) == (MAYA, "Noted", True)
    await query.edit_message_text("Ho")
    edited = (await events.next("edited"))["message"]
    assert (edited["id"], edited["text"], edited["buttons"]) == (reply["id"], "Ho", [])
    assert edited["edited"] is not None
    await bot.delete_message(MAYA, reply["id"])
    assert (await events.next("deleted"))["id"] == reply["id"]


async def test_events_are_replayed_from_where_one_was(
    sandbox: Sandbox, http: aiohttp.ClientSession, events: Events
) -> None:
    maya = sandbox.person("maya")
    await maya.say("one")
    seen = (await events.next("message"))["n"]
    await maya.say("two")
    async with http.get("/sandbox/events?after=0", headers={"Last-Event-ID": str(seen)}) as again:
        assert (await Events(again).next("message"))["message"]["text"] == "two"
    assert (await state(http))["event"] == seen + 1
    async with http.get("/sandbox/events") as live:
        await live.content.readuntil(b"\n\n")
        await maya.say("three")
        assert (await Events(live).next("message"))["message"]["text"] == "three"


async def test_keyboards_polls_and_files_are_shown(
    sandbox: Sandbox, http: aiohttp.ClientSession, call: Call, post: Post, bot: Bot
) -> None:
    await sandbox.person("maya").start()
    keys = {"keyboard": [["Yes", {"text": "Me", "request_contact": True}]]}
    await call("sendMessage", chat_id=MAYA, text="?", reply_markup=keys)
    await call("sendMessage", chat_id=MAYA, text="!", reply_markup={"remove_keyboard": True})
    await call("sendMessage", chat_id=MAYA, text="!", reply_markup={"force_reply": True})
    poll = await bot.send_poll(MAYA, "?", ["a", "b"])
    await bot.send_document(MAYA, b"<script>", filename="é.html", caption="Yours")
    await sandbox.person("maya").send("photo")
    await sandbox.person("maya").send("location")
    voted = await post("vote", chat=MAYA, persona=MAYA, message_id=poll.message_id, options=[1])
    assert voted["ok"]
    _, keyed, removed, forced, polled, documented, photo, place = (await state(http))["chats"][0][
        "messages"
    ]
    assert keyed["keyboard"] == [[{"text": "Yes"}, {"text": "Me", "request_contact": True}]]
    assert (removed["keyboard"], forced["force_reply"]) == ([], True)
    assert [option["voter_count"] for option in polled["poll"]["options"]] == [0, 1]
    assert (documented["caption"], documented["text"]) == ("Yours", "")
    document = documented["document"]
    assert (document["name"], document["size"]) == ("é.html", 8)
    async with http.get(document["url"]) as response:
        assert await response.read() == b"<script>"
        assert response.headers["Content-Disposition"] == (
            "attachment; filename*=UTF-8''%C3%A9.html"
        )
        assert response.content_type == "application/octet-stream"
    async with http.get(photo["photo"]["url"]) as response:
        assert response.content_type == "image/png"
    assert place["location"] is True
    async with http.get("/sandbox/files/none") as response:
        assert response.status == 404


async def test_a_file_is_sent_from_the_page(bot: Bot, http: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData({"chat": str(MAYA), "persona": str(MAYA), "kind": "document"})
    form.add_field("caption", "see https://a.org")
    form.add_field("file", b"data", filename="notes.txt", content_type="text/plain")
    async with http.post("/sandbox/send-file", data=form) as response:
        assert (await response.json())["ok"]
    message = (await bot.get_updates())[0].message
    assert message is not None
    assert message.document is not None
    assert (message.document.file_name, message.document.mime_type) == ("notes.txt", "text/plain")
    assert message.caption_entities[0].type == "url"


async def test_the_clock_is_set_moved_and_sped_up(post: Post, events: Events) -> None:
    told = await post("clock", speed=0)
    assert told["clock"]["speed"] == 0
    told = await post("clock", now="2018-03-01T12:00:00Z")
    assert told["clock"] == {"now": "2018-03-01T12:00:00Z", "speed": 0}
    told = await post("clock", advance=90)
    assert told["clock"]["now"] == "2018-03-01T12:01:30Z"
    kinds = [(await events.next("clock"))["clock"]["speed"] for _ in range(3)]
    assert kinds == [0, 0, 0]


async def test_commands_and_texts_reach_the_page(bot: Bot, events: Events) -> None:
    await bot.set_my_commands([BotCommand("aide", "Aide")], language_code="fr")
    event = await events.next("commands")
    menu = [{"command": "aide", "description": "Aide"}]
    assert (event["persona"], event["commands"]) == (1003, {"1003": menu, str(GROUP): menu})
    await bot.delete_my_commands(language_code="fr")
    assert (await events.next("commands"))["commands"] == {"1003": [], str(GROUP): []}
    await bot.set_my_description("Bonjour", language_code="fr")
    assert (await events.next("bot"))["bot"]["description"] == {"fr": "Bonjour"}


async def test_the_page_knows_whether_a_bot_is_there(
    sandbox: Sandbox, call: Call, events: Events
) -> None:
    await call("getUpdates")
    assert (await events.next("bot"))["bot"]["connected"] is True
    sandbox.presence.close()
    await call("setWebhook", url="http://127.0.0.1:9/")
    await call("deleteWebhook")
    assert (await events.next("bot"))["bot"]["connected"] is False


async def test_a_bot_that_stops_polling_is_gone_after_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.sandbox.presence.GRACE", 0.01)
    told: asyncio.Queue[bool] = asyncio.Queue()
    presence = Presence(lambda: told.put_nowait(presence.connected))
    presence.polling(True)
    presence.polling(False)
    assert [await asyncio.wait_for(told.get(), 2) for _ in range(2)] == [True, False]


async def test_blocking_and_editing_are_seen(
    sandbox: Sandbox, http: aiohttp.ClientSession, post: Post, events: Events
) -> None:
    sent = await post("send", chat=MAYA, persona=MAYA, text="helo")
    await post("edit", chat=MAYA, persona=MAYA, message_id=sent["message_id"], text="hello")
    assert (await events.next("edited"))["message"]["text"] == "hello"
    await post("block", persona=MAYA, blocked=True)
    told = await events.next("persona")
    assert (told["persona"], told["blocked"]) == (MAYA, True)
    assert (await state(http))["personas"][0]["blocked"] is True
    await post("block", persona=MAYA, blocked=False)
    assert sandbox.person("maya").person.blocked is False


async def test_a_reset_empties_the_chats(
    sandbox: Sandbox, http: aiohttp.ClientSession, post: Post, events: Events
) -> None:
    await sandbox.person("maya").say("hello")
    assert (await post("reset"))["ok"]
    await events.next("reset")
    assert all(chat["messages"] == [] for chat in (await state(http))["chats"])
    assert len(sandbox.world.queue) == 0


SEAT = {"chat": MAYA, "persona": MAYA}


@pytest.mark.parametrize(
    ("path", "body", "status", "sentence"),
    [
        ("send", SEAT | {"text": " "}, 400, "There is nothing to send."),
        ("send", SEAT | {"persona": 5}, 404, "There is no such person."),
        ("send", SEAT | {"chat": 5}, 404, "There is no such chat."),
        ("send", SEAT | {"text": "x", "reply_to": 9}, 400, "The message to reply to is not there."),
        ("tap", SEAT | {"message_id": 9}, 404, "The message is not there any more."),
        ("tap", SEAT | {"message_id": 1}, 400, "The message has no such button any more."),
        ("vote", SEAT | {"message_id": 1, "options": "x"}, 400, None),
        (
            "vote",
            SEAT | {"message_id": 1, "options": {}},
            400,
            "The options are a list of numbers.",
        ),
        ("clock", {"now": "soon"}, 400, None),
        ("clock", {"now": "2018-02-12"}, 400, None),
        ("clock", {"advance": 1e15}, 400, None),
        ("clock", {"speed": -1}, 400, None),
        ("send-file", SEAT | {"kind": "dice"}, 400, "Nothing of the kind 'dice' can be sent."),
    ],
)
async def test_what_cannot_be_done_is_told_in_a_sentence(
    sandbox: Sandbox, post: Post, path: str, body: Json, status: int, sentence: str | None
) -> None:
    await sandbox.person("maya").say("hello")
    told = await post(path, **body)
    assert (told["status"], told["ok"]) == (status, False)
    assert sentence is None or told["error"] == sentence
    assert told["error"].endswith(".")


async def test_only_the_sandboxs_own_page_may_act(http: aiohttp.ClientSession) -> None:
    body = {"chat": MAYA, "persona": MAYA, "text": "hi"}
    origin = str(http._base_url).rstrip("/")
    for sender, status in ((origin, 200), ("https://elsewhere.example", 403), ("null", 403)):
        async with http.post("/sandbox/send", json=body, headers={"Origin": sender}) as response:
            assert response.status == status
    async with http.get("/sandbox/state", headers={"Host": "elsewhere.example"}) as response:
        assert response.status == 400


async def test_the_page_is_served_and_nothing_beside(http: aiohttp.ClientSession) -> None:
    async with http.get("/") as response:
        assert response.content_type == "text/html"
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    async with http.get("/page/main.js") as response:
        assert response.status == 200
    for path in ("/page/none.js", "/page/..%2f__init__.py", "/elsewhere"):
        async with http.get(path) as response:
            assert response.status == 404


async def test_the_page_can_be_left_out() -> None:
    async with (
        Sandbox(page=False).serve("localhost") as address,
        aiohttp.ClientSession(address) as session,
        session.get("/") as response,
    ):
        assert response.status == 404
