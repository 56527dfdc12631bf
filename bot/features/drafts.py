"""What was written and is not sent yet: write it anew, or leave it for later."""

from collections.abc import Sequence

from bot.ports.actions import AnswerQuestion, AskOn, ChangeDraft, KeepDraft
from bot.ports.intents import Stale
from bot.ports.runtime import Context, Route
from bot.ports.speech import Button, Outgoing, msg
from bot.threads import with_menu
from bot.writing import MORE, REPLY, draft, leave, wait_for_words

GO_ON = {REPLY: AnswerQuestion, MORE: AskOn}
"""What leads back to the draft of a form."""


async def change(action: ChangeDraft, context: Context) -> Sequence[Outgoing | Stale]:
    """The next text takes the draft's place; until then the draft is kept."""
    if action.form not in GO_ON:
        return [Stale()]
    if await draft(action.form, action.question, context) is None:
        return [with_menu(msg("draft-none"))]
    await wait_for_words(action.form, action.question, context, anew=True)
    return [Outgoing(text=msg("draft-anew"))]


async def keep(action: KeepDraft, context: Context) -> Sequence[Outgoing | Stale]:
    """The draft waits; what is written next is no part of it."""
    if action.form not in GO_ON:
        return [Stale()]
    if await draft(action.form, action.question, context) is None:
        return [with_menu(msg("draft-none"))]
    await leave(action.form, action.question, context)
    on = Button(msg("go-on-button"), GO_ON[action.form](action.question))
    return [Outgoing(text=msg("draft-kept"), buttons=[[on]])]


ROUTES = (
    Route(intent=ChangeDraft, handler=change, personal=True),
    Route(intent=KeepDraft, handler=keep, personal=True),
)
