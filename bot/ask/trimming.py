"""What is said and does not count: what is denied, somebody's own, or only told."""

from collections.abc import Sequence
from datetime import date

from bot.ask.phrases import Match
from bot.ask.ranges import Range
from bot.ask.signs import AHEAD, FILLER, MANY, NEAR, is_kind, named, says
from bot.ask.tokens import Token

_DENIED = 4
"""How many words at the end of a question may be denied."""
_ACCESS = frozenset({"state.public", "state.invited"})


def affirmed(
    found: Sequence[Token], matches: list[Match], concepts: Sequence[Match]
) -> tuple[Sequence[Token], list[Match]]:
    """Without what is denied at the end: "the package, not the webinar"."""
    for at, match in enumerate(matches):
        if "ask.denied" not in match.meanings or len(found) - match.end > _DENIED:
            continue
        near = range(match.end, match.end + NEAR)
        beside = [one for one in matches[at + 1 :] if one.start in near]
        subject = any(one.end <= match.start for one in concepts)
        other = subject and any(one.start in near for one in concepts)
        dated = any(at in near and one.text.isdecimal() for at, one in enumerate(found))
        framed = dated or any(says(one, "kind", "language", "month", "time") for one in beside)
        kind = any(map(is_kind, matches[:at]))
        if (kind and (framed or other)) or (subject and any(map(is_kind, beside))):
            return found[: match.start], matches[:at]
    return found, matches


def without_own(matches: Sequence[Match]) -> list[Match]:
    """Without the kinds of what is somebody's own: "our refresher module"."""
    own = [match.end for match in matches if "ask.own" in match.meanings]
    return [
        match
        for match in matches
        if not (any(0 <= match.start - end < NEAR for end in own) and is_kind(match))
    ]


def outside(matches: Sequence[Match], concepts: Sequence[Match]) -> list[Match]:
    """Without the states that are said within a concept: "bombs that are left in the ground"."""
    within = {at for one in concepts if len(one) > 1 for at in range(one.start, one.end)}
    return [
        match
        for match in matches
        if within.isdisjoint((match.start, match.end - 1))
        or not all(one.startswith("state.") for one in match.meanings)
    ]


def untold(matches: list[Match]) -> list[Match]:
    """Of a bulletin "that said …" without what it said of kinds and states: it is its subject."""
    kinds = [match for match in matches if is_kind(match)]
    told = [match.end for match in matches if "ask.told" in match.meanings]
    if not (told and kinds and kinds[0].meanings == {"kind.news"}):
        return matches
    return [
        one
        for one in matches
        if one.start < told[0] or one.meanings == FILLER or says(one, "month", "time")
    ]


def settled(
    matches: Sequence[Match], time: Range | None, today: date
) -> tuple[frozenset[str], Range | None]:
    """The signs of the matches and the time, without those that contradict others."""
    signs = frozenset(meaning for match in matches for meaning in match.meanings)
    if "ask.own" in signs:
        time, signs = None, signs - AHEAD
    one = named(signs, "kind.").isdisjoint(MANY)
    if one and _was_to_come(matches):
        signs -= {"state.past", "state.upcoming"}
    if "state.next" in signs:
        signs -= _ACCESS if one else frozenset()
        signs -= {"state.recorded"}  # who missed the last one asks for the next one
    if "state.recorded" in signs:
        signs -= {"state.upcoming"}
    if time and time.last < today and not signs.isdisjoint(AHEAD):
        time = None
    return signs, time


def _was_to_come(matches: Sequence[Match]) -> bool:
    """Whether what is past was still to come: "you said that there would be one"."""
    past = [match.start for match in matches if "state.past" in match.meanings]
    ahead = [match.start for match in matches if "state.upcoming" in match.meanings]
    return bool(past and ahead) and past[0] < ahead[0]
