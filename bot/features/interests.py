"""The topics that a member follows: they are starred in lists and choose what a digest brings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.phrases import consent_needed, in_rows, label
from bot.ports.actions import OpenInterests, OpenMenu
from bot.ports.intents import Action
from bot.ports.runtime import Context, Route
from bot.ports.speech import Button, Outgoing, msg


@dataclass(frozen=True, slots=True)
class ToggleInterest(Action):
    """Take up or drop a topic."""

    code = "nt"
    topic: str


async def interests(_: OpenInterests, context: Context) -> Sequence[Outgoing]:
    """Every topic of the community, those taken up marked."""
    if context.member.consented_at is None:
        return [consent_needed()]
    return [_topics(context.member.interests, context, edit=False)]


async def toggle(action: ToggleInterest, context: Context) -> Sequence[Outgoing]:
    """Take up or drop a topic, in place."""
    if context.member.consented_at is None:
        return [consent_needed()]
    chosen = context.member.interests
    if action.topic in context.catalogue.community.topics:
        chosen ^= {action.topic}
        await context.unit.members.save(replace(context.member, interests=chosen))
    return [_topics(chosen, context, edit=True)]


def _topics(chosen: frozenset[str], context: Context, *, edit: bool) -> Outgoing:
    buttons = [
        Button(
            msg(
                "topic-button",
                topic=label(labels, context.lang),
                chosen="yes" if topic in chosen else "no",
            ),
            ToggleInterest(topic),
        )
        for topic, labels in context.catalogue.community.topics.items()
    ]
    done = [Button(msg("done-button"), OpenMenu())]
    return Outgoing(
        text=msg("choose-interests", count=len(chosen)),
        buttons=[*in_rows(buttons, 2), done],
        edit=edit,
    )


ROUTES = (
    Route(intent=OpenInterests, handler=interests, personal=True),
    Route(intent=ToggleInterest, handler=toggle, personal=True),
)
