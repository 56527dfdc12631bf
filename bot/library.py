"""The files of a community as they are served: checked, then swapped in whole or refused."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.ask.asker import Asker
from bot.catalogue.watch import state
from bot.check import check
from bot.domain.problems import Problem
from bot.i18n.texts import Texts
from bot.ports.runtime import Content

log = logging.getLogger(__name__)


class FilesError(Exception):
    """The content or the locales have mistakes; `problems` holds all of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))


class Library:
    """What the bot says at this moment. Raises FilesError where it cannot be read at the start."""

    def __init__(self, content: Path, locales: Path) -> None:
        self.folders = (content, locales)
        self.changed = asyncio.Event()
        """Set after each look at files that have changed."""
        self.state = state(self.folders)
        """The files' state when they were first read, for whoever watches them."""
        self.content, self.texts = self._read()

    def _read(self) -> tuple[Content, Texts]:
        checked = check(*self.folders)
        if checked.problems or checked.catalogue is None or checked.texts is None:
            raise FilesError(checked.problems)
        content = Content(
            catalogue=checked.catalogue,
            ask=Asker(checked.catalogue),
            languages=checked.texts.languages,
        )
        return content, checked.texts

    async def reload(self) -> None:
        """Take over the files as they are now; with mistakes in them the old content goes on."""
        try:
            self.content, self.texts = await asyncio.to_thread(self._read)
        except FilesError as error:
            problems = tuple(map(str, error.problems))
            self.content = replace(self.content, problems=problems)
            for problem in problems:
                log.error("content refused", extra={"problem": problem})
        else:
            log.info("content taken over", extra={"items": len(self.content.catalogue.items)})
        self.changed.set()
