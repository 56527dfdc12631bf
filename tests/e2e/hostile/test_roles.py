"""What is only for coordinators or for coaches: however it is asked for, nobody else gets it.

The routes say what that is, so that those to come are tried as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Role
from bot.gateway.buttons import SEPARATOR, VERSION, Buttons
from bot.ports.actions import OpenCommand
from bot.ports.intents import Action, Command, Said
from bot.ports.runtime import Route
from tests.e2e.hostile.arena import Arena, Scene
from tests.e2e.hostile.buttons import COMMANDS, ROUTER, data, hints, values
from tests.e2e.hostile.cast import CIRCLE, CLAIRE, DIEGO, MAL
from tests.e2e.hostile.effort import tries
from tests.e2e.hostile.updates import Forged, tapped, written
from tests.e2e.hostile.words import words

BUTTONS = Buttons(ROUTER.actions)
GUARDED = [route for route in ROUTER.routes if route.role is not Role.MEMBER]
"""The routes that do not let everybody in."""

HOLDERS = {Role.COACH: CLAIRE, Role.COORDINATOR: DIEGO}
NAME = "baraza_sandbox_bot"


@dataclass(frozen=True)
class Way:
    """A way to ask for something: as a text that is typed or as the data of a button."""

    text: str = ""
    data: str = ""

    def by(self, who: int, chat: int) -> Forged:
        """The update that somebody causes who goes this way."""
        return tapped(self.data, who, chat) if self.data else written(self.text, who, chat)


def straight(route: Route) -> list[Way]:
    """The ways that lead those to a route whom it lets in."""
    if route.intent is Command:
        button = BUTTONS.encode(OpenCommand(route.name))
        typed = [f"/{route.name}", f"/{route.name.upper()}@{NAME}", f"/{route.name} {MAL}"]
        return [*map(Way, typed), Way(data=button)]
    if route.intent is Said:
        return []  # the answer to a question that only those with the role are asked
    assert issubclass(route.intent, Action), f"this test knows no way to {route}"
    return [Way(data=data) for data in encoded(route.intent)]


def encoded(action: type[Action]) -> Iterator[str]:
    """Buttons of an action, with plain values in its fields."""
    known = [values(hint) or ["a", str(MAL)] for hint in hints(action)]
    for at in range(max(map(len, known), default=1)):
        yield SEPARATOR.join([VERSION, action.code, *(one[at % len(one)] for one in known)])


def kept_out(route: Route) -> Sequence[int]:
    """People whom a route does not let in."""
    return [MAL, *(who for role, who in HOLDERS.items() if role is not route.role)]


def title(scene: Scene, who: int) -> str:
    """What the last thing begins with that the bot said to somebody."""
    return scene.said(who)[-1].text.partition("\n")[0]


async def test_there_is_something_to_guard() -> None:
    assert Command in {route.intent for route in GUARDED}


@pytest.mark.parametrize(
    "route", GUARDED, ids=lambda route: f"{route.intent.__name__} {route.name}"
)
def test_only_those_with_the_role_get_in(polling: Arena, route: Route) -> None:
    async def play(scene: Scene) -> None:
        holder = HOLDERS[route.role]
        refusal = scene.bot.library.texts.html("en", "not-for-you")
        for way in straight(route):
            told = await scene.answered(way.by(holder, holder), holder, holder)
            assert told.text != refusal, way
            for who in kept_out(route):
                assert (await scene.answered(way.by(who, who), who, who)).text == refusal, way
                assert (await scene.answered(way.by(who, CIRCLE), who, CIRCLE)).text == refusal, way

    polling.run(play)


NAMES = st.sampled_from(COMMANDS)
CODES = st.sampled_from([action.code for action in ROUTER.actions])
PIECES = st.sampled_from(["/", "start ", f"@{NAME}", SEPARATOR, VERSION, "0", "1", "\u200b", " "])
DEVIOUS = st.lists(PIECES | NAMES | CODES | words(1), min_size=1, max_size=6).map("".join)
BUTTON = st.builds("1~{}~{}".format, CODES, DEVIOUS) | data() | DEVIOUS
LINK = st.builds("/start {}".format, NAMES | DEVIOUS)
STRAIGHT = st.sampled_from([way for route in GUARDED for way in straight(route)])
TYPED = st.builds(Way, text=LINK | st.builds("/{}".format, NAMES | DEVIOUS))
WAYS = STRAIGHT | TYPED | st.builds(Way, data=BUTTON)


@tries(6)
@given(ways=st.lists(WAYS, min_size=8, max_size=20))
def test_no_devious_way_leads_past_a_role(polling: Arena, ways: list[Way]) -> None:
    async def play(scene: Scene) -> None:
        await scene.all_ask("/webinars")
        secret = []
        for route in GUARDED:
            holder = HOLDERS[route.role]
            for way in straight(route)[:1]:
                await scene.answered(way.by(holder, holder), holder, holder)
                secret.append(title(scene, holder))
        await scene.plays([way.by(MAL, chat) for way in ways for chat in (MAL, CIRCLE)])
        await scene.ends()
        for message in scene.said(MAL, CIRCLE):
            assert not any(words in message.text for words in secret), message.text

    polling.run(play)
