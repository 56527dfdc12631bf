"""Slips of the finger and words written as they sound, mended where no other word is meant."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from bot.ask.stem import is_arabic

_SHORTEST, _SHORTEST_SLIP = 5, 6
"""Letters of a word that may be written as it sounds, and of one with a slip."""
_LONG = 8
"""From this length on two slips are forgiven, else one."""

_LATIN_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph", "f"),
        ("qu|ck|ch(?=[lr])", "k"),
        ("c(?=[eiy])|z|x|sc(?=[ei])|ti(?=on)", "s"),
        ("c(?!h)", "k"),
        ("g(?=[ei])", "j"),
        ("eau|au", "o"),
        ("ll|y", "i"),
        ("v", "b"),
        ("w", "u"),
        ("h", ""),
        (r"(.)\1+", r"\1"),
        ("(?<=...)[est]+$", ""),
    )
)
_ARABIC_SOUNDS = str.maketrans("ظذثصطقجگ", "ضدتستكغك")
_ARABIC_VOWELS = re.compile(r"(?<=.)[اويه]|ت(?=ش)|(.)(?=\1)")


def sound(word: str) -> str:
    """What a folded word has in common with others that sound alike."""
    if is_arabic(word):
        return _ARABIC_VOWELS.sub("", word.translate(_ARABIC_SOUNDS))
    for pattern, same in _LATIN_SOUNDS:
        word = pattern.sub(same, word)
    return word


class Corrections:
    """Knows the words that may be meant; a known word or a short one is never changed."""

    def __init__(self, known: Sequence[str]) -> None:
        """`known` are words without repeats; of two that are as near, the earlier is meant."""
        self.known = frozenset(known)
        self._near: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._alike: dict[str, str] = {}
        """Words by their sound, with a space between them: most have a sound of their own, and
        thousands of lists would take a megabyte."""
        for word in known:
            if len(word) >= _SHORTEST - 1 and word.isalpha():
                self._near[word[0], len(word)].append(word)
                heard = sound(word)
                others = self._alike.get(heard)
                self._alike[heard] = f"{others} {word}" if others else word

    def nearest(self, word: str) -> str | None:
        """The known word that was meant by an unknown one.

        It sounds alike, or begins alike, since slips seldom are in a first letter, and no other is
        as near.
        """
        shortest = _SHORTEST - 1 if is_arabic(word) else _SHORTEST
        if word in self.known or len(word) < shortest or not word.isalpha():
            return None
        most = 2 if len(word) >= _LONG else 1
        alike = self._alike.get(sound(word), "").split()
        near = [(OSA.distance(word, other), other) for other in alike]
        near = [one for one in near if one[0] <= most + 1]
        if not near and len(word) >= _SHORTEST_SLIP:
            near = list(self._slips(word, most))
        best = min(near, default=None, key=lambda one: one[0])
        if best is None or (best[0] > 1 and sum(one[0] == best[0] for one in near) > 1):
            return None
        return best[1]

    def _slips(self, word: str, most: int) -> Iterator[tuple[int, str]]:
        for length in range(len(word) - most, len(word) + most + 1):
            for other in self._near.get((word[0], length), ()):
                distance = OSA.distance(word, other, score_cutoff=most)
                if distance <= most:
                    yield distance, other
