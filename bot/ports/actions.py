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


@dataclass(frozen=True, slots=True)
class WatchFor(Action):
    """Tell the member when a question can be answered; `asked` is the message that asked it."""

    code = "wf"
    asked: int


@dataclass(frozen=True, slots=True)
class OpenWatches(Action):
    """What the member waits on."""

    code = "wl"


@dataclass(frozen=True, slots=True)
class PassOn(Action):
    """Pass a question on to the coordinators; asks first unless `sure`."""

    code = "qp"
    asked: int
    sure: bool = False


@dataclass(frozen=True, slots=True)
class AskOn(Action):
    """Write more in a thread of one's own."""

    code = "qo"
    question: int


@dataclass(frozen=True, slots=True)
class Helped(Action):
    """What the coordinator wrote helped."""

    code = "qh"
    question: int


@dataclass(frozen=True, slots=True)
class AnswerQuestion(Action):
    """Write an answer to a question; `more` where it has been answered and there is more to say."""

    code = "qa"
    question: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class ShowThread(Action):
    """All that was written in a thread, a page at a time; None is the last page."""

    code = "qt"
    question: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeDraft(Action):
    """Write a draft of one's own anew: by its form and the question that it is about."""

    code = "dc"
    form: str
    question: int


@dataclass(frozen=True, slots=True)
class KeepDraft(Action):
    """Not now: leave a draft of one's own as it is."""

    code = "dk"
    form: str
    question: int
