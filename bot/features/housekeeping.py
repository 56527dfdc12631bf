"""Every night: forget what was handled, delivered and shown long ago, old counts, and words whose
time is over."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain import gaps
from bot.domain.last_answer import FOLLOWED_FOR
from bot.domain.questions import KEPT as THREADS_KEPT
from bot.domain.watching import SPENT_KEPT
from bot.ports.intents import Tick
from bot.ports.runtime import Context, Route
from bot.ports.speech import Outgoing

KEPT = timedelta(days=30)
"""How long the keys of updates and the fates of messages are kept. Their words go at once."""


async def forget(_: Tick, context: Context) -> Sequence[Outgoing]:
    """Delete the old rows."""
    unit = context.unit
    await unit.purge(context.now - KEPT)
    await unit.last_answers.purge(context.now - FOLLOWED_FOR)
    await unit.gaps.purge(context.now.date() - gaps.KEPT)
    await unit.drafts.purge()
    await unit.watches.purge(context.now - SPENT_KEPT)
    await unit.questions.purge(context.now - THREADS_KEPT)
    return []


ROUTES = (Route(intent=Tick, name="housekeeping", handler=forget),)
