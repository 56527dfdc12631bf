"""The actions that buttons of more than one feature carry. A feature's own stand beside it."""

from dataclasses import dataclass

from bot.domain.listing import State
from bot.ports.intents import Action


@dataclass(frozen=True, slots=True)
class ShowItem(Action):
    """Show the card of an item, by its id."""

    code = "i"
    item: str


@dataclass(frozen=True, slots=True)
class BrowseWebinars(Action):
    """List webinars in a state (None: the upcoming, else the recorded), narrowed by a filter.

    `by` is empty, ``topic``, ``language`` or ``series``; `value` what to narrow to, or empty to
    choose it first.
    """

    code = "w"
    state: State | None = None
    by: str = ""
    value: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class TurnToPeople(Action):
    """Whom to turn to where a child may be at risk."""

    code = "r"


@dataclass(frozen=True, slots=True)
class OpenMenu(Action):
    """The overview of what the bot can do."""

    code = "m"


@dataclass(frozen=True, slots=True)
class OpenSettings(Action):
    """The member's settings."""

    code = "s"


@dataclass(frozen=True, slots=True)
class OpenLanguages(Action):
    """The choice of the language."""

    code = "l"


@dataclass(frozen=True, slots=True)
class OpenInterests(Action):
    """The choice of interests."""

    code = "n"


@dataclass(frozen=True, slots=True)
class OpenZones(Action):
    """The choice of the time zone."""

    code = "z"


@dataclass(frozen=True, slots=True)
class OpenCommand(Action):
    """What typing a command would do."""

    code = "x"
    command: str
