"""A bare loop that sends messages: sending client|aiohttp COUNT SIDE_BY_SIDE.

`client` is the project's client without outbox and sender, `aiohttp` what is below it.
"""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Iterator

import aiohttp

from bench.databases import FIRST_READER, message
from bot.gateway.client import Client

Send = Callable[[int], Awaitable[object]]


async def spread(send: Send, count: int, side_by_side: int) -> None:
    """Send to so many chats, so many at once."""
    chats = iter(range(FIRST_READER, FIRST_READER + count))

    async def work(chats: Iterator[int]) -> None:
        for chat in chats:
            await send(chat)

    await asyncio.gather(*(work(chats) for _ in range(side_by_side)))


async def by_client(address: str, token: str, count: int, side_by_side: int) -> None:
    """With the project's client."""
    client = Client(token, address)
    async with client:
        await spread(lambda chat: client.send(message(chat)), count, side_by_side)


async def by_aiohttp(address: str, token: str, count: int, side_by_side: int) -> None:
    """With nothing above aiohttp."""
    url = f"{address}/bot{token}/sendMessage"
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=256)) as session:

        async def send(chat: int) -> None:
            async with session.post(url, data=dict(message(chat).params)) as answer:
                await answer.read()

        await spread(send, count, side_by_side)


if __name__ == "__main__":
    ways = {"client": by_client, "aiohttp": by_aiohttp}
    place = os.environ["TELEGRAM_API"], os.environ["TELEGRAM_TOKEN"]
    asyncio.run(ways[sys.argv[1]](*place, *map(int, sys.argv[2:4])))
