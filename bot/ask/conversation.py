"""A question as a part of a conversation: it may follow an answer, and be followed itself.

What the asker makes of a question by itself stands; here is what comes before and after it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property

from bot.ask.asked import Asked
from bot.ask.asker import Asker
from bot.ask.following import Following
from bot.ask.gaps import Scrubber, without_details
from bot.ask.phrases import Phrase, PhraseTable, by_word
from bot.ask.tokens import tokens
from bot.ask.turning import conditions_of, on_subject
from bot.domain.answer import Answer
from bot.domain.catalogue import Catalogue
from bot.domain.gaps import Gap
from bot.domain.items import Lang
from bot.domain.last_answer import Conditions, LastAnswer
from bot.domain.vocabulary import AskWords

_FOLLOW = "follow."


class Conversation:
    """`bot.domain.answer.Ask`; made for an asker, and keeps as little as it does."""

    def __init__(self, asker: Asker, catalogue: Catalogue, words: AskWords) -> None:
        self._asker = asker
        follow = PhraseTable(_pairs(words), by_word)
        self._follow = Following(follow, asker.phrases, asker.mend, asker.understand, asker.index)
        self._catalogue, self._words = catalogue, words

    @cached_property
    def _scrub(self) -> Scrubber:
        """Made for the first question that has no answer: a start need not wait for it."""
        return Scrubber(self._catalogue, self._words, self._asker.known)

    def __call__(
        self, question: str, lang: Lang, now: datetime, last: LastAnswer | None = None, /
    ) -> Answer:
        """The items that answer a question at `now`, an aware instant.

        After the `last` answer, if one is given, it may be no question by itself. A message that
        tells of a child at risk is neither a follow-up nor counted.
        """
        now = now.astimezone(UTC)
        reply = self._asker.reply(question, now)
        answer = reply.answer
        if answer.intent == "safeguarding":
            return answer
        if last is not None and (followed := self._follow(question, last, now)):
            answer = followed
        elif answer.intent != "help":
            answer = replace(answer, asked=self._conditions(reply.asked, now))
        if answer.intent != "nothing":
            return answer
        return replace(answer, gap=self._gap(question, now, answer.asked or Conditions(), lang))

    def _conditions(self, asked: Asked, now: datetime) -> Conditions | None:
        """What a later message can follow; None where the question asked for nothing known."""
        about = on_subject(asked, self._asker.index, now)
        wanted = replace(conditions_of(asked), about=about)
        return wanted if about or wanted != Conditions(about=about) else None

    def _gap(self, question: str, now: datetime, wanted: Conditions, lang: Lang) -> Gap:
        """What to count of a question without an answer; understood anew without its details."""
        found, corrected = self._asker.mend(without_details(question))
        asked = self._asker.understand(found, corrected, now.date())
        return self._scrub(found, asked, wanted, lang)


def _pairs(words: AskWords) -> Iterator[Phrase]:
    """The phrases of the section `follow` with the names of their meanings, of all languages."""
    for phrases in words.values():
        for meaning, held in phrases.items():
            if meaning.startswith(_FOLLOW):
                yield from ((tokens(phrase), meaning.removeprefix(_FOLLOW)) for phrase in held)
