"""Writing a post that is sent only once its writer has looked at it.

What is written is kept as a draft, named by the form and the question. It outlives whatever comes
between: a restart, a command, "not now". Further text is added to it, or takes its place where the
writer chose to begin anew.
"""

from bot.domain.questions import KEPT, LONGEST, fits
from bot.ports.actions import ChangeDraft, KeepDraft
from bot.ports.intents import Action
from bot.ports.runtime import Context
from bot.ports.speech import Button, Msg, Outgoing, lines, msg
from bot.ports.storage import Dialogue
from bot.threads import quoted

REPLY, MORE = "reply", "more"
"""The forms: a coordinator's answer, and what a member adds to their question."""

ANEW = "-anew"
"""Behind a form's name: the next text takes the draft's place."""

VERSION = 1


def draft_name(form: str, question_id: int) -> str:
    """The name under which a post to this thread is kept until it is sent."""
    return f"{form}:{question_id}"


async def wait_for_words(form: str, question_id: int, context: Context, *, anew: bool) -> None:
    """What is written next in this chat belongs to this draft."""
    await context.unit.dialogues.open(
        Dialogue(
            chat_id=context.origin.chat_id,
            form=f"{form}{ANEW}" if anew else form,
            version=VERSION,
            asked_at=context.now,
            about=draft_name(form, question_id),
        )
    )


async def waited_for(context: Context) -> tuple[int, bool]:
    """The question that the open dialogue is about (0: none), and whether it is to begin anew."""
    dialogue = await context.unit.dialogues.get(context.origin.chat_id)
    if dialogue is None:
        return 0, False
    return int(dialogue.about.partition(":")[2] or 0), dialogue.form.endswith(ANEW)


async def draft(form: str, question_id: int, context: Context) -> str | None:
    """What was written and not sent yet."""
    name = draft_name(form, question_id)
    return await context.unit.drafts.get(context.origin.chat_id, name)


async def add(words: str, form: str, context: Context) -> str | None:
    """Add what was written to the draft that is waited for; returns the draft.

    None, and nothing changed, where it would be too long to be shown whole.
    """
    question_id, anew = await waited_for(context)
    before = None if anew else await draft(form, question_id, context)
    whole = f"{before}\n\n{words}" if before else words
    if not fits(whole):
        return None
    name = draft_name(form, question_id)
    await context.unit.drafts.keep(context.origin.chat_id, name, whole, context.now + KEPT)
    await wait_for_words(form, question_id, context, anew=False)
    return whole


async def leave(form: str, question_id: int, context: Context) -> None:
    """What is written next is no part of this draft any more."""
    dialogue = await context.unit.dialogues.get(context.origin.chat_id)
    if dialogue is not None and dialogue.about == draft_name(form, question_id):
        await context.unit.dialogues.close(context.origin.chat_id)


async def drop(form: str, question_id: int, context: Context) -> None:
    """The draft has become a post, or can become none any more."""
    await leave(form, question_id, context)
    await context.unit.drafts.drop(context.origin.chat_id, draft_name(form, question_id))


def preview(title: Msg, words: str, form: str, question_id: int, send: Action) -> Outgoing:
    """A draft as it would be sent."""
    return Outgoing(
        text=lines(title, quoted(words), msg("draft-hint")),
        buttons=[
            [Button(msg("send-button"), send)],
            [
                Button(msg("change-button"), ChangeDraft(form, question_id)),
                Button(msg("later-button"), KeepDraft(form, question_id)),
            ],
        ],
    )


def too_long() -> Outgoing:
    """A post would be cut; what was kept before still is."""
    return Outgoing(text=msg("post-too-long", most=LONGEST))
