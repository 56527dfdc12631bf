"""Every update takes effect exactly once, each chat in its order, whatever a feature does."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from bot.delivery.dispatcher import Dispatcher
from bot.domain.people import Member
from bot.ports.intents import Command, Decoded, Intent, Tick
from bot.ports.runtime import Context, Route
from bot.ports.speech import Outgoing
from bot.ports.storage import Arrival, Dialogue, Json, NewMessage
from bot.storage.database import open_aside
from tests.delivery.kit import MANNERS, NOW, Team, decode, echo, quick, rows, running, update


class Failing:
    """A feature that saves, opens a dialogue, and then breaks so many times."""

    def __init__(self, times: int) -> None:
        self.left = times
        self.calls = 0

    async def __call__(self, _: Intent, context: Context) -> Sequence[Outgoing]:
        self.calls += 1
        await context.unit.members.save(replace(context.member, language="fr"))
        question = Dialogue(
            chat_id=context.origin.chat_id, form="f", version=1, asked_at=context.now
        )
        await context.unit.dialogues.open(question)
        if self.left:
            self.left -= 1
            raise LookupError("Maya wrote about her child")
        return [Outgoing(text="kept")]


def failing(times: int) -> tuple[Failing, Route]:
    feature = Failing(times)
    return feature, Route(intent=Command, name="fail", handler=feature)


async def member(team: Team, user: int = 7) -> tuple[Member, Dialogue | None]:
    async with team.storage.real.unit(NOW) as unit:
        return await unit.members.get(user), await unit.dialogues.get(user)


async def test_one_chat_is_answered_strictly_in_its_order(team: Team) -> None:
    numbers = [*range(1, 30, 2), *range(2, 31, 2)]
    said = await team.answers(team.desk(), *(update(n, str(n)) for n in numbers))
    assert said == [f"en: {n}" for n in range(1, 31)]


async def test_what_waits_at_one_moment_shares_one_commit(team: Team) -> None:
    commits = 0

    def counted() -> None:
        nonlocal commits
        commits += 1

    desk = replace(team.desk(), sent=counted)
    await team.receives(*(update(n, "hello", chat=n % 5, user=n % 5) for n in range(1, 21)))
    async with team.at_work(desk):
        await team.handles(20)
    assert commits == 1
    assert len(await team.says()) == 20


async def test_where_one_fails_the_others_of_its_commit_are_handled_once_and_in_order(
    either_team: Team,
) -> None:
    feature, route = failing(100)
    said = await either_team.answers(
        either_team.desk(route),
        update(1, "before"),
        update(2, "/fail", chat=8, user=8),
        update(3, "elsewhere", chat=9, user=9),
        update(4, "after"),
        update(5, "behind it", chat=8, user=8),
        aside=1,
    )
    assert [one for one in said if one in ("en: before", "en: after")] == [
        "en: before",
        "en: after",
    ]
    assert sorted(said) == [
        "en: after",
        "en: before",
        "en: behind it",
        "en: elsewhere",
        "en: so sorry",
    ]
    assert feature.calls >= 3


async def test_a_feature_that_hangs_is_given_up_and_the_other_chats_go_on(team: Team) -> None:
    async def hangs(_: Command, __: Context) -> Sequence[Outgoing]:
        await asyncio.Event().wait()
        return []

    desk = team.desk(Route(intent=Command, handler=hangs))
    dispatcher = Dispatcher(desk, poll=0.02, back_off=(0.01,), longest=0.05)
    await team.receives(update(1, "/x"), update(2, "hello", chat=8, user=8))
    async with running(dispatcher.run()):
        await team.handles(1, aside=1)
    assert sorted(await team.says()) == ["en: hello", "en: so sorry"]


async def test_what_a_feature_changes_says_and_the_acknowledgement_commit_together(
    either_team: Team,
) -> None:
    team = either_team
    _, route = failing(0)
    assert await team.answers(team.desk(route), update(1, "/fail")) == ["fr: kept"]
    kept, dialogue = await member(team)
    assert kept.language == "fr"
    assert dialogue is not None


async def test_a_feature_that_breaks_leaves_nothing_behind(either_team: Team) -> None:
    team = either_team
    feature, route = failing(99)
    said = await team.answers(team.desk(route), update(1, "/fail"), aside=1)
    assert said == ["en: so sorry"]
    assert feature.calls == 3
    assert await member(team) == (Member(id=7), None)


async def test_a_message_that_cannot_be_worded_undoes_what_its_feature_changed(team: Team) -> None:
    def unsayable(*_: object) -> NewMessage:
        raise RuntimeError("no such message")

    async def saves(_: Command, context: Context) -> Sequence[Outgoing]:
        await context.unit.members.save(replace(context.member, language="fr"))
        return [Outgoing(text="hello")]

    desk = team.desk(Route(intent=Command, handler=saves))
    said = await team.answers(replace(desk, render=unsayable), update(1, "/x"), aside=1)
    assert said == []
    assert (await member(team))[0].language is None


async def test_a_failing_update_is_tried_again_before_those_behind_it(team: Team) -> None:
    feature, route = failing(2)
    said = await team.answers(team.desk(route), update(1, "/fail"), update(2, "then"))
    assert said == ["fr: kept", "fr: then"]
    assert feature.calls == 3


async def test_an_update_that_keeps_failing_is_set_aside_with_its_reason_and_the_chat_goes_on(
    team: Team, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    _, route = failing(99)
    said = await team.answers(team.desk(route), update(1, "/fail"), update(2, "then"), aside=1)
    assert said == ["en: so sorry", "en: then"]
    found = rows(tmp_path, "select reason, attempts, payload is null from inbox where id = 1")
    assert found == [("LookupError", 3, 0)]
    (record,) = [one for one in caplog.records if one.getMessage() == "set aside"]
    assert vars(record)["cause"] == "update:1"
    assert vars(record)["where"].startswith(__file__)
    assert "Maya" not in " ".join(str(vars(one)) for one in caplog.records)


async def test_what_an_operator_puts_back_is_taken_up_unasked_and_set_aside_again_or_answered(
    team: Team, tmp_path: Path
) -> None:
    feature, route = failing(99)
    desk = team.desk(route)
    said = await team.answers(desk, update(1, "/fail"), update(2, "then"), aside=1)
    assert said == ["en: so sorry", "en: then"]

    async with open_aside(f"sqlite:///{tmp_path}/bot.db") as aside, team.at_work(desk):
        before = await aside.first(10)
        seen = feature.calls
        await aside.replay()
        await team.storage.until(partial(_calls, feature, seen + 3))
        await team.handles(1, aside=1)
        assert await aside.first(10) == before
        feature.left = 0
        await aside.replay()
        await team.handles(2)
    assert await team.says() == ["en: so sorry", "fr: kept"]


async def _calls(feature: Failing, count: int) -> bool:
    return feature.calls >= count


async def test_what_cannot_be_read_is_set_aside_at_once_and_without_an_apology(
    team: Team, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await team.receives(update(1, "unreadable"), update(2, "then"))
    async with running(Dispatcher(team.desk(), poll=0.02, back_off=(3600,)).run()):
        await team.handles(1, aside=1)
    assert await team.says() == ["en: then"]
    found = rows(tmp_path, "select reason, payload is null from inbox where id = 1")
    assert found == [("KeyError", 0)]
    (record,) = [one for one in caplog.records if one.getMessage() == "set aside"]
    assert "kit.py" in vars(record)["where"]


async def test_an_apology_that_breaks_does_not_keep_an_update_from_being_set_aside(
    team: Team,
) -> None:
    _, route = failing(99)

    async def breaks(_: Intent, __: Context) -> Sequence[Outgoing]:
        raise RuntimeError("nor can that be said")

    desk = team.desk(route, manners=replace(MANNERS, broken=breaks))
    said = await team.answers(desk, update(1, "/fail"), update(2, "then"), aside=1)
    assert said == ["en: then"]


@pytest.mark.parametrize(("chat", "user"), [(2**70, 7), (7, 2**70), (2**70, 2**70)])
async def test_ids_that_no_database_can_keep_are_set_aside(
    either_team: Team, chat: int, user: int
) -> None:
    team = either_team
    await team.receives(update(1, "hello", chat=chat, user=user), update(2, "then", chat=8))
    async with team.at_work(team.desk()):
        await team.handles(1, aside=1)
    assert "en: then" in await team.says()


async def test_while_the_database_is_out_of_reach_updates_are_kept_and_not_counted(
    team: Team, tmp_path: Path
) -> None:
    await team.receives(update(1, "hello"))
    team.storage.failures = 20
    async with team.at_work(team.desk()):
        await team.handles(1)
    assert await team.says() == ["en: hello"]
    assert rows(tmp_path, "select attempts, reason from inbox") == [(0, None)]


@pytest.mark.parametrize("count", [1, 3])
async def test_a_database_that_is_gone_for_a_single_moment_counts_as_no_failure(
    team: Team, tmp_path: Path, count: int
) -> None:
    def decodes(payload: Json) -> Decoded | None:
        if not looked:
            team.storage.failures = 1
        looked.append(payload)
        return decode(payload)

    looked: list[Json] = []
    desk = replace(team.desk(), decode=decodes)
    said = await team.answers(desk, *(update(n, "hello") for n in range(count)))
    assert said == ["en: hello"] * count
    assert len(looked) == 2 * count
    assert rows(tmp_path, "select attempts, reason from inbox") == [(0, None)] * count


async def test_a_failed_update_is_left_alone_until_its_time_and_other_chats_go_on(
    team: Team,
) -> None:
    feature, route = failing(99)
    dispatcher = Dispatcher(team.desk(route), poll=0.02, back_off=(3600,))
    await team.receives(update(1, "/fail"), update(2, "behind"))

    async def handled(done: int) -> bool:
        return await team.inbox() == {"new": 2, "done": done}

    async with running(dispatcher.run()):
        for number in range(1, 6):
            await team.receives(update(10 + number, "hello", chat=8, user=8))
            dispatcher.wake()
            await team.storage.until(partial(handled, number))
    assert feature.calls <= 2  # with the others, then alone
    assert await team.says() == ["en: hello"] * 5


async def test_a_database_that_is_gone_while_a_failure_is_noted_is_waited_for(team: Team) -> None:
    class Takes(Failing):
        async def __call__(self, intent: Intent, context: Context) -> Sequence[Outgoing]:
            team.storage.failures = 2
            return await super().__call__(intent, context)

    feature = Takes(99)
    route = Route(intent=Command, name="fail", handler=feature)
    await team.receives(update(1, "/fail"))
    async with team.at_work(team.desk(route)):
        # Every attempt fails and cannot be noted: it does not count, nor is the update lost.
        async with asyncio.timeout(10):
            while feature.calls < 8:
                await team.storage.until(_always)
                await asyncio.sleep(0)
        assert await team.inbox() == {"new": 1}


async def _always() -> bool:
    return True


async def test_a_database_that_is_gone_while_an_apology_is_made_costs_nobody_the_apology(
    team: Team,
) -> None:
    calls = 0

    async def breaks(_: Command, __: Context) -> Sequence[Outgoing]:
        nonlocal calls
        calls += 1
        if calls == 3:  # the last attempt: what comes next is the apology
            team.storage.failures = 1
        raise LookupError

    desk = team.desk(Route(intent=Command, handler=breaks))
    assert await team.answers(desk, update(1, "/x"), aside=1) == ["en: so sorry"]
    assert calls == 4


async def test_what_arrives_again_takes_effect_once(team: Team) -> None:
    desk = team.desk()
    await team.receives(update(1, "hello"), update(1, "hello"))
    assert await team.answers(desk, update(2, "then")) == ["en: hello", "en: then"]
    await team.receives(update(1, "hello"))
    assert await team.answers(desk, update(3, "at last")) == ["en: at last"]


async def test_two_dispatchers_on_one_database_answer_nothing_twice(either_team: Team) -> None:
    team = either_team
    desk = team.desk(Route(intent=Command, handler=echo))
    await team.receives(*(update(n, f"/{n}", chat=1 + n % 5, user=1 + n % 5) for n in range(1, 41)))
    async with team.at_work(desk), team.at_work(desk):
        await team.handles(40)
    assert sorted(await team.says()) == sorted(f"en: {n}" for n in range(1, 41))


async def test_a_tick_reaches_its_route(team: Team) -> None:
    told: list[tuple[str, int]] = []

    async def works(tick: Tick, context: Context) -> Sequence[Outgoing]:
        told.append((tick.job, context.member.id))
        return []

    desk = team.desk(Route(intent=Tick, name="digest", handler=works))
    assert await team.answers(desk, tick("digest"), tick("unknown")) == []
    assert told == [("digest", 0)]


async def test_a_tick_that_keeps_failing_is_set_aside_and_nobody_is_told(team: Team) -> None:
    async def breaks(_: Tick, __: Context) -> Sequence[Outgoing]:
        raise RuntimeError("a bug")

    desk = team.desk(Route(intent=Tick, name="digest", handler=breaks))
    assert await team.answers(desk, tick("digest"), aside=1) == []


def tick(job: str) -> Arrival:
    return Arrival(key=f"tick:{job}:2018", lane=f"tick:{job}", position=0, payload={"tick": job})


async def test_what_asks_for_nothing_is_acknowledged_in_silence(team: Team) -> None:
    desk = team.desk()
    said = await team.answers(desk, update(1, "nothing"), update(2, "/unknown"), update(3, "x"))
    assert said == ["en: x"]


async def test_a_dispatcher_that_is_woken_does_not_wait_for_its_next_look(team: Team) -> None:
    dispatcher = Dispatcher(team.desk(), poll=3600)
    await team.receives(update(1, "first"))
    async with running(dispatcher.run()):
        await team.handles(1)
        await team.receives(update(2, "second"))
        dispatcher.wake()
        await team.handles(2)


async def test_stopped_in_the_middle_nothing_is_half_done_and_the_next_start_goes_on(
    either_team: Team,
) -> None:
    team = either_team
    begun = asyncio.Event()

    async def hangs(_: Command, context: Context) -> Sequence[Outgoing]:
        await context.unit.members.save(replace(context.member, language="fr"))
        begun.set()
        await asyncio.Event().wait()
        return [Outgoing(text="never")]

    await team.receives(update(1, "/x"), update(2, "then"))
    task = asyncio.create_task(quick(team.desk(Route(intent=Command, handler=hangs))).run())
    async with asyncio.timeout(10):
        await begun.wait()
    task.cancel()
    async with asyncio.timeout(2):
        await asyncio.wait([task])
    assert await team.inbox() == {"new": 2}
    assert (await member(team))[0].language is None
    assert await team.answers(team.desk(Route(intent=Command, handler=echo))) == [
        "en: x",
        "en: then",
    ]
