"""However long a queue is, what is next in it is found by walking an index, not by looking at all.

A plan says so for certain; the time it takes would depend on the machine.
"""

from typing import Any

import pytest
from sqlalchemy import ClauseElement, Executable, Select, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from bot.ports import storage as ports
from bot.ports.speech import Priority
from bot.storage import inbox, outbox
from bot.storage.database import Storage, open_storage
from tests.storage.samples import NOW, arrival, delivered, enqueue, message, receive

PLANS_OF_STATEMENTS_WITH_VALUES = """
SELECT sum(custom_plans) AS made_anew, sum(generic_plans) AS kept
FROM pg_prepared_statements WHERE parameter_types <> '{}'
"""


class Explain(Executable, ClauseElement):
    inherit_cache = False

    def __init__(self, statement: Select[Any]) -> None:
        self.statement = statement


@compiles(Explain, "sqlite")
def _explain_in_sqlite(element: Explain, compiler: SQLCompiler, **kw: Any) -> str:
    return f"EXPLAIN QUERY PLAN {compiler.process(element.statement, **kw)}"


@compiles(Explain, "postgresql")
def _explain_in_postgresql(element: Explain, compiler: SQLCompiler, **kw: Any) -> str:
    return f"EXPLAIN {compiler.process(element.statement, **kw)}"


async def plan(
    storage: ports.Storage, before: Select[Any], statement: Select[Any], busy: list[Any]
) -> str:
    assert isinstance(storage, Storage)
    async with storage._engine.writing() as line:
        if not storage._engine.is_sqlite:
            await line.rows(before)
        rows = await line.rows(Explain(statement), {"limit": 30, "busy": busy, "least": 3})
        return "\n".join(str(row[-1]) for row in rows)


@pytest.fixture
async def long_queues(storage: ports.Storage) -> ports.Storage:
    await storage.inbox.put([arrival(n, f"chat:{n % 700}") for n in range(2000)], NOW)
    async with storage.unit(NOW) as unit:
        await unit.send([message(n, priority=Priority.BROADCAST) for n in range(3000)])
    return storage


async def test_the_next_messages_are_found_by_walking_the_queue(
    long_queues: ports.Storage,
) -> None:
    walk = await plan(long_queues, outbox._in_turn, outbox._next, [5])
    assert "ix_outbox_queue" in walk
    assert "ix_outbox_chat" in walk
    assert not [way for way in ("Seq Scan", "Bitmap", "Sort", "TEMP B-TREE") if way in walk]


async def test_the_next_lanes_are_found_by_walking_the_queue(long_queues: ports.Storage) -> None:
    walk = await plan(long_queues, inbox._by_index, inbox._lanes, ["chat:5"])
    assert "ix_inbox_age" in walk
    assert "ix_inbox_waiting" in walk
    assert not [way for way in ("Seq Scan", "Bitmap", "Sort", "TEMP B-TREE") if way in walk]


async def test_no_plan_made_for_a_short_queue_is_kept_for_a_long_one(postgres_url: str) -> None:
    async with open_storage(postgres_url) as storage:
        assert isinstance(storage, Storage)
        for number in range(8):
            await receive(storage, arrival(number))
            await enqueue(storage, message())
            rows = await storage.outbox.lease(1, [])
            await storage.outbox.record([delivered(row) for row in rows], NOW)
        async with storage._engine.writing() as line:
            (plans,) = await line.rows(text(PLANS_OF_STATEMENTS_WITH_VALUES))
    assert plans.made_anew > 8
    assert plans.kept == 0
