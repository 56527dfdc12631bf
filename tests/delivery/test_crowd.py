"""A broadcast takes what is left over; who waits for an answer does not wait for it."""

import asyncio

from bot.delivery.crowd import Crowd
from bot.ports.speech import Priority
from tests.delivery.kit import Team
from tests.delivery.test_sender import Telegram, enqueue, message, sending, until

MOST = 16


def test_more_go_out_side_by_side_while_the_event_loop_comes_round_quickly() -> None:
    crowd = Crowd(MOST)
    rooms = []
    for _ in range(MOST):
        crowd.adapt(0.0)
        rooms.append(crowd.room)
    assert rooms == sorted(rooms)
    assert rooms[-1] == MOST
    crowd.adapt(1.0)
    assert crowd.room == MOST // 2


def test_however_busy_the_event_loop_is_a_broadcast_goes_on() -> None:
    crowd = Crowd(MOST)
    for _ in range(50):
        crowd.adapt(1.0)
    assert crowd.room == Crowd.FEWEST


async def test_a_reply_finds_a_place_while_a_broadcast_hangs(team: Team) -> None:
    crowd = [message(f"b{n}", chat=n, priority=Priority.BROADCAST) for n in range(100, 200)]
    held = {one.params["text"]: asyncio.Event() for one in crowd}
    telegram = Telegram(held=held)
    async with sending(team, telegram, side_by_side=MOST) as sender:
        await enqueue(team, crowd[0])
        sender.wake()
        await telegram.has(1)
        await enqueue(team, *crowd[1:])
        for number in range(2, MOST * 3 // 4 + 1):
            sender.wake()
            await telegram.has(number)
        for number in range(3):
            await enqueue(team, message(f"reply {number}", chat=number))
            sender.wake()
            await telegram.has(MOST * 3 // 4 + 1 + number)
        assert telegram.texts[-3:] == ["reply 0", "reply 1", "reply 2"]
        for one in held.values():
            one.set()
        await until(team, delivered=len(crowd) + 3)
