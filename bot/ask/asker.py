"""A question in anyone's words to the items that answer it, or to an honest nothing."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from bot.ask.answering import MOST, first_only, in_series, latest, listed, offered
from bot.ask.explaining import explained
from bot.ask.filtering import in_order
from bot.ask.index import build_index, is_concept, part_name
from bot.ask.mending import Mender
from bot.ask.phrases import PhraseTable, by_word
from bot.ask.risk import RiskSigns, tells_of_risk
from bot.ask.scoring import Scored, scored
from bot.ask.suggesting import suggestions
from bot.ask.tokens import tokens
from bot.ask.understanding import KINDS, PARTS, Asked, Understanding
from bot.domain.answer import Answer
from bot.domain.catalogue import Catalogue
from bot.domain.items import Item, Lang
from bot.domain.vocabulary import AskWords

CLOSE = 0.8
"""What share of the best item's score another needs to be shown beside it."""
FEW = 3
"""How many are shown of a question that asks for one."""
HALF = 0.5
ALIKE = 0.97
"""What share of the best score and coverage an item needs to stand in a list."""


class Asker:
    """Answers questions from one catalogue; made anew when the content or the words change.

    It keeps nothing of what it is asked.
    """

    def __init__(self, catalogue: Catalogue, words: AskWords) -> None:
        terms = [(term, name) for name, held in catalogue.glossary.items() for term in held]
        glossary = PhraseTable([*terms, *_parts(words)], lambda one: one.stem)
        kinds = {
            one[0].word: KINDS[name.removeprefix("kind.")]
            for phrases in words.values()
            for name, held in phrases.items()
            if name.removeprefix("kind.") in KINDS
            for phrase in held
            if len(one := tokens(phrase)) == 1
        }
        self.index = build_index(catalogue, glossary, kinds)
        phrases = PhraseTable(_pairs(words, "kind state ask ordinal language month time"), by_word)
        self.phrases = phrases
        self._risk = RiskSigns(_pairs(words, "risk"))
        fillers = frozenset(
            found[0].stem
            for held in words.values()
            for phrase in held["ask.filler"]
            if len(found := tokens(phrase)) == 1
        )
        said = phrases.words() | self._risk.words()
        said |= {one.word for term, _ in terms for one in tokens(term)}
        forms = {
            found[0].stem: found[0].word
            for phrase, meaning in _pairs(words, "kind ask")
            if meaning != "ask.elsewhere" and len(found := tokens(phrase)) == 1
        }
        self.mend = Mender(said, self.index.forms, forms, fillers | self.index.postings.keys())
        self.understand = Understanding(phrases, fillers, glossary, self.index)

    def __call__(self, question: str, _: Lang, now: datetime) -> Answer:
        """The items that answer a question at `now`, an aware instant."""
        now = now.astimezone(UTC)
        found, corrected = self.mend(question)
        if tells_of_risk(self._risk(found)):
            return Answer("safeguarding")
        asked = self.understand(found, corrected, now.date())
        if is_talk(asked):
            return Answer("help")
        items = self._found(asked, now)
        if items:
            return Answer("answer", tuple(item.id for item in items[:MOST]))
        return Answer(
            "nothing",
            suggestions=suggestions(asked, self.index, now),
            on_topic=is_on_topic(asked),
        )

    def explain(self, question: str, lang: Lang, now: datetime) -> Iterator[str]:
        """Lines that tell how a question is understood and what speaks for which item."""
        found, corrected = self.mend(question)
        now = now.astimezone(UTC)
        asked = self.understand(found, corrected, now.date())
        ranked = scored(asked, self.index, now) if asked.names_subject else []
        risk = self._risk(found)
        return explained(self(question, lang, now), asked, risk, ranked, self.index)

    def _found(self, asked: Asked, now: datetime) -> list[Item]:
        if asked.names_subject:
            return self._about(asked, scored(asked, self.index, now), now)
        if found := offered(asked, self.index):
            return found[:FEW]
        found = listed(asked, self.index, now)
        if asked.parts:
            return in_series(found, asked) or first_only(found[::-1])
        return self._picked(found, asked, now)

    def _about(self, asked: Asked, found: Sequence[Scored], now: datetime) -> list[Item]:
        if not found:
            return []
        best = found[0]
        if wants_list(asked):
            alike = [
                self.index.items[one.number]
                for one in found
                if one.covered >= ALIKE * best.covered and one.score >= HALF * best.score
            ]
            ordered = asked.has("state.next", "state.upcoming", "state.past")
            return self._picked(in_order(alike, now) if ordered else alike, asked, now)
        close = [one for one in found[:FEW] if one.score >= CLOSE * best.score]
        return [self.index.items[one.number] for one in close]

    @staticmethod
    def _picked(items: list[Item], asked: Asked, now: datetime) -> list[Item]:
        """The one of a list that "next" or "the last" means; all of it where neither is said."""
        if asked.has("state.latest"):
            return latest(items, now)
        if asked.has("state.next") and asked.kinds and not asked.many:
            return first_only(items)
        return items


def _pairs(words: AskWords, sections: str) -> Iterator[tuple[str, str]]:
    """The phrases of some sections with their meanings, of all languages."""
    wanted = sections.split()
    for phrases in words.values():
        for meaning, held in phrases.items():
            if meaning.partition(".")[0] in wanted:
                yield from ((phrase, meaning) for phrase in held)


def _parts(words: AskWords) -> Iterator[tuple[str, str]]:
    """The words for a part of a series, which count like terms of the glossary."""
    for name, number in PARTS.items():
        yield str(number), part_name(number)
        for phrases in words.values():
            yield from ((phrase, part_name(number)) for phrase in phrases[f"ordinal.{name}"])


def is_talk(asked: Asked) -> bool:
    """Whether a message asks nothing of the catalogue: a greeting, thanks, "what can you do"."""
    if asked.names_subject or asked.kinds or asked.time or asked.languages:
        return False
    return not any(
        sign.startswith(("state.", "kind.")) or sign == "ask.take_part" for sign in asked.signs
    )


def is_on_topic(asked: Asked) -> bool:
    """Whether a question names a kind of item, a language or a concept of the glossary."""
    named = any(sign.startswith("kind.") for sign in asked.signs)
    return named or bool(asked.languages) or any(is_concept(one.forms) for one in asked.terms)


def wants_list(asked: Asked) -> bool:
    """Whether the question is for all that fit rather than for the one that is meant."""
    return asked.many or asked.has(
        "ask.list", "state.next", "state.upcoming", "state.latest", "state.past"
    )
