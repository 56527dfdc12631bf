"""The question sets: what was reached must not be lost.

en, fr, es and ar are short questions; dev, wild and rough are as people write in a chat; practice
was written to mend by, a fifth of it about children at risk and other subjects.
The others were written by people who knew the catalogue and not the code. What was right at first
sight says more of what strangers get than the bars do, since what failed was mended afterwards:
docs/asking.md has the figures. What failed in them has been looked at since, in all of them.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.ask.asker import Asker
from bot.domain.answer import Answer

SETS = Path(__file__).parent / "questions"
BARS = {
    "en": 0.98,
    "fr": 0.98,
    "es": 0.98,
    "ar": 0.98,
    "dev": 0.97,
    "wild": 0.97,
    "rough": 0.95,
    "held-out": 0.97,
    "late": 0.97,
    "field": 0.97,
    "office": 0.95,
    "vague": 0.90,
    "pool1": 0.98,
    "pool2": 0.98,
    "pool3": 0.98,
    "mixed": 0.97,
    "pool4": 0.95,
    "practice": 0.96,
    "pool5": 0.93,
    "a1": 0.95,
    "a2": 0.97,
    "b1": 0.97,
    "b2": 0.93,
    "c1": 0.97,
    "c2": 0.94,
    "d1": 0.93,
    "e1": 0.97,
    "e2": 0.96,
    "e3": 0.98,
    "e4": 0.96,
    "e5": 0.98,
    "e6": 0.97,
    "f1": 0.98,
    "f2": 0.98,
    "f3": 0.98,
    "g1": 0.98,
    "g2": 0.98,
    "g3": 0.97,
    "h1": 0.98,
    "h2": 0.97,
    "i1": 0.97,
    "i2": 0.95,
    "j1": 0.98,
    "l1": 0.97,
    "l2": 0.97,
    "l3": 0.98,
    "m1": 0.98,
    "m2": 0.98,
    "n1": 0.98,
    "n2": 0.98,
    "k1": 0.96,
    "k2": 0.95,
    "k3": 0.95,
    "j2": 0.97,
    "j3": 0.97,
    "s1": 0.93,
    "s2": 0.90,
    "s3": 0.90,
    "s4": 0.90,
}
BAR_OF_A_LANGUAGE = 0.95


def read(name: str) -> Iterator[dict[str, Any]]:
    for line in (SETS / f"{name}.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)


def is_right(expected: dict[str, Any], answer: Answer) -> bool:
    """The strict count of the contract: intent, first answer, all that fit, none that do not."""
    if answer.intent != expected["intent"]:
        return False
    if expected["intent"] != "answer":
        return not answer.answers
    found = set(answer.answers)
    return (
        answer.answers[0] in expected["first"]
        and found.issuperset(expected["all"])
        and found.isdisjoint(expected["never"])
    )


def answered(asker: Asker, one: dict[str, Any]) -> Answer:
    return asker(one["q"], one["lang"], datetime.fromisoformat(one["now"]))


@pytest.mark.parametrize("name", BARS)
def test_a_set_of_questions_is_answered_as_well_as_it_was(name: str, asker: Asker) -> None:
    questions = list(read(name))
    wrong = [one["q"] for one in questions if not is_right(one, answered(asker, one))]
    assert 1 - len(wrong) / len(questions) >= BARS[name], "\n".join(wrong)


@pytest.mark.parametrize("lang", ["en", "fr", "es", "ar"])
def test_no_language_is_answered_much_worse_than_the_others(lang: str, asker: Asker) -> None:
    questions = [one for name in BARS for one in read(name) if one["lang"] == lang]
    right = sum(is_right(one, answered(asker, one)) for one in questions)
    assert len(questions) > 100
    assert right / len(questions) >= BAR_OF_A_LANGUAGE


def test_every_set_has_its_bar() -> None:
    assert {path.stem for path in SETS.glob("*.jsonl")} == set(BARS)


def test_no_answer_breaks_the_form_of_the_contract(asker: Asker) -> None:
    for name in BARS:
        for one in read(name):
            answer = answered(asker, one)
            assert len(answer.answers) == len(set(answer.answers)) <= 10
            assert bool(answer.answers) == (answer.intent == "answer"), one["q"]
            assert not answer.suggestions or answer.intent == "nothing"
