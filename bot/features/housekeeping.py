"""Every night: forget what was handled, delivered and shown long ago, and old counts."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain import gaps
from bot.domain.last_answer import FOLLOWED_FOR
from bot.ports.intents import Tick
from bot.ports.runtime import Context, Route
from bot.ports.speech import Outgoing

KEPT = timedelta(days=30)
"""How long the keys of updates and the fates of messages are kept. Their words go at once."""


async def forget(_: Tick, context: Context) -> Sequence[Outgoing]:
    """Delete the old rows."""
    await context.unit.purge(context.now - KEPT)
    await context.unit.last_answers.purge(context.now - FOLLOWED_FOR)
    await context.unit.gaps.purge(context.now.date() - gaps.KEPT)
    return []


ROUTES = (Route(intent=Tick, name="housekeeping", handler=forget),)
