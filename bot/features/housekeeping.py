"""Every night: forget what was handled and delivered long ago."""

from collections.abc import Sequence
from datetime import timedelta

from bot.ports.intents import Tick
from bot.ports.runtime import Context, Route
from bot.ports.speech import Outgoing

KEPT = timedelta(days=30)
"""How long the keys of updates and the fates of messages are kept. Their words go at once."""


async def forget(_: Tick, context: Context) -> Sequence[Outgoing]:
    """Delete the old rows."""
    await context.unit.purge(context.now - KEPT)
    return []


ROUTES = (Route(intent=Tick, name="housekeeping", handler=forget),)
