"""/settings: what is set and kept, erasing all of it, and /cancel."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.phrases import label
from bot.ports.actions import (
    OpenInterests,
    OpenLanguages,
    OpenMenu,
    OpenSettings,
    OpenWatches,
    OpenZones,
)
from bot.ports.intents import Action, Command, Intent
from bot.ports.runtime import Context, Route
from bot.ports.speech import (
    Button,
    Language,
    Listed,
    Outgoing,
    Phrase,
    Zone,
    lines,
    msg,
    paragraphs,
)


@dataclass(frozen=True, slots=True)
class Erase(Action):
    """Erase what is kept of the member; asks first unless `sure`."""

    code = "e"
    sure: bool = False


async def settings_command(_: Command, __: Context) -> Sequence[Intent]:
    """What the button does, typed."""
    return [OpenSettings()]


async def settings(_: OpenSettings, context: Context) -> Sequence[Outgoing]:
    """What is set, and a button to change each."""
    member, topics = context.member, context.catalogue.community.topics
    interests = [label(topics[one], context.lang) for one in topics if one in member.interests]
    chosen: Phrase = Listed(tuple(interests)) if interests else msg("settings-no-interests")
    watches = len(await context.unit.watches.of(member.id))
    questions = await context.unit.questions.of(context.origin.chat_id)
    zone: Phrase = Zone(member.zone) if member.zone else msg("settings-no-zone")
    return [
        Outgoing(
            text=paragraphs(
                msg("settings-title"),
                lines(
                    msg("settings-language", language=Language(context.lang)),
                    msg("settings-zone", zone=zone),
                    msg("settings-interests", interests=chosen),
                    msg("settings-watches", count=watches),
                    msg("settings-questions", count=questions) if questions else None,
                ),
                msg("settings-kept", consent="yes" if member.consented_at else "no"),
            ),
            buttons=[
                [
                    Button(msg("languages-button"), OpenLanguages()),
                    Button(msg("zone-button"), OpenZones()),
                ],
                [
                    Button(msg("interests-button"), OpenInterests()),
                    Button(msg("watches-button"), OpenWatches()),
                ],
                [
                    Button(msg("erase-button"), Erase()),
                    Button(msg("menu-button"), OpenMenu()),
                ],
            ],
        )
    ]


async def erase(action: Erase, context: Context) -> Sequence[Outgoing]:
    """Erase all that is kept of the member, once they are sure."""
    if not action.sure:
        buttons = [
            [Button(msg("erase-sure-button"), Erase(True))],
            [Button(msg("keep-button"), OpenSettings())],
        ]
        return [Outgoing(text=msg("erase-sure"), buttons=buttons)]
    await context.unit.members.forget(context.origin.user_id)
    return [Outgoing(text=msg("erased"), edit=True)]


async def cancel(_: Command, context: Context) -> Sequence[Outgoing]:
    """/cancel: leave what was begun; what was written for it is kept."""
    begun = await context.unit.dialogues.get(context.origin.chat_id)
    if begun is None:
        return [Outgoing(text=msg("nothing-to-cancel"))]
    chat_id = context.origin.chat_id
    await context.unit.dialogues.close(chat_id)
    kept = await context.unit.drafts.get(chat_id, begun.about)
    return [Outgoing(text=msg("cancelled" if kept is None else "cancelled-draft"))]


ROUTES = (
    Route(intent=Command, name="settings", handler=settings_command, personal=True),
    Route(intent=Command, name="cancel", handler=cancel),
    Route(intent=OpenSettings, handler=settings, personal=True),
    Route(intent=Erase, handler=erase, personal=True),
)
