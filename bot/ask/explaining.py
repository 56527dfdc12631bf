"""Why a question was answered as it was, for whoever mends an alias or a phrase."""

from collections.abc import Iterator, Sequence

from bot.ask.asked import Asked
from bot.ask.index import Index
from bot.ask.naming import Term
from bot.ask.scoring import Scored, covered
from bot.domain.answer import Answer

_SHOWN = 8


def explained(
    answer: Answer, asked: Asked, risk: frozenset[str], found: Sequence[Scored], index: Index
) -> Iterator[str]:
    """The lines of an explanation: words, corrections, filters, terms, scores, the answer."""
    yield f"words:       {' '.join(asked.words)}"
    for wrong, right in asked.corrected.items():
        yield f"corrected:   {wrong} -> {right}"
    if risk:
        yield f"risk signs:  {', '.join(sorted(risk))}"
    yield f"signs:       {', '.join(sorted(asked.signs)) or '-'}"
    if asked.kinds:
        yield f"kind:        {', '.join(sorted(asked.kinds))}"
    if asked.languages:
        yield f"language:    {', '.join(sorted(asked.languages))}"
    if asked.time:
        yield f"time:        {asked.time.first} .. {asked.time.last}"
    for term in asked.terms:
        yield f"term:        {_term(term, index)}"
    for one in found[:_SHOWN]:
        share = covered(one.number, asked, index)
        yield f"score {one.score:6.2f}  covers {share:4.0%}  {index.items[one.number].id}"
    yield f"intent:      {answer.intent}"
    for item_id in answer.answers:
        yield f"answer:      {item_id}"
    for item_id in answer.suggestions:
        yield f"suggestion:  {item_id}"


def _term(term: Term, index: Index) -> str:
    held = len({number for form in term.forms for number in index.postings.get(form, ())})
    told = f"in {held} items" if held else "in no item"
    forms = ", ".join(term.forms) or "-"
    focus = ", in focus" if term.focus else ""
    return f"{term.shown} ({term.role}: {forms}; {told}; weighs {term.weight:.2f}{focus})"
