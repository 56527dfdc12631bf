"""The time zone in which a member reads dates."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from zoneinfo import available_timezones

from bot.i18n.zones import find_zones
from bot.phrases import consent_needed, in_rows
from bot.ports.actions import OpenZones
from bot.ports.intents import Action, Said
from bot.ports.runtime import Context, Route
from bot.ports.speech import Button, Msg, Outgoing, Zone, msg
from bot.ports.storage import Dialogue

FORM = "zone"
VERSION = 1


@dataclass(frozen=True, slots=True)
class ChooseZone(Action):
    """Show dates in this zone, an IANA name."""

    code = "zc"
    zone: str


async def zones(_: OpenZones, context: Context) -> Sequence[Outgoing]:
    """The community's zones as buttons, or any city by its name: the answer is waited for."""
    if context.member.consented_at is None:
        return [consent_needed()]
    question = Dialogue(
        chat_id=context.origin.chat_id, form=FORM, version=VERSION, asked_at=context.now
    )
    await context.unit.dialogues.open(question)
    return [_offer(msg("choose-zone"), context.catalogue.community.zones)]


def _offer(text: Msg, names: Sequence[str]) -> Outgoing:
    buttons = [Button(Zone(name), ChooseZone(name)) for name in names]
    return Outgoing(text=text, buttons=in_rows(buttons, 3))


async def typed(said: Said, context: Context) -> Sequence[Outgoing]:
    """A city or a country: of several zones the member chooses, of none they try again."""
    found = find_zones(said.text, context.lang)
    if len(found) == 1:
        return await choose(ChooseZone(found[0]), context)
    if found:
        return [_offer(msg("zone-several"), found)]
    return [_offer(msg("zone-unknown"), context.catalogue.community.zones)]


async def choose(action: ChooseZone, context: Context) -> Sequence[Outgoing]:
    """Keep the zone, if it is one: a button proves nothing."""
    if action.zone not in available_timezones():
        return [_offer(msg("zone-unknown"), context.catalogue.community.zones)]
    if context.member.consented_at is None:
        return [consent_needed()]
    await context.unit.dialogues.close(context.origin.chat_id)
    await context.unit.members.save(replace(context.member, zone=action.zone))
    return [Outgoing(text=msg("zone-chosen", zone=Zone(action.zone), now=context.now))]


ROUTES = (
    Route(intent=OpenZones, handler=zones, personal=True),
    Route(intent=ChooseZone, handler=choose, personal=True),
    Route(intent=Said, name=FORM, version=VERSION, handler=typed, personal=True),
)
