"""What phrases name: kinds of item, states, times; by their meanings in ask.yaml."""

from collections.abc import Mapping

from bot.ask.phrases import Match
from bot.domain.items import Kind

KINDS: Mapping[str, Kind] = {
    "webinar": Kind.WEBINAR,
    "webinars": Kind.WEBINAR,
    "package": Kind.PACKAGE,
    "packages": Kind.PACKAGE,
    "news": Kind.NEWS,
    "opportunity": Kind.OPPORTUNITY,
    "opportunities": Kind.OPPORTUNITY,
    "workshop": Kind.WORKSHOP,
    "workshops": Kind.WORKSHOP,
}
MANY = frozenset({"webinars", "packages", "opportunities", "workshops", "events"})
AHEAD = frozenset({"state.next", "state.upcoming"})
FILLER = frozenset({"ask.filler"})
"""What a phrase of everyday talk means, if nothing else."""
NEAR = 3
"""How many words may stand between the word for a kind and the subject that it is asked of."""


def named(meanings: frozenset[str], section: str) -> frozenset[str]:
    """The names in a section: of ``kind.webinar`` in ``kind.`` it is ``webinar``."""
    return frozenset(one.removeprefix(section) for one in meanings if one.startswith(section))


def says(match: Match, *sections: str) -> bool:
    """Whether a phrase means something of these sections: ``kind``, ``month``."""
    return any(meaning.partition(".")[0] in sections for meaning in match.meanings)


def is_kind(match: Match) -> bool:
    """Whether a phrase names a kind of item, or training."""
    return says(match, "kind")


def is_several(match: Match) -> bool:
    """Whether a phrase names more than one of a kind."""
    return not named(match.meanings, "kind.").isdisjoint(MANY)
