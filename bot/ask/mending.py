"""The words of a question as the catalogue and the phrases know them, slips mended."""

from collections.abc import Container, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.ask.corrections import Corrections
from bot.ask.stem import stem, without_letter
from bot.ask.tokens import Token, tokens


class Mender:
    """Knows every word that can mean something; made once for a catalogue and its words."""

    def __init__(
        self,
        said: AbstractSet[str],
        held: AbstractSet[str],
        forms: Mapping[str, str],
        stems: Container[str],
    ) -> None:
        """`said` are the words that stand in phrases, `held` those that items hold.

        `forms` are words by their stem for which another form may stand, `stems` what is known.
        """
        self._said = said
        self._forms = forms
        self._held = held
        self._corrections = Corrections(said | held)
        self._stems = stems

    def __call__(self, question: str) -> tuple[list[Token], dict[str, str]]:
        """The tokens of a question, and which of its words were taken for which others."""
        mended, corrected = [], {}
        for one in tokens(question):
            known = self._known(one)
            if known is None and (meant := self._corrections.nearest(one.word)):
                corrected[one.text] = meant
                known = replace(one, text=meant, word=meant, stem=stem(meant))
            mended.append(known or one)
        return mended, corrected

    def _known(self, one: Token) -> Token | None:
        """The token itself, or an Arabic one without the letter before it, if it is known."""
        other_form = self._forms.get(one.stem)
        if other_form and len(one.word) > 3 and not self._is_known(one.word):
            return replace(one, word=other_form)
        shorter = without_letter(one.word)
        if shorter in self._said and one.word not in self._said and shorter:
            return replace(one, word=shorter, stem=stem(shorter))
        if one.word in self._corrections:
            return one
        if one.text in self._corrections:
            return replace(one, word=one.text)
        if shorter and shorter in self._corrections:
            return replace(one, word=shorter, stem=stem(shorter))
        if one.stem in self._stems:
            return one
        if shorter and stem(shorter) in self._stems:
            return replace(one, word=shorter, stem=stem(shorter))
        return None

    def _is_known(self, word: str) -> bool:
        return word in self._said or word in self._held
