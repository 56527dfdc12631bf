"""What goes wrong on request, and what comes too fast."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from bot.sandbox import Rates, Sandbox
from bot.sandbox.errors import ApiError
from bot.sandbox.faults import FaultBook
from bot.sandbox.rates import RateLimiter

# python-telegram-bot warns of its own coming change each time it is told to wait.
pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")

MAYA = 1001
GROUP = -1001

Call = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture(autouse=True)
async def _maya_has_started(sandbox: Sandbox) -> None:
    await sandbox.person("maya").start()


def received(sandbox: Sandbox) -> list[str]:
    return [m.text for m in sandbox.person("maya").history()[1:]]


async def test_an_error_is_answered_so_many_times_and_has_no_effect(
    sandbox: Sandbox, bot: Bot
) -> None:
    sandbox.faults.answer("sendMessage", 403, "Forbidden: bot was blocked by the user", times=2)
    sandbox.faults.answer("sendMessage", 500, "Internal Server Error")
    for error in (Forbidden, Forbidden, NetworkError):
        with pytest.raises(error):
            await bot.send_message(MAYA, "lost")
    assert len(sandbox.faults) == 0
    await bot.send_message(MAYA, "arrived")
    assert received(sandbox) == ["arrived"]


async def test_slowing_down_says_for_how_long(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.faults.slow_down("*", seconds=7)
    with pytest.raises(RetryAfter) as caught:
        await bot.get_me()
    assert caught.value._retry_after.total_seconds() == 7


async def test_other_methods_go_well(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.faults.cut("sendMessage")
    assert (await bot.get_me()).is_bot
    sandbox.faults.clear()
    await bot.send_message(MAYA, "arrived")
    assert received(sandbox) == ["arrived"]


@pytest.mark.parametrize("after_effect", [False, True])
async def test_a_connection_is_cut_before_or_after_the_effect(
    sandbox: Sandbox, bot: Bot, after_effect: bool
) -> None:
    sandbox.faults.cut("sendMessage", after_effect=after_effect)
    with pytest.raises(NetworkError):
        await bot.send_message(MAYA, "perhaps")
    assert received(sandbox) == (["perhaps"] if after_effect else [])
    (call,) = sandbox.calls.of("sendMessage")
    assert (call.answer, call.ok) == (None, False)


@pytest.mark.parametrize("after_effect", [False, True])
async def test_a_server_hangs_before_or_after_the_effect(
    sandbox: Sandbox, bot: Bot, after_effect: bool
) -> None:
    sandbox.faults.hang("sendMessage", seconds=0.1, after_effect=after_effect)
    begin = time.monotonic()
    with pytest.raises(NetworkError):
        await bot.send_message(MAYA, "perhaps")
    assert time.monotonic() - begin >= 0.1
    assert received(sandbox) == (["perhaps"] if after_effect else [])


async def test_stopping_ends_a_call_that_hangs_at_once(sandbox: Sandbox) -> None:
    sandbox.faults.hang("sendMessage", seconds=30, after_effect=True)
    async with aiohttp.ClientSession() as session:
        async with sandbox.serve() as address:
            url = f"{address}/bot{sandbox.token}/sendMessage"
            params = {"chat_id": MAYA, "text": "perhaps"}
            call = asyncio.ensure_future(session.post(url, json=params))
            await sandbox.person("maya").next()
            begin = time.monotonic()
        with pytest.raises(aiohttp.ClientError):
            await call
        assert time.monotonic() - begin < 1


def test_faults_are_met_in_the_order_they_were_asked_for() -> None:
    faults = FaultBook()
    faults.answer("getMe", 400, "Bad Request: one")
    faults.answer("*", 400, "Bad Request: two", times=2)
    assert faults.take("sendMessage") is faults.take("SENDMESSAGE") is not None
    one = faults.take("getMe")
    assert one is not None
    assert str(one.error) == "Bad Request: one"
    assert faults.take("getMe") is None


async def test_a_rate_that_is_passed_is_refused_with_the_time_to_wait() -> None:
    sandbox = Sandbox(rates=Rates(overall=30, chat=1, group=20))
    await sandbox.person("maya").start()
    async with sandbox.serve() as address, Bot(sandbox.token, base_url=f"{address}/bot") as bot:
        await bot.send_message(MAYA, "one")
        with pytest.raises(RetryAfter) as caught:
            await bot.send_message(MAYA, "two")
        assert caught.value._retry_after.total_seconds() == 1
        await bot.send_message(GROUP, "elsewhere")
    assert received(sandbox) == ["one"]


def test_rates_hold_overall_a_chat_and_a_group() -> None:
    now = 0.0
    limiter = RateLimiter(Rates(overall=3, chat=1, group=2), lambda: now)

    def wait(chat: int) -> int:
        try:
            limiter.count(chat)
        except ApiError as error:
            return error.parameters["retry_after"]
        return 0

    assert [wait(chat) for chat in (1, 1, 2, 3, 4)] == [0, 1, 0, 0, 1]
    now = 1.0
    assert [wait(GROUP), wait(4)] == [0, 0]
    now = 2.0
    assert wait(GROUP) == 0
    now = 3.0
    assert wait(GROUP) == 58
    now = 61.0
    assert wait(GROUP) == 0
    limiter.rates = None
    assert [wait(1) for _ in range(5)] == [0] * 5


def test_a_burst_may_come_at_once_if_it_is_made_good() -> None:
    now = 0.0
    limiter = RateLimiter(Rates(chat=1, burst=3), lambda: now)

    def wait() -> int:
        try:
            limiter.count(1)
        except ApiError as error:
            return error.parameters["retry_after"]
        return 0

    assert [wait() for _ in range(4)] == [0, 0, 0, 3]
    now = 3.0
    assert wait() == 0


async def test_webhooks_may_be_set_once_a_second_under_rates() -> None:
    sandbox = Sandbox(rates=Rates())
    async with sandbox.serve() as address, Bot(sandbox.token, base_url=f"{address}/bot") as bot:
        await bot.set_webhook("http://127.0.0.1:9/")
        await bot.delete_webhook()
        with pytest.raises(RetryAfter):
            await bot.set_webhook("http://127.0.0.1:9/")


async def test_errors_reach_the_bot_as_its_library_knows_them(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.faults.answer("getMe", 400, "Bad Request: something")
    with pytest.raises(BadRequest, match="Something"):
        await bot.get_me()
