"""Which feature answers, who is let in, and what becomes of intents that are passed on."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.delivery.answers import MOST_HANDLERS
from bot.delivery.router import Router
from bot.domain.people import Member, Role
from bot.ports.intents import Action, ChatKind, Command, Decoded, Intent, Origin, Said, Tick
from bot.ports.runtime import Context, Handler, Notice, Route
from bot.ports.speech import Outgoing, Priority
from bot.ports.storage import Arrival, Dialogue
from tests.delivery.kit import NOW, Team, echo, rows, saying, update


def passing(*said: Outgoing | Intent) -> Handler:
    """A handler that says and passes on these."""

    async def handler(_: Intent, __: Context) -> Sequence[Outgoing | Intent]:
        return said

    return handler


async def speaks_french(_: Command, context: Context) -> Sequence[Outgoing]:
    await context.unit.members.save(replace(context.member, language="fr"))
    return [Outgoing(text="chosen")]


async def asks(_: Command, context: Context) -> Sequence[Outgoing]:
    await ask(context, form="city")
    return [Outgoing(text="which city?")]


async def ask(context: Context, form: str, version: int = 1) -> None:
    chat = context.origin.chat_id
    await context.unit.dialogues.open(
        Dialogue(chat_id=chat, form=form, version=version, asked_at=context.now)
    )


ASKING = (
    Route(intent=Command, name="ask", handler=asks),
    Route(intent=Command, name="cancel", handler=saying("cancelled")),
    Route(intent=Command, handler=echo),
    Route(intent=Said, name="city", handler=saying("a city")),
)


async def dialogue(team: Team) -> Dialogue | None:
    async with team.storage.real.unit(NOW) as unit:
        return await unit.dialogues.get(7)


async def test_an_intent_that_is_passed_on_is_answered_in_its_place(team: Team) -> None:
    inner = passing(Outgoing(text="2"), Command("innermost"), Outgoing(text="4"))
    desk = team.desk(
        Route(intent=Command, name="inner", handler=inner),
        Route(intent=Command, name="innermost", handler=saying("3")),
        Route(
            intent=Command,
            name="outer",
            handler=passing(Outgoing(text="1"), Command("inner"), Outgoing(text="5")),
        ),
    )
    said = await team.answers(desk, update(1, "/outer"))
    assert said == ["en: 1", "en: 2", "en: 3", "en: 4", "en: 5"]


async def test_what_is_said_goes_by_the_language_that_was_just_chosen(team: Team) -> None:
    desk = team.desk(
        Route(intent=Command, name="french", handler=speaks_french),
        Route(
            intent=Command,
            name="both",
            handler=passing(Outgoing(text="before"), Command("french"), Outgoing(text="after")),
        ),
    )
    said = await team.answers(desk, update(1, "/both"))
    assert said == ["en: before", "fr: chosen", "fr: after"]


def telling(*people: int, lang: str | None = None) -> Handler:
    """A handler that answers, and tells other people something."""

    async def handler(_: Intent, context: Context) -> Sequence[Outgoing | Notice]:
        notices = [
            Notice(said=Outgoing(text="news"), to=await context.toward(one, lang)) for one in people
        ]
        return [*notices, Outgoing(text="told")]

    return handler


async def saved(team: Team, *members: Member) -> None:
    async with team.storage.real.unit(NOW) as unit:
        for member in members:
            await unit.members.save(member)


async def test_another_chat_is_told_in_its_own_language_after_the_reply(team: Team) -> None:
    await saved(
        team,
        Member(id=8, language="fr", telegram_language="en"),
        Member(id=9, telegram_language="fr"),
        Member(id=10, language="fr", blocked=True),
    )
    desk = team.desk(Route(intent=Command, name="tell", handler=telling(8, 9, 10, 11, lang="fr")))
    await team.receives(update(1, "/tell"))
    async with team.at_work(desk):
        await team.handles(1)
    sent = await team.storage.real.outbox.lease(9, [])
    assert [(row.chat_id, row.params["text"], row.priority) for row in sent] == [
        (7, "en: told", Priority.REPLY),
        (8, "fr: news", Priority.REMINDER),
        (9, "fr: news", Priority.REMINDER),
        (11, "fr: news", Priority.REMINDER),
    ]


async def test_a_tick_can_tell_somebody(team: Team) -> None:
    async def tells(_: Tick, context: Context) -> Sequence[Notice]:
        return [Notice(said=Outgoing(text="news"), to=await context.toward(8))]

    desk = team.desk(Route(intent=Tick, name="job", handler=tells))
    tick = Arrival(key="tick:1", lane="tick:job", position=0, payload={"tick": "job"})
    await team.receives(tick)
    async with team.at_work(desk):
        await team.handles(1)
    (told,) = await team.storage.real.outbox.lease(9, [])
    assert (told.chat_id, told.params["text"]) == (8, "en: news")


@pytest.mark.parametrize(
    ("member", "roles", "kept"),
    [
        (Member(id=7), frozenset[Role](), None),
        (Member(id=7, consented_at=NOW), frozenset[Role](), "pt"),
        (Member(id=7), frozenset({Role.COORDINATOR}), "pt"),
        (Member(id=7), frozenset({Role.COACH}), None),
    ],
)
async def test_the_language_of_telegram_is_kept_of_those_to_whom_the_bot_writes_by_itself(
    team: Team, member: Member, roles: frozenset[Role], kept: str | None
) -> None:
    await saved(team, member)
    origin = Origin(chat_id=7, chat=ChatKind.PRIVATE, user_id=7, telegram_language="pt-BR")
    desk = team.desk(roles={7: roles})
    asked = Decoded(intent=Said("hello"), origin=origin)
    await team.answers(replace(desk, decode=lambda _: asked), update(1, "hello"))
    async with team.storage.real.unit(NOW) as unit:
        assert (await unit.members.get(7)).telegram_language == kept


async def test_a_feature_knows_who_coordinates(team: Team) -> None:
    async def names(_: Intent, context: Context) -> Sequence[Outgoing]:
        return [Outgoing(text=str(sorted(context.coordinators)))]

    desk = team.desk(
        Route(intent=Command, name="who", handler=names),
        roles={8: frozenset({Role.COORDINATOR}), 9: frozenset({Role.COACH})},
    )
    assert await team.answers(desk, update(1, "/who")) == ["en: [8]"]


async def test_a_route_lets_in_only_those_with_its_role(team: Team) -> None:
    desk = team.desk(
        Route(intent=Command, name="status", handler=saying("48"), role=Role.COORDINATOR),
        Route(intent=Command, name="way", handler=passing(Command("status"))),
        roles={8: frozenset({Role.COORDINATOR}), 9: frozenset({Role.COACH})},
    )
    said = await team.answers(
        desk,
        *(update(user, "/status", chat=user, user=user) for user in (7, 8, 9)),
        *(update(10 + user, "/way", chat=user, user=user) for user in (7, 8, 9)),
    )
    assert said.count("en: 48") == 2
    assert said.count("en: not for you") == 4


async def test_a_role_is_no_matter_of_the_chat(team: Team) -> None:
    desk = team.desk(
        Route(intent=Command, name="status", handler=saying("48"), role=Role.COORDINATOR),
        roles={8: frozenset({Role.COORDINATOR})},
    )
    said = await team.answers(
        desk, update(1, "/status", chat=-5, user=8), update(2, "/status", chat=-5, user=7)
    )
    assert said == ["en: 48", "en: not for you"]


async def test_what_is_personal_moves_out_of_a_group(team: Team) -> None:
    desk = team.desk(
        Route(intent=Command, name="settings", handler=saying("yours"), personal=True),
        Route(intent=Command, name="way", handler=passing(Command("settings"))),
    )
    said = await team.answers(
        desk,
        update(1, "/settings", chat=-5),
        update(2, "/way", chat=-5),
        update(3, "/settings", chat=7),
    )
    assert sorted(said) == ["en: in private", "en: in private", "en: yours"]


@pytest.mark.parametrize("circle", [["loop"], ["loop", "loop"], ["there"]])
async def test_intents_that_are_passed_on_without_end_are_stopped(
    team: Team, tmp_path: Path, circle: list[str]
) -> None:
    calls = 0

    async def turns(_: Command, __: Context) -> Sequence[Intent]:
        nonlocal calls
        calls += 1
        return [Command(name) for name in circle]

    desk = team.desk(
        Route(intent=Command, name="loop", handler=turns),
        Route(intent=Command, name="there", handler=passing(Command("loop"))),
    )
    async with asyncio.timeout(10):
        said = await team.answers(desk, update(1, "/loop"), update(2, "then"), aside=1)
    assert said == ["en: so sorry", "en: then"]
    assert rows(tmp_path, "select reason from inbox where id = 1") == [("EndlessError",)]
    assert calls <= 2 * 3 * MOST_HANDLERS  # each attempt is made together and then alone


async def test_free_text_answers_the_open_question(team: Team) -> None:
    desk = team.desk(*ASKING)
    assert await team.answers(desk, update(1, "Nairobi")) == ["en: Nairobi"]
    said = await team.answers(desk, update(2, "/ask"), update(3, "Nairobi"))
    assert said == ["en: which city?", "en: a city"]


async def test_a_question_is_of_one_chat_only(team: Team) -> None:
    said = await team.answers(
        team.desk(*ASKING), update(1, "/ask"), update(2, "Nairobi", chat=8, user=8)
    )
    assert "en: Nairobi" in said


async def test_a_command_leaves_an_open_question(team: Team) -> None:
    said = await team.answers(
        team.desk(*ASKING), update(1, "/ask"), update(2, "/news"), update(3, "Nairobi")
    )
    assert said == ["en: which city?", "en: news", "en: Nairobi"]


async def test_a_command_that_a_button_passes_on_leaves_it_as_well(team: Team) -> None:
    desk = team.desk(*ASKING, Route(intent=Tap, handler=passing(Command("news"))))
    await team.answers(desk, update(1, "/ask"))
    tap = Decoded(intent=Tap(), origin=Origin(chat_id=7, chat=ChatKind.PRIVATE, user_id=7))
    await team.answers(replace(desk, decode=lambda _: tap), update(2, "tap"))
    assert await dialogue(team) is None


async def test_cancel_leaves_it_to_its_feature_to_close_the_question(team: Team) -> None:
    await team.answers(team.desk(*ASKING), update(1, "/ask"), update(2, "/cancel"))
    assert await dialogue(team) is not None


@pytest.mark.parametrize(
    "change", ["another version", "no such form", "another role", "a day later"]
)
async def test_a_question_that_is_out_of_date_is_closed_and_the_text_taken_as_free(
    team: Team, change: str
) -> None:
    await team.answers(team.desk(*ASKING), update(1, "/ask"))
    *others, city = ASKING
    routes: Sequence[Route] = ASKING
    match change:
        case "another version":
            routes = [*others, replace(city, version=2)]
        case "no such form":
            routes = others
        case "another role":
            routes = [*others, replace(city, role=Role.COORDINATOR)]
        case "a day later":
            team.clock.advance(timedelta(days=1, seconds=1))
    assert await team.answers(team.desk(*routes), update(2, "Nairobi")) == ["en: Nairobi"]
    assert await dialogue(team) is None


async def test_a_question_is_waited_on_for_a_day(team: Team) -> None:
    await team.answers(team.desk(*ASKING), update(1, "/ask"))
    team.clock.advance(timedelta(days=1))
    assert await team.answers(team.desk(*ASKING), update(2, "Nairobi")) == ["en: a city"]


async def test_a_question_of_the_routes_own_version_is_answered(team: Team) -> None:
    *others, city = ASKING
    desk = team.desk(*others, replace(city, version=2))
    async with team.storage.real.unit(NOW) as unit:
        await unit.dialogues.open(Dialogue(chat_id=7, form="city", version=2, asked_at=NOW))
    assert await team.answers(desk, update(1, "Nairobi")) == ["en: a city"]


@dataclass(frozen=True, slots=True)
class Tap(Action):
    code = "t"


def test_two_routes_for_one_intent_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="two routes for Command 'news'"):
        Router([Route(intent=Command, name="news", handler=echo)] * 2)


def test_a_route_of_the_very_name_goes_before_the_nameless_one() -> None:
    named = Route(intent=Command, name="news", handler=echo)
    nameless = Route(intent=Command, handler=echo)
    router = Router([nameless, named])
    assert router.find(Command("news")) is named
    assert router.find(Command("other")) is nameless
    assert router.find(Tick("news")) is None
    assert router.find(Said("x"), "form") is None


def test_the_router_tells_buttons_and_the_menu_in_the_order_of_the_routes() -> None:
    news = Route(intent=Command, name="news", handler=echo)
    hidden = Route(intent=Command, name="start", handler=echo, menu=False)
    help_ = Route(intent=Command, name="help", handler=echo)
    router = Router([news, Route(intent=Tap, handler=echo), hidden, help_])
    assert router.menu == [news, help_]
    assert router.actions == [Tap]
