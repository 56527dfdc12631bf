"""Answers stay quick as the catalogue grows. The bars are wide: machines that test are busy."""

import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.ask.asker import Asker
from bot.catalogue.load import load
from bot.domain.catalogue import Catalogue
from bot.domain.vocabulary import AskWords
from tests.ask.conftest import LANGUAGES
from tests.ask.test_questions import read

NOW = datetime(2018, 2, 12, 9, tzinfo=UTC)


def grown(catalogue: Catalogue, count: int) -> Catalogue:
    """The catalogue with copies of its items, each copy's titles words of its own."""
    items = dict(catalogue.items)
    for number, item in enumerate([*items.values()] * (count // len(items))):
        texts = {
            lang: replace(text, title=f"{text.title} copy{number} of{number % 97}")
            for lang, text in item.texts.items()
        }
        copy = replace(item, id=f"{item.kind}/copy-{number}", texts=texts)
        items[copy.id] = copy
    return replace(catalogue, items=items)


@pytest.mark.parametrize(("count", "milliseconds"), [(0, 1.5), (1000, 5.0)])
def test_a_question_takes_little_time(count: int, milliseconds: float, words: AskWords) -> None:
    asker = Asker(grown(load(Path("content"), LANGUAGES), count), words)
    spent = []
    for one in [*read("en"), *read("ar")]:
        before = time.process_time()
        asker(one["q"], one["lang"], NOW)
        spent.append(time.process_time() - before)
    assert sorted(spent)[len(spent) // 2] * 1000 < milliseconds
