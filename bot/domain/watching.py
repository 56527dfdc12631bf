"""Questions that nothing answers yet, and which new content answers one of them."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.answer import Ask
from bot.domain.catalogue import Catalogue
from bot.domain.items import Item, Lang

MOST = 10
"""How many watches a member may keep."""

SPENT_KEPT = timedelta(days=7)
"""How long a watch that came true is kept, so that the member can keep it on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A question that a member waits on, in their own words, asked in the language `lang`.

    `known` are the fingerprints of what the catalogue held when the watch was set; `fired_at` is
    when it came true, and from then on it waits on nothing.
    """

    id: int
    member_id: int
    words: str
    lang: Lang
    known: frozenset[str]
    created_at: datetime
    fired_at: datetime | None = None


def fingerprint(item: Item) -> str:
    """Eight letters that change with anything that is stated of an item, the same everywhere."""
    stated = replace(item, order=0, source="")
    return hashlib.sha256(repr(stated).encode()).hexdigest()[:8]


def fingerprints(items: Iterable[Item]) -> frozenset[str]:
    """The fingerprints of several items."""
    return frozenset(map(fingerprint, items))


def arrived(watch: Watch, ask: Ask, catalogue: Catalogue, now: datetime) -> tuple[Item, ...]:
    """What the question is now answered with and was not yet so stated when the watch was set.

    Time alone brings nothing: an old item that answers because a month has passed is not new.
    """
    answer = ask(watch.words, watch.lang, now)
    if answer.intent != "answer":
        return ()
    found = (catalogue.get(item_id) for item_id in answer.answers)
    return tuple(item for item in found if item and fingerprint(item) not in watch.known)
