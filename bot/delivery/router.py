"""Which feature answers an intent."""

from collections.abc import Sequence

from bot.ports.intents import Action, Command, Intent, Said, Tick
from bot.ports.runtime import Route


class Router:
    """The routes of all features. Raises ValueError when two of them claim the same intent."""

    def __init__(self, routes: Sequence[Route]) -> None:
        self.routes = tuple(routes)
        self._by_key: dict[tuple[type[Intent], str], Route] = {}
        for route in routes:
            key = (route.intent, route.name)
            if key in self._by_key:
                raise ValueError(f"two routes for {route.intent.__name__} {route.name!r}")
            self._by_key[key] = route

    def find(self, intent: Intent, form: str = "") -> Route | None:
        """The route of an intent, by its command's name or by the `form` of an open dialogue.

        Falls back to the nameless route of the intent's type, and to None.
        """
        match intent:
            case Command(name=name) | Tick(job=name):
                pass
            case _:
                name = form
        return self._by_key.get((type(intent), name)) or self._by_key.get((type(intent), ""))

    def form(self, name: str) -> Route | None:
        """The route that takes the answers to the questions of a form, if there still is one."""
        return self._by_key.get((Said, name)) if name else None

    @property
    def actions(self) -> list[type[Action]]:
        """Every action that a button may carry."""
        return [route.intent for route in self.routes if issubclass(route.intent, Action)]

    @property
    def menu(self) -> list[Route]:
        """The commands of the command menu, in the order of the routes."""
        return [route for route in self.routes if route.intent is Command and route.menu]
