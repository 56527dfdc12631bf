"""What one person chose and asked shows in nothing that another gets, whatever either does.

Each scene is played twice, once without the person who has the secrets: nobody else may notice.
"""

import re
from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.e2e.hostile.arena import Arena, Scene
from tests.e2e.hostile.buttons import COMMANDS, data
from tests.e2e.hostile.cast import CIRCLE, MAL, NINA
from tests.e2e.hostile.effort import tries
from tests.e2e.hostile.updates import Forged, tapped, written
from tests.e2e.hostile.words import words

AGREES = "1~a~1"
CHOOSES = ["1~zc~Pacific/Chatham", "1~nt~coaching", "1~nt~child-labour"]
SPEAKS = "1~lc~es"
SECRETS = ("Chatham", "Coaching")
"""What of these choices can be read."""
ASKS_FOR_A_PLACE = "1~z"

TEXTS = (
    st.builds("/{}".format, st.sampled_from(COMMANDS))
    | st.builds("/{} {}".format, st.sampled_from(COMMANDS), words(1) | st.just("settings"))
    | st.sampled_from(["coaching", "mine risk", "Chatham", "what did I ask?", "next webinar"])
)


def deeds(who: int, where: Sequence[int]) -> st.SearchStrategy[list[Forged]]:
    """Things that somebody writes and taps in these chats."""
    chats = st.sampled_from(where)
    one = st.builds(tapped, data(), st.just(who), chats) | st.builds(
        written, TEXTS, st.just(who), chats
    )
    return st.lists(one, min_size=2, max_size=8)


def told(scene: Scene) -> dict[str, Any]:
    """All that Nina can see of what the bot has said, in private and in the group."""
    said = [(where, one) for where in (NINA, CIRCLE) for one in scene.said(where)]
    return {
        "texts": [(where, re.sub(r"frob\d+", "frob", one.text)) for where, one in said],
        "buttons": [(where, one.labels, one.markup) for where, one in said],
        "entities": [(where, one.entities) for where, one in said],
    }


def chooses(choices: Sequence[str]) -> list[Forged]:
    """Mal taps these in his private chat."""
    return [tapped(one, MAL, MAL) for one in choices]


@tries(6)
@given(own=deeds(NINA, [NINA, CIRCLE]), others=deeds(MAL, [NINA]))
def test_nobody_notices_what_another_chose_and_asked(
    polling: Arena, own: list[Forged], others: list[Forged]
) -> None:
    async def alone(scene: Scene) -> dict[str, Any]:
        await scene.plays_slowly(own, NINA)
        return told(scene)

    async def beside(scene: Scene) -> dict[str, Any]:
        await scene.plays(chooses([AGREES, *CHOOSES]))
        settings = await scene.asks(MAL, "/settings")
        assert all(words in settings.text for words in SECRETS)
        await scene.plays(chooses([SPEAKS, ASKS_FOR_A_PLACE]))
        await scene.plays([written("When is the Zanzibar webinar?", MAL, MAL), *others])
        return await alone(scene)

    assert polling.run(beside) == polling.run(alone)


PUBLIC = [
    written("/webinars@baraza_sandbox_bot", MAL, CIRCLE),
    written("/packages@baraza_sandbox_bot", MAL, CIRCLE),
    tapped("1~i~webinar/boys-sexual-violence", MAL, CIRCLE),
]


@tries(4)
@given(shown=deeds(MAL, [CIRCLE]))
def test_a_group_does_not_read_what_one_of_it_chose(polling: Arena, shown: list[Forged]) -> None:
    async def without(scene: Scene) -> dict[str, Any]:
        await scene.plays_slowly([*PUBLIC, *shown], NINA)
        return told(scene)

    async def chosen(scene: Scene) -> dict[str, Any]:
        await scene.plays(chooses([AGREES, *CHOOSES]))
        return await without(scene)

    assert polling.run(chosen) == polling.run(without)
