"""The words of a question as the catalogue and the phrases know them, slips mended."""

from collections.abc import Container
from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.ask.corrections import Corrections
from bot.ask.stem import stem, without_letter
from bot.ask.tokens import Token, tokens


class Mender:
    """Knows every word that can mean something; made once for a catalogue and its words."""

    def __init__(
        self, said: AbstractSet[str], held: AbstractSet[str], stems: Container[str]
    ) -> None:
        """The words that stand in phrases, those that items hold, and stems that are known."""
        self._said = said
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
