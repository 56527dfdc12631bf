"""What a message shows, and what in it is the bot's own and what somebody's words."""

from collections.abc import Iterator

from bot.domain.entities import utf16_length
from bot.sandbox.messages import Message
from tests.e2e.hostile.bidi import base_level, depths, faults
from tests.e2e.hostile.words import MARK

FRAME = "\N{DOTTED CIRCLE}"
"""Stands for what lies in an isolate."""

Shown = tuple[str, frozenset[str]]


def marked(message: Message) -> Iterator[tuple[str, frozenset[str], int]]:
    """Each character with the kinds of its entities and in how many isolates it lies."""
    deep = [depth for line in message.text.split("\n") for depth in (*depths(line), 0)]
    at = 0
    for character, depth in zip(message.text, deep, strict=False):
        kinds = {one.type for one in message.entities if one.offset <= at < one.end}
        yield character, frozenset(kinds), depth
        at += utf16_length(character)


def frame(message: Message) -> list[Shown]:
    """The bot's own words with their entities; whatever lies in isolates is told by those alone."""
    told: list[Shown] = []
    for character, kinds, depth in marked(message):
        shown = (FRAME, kinds) if depth else (character, kinds)
        if not told or told[-1] != shown or not depth:
            told.append(shown)
    return told


def leaks(message: Message) -> Iterator[str]:
    """What in a message lets somebody's words do more than be read.

    A message is set wholly from the left or wholly from the right, each button as its words are.
    """
    yield from min((list(faults(message.text, rtl=rtl)) for rtl in (False, True)), key=len)
    for label in message.labels:
        yield from faults(label, rtl=base_level(label) == 1)
    for at in range(len(message.text)):
        if message.text.startswith(MARK, at):
            _, kinds, depth = list(marked(message))[at]
            if not depth:
                yield "somebody's words stand bare"
            if kinds != {"code"}:
                yield f"somebody's words are {sorted(kinds)}"
