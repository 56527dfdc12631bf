"""Whether a message tells of a child who may be at risk, rather than asking for material.

No single word tells it. Signs are weighed together: a child, what is done to it, who does it, that
somebody saw or was told it, that it is now, that it is asked what to do. A wish for material
speaks against it. In doubt a child is at risk.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from bot.ask.phrases import Match, Phrase, PhraseTable, by_stem, by_word
from bot.ask.tokens import Token

_INFLECTED = frozenset({"risk.harm"})
"""What may stand in any form of its words; the others are phrases of grammar."""
WEIGHTS: Mapping[str, int] = {
    "child": 2,
    "age": 2,
    "children": 1,
    "harm": 2,
    "abuse": 1,
    "danger": 3,
    "self": 3,
    "who": 1,
    "telling": 1,
    "now": 1,
    "todo": 2,
    "report": 3,
    "statement": 1,
    "material": -1,
    "wish": -2,
}
"""How much each sign speaks for a child at risk; ``wish`` is material that is asked for, or whose
subject is told."""
ENOUGH = 4
_TROUBLE = frozenset(["harm", "abuse", "danger", "self", "who", "telling", "todo", "report"])
"""Of which one must be there: that a child has a birthday today is no risk."""
_AROUND = frozenset({"who", "telling"})
"""Of them those that only tell who is near: a child that is fetched from school."""
_CHILD = frozenset({"child", "age"})
_YOUNG = range(18)
_SENTENCE = 5
"""Words of a statement; what is shorter and asks for nothing may be the title of something."""
_NEAR = 2
"""How many words from "about" to what it is about: "on marginalised children"."""
_OPENING, _SHORT = 3, 3
"""Within how many words a short word like "que" asks for something; later it only joins, and how
many letters it has."""
_AHEAD = 5
"""How many words after "do you have" the material is named that is asked for."""


def is_sign(meaning: str) -> bool:
    """Whether phrases of this meaning are signs of risk, or of a wish for material."""
    return meaning.startswith("risk.") or meaning in ("ask.request", "ask.on")


class RiskSigns:
    """Finds the signs of risk by the phrases of ``risk`` in ask.yaml, of all languages."""

    def __init__(self, phrases: Iterable[Phrase], framing: Iterable[Token]) -> None:
        """`phrases` are those that are signs; ``ask.request`` and ``ask.on`` are among them.

        `framing` are words that say a kind, a state or a time: they are no other form of a sign, as
        "mars" is none of "maras".
        """
        pairs = list(phrases)
        self._fixed = PhraseTable((one for one in pairs if one[1] not in _INFLECTED), by_word)
        self._any_form = PhraseTable((one for one in pairs if one[1] in _INFLECTED), by_stem)
        signs = {one.word for found, name in pairs if name in _INFLECTED for one in found}
        self._framing = {one.word for one in framing if self._any_form.of([one])} - signs

    def __call__(self, message: Sequence[Token]) -> frozenset[str]:
        """The names of the signs in a message; what lies in a neutral phrase is none."""
        framing = {at for at, one in enumerate(message) if one.word in self._framing}
        forms = self._any_form.all(message)
        forms = [one for one in forms if len(one) > 1 or one.start not in framing]
        found = [*self._fixed.all(message), *forms]
        neutral = {at for match in _with("neutral", found) for at in range(match.start, match.end)}
        found = [
            one
            for one in found
            if "risk.material" in one.meanings or neutral.isdisjoint(range(one.start, one.end))
        ]
        named = _subjects(found)
        found = [one for one in found if one.start not in named or "risk.harm" not in one.meanings]
        signs = {meaning.removeprefix("risk.") for match in found for meaning in match.meanings}
        if len({match.start for match in _with("harm", found)}) > 1:
            signs.add("harms")
        if any(_is_young(message, match) for match in _with("years", found)):
            signs.add("age")
        material = _with("material", found)
        asked = [match.end for match in found if "ask.request" in match.meanings]
        about = {match.start for match in found if "ask.on" in match.meanings}
        if any(0 <= one.start - at < _AHEAD for one in material for at in asked) or any(
            one.end in about for one in material
        ):
            signs.add("wish")
        if signs.isdisjoint(_CHILD) and self._is_topic(found, about):
            signs.add("wish")
        plainly = any("ask.request" in one.meanings and _asks(message, one) for one in found)
        narrates = "telling" in signs or not plainly
        if not material and narrates and len(message) >= _SENTENCE:
            signs.add("statement")
        return frozenset(signs)

    @staticmethod
    def _is_topic(found: Sequence[Match], about: AbstractSet[int]) -> bool:
        """Whether children or abuse are what something is "about", unless somebody is worried."""
        told = {at for one in _with("telling", found) for at in range(one.start, one.end)}
        subjects = [one for sign in ("children", "abuse", "harm") for one in _with(sign, found)]
        near = about - told
        return any(0 < one.start - at <= _NEAR for one in subjects for at in near)


def _subjects(found: Sequence[Match]) -> set[int]:
    """Where words stand that name abuse and do not tell of it: "sexual abuse of boys" with them."""
    nouns = _with("abuse", found)
    children = {match.start for match in _with("children", found)}
    near = [one for one in nouns if not children.isdisjoint(range(one.end, one.end + _NEAR))]
    return {one.start for one in nouns} | {
        at for one in near for at in range(one.start - _NEAR, one.end + _NEAR)
    }


def _with(sign: str, found: Iterable[Match]) -> list[Match]:
    return [match for match in found if f"risk.{sign}" in match.meanings]


def _asks(message: Sequence[Token], request: Match) -> bool:
    short = len(request) == 1 and len(message[request.start].text) <= _SHORT
    return not short or request.start < _OPENING


def _is_young(message: Sequence[Token], years: Match) -> bool:
    """Whether the number beside "years old" is a child's age."""
    beside = [*message[max(0, years.start - 1) : years.start], *message[years.end : years.end + 1]]
    return any(one.text.isdecimal() and int(one.text) in _YOUNG for one in beside)


def may_tell(signs: frozenset[str]) -> bool:
    """Whether a message states something of a child, or of children and of who is with them.

    That alone is no risk; but who writes it here asks for nothing else. Of an own child people
    also tell that it has a birthday.
    """
    trouble = signs & _TROUBLE
    some = (
        trouble - _AROUND if "own" in signs else signs & _CHILD or ("children" in signs and trouble)
    )
    done = "harm" in signs and signs & {"harms", "who", "telling", "todo"}
    return "statement" in signs and bool(some or done)


def tells_of_risk(signs: frozenset[str]) -> bool:
    """Whether these signs together are a child at risk."""
    someone = signs & {"child", "age", "children", "self", "danger"} or signs >= {"abuse", "report"}
    trouble = signs & _TROUBLE
    if "child" in signs:
        signs -= {"age"}
    elif "age" in signs:
        trouble -= {"who"}  # a boss and a plan of 2 years
    weight = sum(WEIGHTS.get(sign, 0) for sign in signs)
    return bool(someone) and bool(trouble) and weight >= ENOUGH
