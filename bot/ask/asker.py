"""A question in anyone's words to the items that answer it, or to an honest nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.ask.answering import MOST, found_for, is_talk
from bot.ask.asked import Asked
from bot.ask.explaining import explained
from bot.ask.index import is_concept
from bot.ask.naming import Role
from bot.ask.reading import Reader
from bot.ask.risk import may_tell, tells_of_risk
from bot.ask.scoring import Scored, scored
from bot.ask.suggesting import suggestions
from bot.ask.vocabulary import Vocabulary
from bot.domain.answer import Answer
from bot.domain.catalogue import Catalogue
from bot.domain.items import Lang
from bot.domain.vocabulary import AskWords

SURE = 1.7
"""The score that tells that an item is meant by what may also tell of a child."""
FAR = 2.0
"""How much better an item of another time must fit for the time to be an aside."""


class Asker:
    """Answers questions from one catalogue; made anew when the content or the words change.

    It keeps nothing of what it is asked.
    """

    def __init__(self, catalogue: Catalogue, words: AskWords) -> None:
        self.known = known = Vocabulary(catalogue, words)
        self.index, self.phrases = known.index, known.phrases
        self.mend, self.understand = known.mend, known.understand
        self._risk = known.risk
        self._read = Reader(known.mend, known.understand)

    def __call__(self, question: str, _: Lang, now: datetime) -> Answer:
        """The items that answer a question at `now`, an aware instant."""
        return self.reply(question, now.astimezone(UTC)).answer

    def explain(self, question: str, _: Lang, now: datetime) -> Iterator[str]:
        """Lines that tell how a question is understood and what speaks for which item."""
        reply = self.reply(question, now.astimezone(UTC))
        return explained(reply.answer, reply.asked, reply.risk, reply.ranked, self.index)

    def reply(self, question: str, now: datetime) -> "Reply":
        """The answer to the first reading that has one, else to the likeliest; `now` in UTC."""
        parts = self._read.parts(question)
        risk = self._risk([token for part in parts for token in part.tokens])
        first: Reply | None = None
        for asked in self._read.readings(parts, now.date()):
            reply = self._answered(asked, risk, now)
            first = first or reply
            if reply.answer.answers:
                first = reply
            if reply.answer.intent != "nothing" or _is_foreign(asked):
                break
        if first is None:
            raise RuntimeError("every message has a reading")
        at_risk = tells_of_risk(risk) or (may_tell(risk) and not first.is_meant)
        return replace(first, answer=Answer("safeguarding")) if at_risk else first

    def _answered(self, asked: Asked, risk: frozenset[str], now: datetime) -> "Reply":
        ranked = self._ranked(asked, now)
        if items := found_for(asked, ranked, self.index, now):
            answer = Answer("answer", tuple(item.id for item in items[:MOST]))
        elif is_talk(asked):
            answer = Answer("help")
        else:
            answer = Answer(
                "nothing",
                suggestions=suggestions(asked, self.index, now),
                on_topic=is_on_topic(asked),
            )
        return Reply(answer, asked, ranked, risk)

    def _ranked(self, asked: Asked, now: datetime) -> list[Scored]:
        """The items about what is asked; the time is an aside where another one fits far better.

        "You promised a webinar on mapping last year" names when it was promised.
        """
        ranked = scored(asked, self.index, now)
        if asked.ahead and asked.many and self._is_of_others(ranked, asked, now):
            return []
        if asked.time is None or asked.many or not asked.names_subject:
            return ranked
        if not ranked and asked.names_kind:
            return []
        at_any_time = scored(replace(asked, time=None), self.index, now)
        if not ranked:
            return at_any_time
        return at_any_time if at_any_time[0].score > FAR * ranked[0].score else ranked

    def _is_of_others(self, ranked: Sequence[Scored], asked: Asked, now: datetime) -> bool:
        """Whether a series is asked about, and what is still to come is not of it."""
        if not ranked or not asked.names_subject:
            return False
        items = self.index.items
        at_any_time = scored(replace(asked.without_ahead, time=None), self.index, now)
        series = items[at_any_time[0].number].series if at_any_time else None
        return series is not None and not any(
            (other := items[one.number].series) and other[0] == series[0] for one in ranked
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with what led to it."""

    answer: Answer
    asked: Asked
    ranked: Sequence[Scored]
    risk: frozenset[str]

    @property
    def is_meant(self) -> bool:
        """Whether it answers what was asked, rather than a word that happens to be known."""
        sure = bool(self.ranked) and self.ranked[0].score > SURE
        named = self.answer.intent == "answer" and (sure or bool(self.asked.kinds))
        return named or self.answer.intent == "help"


def is_on_topic(asked: Asked) -> bool:
    """Whether a question names a kind of item, a language or a concept of the glossary."""
    return (
        asked.names_kind
        or bool(asked.languages)
        or any(is_concept(one.forms) for one in asked.terms)
    )


def _is_foreign(asked: Asked) -> bool:
    """Whether a question is plainly about what no item is about."""
    return any(term.role is Role.FOREIGN and term.focus for term in asked.terms)
