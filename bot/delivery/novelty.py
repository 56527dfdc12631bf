"""New content as a source of arrivals: whatever was taken over puts a tick into the inbox.

The tick's key names what the content states, so that a restart, a second process or a file that was
only touched brings no second one, and what changed while the bot was down is noticed at the start.
"""

import asyncio
import hashlib
import logging
from collections.abc import Callable, Sequence

from bot.domain.catalogue import Catalogue
from bot.ports.runtime import Clock, Content
from bot.ports.storage import Arrival, Inbox, StorageError

log = logging.getLogger(__name__)


class Novelty:
    """Puts the ticks of these jobs into the inbox whenever the content is another."""

    def __init__(
        self,
        jobs: Sequence[str],
        content: Callable[[], Content],
        inbox: Inbox,
        clock: Clock,
        arrived: Callable[[], None],
    ) -> None:
        self._jobs = jobs
        self._content = content
        self._inbox = inbox
        self._clock = clock
        self._arrived = arrived
        self._told: Catalogue | None = None

    async def run(self) -> None:
        """Until cancelled. Looks every second, so that a database out of reach only delays it."""
        while True:
            try:
                await self.check()
            except StorageError as error:
                log.error("no tick now", extra={"reason": str(error)})
            await asyncio.sleep(1)

    async def check(self) -> int:
        """Put the ticks of content that was not told of yet; returns how many are new."""
        catalogue = self._content().catalogue
        if catalogue is self._told:
            return 0
        state = state_of(catalogue)
        new = await self._inbox.put([_tick(job, state) for job in self._jobs], self._clock.now())
        if new:
            self._arrived()
        self._told = catalogue
        return new


def state_of(catalogue: Catalogue) -> str:
    """A name for all that a catalogue states, the same in every process."""
    stated = repr((catalogue.community, list(catalogue.items.items()), catalogue.glossary))
    return hashlib.sha256(stated.encode()).hexdigest()[:16]


def _tick(job: str, state: str) -> Arrival:
    return Arrival(
        key=f"content:{job}:{state}", lane=f"tick:{job}", position=0, payload={"tick": job}
    )
