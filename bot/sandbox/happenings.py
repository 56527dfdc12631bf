"""What happened in the sandbox, in order, for those who watch."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from bot.sandbox.messages import Message
from bot.sandbox.pulse import Pulse

Kind = Literal[
    "message",
    "edited",
    "deleted",
    "notice",
    "typing",
    "inline",
    "commands",
    "bot",
    "clock",
    "chat",
    "person",
    "world",
    "reset",
]
KEPT = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happened; only the fields that its kind needs are set."""

    n: int
    kind: Kind
    chat: int = 0
    person: int = 0
    message: Message | None = None
    message_id: int = 0
    text: str = ""
    alert: bool = False


class Happenings:
    """The newest happenings; `last` is the number of the newest, `pulse` beats at each."""

    def __init__(self) -> None:
        self._kept: deque[Happening] = deque(maxlen=KEPT)
        self.last = 0
        self.pulse = Pulse()

    def add(
        self,
        kind: Kind,
        *,
        chat: int = 0,
        person: int = 0,
        message: Message | None = None,
        message_id: int = 0,
        text: str = "",
        alert: bool = False,
    ) -> None:
        """Note that something happened and wake those who wait for it."""
        self.last += 1
        self._kept.append(
            Happening(
                n=self.last,
                kind=kind,
                chat=message.chat if message else chat,
                person=person,
                message=message,
                message_id=message_id,
                text=text,
                alert=alert,
            )
        )
        self.pulse.beat()

    def after(self, n: int) -> Iterator[Happening]:
        """Those with a greater number, oldest first."""
        first = self.last - len(self._kept)
        return islice(self._kept, max(0, n - first), None)
