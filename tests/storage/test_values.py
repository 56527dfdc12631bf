"""What people can type, and what Telegram can send, comes back as it was."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.people import Member
from bot.ports.storage import Fate, Outcome, Storage
from tests.storage.samples import NOW, arrival, enqueue, keep, message, receive

TEXTS = [
    "",
    "\0 and \x01",
    "lone \ud83d surrogate",
    "مرحبا \u202e👩🏽‍⚕️ {},'\";--",
    "%s :name ? $1 \\u0000",
    "long " * 20_000,
]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
async def test_any_text_goes_in_and_out(storage: Storage, text: str) -> None:
    payload: dict[str, Any] = {"text": text, text[:50]: [], "deep": [{"er": None}]}
    (waiting,) = await receive(storage, replace(arrival(1), payload=payload))
    assert waiting.payload == payload
    async with storage.unit(NOW) as unit:
        await unit.failed(waiting.id, text, set_aside=False)
    file = ("document", text[:50], text.encode("utf-8", "replace"))
    await enqueue(storage, replace(message(), params=payload, file=file))
    (row,) = await storage.outbox.lease(1, [])
    assert (row.params, row.file) == (payload, file)
    outcome = Outcome(id=row.id, fate=Fate.REJECTED, reason=text)
    await storage.outbox.record([outcome], NOW)


async def test_numbers_of_64_bits_are_kept(storage: Storage) -> None:
    low, high = -(2**63), 2**63 - 1
    await keep(storage, Member(id=high, language="fr"))
    await receive(storage, arrival(1, position=high), arrival(2, position=low))
    await enqueue(storage, message(low))
    (row,) = await storage.outbox.lease(1, [high])
    await storage.outbox.record([Outcome(id=row.id, fate=Fate.DELIVERED, message_id=high)], NOW)
    assert row.chat_id == low


def unkeepable(storage: Storage) -> list[Callable[[], Awaitable[object]]]:
    return [
        lambda: keep(storage, Member(id=2**63)),
        lambda: keep(storage, Member(id=1, language="secret \ud800")),
        lambda: enqueue(storage, message(2**63, "secret")),
        lambda: enqueue(storage, replace(message(), params={"secret": object()})),
    ]


@pytest.mark.parametrize("which", range(4))
async def test_a_value_that_cannot_be_kept_is_no_failure_of_the_database(
    storage: Storage, which: int
) -> None:
    """Trying again would not help, as it does with a StorageError; the value is not told."""
    with pytest.raises(ValueError, match="cannot be kept") as caught:
        await unkeepable(storage)[which]()
    assert "secret" not in str(caught.value)
    await keep(storage, Member(id=1))
