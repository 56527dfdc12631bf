"""Long polling: what comes, what is confirmed, who is turned away."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.error import Conflict

from bot.sandbox import Sandbox
from bot.sandbox.patience import Patience
from bot.sandbox.updates import UpdateQueue

MAYA = 1001

Call = Callable[..., Awaitable[dict[str, Any]]]


async def test_updates_come_in_order_and_stay_until_confirmed(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    for text in ("one", "two", "three"):
        await maya.say(text)
    first = await bot.get_updates()
    assert [u.message and u.message.text for u in first] == ["one", "two", "three"]
    assert await bot.get_updates(limit=1) == first[:1]
    rest = await bot.get_updates(offset=first[0].update_id + 1)
    assert rest == first[1:]
    assert await bot.get_updates() == first[1:]
    assert await bot.get_updates(offset=-1) == first[2:]
    assert await bot.get_updates() == first[2:]
    assert await bot.get_updates(offset=first[2].update_id + 1) == ()


async def test_a_long_poll_answers_the_moment_something_comes(sandbox: Sandbox, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await sandbox.wait_for_poll()
    begin = time.monotonic()
    await sandbox.person("maya").say("hello")
    (update,) = await poll
    assert update.message is not None
    assert update.message.text == "hello"
    assert time.monotonic() - begin < 2


async def test_a_long_poll_ends_empty_after_its_time(call: Call) -> None:
    begin = time.monotonic()
    assert (await call("getUpdates", timeout=1))["result"] == []
    assert 0.9 < time.monotonic() - begin < 3


async def test_the_second_poller_turns_out_the_first(
    sandbox: Sandbox, bot: Bot, call: Call
) -> None:
    first = asyncio.ensure_future(call("getUpdates", timeout=30))
    await sandbox.wait_for_poll()
    second = asyncio.create_task(bot.get_updates(timeout=30))
    assert (await first)["description"] == (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    await sandbox.person("maya").say("hello")
    assert len(await second) == 1


async def test_nobody_polls_while_a_webhook_is_set(sandbox: Sandbox, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await sandbox.wait_for_poll()
    await bot.set_webhook("http://127.0.0.1:9/")
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await poll
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_the_bot_chooses_what_it_gets(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    await bot.get_updates(allowed_updates=["my_chat_member", "no_such_kind"])
    await maya.say("unwanted")
    await maya.block()
    await maya.unblock()
    one, two = await bot.get_updates()
    assert one.my_chat_member is not None
    assert one.my_chat_member.new_chat_member.status == "kicked"
    assert two.my_chat_member is not None
    assert two.my_chat_member.new_chat_member.status == "member"
    await bot.get_updates(offset=two.update_id + 1, allowed_updates=[])
    await maya.say("wanted")
    (three,) = await bot.get_updates()
    assert three.message is not None


async def test_a_test_can_forge_an_update_of_any_kind(
    sandbox: Sandbox, bot: Bot, http: aiohttp.ClientSession
) -> None:
    await bot.get_updates(allowed_updates=["message"])
    number = sandbox.forge("channel_post", {"text": "half \ud83d", "أ": float("inf")})
    async with http.get(f"/bot{sandbox.token}/getUpdates") as answer:
        told = await answer.read()
    assert told.isascii(), "Telegram escapes what is not"
    assert json.loads(told)["result"] == [
        {"update_id": number, "channel_post": {"text": "half \ud83d", "أ": float("inf")}}
    ]


async def test_kinds_that_nobody_sends_here_can_be_asked_for(sandbox: Sandbox, bot: Bot) -> None:
    await bot.get_updates(allowed_updates=["Channel_Post"])
    await sandbox.person("maya").say("unwanted")
    assert await bot.get_updates() == ()
    assert (await bot.get_webhook_info()).allowed_updates == ("channel_post",)


async def test_an_offset_far_ahead_confirms_nothing(sandbox: Sandbox, bot: Bot) -> None:
    await sandbox.person("maya").say("hello")
    (update,) = await bot.get_updates()
    assert await bot.get_updates(offset=update.update_id + 1000) == (update,)
    assert await bot.get_updates(offset=update.update_id + 9) == ()


async def test_what_a_person_waits_for_expires_before_what_they_said(
    sandbox: Sandbox, bot: Bot
) -> None:
    maya = sandbox.person("maya")
    sandbox.world.queue.lifetimes["inline_query"] = 0
    await maya.inline("webinars")
    await maya.say("hello")
    (update,) = await bot.get_updates()
    assert update.message is not None


def test_updates_are_kept_for_a_day_and_queries_for_seconds() -> None:
    now = 0.0
    queue = UpdateQueue(1, lambda: now)
    for kind in ("inline_query", "callback_query", "chosen_inline_result", "message"):
        queue.add(kind, 1, {})
    kept = []
    for instant in (29, 30, 149, 150, 599, 600, 86_399, 86_400):
        now = float(instant)
        kept.append(len(queue))
    assert kept == [4, 3, 3, 2, 2, 1, 1, 0]


async def test_a_poll_that_asks_the_same_again_at_once_waits(call: Call, sandbox: Sandbox) -> None:
    sandbox.world.patience.seconds = 0.3
    await call("getUpdates")
    begin = time.monotonic()
    assert (await call("getUpdates"))["result"] == []
    assert time.monotonic() - begin >= 0.29


def test_haste_gets_one_update_and_a_longer_wait() -> None:
    now = 100.0
    patience = Patience(3.0, lambda: now)
    assert patience.slowed(5, 100, 10) == (100, 10)
    assert patience.slowed(5, 100, 1) == (1, 3.0)
    now += 0.5
    assert patience.slowed(5, 100, 1) == (100, 3.0)
    now += 3.0
    assert patience.slowed(5, 100, 1) == (100, 1)
    assert patience.slowed(6, 100, 1) == (100, 1)


async def test_the_second_conflict_in_a_row_is_told_late(call: Call, sandbox: Sandbox) -> None:
    sandbox.world.patience.seconds = 0.3
    await call("setWebhook", url="http://127.0.0.1:9/")
    begin = time.monotonic()
    assert (await call("getUpdates"))["error_code"] == 409
    at_once = time.monotonic() - begin
    assert (await call("getUpdates"))["error_code"] == 409
    assert at_once < 0.29 <= time.monotonic() - begin


async def test_a_sandbox_can_be_served_again(sandbox: Sandbox) -> None:
    maya = sandbox.person("maya")
    for text in ("one", "two"):
        async with sandbox.serve() as address, aiohttp.ClientSession() as session:
            poll = asyncio.create_task(
                session.get(f"{address}/bot{sandbox.token}/getUpdates?timeout=5")
            )
            await sandbox.wait_for_poll()
            await maya.say(text)
            async with await poll as answer:
                assert (await answer.json())["ok"]
            sandbox.world.queue.clear()
            sandbox.faults.hang("getMe", seconds=0.1)
            begin = time.monotonic()
            with pytest.raises(aiohttp.ClientError):
                await session.post(f"{address}/bot{sandbox.token}/getMe")
            assert time.monotonic() - begin >= 0.1
            async with session.get(f"{address}/sandbox/events?after=0") as stream:
                line = b""
                while text.encode() not in line:
                    line = await asyncio.wait_for(stream.content.readline(), 5)
                    assert line


async def test_an_edit_comes_as_an_edit(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    said = await maya.say("helo")
    await maya.edit(said, "hello /help")
    first, second = await bot.get_updates()
    assert first.message is not None
    assert first.message.edit_date is None
    edited = second.edited_message
    assert edited is not None
    assert (edited.message_id, edited.text) == (said.id, "hello /help")
    assert edited.entities[0].type == "bot_command"
    assert edited.edit_date == edited.date


async def test_stopping_ends_open_polls_and_streams_at_once(sandbox: Sandbox) -> None:
    async with aiohttp.ClientSession() as session:
        async with sandbox.serve() as address:
            url = f"{address}/bot{sandbox.token}/getUpdates?timeout=50"
            poll = asyncio.create_task(session.get(url))
            stream = await session.get(f"{address}/sandbox/events?after=0")
            await sandbox.wait_for_poll()
            begin = time.monotonic()
        answer = await poll
        body = await answer.json()
        assert (answer.status, body["description"]) == (500, "Internal Server Error: restart")
        assert (await stream.read()).startswith(b"retry: 1000")
        assert time.monotonic() - begin < 1


async def test_pending_updates_can_be_dropped(sandbox: Sandbox, bot: Bot) -> None:
    await sandbox.person("maya").say("lost")
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == ("", 1)
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()
