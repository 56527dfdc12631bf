"""Questions that had no answer, counted so that coordinators see what is missing, not who asked.

Nobody is named in a count. A person is told apart from others only within a calendar month, by a
mark that means nothing once the month is over; so "people" is the largest number of marks in one
month, never more than there were. Whoever asks the same thing every day stays one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.domain.items import Lang

KEPT = timedelta(days=90)
"""How long a count is kept."""

LEAST = 5
"""How many people must have asked before a topic is named, or a wording is shown."""

WORDINGS = 3
"""How many wordings of a topic are shown, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A question without an answer: its language, what it named, and what is left of its words.

    `topics` are ``concept/<id of the glossary>``, ``kind/<kind>`` and ``in/<language asked for>``.
    """

    language: Lang
    topics: tuple[str, ...] = ()
    wording: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapCount:
    """How often somebody, by a `mark` that holds for a month, asked something on a day."""

    gap: Gap
    day: date
    mark: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicGap:
    """What was asked on a topic; `topic` is None for all that too few people asked."""

    topic: str | None
    questions: int
    people: int
    wordings: tuple[str, ...] = ()


@dataclass(slots=True)
class _Group:
    questions: int = 0
    marks: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, count: GapCount) -> None:
        self.questions += count.times
        self.marks[f"{count.day:%Y-%m}"].add(count.mark)

    @property
    def people(self) -> int:
        return max(map(len, self.marks.values()), default=0)


def by_topic(counts: Iterable[GapCount]) -> Mapping[Lang, list[TopicGap]]:
    """By language, the most asked first: each topic that enough people asked for, then the rest."""
    languages: dict[Lang, list[GapCount]] = defaultdict(list)
    for count in counts:
        languages[count.gap.language].append(count)
    asked = {lang: sum(one.times for one in found) for lang, found in languages.items()}
    order = sorted(languages, key=lambda lang: (-asked[lang], lang))
    return {lang: _topics(languages[lang]) for lang in order}


def _topics(counts: list[GapCount]) -> list[TopicGap]:
    groups: dict[str, _Group] = defaultdict(_Group)
    for count in counts:
        for topic in count.gap.topics:
            groups[topic].add(count)
    named = {topic: group for topic, group in groups.items() if group.people >= LEAST}
    rest = sum(one.times for one in counts if not named.keys() & set(one.gap.topics))
    listed = [
        TopicGap(
            topic=topic,
            questions=group.questions,
            people=group.people,
            wordings=_wordings([one for one in counts if topic in one.gap.topics]),
        )
        for topic, group in named.items()
    ]
    listed.sort(key=lambda one: (-one.questions, one.topic or ""))
    return [*listed, TopicGap(topic=None, questions=rest, people=0)] if rest else listed


def _wordings(counts: list[GapCount]) -> tuple[str, ...]:
    groups: dict[str, _Group] = defaultdict(_Group)
    for count in counts:
        groups[count.gap.wording].add(count)
    shown = [word for word, group in groups.items() if word and group.people >= LEAST]
    return tuple(sorted(shown, key=lambda word: (-groups[word].questions, word))[:WORDINGS])
