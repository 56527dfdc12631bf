"""What features showed last, so that a message that follows makes sense."""

from collections.abc import Sequence

from bot.domain.items import Item
from bot.domain.last_answer import Conditions, LastAnswer, answered, opened
from bot.ports.runtime import Context


async def shown_last(context: Context) -> LastAnswer | None:
    """What the person was shown last in this chat, if that was but a short while ago."""
    last = await context.unit.last_answers.get(context.origin.chat_id, context.origin.user_id)
    return last if last is not None and last.is_fresh(context.now) else None


async def list_shown(items: Sequence[Item], asked: Conditions, context: Context) -> None:
    """A list, all of its pages in their order, or the card that answers a question."""
    await _keep(answered([item.id for item in items], asked, context.now), context)


async def card_shown(item: Item, context: Context) -> None:
    """A card; if it is of the list that was shown last, the list stays."""
    await _keep(opened(await shown_last(context), item.id, context.now), context)


async def _keep(answer: LastAnswer, context: Context) -> None:
    await context.unit.last_answers.keep(context.origin.chat_id, context.origin.user_id, answer)
