"""Free text: the right card, a short list, or an honest no."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from bot.domain.answer import Answer
from bot.domain.items import Item, Kind
from bot.domain.last_answer import Conditions
from bot.domain.paging import Page
from bot.domain.when import Precision, Span
from bot.facts import card, detail, fact
from bot.phrases import in_rows, numbered, pick, short_title
from bot.ports.actions import BrowseWebinars, OpenMenu, ShowItem, TurnToPeople
from bot.ports.intents import Command, Intent, Said
from bot.ports.runtime import Context, Route, Scene
from bot.ports.speech import Button, Language, Msg, Outgoing, Phrase, lines, msg, paragraphs
from bot.shown import list_shown, shown_last
from bot.unanswered import offers

AT_RISK = paragraphs(msg("safeguarding"), msg("safeguarding-danger"))

LONGEST = 500
"""Characters of a question that is answered; what is longer is a story, and gets a hint."""


async def ask(said: Said, context: Context) -> Sequence[Outgoing | Intent]:
    """What the catalogue answers, in the member's language."""
    if not said.text.strip():
        return [OpenMenu()]
    last = await shown_last(context)
    answer = context.content.ask(said.text, context.lang, context.now, last)
    if answer.intent == "safeguarding":
        return [TurnToPeople()]
    if len(said.text) > LONGEST:
        return [Outgoing(text=msg("ask-too-long", most=LONGEST), buttons=_ways_on())]
    found = [one for item_id in answer.answers if (one := context.catalogue.get(item_id))]
    if answer.intent == "help":
        return [Command("help")]
    if answer.asked is not None and (found or not answer.follows):
        await list_shown(found, answer.asked, context)
    if answer.gap is not None:
        await context.unit.gaps.add(answer.gap, context.origin.user_id)
    if not found and answer.follows and answer.asked is not None:
        return [_none_such(answer.asked)]
    if not found:
        return [await _nothing(said.text, answer, context)]
    if len(found) == 1:
        return [ShowItem(found[0].id)]
    return [_several(found, answer.fact, context)]


def _several(found: Sequence[Item], wanted: str, context: Context) -> Outgoing:
    """A list, with the fact of each that is asked for, if one is."""
    page = Page(entries=found, number=0, count=1)
    return Outgoing(
        text=_list(page, wanted, context), buttons=[*in_rows(pick(page), 5), *_ways_on()]
    )


def _list(page: Page[Item], wanted: str, scene: Scene) -> Phrase:
    told = (lambda item, scene: fact(item, wanted, scene)) if wanted else detail
    title = msg("follow-again", fact=wanted) if wanted else msg("ask-several")
    return paragraphs(title, numbered(page, scene, told), msg("list-hint"))


def telling(answer: Answer, scene: Scene) -> Phrase:
    """The words in which the chat tells an answer to a question that follows no other."""
    found = [one for item_id in answer.answers if (one := scene.catalogue.get(item_id))]
    if answer.intent == "safeguarding":
        return AT_RISK
    if answer.intent == "help":
        return msg("help")
    if not found:
        return msg("ask-nothing")
    if len(found) == 1:
        return card(found[0], scene)
    return _list(Page(entries=found, number=0, count=1), "", scene)


async def turn_to_people(_: TurnToPeople, __: Context) -> Sequence[Outgoing]:
    """For a message that tells of a child who may be at risk: nothing of it is kept or told on."""
    return [Outgoing(text=AT_RISK, buttons=[[Button(msg("menu-button"), OpenMenu())]])]


async def _nothing(question: str, answer: Answer, context: Context) -> Outgoing:
    """That nothing fits, what is nearest, and what else can be done about it."""
    nearest = [one for item_id in answer.suggestions if (one := context.catalogue.get(item_id))]
    cards = [[Button(short_title(one, context.lang), ShowItem(one.id))] for one in nearest]
    more = await offers(question, answer, context)
    return Outgoing(text=msg("ask-nothing"), buttons=[*cards, *more, *_ways_on()])


def _none_such(asked: Conditions) -> Outgoing:
    """An honest no to what turned the last question: it says what was looked for."""
    kinds = [msg("follow-kind", kind=str(one)) for one in Kind if one in asked.kinds]
    states = [msg("follow-state", state=one) for one in sorted(asked.states)]
    languages = [msg("follow-language", language=Language(one)) for one in sorted(asked.languages)]
    days = [_days(*asked.days)] if asked.days else []
    return Outgoing(
        text=paragraphs(
            msg("follow-none"), lines(*kinds, *states, *languages, *days), msg("follow-guess")
        ),
        buttons=_ways_on(),
    )


def _days(first: date, last: date) -> Msg:
    if last == date.max:
        return msg("follow-from", day=Span(first=first, last=first, precision=Precision.DAY))
    months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    precision = Precision.MONTH if months else Precision.DAY
    return msg("follow-days", days=Span(first=first, last=last, precision=precision))


def _ways_on() -> list[list[Button]]:
    return [
        [
            Button(msg("webinars-button"), BrowseWebinars()),
            Button(msg("menu-button"), OpenMenu()),
        ]
    ]


ROUTES = (
    Route(intent=Said, handler=ask),
    Route(intent=TurnToPeople, handler=turn_to_people),
)
