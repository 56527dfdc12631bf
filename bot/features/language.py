"""/language: in which language the bot speaks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.phrases import in_rows
from bot.ports.actions import OpenLanguages
from bot.ports.intents import Action, Command, Intent
from bot.ports.runtime import Context, Route
from bot.ports.speech import Button, Language, Menu, Outgoing, OwnName, msg


@dataclass(frozen=True, slots=True)
class ChooseLanguage(Action):
    """Speak this language from now on."""

    code = "lc"
    language: str


async def language_command(_: Command, __: Context) -> Sequence[Intent]:
    """What the button does, typed."""
    return [OpenLanguages()]


async def languages(_: OpenLanguages, context: Context) -> Sequence[Outgoing]:
    """Every language under its own name."""
    buttons = [Button(OwnName(one), ChooseLanguage(one)) for one in context.content.languages]
    return [Outgoing(text=msg("choose-language"), buttons=in_rows(buttons, 2))]


async def choose(action: ChooseLanguage, context: Context) -> Sequence[Outgoing | Menu | Intent]:
    """Kept without asking for consent: whoever chooses a language wants it remembered."""
    language = action.language
    if language not in context.content.languages:
        return [OpenLanguages()]
    await context.unit.members.save(replace(context.member, language=language))
    chosen = Outgoing(text=msg("language-chosen", language=Language(language)), edit=True)
    if context.member.consented_at is None:
        return [chosen, Command("start")]
    return [chosen, Menu()]


ROUTES = (
    Route(intent=Command, name="language", handler=language_command, personal=True),
    Route(intent=OpenLanguages, handler=languages, personal=True),
    Route(intent=ChooseLanguage, handler=choose, personal=True),
)
