"""The work of the one process that leads; any others only take updates in, and stand by."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from bot.ports.storage import LeadershipLost, Storage

log = logging.getLogger(__name__)


async def work_alone(
    storage: Storage, works: Sequence[Callable[[], Coroutine[Any, Any, None]]]
) -> None:
    """Do all of `works`, which never end by themselves, while this process leads; until cancelled.

    Two senders would pace twice what is allowed, and each take what the other has in flight for
    left over from a crash. Raises, in exception groups, what one of the works raises.
    """
    while True:
        try:
            async with storage.leadership(), asyncio.TaskGroup() as tasks:
                for work in works:
                    tasks.create_task(work())
        except* LeadershipLost as lost:
            log.error("works no more for now", extra={"reason": str(lost.exceptions[0])})
