"""The repository's own catalogue and words, asked as a member asks."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

import pytest

from bot.ask.asker import Asker
from bot.ask.conversation import Conversation
from bot.catalogue.ask_words import load_ask_words
from bot.catalogue.load import load
from bot.domain.answer import Answer
from bot.domain.catalogue import Catalogue
from bot.domain.vocabulary import AskWords

LANGUAGES = ("en", "fr", "es", "ar")
Asking: TypeAlias = Callable[..., Answer]


@pytest.fixture(scope="session")
def words() -> AskWords:
    """The phrases of the four languages."""
    return load_ask_words(Path("locales"), LANGUAGES)


@pytest.fixture(scope="session")
def content() -> Catalogue:
    """The repository's own content."""
    return load(Path("content"), LANGUAGES)


@pytest.fixture(scope="session")
def asker(content: Catalogue, words: AskWords) -> Asker:
    """Answers from it."""
    return Asker(content, words)


@pytest.fixture(scope="session")
def conversation(asker: Asker, content: Catalogue, words: AskWords) -> Conversation:
    """The same, where a question may follow an answer."""
    return Conversation(asker, content, words)


@pytest.fixture
def ask(asker: Asker) -> Asking:
    """Ask on 2018-02-12 at 09:00 UTC, or at another instant."""

    def asking(question: str, now: str = "2018-02-12T09:00+00:00") -> Answer:
        return asker(question, "en", datetime.fromisoformat(now))

    return asking
