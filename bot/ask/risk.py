"""Whether a message tells of a child who may be at risk, rather than asking for material.

A message is taken for one when it names a child and what is done to it, and either speaks of one
child, or tells what somebody saw, fears or asks to do. A wish for training, a webinar or a film
makes it a question for material, unless it tells of one child.
"""

from collections.abc import Iterable, Sequence

from bot.ask.phrases import PhraseTable, by_word
from bot.ask.tokens import Token

_INFLECTED = frozenset({"risk.harm", "risk.abuse"})
"""What may stand in any form of its words; the others are phrases of grammar."""


class RiskSigns:
    """Finds the signs of risk by the phrases of ``risk`` in ask.yaml, of all languages."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """`phrases` are pairs of a phrase and its meaning, such as ``risk.child``."""
        pairs = list(phrases)
        self._fixed = PhraseTable((one for one in pairs if one[1] not in _INFLECTED), by_word)
        self._any_form = PhraseTable(
            (one for one in pairs if one[1] in _INFLECTED), lambda one: one.stem
        )
        self._words = PhraseTable(pairs, by_word).words()

    def words(self) -> set[str]:
        """All words that stand in the phrases."""
        return self._words

    def __call__(self, message: Sequence[Token]) -> frozenset[str]:
        """The names of the signs in a message; what lies in a neutral phrase is none."""
        found = [*self._fixed.all(message), *self._any_form.all(message)]
        neutral = {
            at
            for match in found
            if "risk.neutral" in match.meanings
            for at in range(match.start, match.end)
        }
        return frozenset(
            meaning.removeprefix("risk.")
            for match in found
            if not neutral & set(range(match.start, match.end))
            for meaning in match.meanings
        )


def tells_of_risk(signs: frozenset[str]) -> bool:
    """Whether these signs together are a child at risk. In doubt they are."""
    one_child, hurt = "child" in signs, bool(signs & {"harm", "abuse"})
    telling = bool(signs & {"telling", "now", "todo"})
    if "material" in signs:
        return one_child and hurt and bool(signs & {"telling", "now"})
    if "danger" in signs:
        return bool(signs & {"child", "children", "telling", "now", "todo"})
    if one_child:
        return "harm" in signs or ("abuse" in signs and telling)
    if "children" in signs:
        return hurt and telling
    return "abuse" in signs and "report" in signs
