"""What goes wrong on request between a bot and the sandbox, by long polling and by webhook."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, suppress
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.sandbox import Sandbox

MAYA = 1001
FINAL = (400, 403)
PATIENCE = aiohttp.ClientTimeout(total=0.25)


class Parrot:
    """A small bot that says everything again, and tries until Telegram took or refused it."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session = session
        self.url = url
        self.said: asyncio.Queue[int] = asyncio.Queue()

    async def hear(self, update: dict[str, Any]) -> None:
        params = {"chat_id": MAYA, "text": update["message"]["text"]}
        tries, status = 0, 0
        while status != 200 and status not in FINAL:
            tries += 1
            with suppress(aiohttp.ClientError, TimeoutError):
                status = await self._send(params)
        self.said.put_nowait(tries)

    async def _send(self, params: dict[str, Any]) -> int:
        url = f"{self.url}/sendMessage"
        async with self.session.post(url, json=params, timeout=PATIENCE) as response:
            body = await response.json()
            await asyncio.sleep(body.get("parameters", {}).get("retry_after", 0))
            return response.status

    async def poll(self) -> None:
        offset = 0
        while True:
            params = {"offset": offset, "timeout": 5}
            try:
                async with self.session.post(f"{self.url}/getUpdates", json=params) as response:
                    updates = (await response.json()).get("result", [])
            except aiohttp.ClientError:
                continue
            for update in updates:
                await self.hear(update)
                offset = update["update_id"] + 1

    async def serve(self, stack: AsyncExitStack) -> None:
        async def hook(request: web.Request) -> web.Response:
            await self.hear(await request.json())
            return web.Response()

        app = web.Application()
        app.router.add_post("/", hook)
        runner = web.AppRunner(app)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        where = {"url": f"http://{host}:{port}/"}
        async with self.session.post(f"{self.url}/setWebhook", json=where) as response:
            assert response.status == 200


@pytest.fixture(params=["polling", "webhook"])
async def parrot(
    request: pytest.FixtureRequest, sandbox: Sandbox, address: str
) -> AsyncIterator[Parrot]:
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(aiohttp.ClientSession())
        parrot = Parrot(session, f"{address}/bot{sandbox.token}")
        if request.param == "webhook":
            await parrot.serve(stack)
        else:
            task = asyncio.create_task(parrot.poll())
            stack.callback(task.cancel)
        yield parrot


FAULTS: list[tuple[str, Callable[[Any], None], int, int]] = [
    ("429", lambda faults: faults.slow_down("sendMessage", seconds=1), 2, 1),
    ("403", lambda faults: faults.answer("sendMessage", 403, "Forbidden: x"), 1, 0),
    ("400", lambda faults: faults.answer("sendMessage", 400, "Bad Request: x"), 1, 0),
    ("502", lambda faults: faults.answer("sendMessage", 502, "Bad Gateway", times=2), 3, 1),
    ("hang", lambda faults: faults.hang("sendMessage", seconds=9), 2, 1),
    (
        "hang after",
        lambda faults: faults.hang("sendMessage", seconds=9, after_effect=True),
        2,
        2,
    ),
    ("cut", lambda faults: faults.cut("sendMessage", times=2), 3, 1),
    ("cut after", lambda faults: faults.cut("sendMessage", after_effect=True), 2, 2),
]


@pytest.mark.parametrize(
    ("ask", "tries", "copies"),
    [fault[1:] for fault in FAULTS],
    ids=[fault[0] for fault in FAULTS],
)
async def test_each_fault_meets_the_bot_however_it_gets_its_updates(
    sandbox: Sandbox, parrot: Parrot, ask: Callable[[Any], None], tries: int, copies: int
) -> None:
    maya = sandbox.person("maya")
    ask(sandbox.faults)
    await maya.say("hello")
    assert await asyncio.wait_for(parrot.said.get(), 5) == tries
    assert [m.text for m in maya.history() if m.sender != MAYA] == ["hello"] * copies
    await maya.say("and again")
    assert await asyncio.wait_for(parrot.said.get(), 5) == 1


@pytest.mark.parametrize("parrot", ["polling"], indirect=True)
@pytest.mark.parametrize("after_effect", [False, True])
async def test_a_poll_that_is_cut_loses_nothing(
    sandbox: Sandbox, parrot: Parrot, after_effect: bool
) -> None:
    maya = sandbox.person("maya")
    await sandbox.wait_for_poll()
    sandbox.faults.cut("getUpdates", after_effect=after_effect, times=2)
    sandbox.faults.answer("getUpdates", 502, "Bad Gateway")
    for text in ("one", "two", "three"):  # the poll that waits already gets the first
        await maya.say(text)
        assert await asyncio.wait_for(parrot.said.get(), 5) == 1
    assert [m.text for m in maya.history() if m.sender != MAYA] == ["one", "two", "three"]
    assert len(sandbox.faults) == 0
