"""What is left of a question that had no answer, once all that could tell of a person is gone.

No tool finds a bare name. So it is the other way round: only words that the catalogue, the glossary
or the phrases of questions know stay, and of those not the names of people; all else becomes "…".
What is left may still tell something: it is shown only where several people asked alike.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from bot.ask.asked import Asked
from bot.ask.lexicon import concept
from bot.ask.naming import PART_NAMES
from bot.ask.stem import is_arabic
from bot.ask.tokens import Token, tokens
from bot.ask.vocabulary import Vocabulary
from bot.domain.catalogue import Catalogue
from bot.domain.folding import words
from bot.domain.gaps import Gap
from bot.domain.items import Lang
from bot.domain.last_answer import Conditions
from bot.domain.vocabulary import AskWords

_DETAIL = re.compile(r"\S*(?:@|://|www\.)\S*|\b[\w-]+(?:\.[\w-]+)+\S*")
"""Addresses, links and @names, whatever words they are made of."""
_LEFT_OUT = "…"
_LONGEST = 12
"""Words of a wording."""
_SAYS_NOTHING = frozenset({"ask.filler", "ask.list", "ask.talk"})
_TIMES = ("time.", "month.")
_ARABIC = "ar"


def without_details(question: str) -> str:
    """The question with a number in place of what names a person or a place to reach them."""
    return _DETAIL.sub(" 0 ", question)


class Scrubber:
    """Takes the details out of questions; made once for a catalogue and its words."""

    def __init__(self, catalogue: Catalogue, words_of: AskWords, known: Vocabulary) -> None:
        """`known` are the words of that catalogue and of `words_of`; signs of risk are not kept."""
        self._phrases = known.phrases
        self._known = (known.index.forms - _names(catalogue)) | known.phrases.words()
        self._stems = known.glossary.words()
        self._words = words_of

    def __call__(self, found: Sequence[Token], asked: Asked, wanted: Conditions, lang: Lang) -> Gap:
        """The gap of a question by its mended tokens, what it asked, and the member's language."""
        concepts = [one for term in asked.terms for one in _concepts(term.forms)[:1]]
        return Gap(
            self._language(found, lang),
            (
                *sorted({f"concept/{one.removeprefix(concept(''))}" for one in concepts}),
                *([] if concepts else sorted(f"kind/{one}" for one in wanted.kinds)),
                *sorted(f"in/{one}" for one in wanted.languages),
            ),
            self.wording(found),
        )

    def wording(self, found: Sequence[Token]) -> str:
        """The telling words that are known, "…" for the others; a time is left out."""
        silent = {
            at
            for match in self._phrases.longest(found)
            if all(one in _SAYS_NOTHING or one.startswith(_TIMES) for one in match.meanings)
            for at in range(match.start, match.end)
        }
        kept: list[str] = []
        for at, one in enumerate(found):
            if at in silent or not self._phrases.of([one]).isdisjoint(_SAYS_NOTHING):
                continue
            known = self._knows(one) and one.word.isalpha()
            if known or kept[-1:] != [_LEFT_OUT]:
                kept.append(one.word if known else _LEFT_OUT)
        return " ".join(kept[:_LONGEST]) if set(kept) - {_LEFT_OUT} else ""

    def _knows(self, one: Token) -> bool:
        return one.word in self._known or one.stem in self._stems

    @cached_property
    def _vocabularies(self) -> Mapping[Lang, frozenset[str]]:
        """The words of the phrases of each language; seldom asked for."""
        return {
            lang: frozenset(
                one for held in phrases.values() for text in held for one in words(text)
            )
            for lang, phrases in self._words.items()
        }

    def _language(self, found: Sequence[Token], lang: Lang) -> Lang:
        """Of the two scripts the one that is written; then the member's, else the likeliest."""
        arabic = 2 * sum(is_arabic(one.text) for one in found) > len(found)
        if arabic and _ARABIC in self._words:
            return _ARABIC
        if lang != _ARABIC or not found:
            return lang
        likely = {
            name: sum(one.text in known for one in found)
            for name, known in self._vocabularies.items()
            if name != _ARABIC
        }
        return max(likely, key=lambda name: likely[name]) if likely else lang


def _concepts(forms: Sequence[str]) -> list[str]:
    parts = {concept(name) for name in PART_NAMES}
    return [form for form in forms if form.startswith(concept("")) and form not in parts]


def _names(catalogue: Catalogue) -> set[str]:
    """The words of people's names, in every spelling."""
    return {
        one.word
        for item in catalogue
        for person in item.people
        for name in (person.name, *person.spellings)
        for one in tokens(name)
    }
