"""What is offered to somebody who types the bot's name in any chat: cards to share."""

from dataclasses import replace

from bot.domain.items import Item, News, Opportunity, Webinar, Workshop
from bot.domain.listing import State, ends_at, in_state, is_open, published
from bot.domain.payload import payload_of
from bot.domain.people import Member
from bot.facts import card, detail
from bot.phrases import title
from bot.ports.runtime import Scene
from bot.ports.speech import Button, DeepLink, Offer, Result, msg

MOST = 10


def offer(question: str, scene: Scene) -> Offer:
    """Cards that answer a question, or what is next and newest where nothing is asked yet.

    What is offered is for others to read: of the asker only the language counts. A message that
    tells of a child at risk gets one calm way to the private chat, and nothing that could be sent
    on by a slip into the chat where it was typed.
    """
    answer = scene.content.ask(question, scene.lang, scene.now)
    if answer.intent == "safeguarding":
        way = msg("inline-safeguarding"), DeepLink("safeguarding")
        return Offer(way_on=way, seconds=0)
    shared = replace(scene, member=Member(id=0, zone="UTC"))
    found = [one for item_id in answer.answers if (one := scene.catalogue.get(item_id))]
    if answer.intent == "help":
        found = _newest(scene)
    if not found:
        return Offer(way_on=(msg("inline-nothing"), DeepLink("menu")))
    return Offer(results=[_result(one, shared) for one in found[:MOST]])


def _result(item: Item, scene: Scene) -> Result:
    return Result(
        id=item.id,
        title=title(item, scene.lang),
        detail=detail(item, scene),
        text=card(item, scene),
        buttons=[[Button(msg("inline-open"), DeepLink(payload_of(item.id)))]],
    )


def _newest(scene: Scene) -> list[Item]:
    """What is coming, soonest first; the latest bulletin, what is open, the recordings."""
    catalogue, now = scene.catalogue, scene.now
    webinars = catalogue.all(Webinar)
    coming: list[Item] = [
        *in_state(webinars, State.UPCOMING, now),
        *in_state(catalogue.all(Workshop), State.UPCOMING, now),
    ]
    opportunities = [one for one in catalogue.all(Opportunity) if is_open(one, now)]
    return [
        *sorted(coming, key=ends_at)[: MOST // 2],
        *published(catalogue.all(News), now)[:1],
        *(one for one in opportunities if one.deadline),
        *in_state(webinars, State.RECORDED, now),
    ][:MOST]
