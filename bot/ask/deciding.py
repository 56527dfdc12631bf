"""Whether the best item answers a question, or nothing does: a wrong answer is worse than a no."""

import math

from bot.ask.asked import Asked
from bot.ask.index import is_concept
from bot.ask.naming import Role

ANY = 0.03
"""The least score of an answer."""
UNNAMED = 0.85
"""The score that tells that an item is meant by a question that names no subject."""
CLEAR, FRAMED = 0.5, 1.5
"""How much of that the best item needs that stands out, and where all of a kind are asked for, or
those in a state."""
COMMON = 0.3
"""What a concept weighs that nearly all items hold: naming it names no item."""
AHEAD = 1.7
"""How much better than the second the best item must be to stand out."""


def is_enough(best: float, second: float, asked: Asked) -> bool:
    """Whether what speaks for the best item outweighs what the question names besides."""
    plain = not (asked.names_subject or asked.has("ask.about") or best > AHEAD * second)
    return best >= max(needed(asked), UNNAMED if plain else 0.0)


def needed(asked: Asked) -> float:
    """The score that the best item needs at least."""
    if asked.names_subject:
        return max(ANY, doubt(asked))
    lists = asked.has("ask.list")
    framed = asked.names_state or (asked.many and lists)
    kind = asked.kinds or asked.has("kind.events")
    wide = (framed and kind) or (asked.takes_part and lists) or asked.has("ask.talk")
    return UNNAMED * (FRAMED if wide else CLEAR)


def doubt(asked: Asked) -> float:
    """The score that an item needs, by what a question names besides and what no item knows.

    The figures were fitted on questions whose answers are known (docs/asking.md tells how).
    """
    unknown = [term for term in asked.terms if term.role is Role.UNKNOWN]
    foreign = [term for term in asked.terms if term.role is Role.FOREIGN]
    named = any(
        term.role is Role.SUBJECT
        and is_concept(term.forms)
        and (term.weight > COMMON or asked.kinds or asked.languages)
        for term in asked.terms
    )
    return (
        0.6
        - 1.25 * named
        + 0.45 * math.sqrt(sum(not term.focus for term in unknown))
        + 1.65 * sum(term.focus for term in unknown)
        + sum(2.2 + 1.05 * term.focus for term in foreign)
    )
