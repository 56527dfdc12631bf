"""/status: for coordinators, how the bot is doing, in numbers that name nobody."""

from collections.abc import Sequence

from bot.domain import gaps
from bot.domain.people import Role
from bot.ports.intents import Command
from bot.ports.runtime import Context, Route
from bot.ports.speech import Outgoing, lines, msg, paragraphs

MOST_PROBLEMS = 5
"""Mistakes in the content that fit into one message; the rest is counted."""


async def status(_: Command, context: Context) -> Sequence[Outgoing]:
    """Members, messages, content; and why an edit of the content was not taken over."""
    tally = await context.unit.tally()
    asked = await context.unit.gaps.since(context.now.date() - gaps.KEPT)
    items = list(context.catalogue)
    drafts = sum(text.is_draft for item in items for text in item.texts.values())
    problems = context.content.problems
    more = len(problems) - MOST_PROBLEMS
    return [
        Outgoing(
            text=paragraphs(
                msg("status-title"),
                lines(
                    msg("status-members", count=sum(tally.members.values())),
                    msg(
                        "status-inbox",
                        new=tally.inbox.get("new", 0),
                        aside=tally.inbox.get("aside", 0),
                    ),
                    msg(
                        "status-outbox",
                        queued=tally.outbox.get("queued", 0) + tally.outbox.get("leased", 0),
                        delivered=tally.outbox.get("delivered", 0),
                        blocked=tally.outbox.get("blocked", 0),
                        rejected=tally.outbox.get("rejected", 0),
                        uncertain=tally.uncertain,
                    ),
                    msg("status-content", items=len(items), drafts=drafts),
                    msg("status-gaps", count=sum(one.times for one in asked), days=gaps.KEPT.days),
                ),
                msg("status-problems", count=len(problems)) if problems else None,
                lines(*problems[:MOST_PROBLEMS]) if problems else None,
                msg("status-more-problems", count=more) if more > 0 else None,
            )
        )
    ]


ROUTES = (
    Route(intent=Command, name="status", handler=status, role=Role.COORDINATOR, personal=True),
)
