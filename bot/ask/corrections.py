"""Slips of the finger, mended where one known word is near and no other word is meant."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from bot.ask.stem import is_arabic

_SHORTEST = 5
_LONG = 8
"""From this length on two slips are forgiven, else one."""


class Corrections:
    """Knows the words that may be meant; a known word or a short one is never changed."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._near: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if len(word) >= _SHORTEST - 1 and word.isalpha():
                self._near[word[0], len(word)].append(word)

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def nearest(self, word: str) -> str | None:
        """The known word that was meant by an unknown one.

        It begins alike, since slips seldom are in a first letter, and no other is as near.
        """
        shortest = _SHORTEST - 1 if is_arabic(word) else _SHORTEST
        if word in self._known or len(word) < shortest or not word.isalpha():
            return None
        most = 2 if len(word) >= _LONG else 1
        best: tuple[int, str] | None = None
        tied = False
        for length in range(len(word) - most, len(word) + most + 1):
            for other in self._near.get((word[0], length), ()):
                limit = best[0] if best else most
                distance = OSA.distance(word, other, score_cutoff=limit)
                if distance > limit:
                    continue
                tied = best is not None and distance == best[0]
                if not tied:
                    best = distance, other
        return best[1] if best and not (tied and best[0] > 1) else None
