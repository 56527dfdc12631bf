"""What people do, and what must come of it: each keeps in mind what the bot must know of them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import count
from random import Random

from bot.domain.people import Member
from bot.i18n.names import language_name, zone_name
from bot.i18n.texts import Texts
from bot.sandbox.actor import Actor
from bot.sandbox.messages import Message
from tests.soak.referee import Referee, Told
from tests.soak.world import CIRCLE, LANGUAGES, NAME, TALKS, TOPICS

HASTE = 0.6
"""How often somebody goes on without waiting for the answer."""

PAUSE = 0.03
"""Seconds between two things that somebody does, at the most."""

PLACES = {"Nairobi": "Africa/Nairobi", "Dakar": "Africa/Dakar", "Bogota": "America/Bogota"}
PAGE = 6
"""Entries on a page of a list."""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """What everybody needs.

    By webhook, Telegram keeps the order among texts and among taps, but not between a text and a
    tap: with `by_turns` nobody changes from one to the other before all is answered.
    """

    referee: Referee
    texts: Texts
    username: str
    by_turns: bool


@dataclass(kw_only=True)
class Someone:
    """A person in their private chat, and what the bot must know of them after all they did."""

    actor: Actor
    stage: Stage
    random: Random
    done: int = 0
    """How many updates they have caused."""
    language: str | None = None
    zone: str | None = None
    interests: set[str] = field(default_factory=set)
    consented: bool = False
    asked: bool = False
    """Whether the bot's question for the time zone is open."""
    _board: Message | None = None
    """The message with the choice of interests."""
    _tapped: bool = False
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    async def live(self, updates: int) -> None:
        """Do things until they have caused so many updates, and read all the answers."""
        deeds: list[Callable[[], Awaitable[None]]] = [
            *[self._toggles] * 4,
            *[self._says_a_number] * 3,
            *[self._asks] * 3,
            self._turns_a_list,
            self._changes_language,
            self._changes_zone,
            self._changes_zone,
            self._erases,
        ]
        while self.done < updates:
            await self.random.choice(deeds)()
            if self.random.random() > HASTE:
                await self._reads()
        await self._reads()

    async def parts(self) -> None:
        """A last word: once it is answered, all that was said before is written down as sent."""
        await self._says_a_number()

    def is_kept_as(self, member: Member) -> bool:
        """Whether the bot knows of them what it must."""
        return (
            member.language == self.language
            and member.zone == self.zone
            and member.interests == frozenset(self.interests)
            and (member.consented_at is not None) == self.consented
        )

    @property
    def _spoken(self) -> str:
        return self.language or self.actor.person.language

    async def _says_a_number(self) -> None:
        """A command that nobody knows: the answer names it."""
        text = f"/n{next(self._numbers):05}"
        await self._says(text, Told(words=(text,)))

    async def _asks(self) -> None:
        """A question in one's own words; where the bot has asked for a place, the name of one."""
        if self.asked:
            await self._names_a_place()
            return
        title = self.random.choice(list(TALKS.values()))[self._spoken]
        await self._says(title, Told(words=(title,)), command=False)

    async def _turns_a_list(self) -> None:
        """Ask for the list, turn its page in place, and open a card."""
        slugs, titles = list(TALKS), [titles[self._spoken] for titles in TALKS.values()]
        turn = "1~w~recorded~~~1"
        said = await self._says("/webinars", Told(words=tuple(titles[:PAGE]), button=turn))
        listed = await self._shown(turn, said)
        last = f"1~i~webinar/{slugs[-1]}"
        await self._taps(listed, turn, Told(words=(titles[-1],), edited=True, button=last))
        await self._taps(listed, last, Told(words=(titles[-1],)))

    async def _toggles(self) -> None:
        """Take up a topic or drop it, in place: done twice or not at all, it would show."""
        if self._board is None:
            await self._agrees()
            return
        topic = self.random.choice(list(TOPICS))
        self.interests ^= {topic}
        await self._taps(self._board, f"1~nt~{topic}", self._choice(edited=True))

    async def _agrees(self) -> None:
        """Go through the hello; the choice of interests comes of itself."""
        agree = "1~a~1"
        said = await self._says("/start", self._welcome())
        welcome = await self._shown(agree, said)
        self.consented = True
        given = Told(words=(self._words("consent-given"),), edited=True)
        marked = await self._taps(welcome, agree, given, self._choice(edited=False))
        self._board = await self._shown("1~nt~", marked)

    async def _changes_language(self) -> None:
        choose = Told(words=(self._words("choose-language"),))
        said = await self._says("/language", choose)
        new = next(one for one in LANGUAGES if one != self._spoken)
        data = f"1~lc~{new}"
        choice = await self._shown(data, said)
        self.language = new
        chosen = Told(words=(language_name(new, new),), edited=True)
        await self._taps(choice, data, *([chosen] if self.consented else [chosen, self._welcome()]))

    async def _changes_zone(self) -> None:
        """Ask to be asked, then answer, answer wrongly, leave it, or leave it open."""
        settings = await self._opens_settings()
        if not self.consented:
            await self._taps(settings, "1~z", Told(words=(self._words("consent-needed"),)))
            return
        self.asked = True
        await self._taps(settings, "1~z", Told(words=(self._words("choose-zone"),)))
        if self.random.random() < 0.3:
            unknown = Told(words=(self._words("zone-unknown"),))
            await self._says(f"qwrtz{next(self._numbers):05}", unknown, command=False)
        match self.random.randrange(4):
            case 0:
                await self._leaves()
            case 1:
                pass
            case _:
                await self._names_a_place()

    async def _names_a_place(self) -> None:
        place = self.random.choice(list(PLACES))
        self.zone, self.asked = PLACES[place], False
        name = zone_name(self.zone, self._spoken)
        await self._says(place, Told(words=(name,)), command=False)

    async def _leaves(self) -> None:
        key = "cancelled" if self.asked else "nothing-to-cancel"
        await self._says("/cancel", Told(words=(self._words(key),)))

    async def _erases(self) -> None:
        """Have everything forgotten: the bot then speaks Telegram's language again."""
        if not self.consented:
            await self._agrees()
            return
        settings = await self._opens_settings()
        sure, erase = "1~e~1", "1~e~0"
        question = Told(words=(self._words("erase-sure"),), button=sure)
        marked = await self._taps(settings, erase, question)
        asked = await self._shown(sure, marked)
        self.language = self.zone = self._board = None
        self.interests, self.consented, self.asked = set(), False, False
        await self._taps(asked, sure, Told(words=(self._words("erased"),), edited=True))

    async def _opens_settings(self) -> Message:
        lang = self._spoken
        zone = zone_name(self.zone, lang) if self.zone else self._words("settings-no-zone")
        chosen = [labels[lang] for topic, labels in TOPICS.items() if topic in self.interests]
        interests = chosen or [self._words("settings-no-interests")]
        words = (language_name(lang, lang), zone, *interests)
        said = await self._says("/settings", Told(words=words, button="1~z"))
        return await self._shown("1~z", said)

    def _choice(self, *, edited: bool) -> Told:
        return Told(words=(), edited=edited, ticked=frozenset(self.interests))

    def _welcome(self) -> Told:
        """The hello, or the menu where they have agreed already."""
        button = "1~s" if self.consented else "1~a~1"
        return Told(words=(NAME[self._spoken],), button=button)

    def _words(self, key: str) -> str:
        return self.stage.texts.plain(self._spoken, key)

    async def _says(self, text: str, *answers: Told, command: bool = True) -> int:
        """Write; a command leaves an open question. Returns the number of what was written."""
        if command:
            self.asked = False
        await self._turn(answers[0], tapping=False)
        said = await self.actor.say(text)
        self._did(answers)
        return said.id

    async def _taps(self, message: Message, data: str, *answers: Told) -> int:
        """Press a button; returns the number of the newest message at that time."""
        await self._turn(answers[0], tapping=True)
        newest = self.actor.history()[-1].id
        await self.actor.press(message, data)
        self._did(answers)
        return newest

    def _did(self, answers: tuple[Told, ...]) -> None:
        self.done += 1
        self.stage.referee.expects(self.actor.id, *answers)

    async def _turn(self, next_answer: Told, *, tapping: bool) -> None:
        """Before something is done: no answer may look like the one before it."""
        await asyncio.sleep(self.random.uniform(0, PAUSE))
        if self.stage.referee.last_expected(self.actor.id) == next_answer:
            await self._says_a_number()
        if self.stage.by_turns and tapping != self._tapped:
            await self._reads()
        self._tapped = tapping

    async def _shown(self, data: str, after: int) -> Message:
        """The newest message with such a button, once there is one after the message `after`."""

        def look() -> Message | None:
            for message in reversed(self.actor.history()):
                if message.id <= after:
                    return None
                if any((one.data or "").startswith(data) for row in message.buttons for one in row):
                    return message
            return None

        return await self.actor.world.happenings.pulse.until(look, 600)

    async def _reads(self) -> None:
        await self.stage.referee.answered(self.actor.id)


@dataclass(kw_only=True)
class Visitors:
    """Several people in one group, who ask the bot by its name; they share its lane."""

    actors: list[Actor]
    stage: Stage
    random: Random
    done: int = 0

    async def live(self, updates: int) -> None:
        """Ask until they have caused so many updates, and read all the answers."""
        while self.done < updates:
            await asyncio.sleep(self.random.uniform(0, PAUSE))
            await self._asks()
            if self.random.random() > HASTE:
                await self.stage.referee.answered(CIRCLE)
        await self.stage.referee.answered(CIRCLE)

    async def parts(self) -> None:
        """A last question."""
        await self._asks()

    async def _asks(self) -> None:
        actor = self.random.choice(self.actors)
        title = self.random.choice(list(TALKS.values()))[actor.person.language]
        said = await actor.say(f"@{self.stage.username} {title}", chat=CIRCLE)
        self.stage.referee.expects(CIRCLE, Told(words=(title,), reply_to=said.id))
        self.done += 1
