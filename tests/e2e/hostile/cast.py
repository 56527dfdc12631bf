"""Who takes part. Each scene has people and groups of its own, so that none knows of another's.

In updates they have the numbers below; `Cast` turns them into those of the scene.
"""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.actor import Actor
from bot.sandbox.chats import group_chat
from bot.sandbox.people import Group, Person
from bot.sandbox.sandbox import Sandbox
from tests.e2e.hostile.words import MARK

MAL, NINA = 7_000_000_000, 7_000_000_001
"""A member who means harm, and one who does not."""
CIRCLE, FORUM = -7_000_000_003, -1_007_000_000_004
"""A group and a supergroup with all of them."""
DIEGO, CLAIRE = 1004, 1003
"""A coordinator and a coach: the settings name them, so that they are the same in every scene."""

_STEP = 10


@dataclass(frozen=True)
class Cast:
    """The people and groups of the scene number `scene`."""

    sandbox: Sandbox
    scene: int

    def number(self, of: int) -> int:
        """An id of the scene by that of the updates; any other number is itself."""
        if of not in (MAL, NINA, CIRCLE, FORUM):
            return of
        return of + (_STEP if of > 0 else -_STEP) * self.scene

    def placed(self, value: Any) -> Any:
        """A JSON value with the ids of the scene."""
        if isinstance(value, dict):
            return {name: self.placed(inside) for name, inside in value.items()}
        if isinstance(value, list):
            return [self.placed(inside) for inside in value]
        return self.number(value) if type(value) is int else value

    def actor(self, of: int) -> Actor:
        """Somebody of the scene, to act and to read as they do."""
        return self.sandbox.person(self.number(of))

    def appear(self) -> None:
        """Let them all in."""
        names = {MAL: f"<b>{MARK}</b>\u202e", NINA: f"{MARK}\u2067&lt;"}
        for of, name in names.items():
            number = self.number(of)
            self.sandbox.add_person(Person(id=number, key=str(number), first_name=name))
        for person in self.sandbox.world.people.values():
            person.started = True
        members = (*map(self.number, names), DIEGO, CLAIRE)
        for of in (CIRCLE, FORUM):
            group = Group(id=self.number(of), title=f"<i>{MARK}\u202e", members=members)
            self.sandbox.world.add_chat(group_chat(group))
