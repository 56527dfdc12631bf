"""A message that makes sense only after an answer: "the second one", "when?", "and in French?".

It follows when nothing in it names a subject, and what it says is one of three things: which of
those that were shown, a fact of them, or another condition in place of the last question's. What
is a question by itself ("which webinars are coming up?") follows nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.ask.answering import MOST, first_only
from bot.ask.asked import Asked
from bot.ask.index import Index
from bot.ask.mending import Mender
from bot.ask.phrases import PhraseTable
from bot.ask.signs import says
from bot.ask.stem import AND
from bot.ask.time_phrases import read_time
from bot.ask.tokens import Token, token
from bot.ask.turning import conditions_of, found_by, turned
from bot.ask.understanding import Understanding
from bot.domain.answer import Answer
from bot.domain.folding import words
from bot.domain.items import Opportunity, Webinar, Workshop
from bot.domain.last_answer import LastAnswer

_NUMBERS = {
    name: number
    for number, name in enumerate(
        [
            *("first", "second", "third", "fourth", "fifth"),
            *("sixth", "seventh", "eighth", "ninth", "tenth"),
        ],
        1,
    )
}
_FACTS = frozenset({"when", "where", "who", "language", "length", "take_part", "link"})
_BESIDE = frozenset({"lead", "around"})
_CONDITIONS = ("kind", "state", "language", "month", "time")
"""Arabic writes "and" as the first letter of the next word."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What a message says: `which` of those shown, a `fact`, a condition in `asked`.

    `lead` says that it begins with "and", `bare` that it holds nothing else but words like "the"
    and "is it".
    """

    which: str
    fact: str
    lead: bool
    bare: bool
    asked: Asked


class Following:
    """Reads messages as following an answer; made once for a catalogue and its words."""

    def __init__(
        self,
        follow: PhraseTable,
        phrases: PhraseTable,
        mend: Mender,
        understand: Understanding,
        index: Index,
    ) -> None:
        """`follow` are the phrases of that section, `phrases` those that `understand` knows."""
        self._follow, self._phrases = follow, phrases
        self._mend, self._understand, self._index = mend, understand, index
        self._said = follow.words() | phrases.words()
        self._items = {item.id: item for item in index.items}

    def __call__(self, message: str, last: LastAnswer, now: datetime) -> Answer | None:
        """What it means after the `last` answer, or None where it does not follow it."""
        read = self._read(message, now)
        if read.asked.names_subject or read.asked.has("ask.elsewhere", "ask.about"):
            return None
        condition = read.asked.names_state or read.asked.names_kind
        if (read.which or read.fact) and read.bare and not condition:
            return self._shown(read, last)
        if read.which or read.fact or not condition:
            return None
        asked = read.asked
        if asked.names_kind and (asked.names_state or not read.lead):
            return None
        if not (read.lead or read.bare) or asked.has("ask.take_part"):
            return None
        return self._turn(asked, last, now)

    def _read(self, message: str, now: datetime) -> _Read:
        said = self._split(words(message))
        found = list(map(token, said))
        meanings: dict[int, str] = {}
        for match in self._follow.longest(found):
            meaning = min(match.meanings, key=lambda one: (one in _BESIDE, one == "around", one))
            meanings.update(dict.fromkeys(range(match.start, match.end), meaning))
        numbers = [at for at, one in enumerate(found) if _is_place(one)]
        if len(numbers) == 1 and all(
            at in meanings for at in range(len(found)) if at != numbers[0]
        ):
            meanings[numbers[0]] = list(_NUMBERS)[int(found[numbers[0]].text) - 1]
        names = set(meanings.values())
        used = {at for at, name in meanings.items() if name in _FACTS | _WHICH}
        if meanings.get(0) == "lead":
            used |= {at for at in meanings if all(meanings.get(n) == "lead" for n in range(at + 1))}
        corrected: dict[str, str] = {}
        rest: list[tuple[int, Token]] = []
        for at in range(len(said)):
            if at not in used:
                mended, slips = self._mend(said[at])  # what was written as one may be two words
                rest += [(at, one) for one in mended]
                corrected |= slips
        condition = self._conditions([one for _, one in rest], now)
        telling = [
            one for place, (at, one) in enumerate(rest) if place in condition or at not in meanings
        ]
        which = names & _WHICH
        return _Read(
            which=which.pop() if len(which) == 1 else "",
            fact=next(iter(sorted(names & _FACTS)), ""),
            lead=meanings.get(0) == "lead",
            bare=all(at in meanings or place in condition for place, (at, _) in enumerate(rest)),
            asked=self._understand(telling, corrected, now.date()),
        )

    def _split(self, said: list[str]) -> list[str]:
        """With an Arabic "and" before a word as a word of its own, where the rest is known."""
        parted = []
        for word in said:
            if word.startswith(AND) and word not in self._said:
                rest = word[len(AND) :]
                parted += [AND, rest] if token(rest).word in self._said else [word]
            else:
                parted.append(word)
        return parted

    def _conditions(self, found: Sequence[Token], now: datetime) -> frozenset[int]:
        """Which words say a kind, a state, a language or a time."""
        matches = self._phrases.longest(found)
        return read_time(found, matches, now.date()).used | {
            at
            for match in matches
            if says(match, *_CONDITIONS)
            for at in range(match.start, match.end)
        }

    def _shown(self, read: _Read, last: LastAnswer) -> Answer | None:
        shown = last.shown
        if read.which and len(shown) < 2:
            return None
        if read.which:
            chosen = _chosen(read.which, last)
            if chosen is None:
                return Answer("answer", shown[:MOST], follows=True, fact="number")
        else:
            chosen = last.open or (shown[0] if len(shown) == 1 else None)
        if chosen is not None:
            return Answer("answer", (self._way_in(chosen, read.fact),), follows=True)
        return Answer("answer", shown[:MOST], follows=True, fact=read.fact) if shown else None

    def _way_in(self, item_id: str, fact: str) -> str:
        """Where to take part in an event is told by its opportunity, if there is one."""
        item = self._items.get(item_id)
        if fact != "take_part" or not isinstance(item, Webinar | Workshop):
            return item_id
        if any(link.kind == "register" for link in item.links):
            return item_id
        ways = [one for one in item.related if isinstance(self._items.get(one), Opportunity)]
        return ways[0] if ways else item_id

    def _turn(self, asked: Asked, last: LastAnswer, now: datetime) -> Answer:
        wanted = turned(last.asked, conditions_of(asked))
        items = found_by(wanted, self._index, now)
        found = [item.id for item in items]
        if asked.has("state.next"):
            after = found[found.index(last.open) + 1 :][:1] if last.open in found else None
            found = [item.id for item in first_only(items)] if after is None else after
        intent = "answer" if found else "nothing"
        return Answer(intent, tuple(found[:MOST]), asked=wanted, follows=True)


_WHICH = frozenset({*_NUMBERS, "last", "other"})


def _chosen(which: str, last: LastAnswer) -> str | None:
    """Which of those that were shown is meant, if it was among them."""
    shown = last.shown
    if which == "last":
        return shown[-1]
    if which == "other":
        others = [one for one in shown if one != last.open]
        return others[-1] if len(shown) == 2 else None
    number = _NUMBERS[which]
    return shown[number - 1] if number <= len(shown) else None


def _is_place(one: Token) -> bool:
    return one.text.isdecimal() and len(one.text) < 3 and 1 <= int(one.text) <= len(_NUMBERS)
