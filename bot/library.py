"""The files of a community as they are served: checked, then swapped in whole or refused."""

import asyncio
import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from bot.ask.asker import Asker
from bot.ask.conversation import Conversation
from bot.catalogue.watch import state
from bot.check import check
from bot.domain.problems import Problem
from bot.i18n.texts import Texts
from bot.kept import kept_for_good
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
        with kept_for_good():
            return self._checked()

    def _checked(self) -> tuple[Content, Texts]:
        checked = check(*self.folders)
        catalogue, words, texts = checked.catalogue, checked.ask_words, checked.texts
        if checked.problems or catalogue is None or words is None or texts is None:
            raise FilesError(checked.problems)
        self.asker = Asker(catalogue, words)
        content = Content(
            catalogue=catalogue,
            ask=Conversation(self.asker, catalogue, words),
            languages=texts.languages,
        )
        return content, texts

    async def reload(self) -> None:
        """Take over the files as they are now; with mistakes in them the old content goes on.

        Whatever is wrong with them: files that are being edited must not end a running bot.
        """
        try:
            self.content, self.texts = await asyncio.to_thread(self._read)
        except FilesError as error:
            self._refuse(map(str, error.problems))
        except Exception as error:  # noqa: BLE001
            self._refuse([f"the files cannot be read ({type(error).__name__}); undo the last edit"])
        else:
            log.info("content taken over", extra={"items": len(self.content.catalogue.items)})
        self.changed.set()

    def _refuse(self, problems: Iterable[str]) -> None:
        self.content = replace(self.content, problems=tuple(problems))
        for problem in self.content.problems:
            log.error("content refused", extra={"problem": problem})
