"""The words of a question as the catalogue and the phrases know them, slips mended."""

import re
from collections.abc import Collection, Container, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.ask.corrections import Corrections
from bot.ask.stem import behind_and, is_arabic, shorter_forms, stem, without_letter
from bot.ask.tokens import Token, is_acronym, token
from bot.domain.folding import words

_GLUED = re.compile(r"[0-9]+|[^\W\d_]+")
_ELIDING, _VOWELS = frozenset("cdjlmnst"), frozenset("aehiouy")
_PART = 5
"""Letters of each of two words that were written as one."""


class Mender:
    """Knows every word that can mean something; made once for a catalogue and its words."""

    def __init__(
        self,
        said: Collection[str],
        held: AbstractSet[str],
        forms: Mapping[str, str],
        stems: Container[str],
        short: Mapping[str, str],
    ) -> None:
        """`said` are the words of phrases, the most meant first, `held` those that items hold.

        `forms` are words by their stem for which another form may stand, `stems` what is known.
        `short` are words as they are written in haste: "u" for "you".
        """
        ordered = list(dict.fromkeys([*said, *sorted(held)]))
        self._said = frozenset(said)
        self._held = held
        self._forms = forms
        self._corrections = Corrections(ordered)
        self._words = self._corrections.known
        self._seen: dict[str, Token] = {}
        """Words of the catalogue and the phrases as they were read before; no others are kept."""
        self._stems, self._short = stems, short

    def __call__(self, question: str) -> tuple[list[Token], dict[str, str]]:
        """The tokens of a question, and which of its words were taken for which others."""
        mended: list[Token] = []
        corrected: dict[str, str] = {}
        for written in words(question):
            text = self._plain(written)
            if known := self._seen.get(text):
                mended.append(known)
                continue
            one = token(text)
            if known := self._known(one):
                mended.append(known)
                if text in self._words:
                    self._seen[text] = known
            elif parts := self._parts(one.text):
                mended += parts
            elif elided := self._elided(one.text):
                mended += [token(one.text[0]), elided]
            elif meant := self._corrections.nearest(one.word):
                corrected[one.text] = meant
                mended.append(replace(token(meant), guessed=True))
            else:
                mended.append(replace(one, acronym=is_acronym(one, question)))
        return mended, corrected

    def _plain(self, written: str) -> str:
        """The plain word for what is written in its place, also behind an Arabic "and" or "by"."""
        if plain := self._short.get(written):
            return plain
        shorter = None if written in self._words else without_letter(written)
        return self._short.get(shorter, written) if shorter else written

    def _known(self, one: Token) -> Token | None:
        """The token itself, or another form of it that is known."""
        if one.word in self._said:
            return one
        other_form = self._forms.get(one.stem)
        if other_form and len(one.word) > 3 and one.word not in self._held:
            return replace(one, word=other_form)
        shorter = without_letter(one.word) or behind_and(one.word)
        if shorter and shorter in self._said:
            return replace(one, word=shorter, stem=stem(shorter))
        if one.word in self._held:
            return one
        if one.text in self._words:
            return replace(one, word=one.text)
        if shorter and shorter in self._held:
            return replace(one, word=shorter, stem=stem(shorter))
        if one.stem in self._stems:
            return one
        return self._of_arabic(one)

    def _of_arabic(self, one: Token) -> Token | None:
        """An Arabic word without what is written at its front and its end, if that is known."""
        forms = list(shorter_forms(one.text))
        for form in forms:
            if form in self._words:
                return replace(one, word=form, stem=stem(form))
        for form in forms:
            if (short := stem(form)) in self._stems:
                return replace(one, word=form, stem=short)
            if other_form := self._forms.get(short):
                return replace(one, word=other_form)
        return None

    def _elided(self, text: str) -> Token | None:
        """A French word behind an article or a pronoun that was written without its apostrophe."""
        rest = text[1:]
        if text[0] in _ELIDING and len(rest) >= _PART and rest[0] in _VOWELS:
            return self._known(token(rest)) if rest in self._words else None
        return None

    def _parts(self, text: str) -> list[Token]:
        """Two known words that were written as one, or a word and a number."""
        if is_arabic(text):
            return []
        parts = _GLUED.findall(text)
        if len(parts) == 1:
            parts = next(self._halves(text), [])
        found = [self._known(one) or one for one in map(token, parts)]
        return found if len(found) == 2 else []

    def _halves(self, text: str) -> Iterator[list[str]]:
        for at in range(_PART, len(text) - _PART + 1):
            halves = [text[:at], text[at:]]
            if self._words.issuperset(halves):
                yield halves
