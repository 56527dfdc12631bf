"""Free text: the right card, a short list, or an honest no."""

from collections.abc import Sequence

from bot.domain.answer import Answer
from bot.domain.paging import Page
from bot.facts import detail
from bot.phrases import in_rows, numbered, pick, short_title
from bot.ports.actions import BrowseWebinars, OpenMenu, ShowItem
from bot.ports.intents import Command, Intent, Said
from bot.ports.runtime import Context, Route
from bot.ports.speech import Button, Outgoing, msg, paragraphs
from bot.unanswered import offers

LONGEST = 500
"""Characters of a question that is answered; what is longer is a story, and gets a hint."""


async def ask(said: Said, context: Context) -> Sequence[Outgoing | Intent]:
    """What the catalogue answers, in the member's language."""
    if not said.text.strip():
        return [OpenMenu()]
    answer = context.content.ask(said.text, context.lang, context.now)
    if answer.intent == "safeguarding":
        return [_turn_to_people()]
    if len(said.text) > LONGEST:
        return [Outgoing(text=msg("ask-too-long", most=LONGEST), buttons=_ways_on())]
    found = [one for item_id in answer.answers if (one := context.catalogue.get(item_id))]
    if answer.intent == "help":
        return [Command("help")]
    if not found:
        return [await _nothing(said.text, answer, context)]
    if len(found) == 1:
        return [ShowItem(found[0].id)]
    page = Page(entries=found, number=0, count=1)
    return [
        Outgoing(
            text=paragraphs(msg("ask-several"), numbered(page, context, detail), msg("list-hint")),
            buttons=[*in_rows(pick(page), 5), *_ways_on()],
        )
    ]


def _turn_to_people() -> Outgoing:
    """For a message that tells of a child who may be at risk: nothing of it is kept or told on."""
    return Outgoing(
        text=paragraphs(msg("safeguarding"), msg("safeguarding-danger")),
        buttons=[[Button(msg("menu-button"), OpenMenu())]],
    )


async def _nothing(question: str, answer: Answer, context: Context) -> Outgoing:
    """That nothing fits, what is nearest, and what else can be done about it."""
    nearest = [one for item_id in answer.suggestions if (one := context.catalogue.get(item_id))]
    cards = [[Button(short_title(one, context.lang), ShowItem(one.id))] for one in nearest]
    more = await offers(question, answer, context)
    return Outgoing(text=msg("ask-nothing"), buttons=[*cards, *more, *_ways_on()])


def _ways_on() -> list[list[Button]]:
    return [
        [
            Button(msg("webinars-button"), BrowseWebinars()),
            Button(msg("menu-button"), OpenMenu()),
        ]
    ]


ROUTES = (Route(intent=Said, handler=ask),)
