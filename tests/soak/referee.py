"""Judges what people read: every answer, once, in its order; a repetition only after a kill."""

import asyncio
import re
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.sandbox.messages import Message
from bot.sandbox.pulse import Pulse
from bot.sandbox.world import World

PATIENCE = 120
"""Seconds without anything new after which what is missing counts as lost."""

_INVISIBLE = re.compile("[\u200e\u200f\u2066-\u2069]")
_TOPIC = "1~nt~"
_TICK = "✅"

Seen: TypeAlias = tuple[int | None, str, str, int | None]


class WrongError(Exception):
    """The bot did what it must not, or did not what it must."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An answer as it must come: the words in it, whether it changes a message in place.

    `ticked` are the topics that its buttons show as chosen, `button` the data of one of its
    buttons, `reply_to` the message that it answers in a group.
    """

    words: tuple[str, ...]
    edited: bool = False
    ticked: frozenset[str] | None = None
    button: str = ""
    reply_to: int | None = None

    def fits(self, message: Message, *, edited: bool) -> bool:
        """Whether this is what came."""
        text = bare(message.text)
        data = [button.data for row in message.buttons for button in row]
        return (
            edited == self.edited
            and all(bare(word) in text for word in self.words)
            and _ticked(message) == self.ticked
            and (not self.button or self.button in data)
            and message.reply_to == self.reply_to
        )


def bare(text: str) -> str:
    """The text without the invisible marks that set out its direction."""
    return _INVISIBLE.sub("", text)


def _ticked(message: Message) -> frozenset[str] | None:
    buttons = [one for row in message.buttons for one in row if (one.data or "").startswith(_TOPIC)]
    if not buttons:
        return None
    chosen = [one for one in buttons if one.text.startswith(_TICK)]
    return frozenset((one.data or "").removeprefix(_TOPIC) for one in chosen)


@dataclass(slots=True)
class _Chat:
    expected: list[Told] = field(default_factory=list)
    heard: int = 0
    last: Seen | None = None
    life: int = 0
    """In which life of the bot the last one came."""


class Referee:
    """Hears every word of the bot as it is said, and knows when the bot was killed."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._happenings = world.happenings
        self._past = world.happenings.last
        self._chats: dict[int, _Chat] = {}
        self._life = 0
        self._in_flight: list[set[int]] = []
        self._pulse = Pulse()
        self.replies = 0
        self.repeated = 0
        """How many messages came a second time."""
        self.in_flight = 0
        """How many sends the bot had under way when it was killed, over all kills."""

    @property
    def kills(self) -> int:
        """How often the bot was killed so far."""
        return self._life

    def expects(self, chat: int, *answers: Told) -> None:
        """Somebody has just written or tapped something that is answered so."""
        self._chat(chat).expected += answers

    def last_expected(self, chat: int) -> Told | None:
        """What will be answered last, as far as is known."""
        return next(reversed(self._chat(chat).expected), None)

    async def answered(self, chat: int | None = None) -> None:
        """Return once all is answered, in a chat or in all of them."""
        chats = self._chats.values() if chat is None else [self._chat(chat)]
        while any(one.heard < len(one.expected) for one in chats):
            await self._pulse.wait()

    async def has_replied(self, replies: int) -> None:
        """Return once so many answers have come in all, repetitions not counted."""
        while self.replies < replies:
            await self._pulse.wait()

    async def listen(self) -> None:
        """Until cancelled. Raises WrongError as soon as something is wrong."""
        silent = 0  # counted second by second: a machine that slept for a minute lost nothing
        while True:
            self.catch_up()
            try:
                async with asyncio.timeout(1):
                    await self._happenings.pulse.wait()
                silent = 0
            except TimeoutError:
                silent += 1
            if silent >= PATIENCE:
                self._miss()

    def catch_up(self) -> None:
        """Judge what has come since the last time. Raises WrongError."""
        for happened in self._happenings.after(self._past):
            self._past = happened.n
            message = happened.message
            if message is not None and message.sender == self._world.bot_id:
                self._hear(message, edited=happened.kind == "edited")
        self._pulse.beat()

    def killed(self, under_way: set[int], in_flight: set[int]) -> None:
        """The bot is dead and all that it sent has come.

        `under_way` are the chats whose send Telegram had not answered at that instant, `in_flight`
        those that had one by the bot's own database: leased, and its outcome not recorded.
        """
        self.catch_up()
        if secret := under_way - in_flight:
            raise WrongError(f"sent without a lease, or recorded too early: chats {sorted(secret)}")
        self._in_flight.append(set(in_flight))
        self.in_flight += len(in_flight)
        self._life += 1

    def _hear(self, message: Message, *, edited: bool) -> None:
        chat = self._chat(message.chat)
        seen = _seen(message, edited=edited)
        if chat.last == seen and chat.life < self._life:
            self._repeat(message.chat, chat)
        else:
            self._advance(message, chat, edited=edited)
        chat.last, chat.life = seen, self._life

    def _advance(self, message: Message, chat: _Chat, *, edited: bool) -> None:
        where = f"chat {message.chat}, answer {chat.heard}, life {self._life}"
        came = f"{'an edit' if edited else 'a message'}: {bare(message.text)!r} {message.labels}"
        if chat.heard == len(chat.expected):
            raise WrongError(f"{where}: nothing was to come, and there came {came}")
        told = chat.expected[chat.heard]
        if not told.fits(message, edited=edited):
            raise WrongError(f"{where}: {told} was to come, and there came {came}")
        chat.heard += 1
        self.replies += 1

    def _repeat(self, number: int, chat: _Chat) -> None:
        """A message for the second time: one of the kills since the first must explain it."""
        for in_flight in self._in_flight[chat.life : self._life]:
            if number in in_flight:
                in_flight.remove(number)
                self.repeated += 1
                return
        raise WrongError(f"chat {number}: repeated, and it was not in flight at a kill")

    def _miss(self) -> None:
        """Nothing new has come for long."""
        missing = {
            number: chat.expected[chat.heard]
            for number, chat in self._chats.items()
            if chat.heard < len(chat.expected)
        }
        if missing:
            raise WrongError(f"lost, or never sent, in life {self._life}: {missing}")

    def _chat(self, number: int) -> _Chat:
        return self._chats.setdefault(number, _Chat())


def _seen(message: Message, *, edited: bool) -> Seen:
    """What tells a message from others as people see it; one that is edited also by its number."""
    return (message.id if edited else None, message.text, str(message.markup), message.reply_to)
