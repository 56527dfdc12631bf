"""Asks one content folder the same questions in three ways: asking CONTENT LOCALES; a JSON line.

Beside the bot's own asking stand SQLite's FTS5 and a plain BM25, both over tokens prepared alike.
They only rank texts: no state, no time, no language, no typing slip, no honest nothing.
"""

import json
import math
import sqlite3
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bot.ask.asker import Asker
from bot.ask.tokens import tokens
from bot.check import check
from bot.domain.items import Item

NOW = datetime(2018, 2, 12, 9, tzinfo=UTC)
QUESTIONS = Path(__file__).parents[1] / "tests/ask/questions/dev.jsonl"
TIMES = 5
K1, B = 1.2, 0.75
"""The usual settings of BM25."""

Document = tuple[str, Sequence[str]]
"""An item's id and the stems of its texts."""


def stems(text: str) -> list[str]:
    return [one.stem for one in tokens(text)]


def document(item: Item) -> Document:
    texts = [
        part for text in item.texts.values() for part in (text.title, text.summary, *text.aliases)
    ]
    return item.id, stems(" ".join(texts))


class Fts5:
    """SQLite's own full text search."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute("CREATE VIRTUAL TABLE found USING fts5(id UNINDEXED, text)")
        rows = [(item_id, " ".join(words)) for item_id, words in documents]
        self._database.executemany("INSERT INTO found VALUES (?, ?)", rows)

    def __call__(self, question: str) -> list[str]:
        words = " OR ".join(f'"{stem}"' for stem in stems(question))
        sql = "SELECT id FROM found WHERE text MATCH ? ORDER BY rank LIMIT 10"
        return [item_id for (item_id,) in self._database.execute(sql, (words or '""',))]


class Bm25:
    """The formula and nothing else."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._held: Mapping[str, list[tuple[str, float]]] = defaultdict(list)
        kept = list(documents)
        mean = sum(len(words) for _, words in kept) / len(kept)
        for item_id, words in kept:
            length = K1 * (1 - B + B * len(words) / mean)
            for stem, times in Counter(words).items():
                self._held[stem].append((item_id, times * (K1 + 1) / (times + length)))
        self._count = len(kept)

    def __call__(self, question: str) -> list[str]:
        scores: dict[str, float] = defaultdict(float)
        for stem in stems(question):
            held = self._held.get(stem, ())
            rare = math.log(1 + (self._count - len(held) + 0.5) / (len(held) + 0.5))
            for item_id, weight in held:
                scores[item_id] += rare * weight
        return sorted(scores, key=lambda one: -scores[one])[:10]


def asked(ask: Callable[[str], object], questions: Sequence[str]) -> float:
    """Milliseconds that half of the questions take at the most."""
    seconds = []
    for question in [*questions[:3], *list(questions) * TIMES]:
        begin = time.perf_counter()
        ask(question)
        seconds.append(time.perf_counter() - begin)
    return 1_000 * median(seconds[3:])


def main(content: Path, locales: Path) -> None:
    """Raises SystemExit where the content has mistakes."""
    checked = check(content, locales)
    catalogue, words = checked.catalogue, checked.ask_words
    if catalogue is None or words is None:
        sys.exit("\n".join(map(str, checked.problems)))
    questions = [json.loads(line)["q"] for line in QUESTIONS.read_text("utf-8").splitlines()]
    begin = time.perf_counter()
    asker = Asker(catalogue, words)
    figures = {"index s": time.perf_counter() - begin}
    documents = [document(item) for item in catalogue]
    figures["ask ms"] = asked(lambda question: asker(question, "en", NOW), questions)
    figures["FTS5 ms"] = asked(Fts5(documents), questions)
    figures["BM25 ms"] = asked(Bm25(documents), questions)
    print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
