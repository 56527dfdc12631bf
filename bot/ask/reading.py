"""A message to what it may ask: whole, or by the one of its sentences that asks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.ask.asked import Asked
from bot.ask.mending import Mender
from bot.ask.sentences import Sentence, clauses, sentences
from bot.ask.tokens import Token
from bot.ask.understanding import Understanding

_ASKING = ("ask.request", "ask.list", "ask.about", "ask.take_part", "ask.suggest")
"""What a sentence says that asks, or wants something."""

_TELLING = 4
"""Words of a clause that tells something; what is shorter may be the subject of what is asked."""


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence with its tokens, and which of its words were taken for which others."""

    sentence: Sentence
    tokens: list[Token]
    corrected: Mapping[str, str]


class Reader:
    """Reads messages; made once for the words and the catalogue."""

    def __init__(self, mend: Mender, understand: Understanding) -> None:
        self._mend, self._understand = mend, understand

    def parts(self, message: str) -> list[Part]:
        """The sentences of a message, slips mended."""
        return [Part(one, *self._mend(one.text)) for one in sentences(message)]

    def readings(self, parts: Sequence[Part], today: date) -> Iterator[Asked]:
        """What a message may ask, the likeliest first; there is at least one.

        Of several sentences often one asks and the others tell why: what they name then is a hint.
        """
        found = [token for part in parts for token in part.tokens]
        corrected = {wrong: right for part in parts for wrong, right in part.corrected.items()}
        whole = self._understand(found, corrected, today)
        split = [text for part in parts for text in clauses(part.sentence.text)]
        said = self._said(split, today) if _may_stand_first(whole) else []
        yield from _first(said, whole)
        if _wants_news(said):
            subject = [token for text in split[:-1] for token in self._mend(text)[0]]
            yield self._understand(subject, corrected, today)
        if len(parts) > 1 and (asking := self._asking(parts, today)):
            asked = self._understand(asking, corrected, today)
            if asked.is_whole or asked.takes_part:
                yield asked.with_hints(whole)
            elif asked.has("ask.talk"):
                yield asked
        yield whole
        if len(split) > len(parts):
            yield from _else(said or self._said(split, today), whole)
        if listed := self._understand.listed(found):
            yield self._understand(listed, corrected, today)

    def _said(self, split: Sequence[str], today: date) -> list[Asked]:
        several = split if len(split) > 1 else []
        return [self._understand(*self._mend(text), today) for text in several]

    def _asking(self, parts: Sequence[Part], today: date) -> list[Token]:
        """The tokens of those sentences that ask most plainly, unless all do as much."""
        plainly = [self._asks(part, today) for part in parts]
        most = max(plainly)
        if min(plainly) == most:
            return list(parts[-1].tokens) if most else []
        return [
            token
            for part, much in zip(parts, plainly, strict=True)
            if much == most
            for token in part.tokens
        ]

    def _asks(self, part: Part, today: date) -> int:
        if part.sentence.asks and not self._understand.is_tagged(part.tokens):
            return 3
        asked = self._understand(part.tokens, {}, today)
        names = bool(asked.kinds) and not asked.has("ask.own")
        return 2 if asked.has("ask.request") else int(names or asked.has(*_ASKING))


def _may_stand_first(whole: Asked) -> bool:
    """Whether a clause may ask more plainly than the whole: most messages are read but once."""
    return whole.many or len(whole.languages) > 1 or whole.has("kind.news")


def _first(said: Sequence[Asked], whole: Asked) -> Iterator[Asked]:
    """Of the clauses those that ask more plainly than the whole does.

    A list beside which the others only tell why; of two languages the one of the clause that names
    a kind: "my team struggles with English, any webinar in Spanish?"
    """
    yield from (one for one in said if one.is_list and _only_tells(said, one))
    yield from (one for one in said if one.kinds and 1 == len(one.languages) < len(whole.languages))


def _else(said: Sequence[Asked], whole: Asked) -> Iterator[Asked]:
    """The clauses that may be asked where the whole has no answer, if they keep what narrows it."""
    for asked in said:
        if whole.names_foreign and not asked.names_subject:
            continue
        aside = all(one is asked or one.is_aside for one in said)
        framed = asked.names_subject or not whole.names_state or aside
        framed = framed or (_only_tells(said, asked) and asked.names_state)
        framed = framed and asked.languages >= whole.languages
        if framed and asked.is_whole and (asked.kinds or asked.has(*_ASKING)):
            yield asked
        elif _points_at(asked, said):
            yield asked.with_hints(whole)


def _points_at(asking: Asked, said: Sequence[Asked]) -> bool:
    """Whether a clause asks for a kind of what the others name: "… , which webinar is it?"."""
    others = (one for one in said if one is not asking)
    return bool(asking.kinds) and not asking.names_subject and not any(one.kinds for one in others)


def _wants_news(said: Sequence[Asked]) -> bool:
    """Whether clauses end with "any news?" of what was named before, which asks for no bulletin."""
    return (
        len(said) > 1
        and said[-1].only_news
        and len(said[-1].words) <= _TELLING
        and any(one.names_subject for one in said[:-1])
    )


def _only_tells(said: Sequence[Asked], asking: Asked) -> bool:
    """Whether the other clauses do not narrow the one that asks, but say why or for whom.

    A short one that is a time is asked for: "webinars in March, April, May".
    """
    return all(
        one is asking
        or (one.narrows_nothing if len(one.words) >= _TELLING else one.is_aside and not one.time)
        for one in said
    )
