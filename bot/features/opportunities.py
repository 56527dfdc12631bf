"""/opportunities: what one can take part in, open or closed, and the trainings of trainers."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.items import Item, Kind, Opportunity, Workshop
from bot.domain.last_answer import Conditions
from bot.domain.listing import ends_at, is_open
from bot.domain.paging import page_of
from bot.facts import detail
from bot.phrases import numbered, pick, rows, turn
from bot.ports.intents import Action, Command, Intent, Said
from bot.ports.runtime import Context, Route
from bot.ports.speech import Button, Outgoing, msg, paragraphs
from bot.shown import list_shown


class View(StrEnum):
    """Which ones are listed."""

    OPEN = "open"
    CLOSED = "closed"
    WORKSHOPS = "workshops"


@dataclass(frozen=True, slots=True)
class BrowseOpportunities(Action):
    """List a view of the opportunities."""

    code = "o"
    view: View = View.OPEN
    page: int = 0


async def show(command: Command, context: Context) -> Sequence[Outgoing | Intent]:
    """The open ones, or the answer to what was written behind the command."""
    if command.argument:
        return [Said(f"{command.name} {command.argument}")]
    return [await _listed(BrowseOpportunities(), context, edit=False)]


async def browse(action: BrowseOpportunities, context: Context) -> Sequence[Outgoing]:
    """Another view or page of the list, in place."""
    return [await _listed(action, context, edit=True)]


async def _listed(action: BrowseOpportunities, context: Context, *, edit: bool) -> Outgoing:
    found = _found(action.view, context)
    await list_shown(found, _conditions(action.view), context)
    page = page_of(found, action.page)
    return Outgoing(
        text=paragraphs(
            msg("opportunities-title", view=str(action.view)),
            numbered(page, context, detail)
            if found
            else msg("opportunities-none", view=str(action.view)),
            msg("list-hint") if found else None,
        ),
        buttons=rows(
            pick(page),
            turn(page, lambda number: BrowseOpportunities(action.view, number)),
            [
                Button(msg("opportunities-view-button", view=str(view)), BrowseOpportunities(view))
                for view in View
                if view is not action.view
            ],
        ),
        edit=edit,
    )


def _conditions(view: View) -> Conditions:
    if view is View.WORKSHOPS:
        return Conditions(kinds=frozenset({Kind.WORKSHOP}))
    return Conditions(kinds=frozenset({Kind.OPPORTUNITY}), states=frozenset({str(view)}))


def _found(view: View, context: Context) -> list[Item]:
    """Open ones by deadline, closed ones as in the catalogue, workshops newest first."""
    if view is View.WORKSHOPS:
        workshops = [*context.catalogue.all(Workshop)]
        return sorted(workshops, key=ends_at, reverse=True)
    known = [one for one in context.catalogue.all(Opportunity) if one.as_of.start <= context.now]
    if view is View.CLOSED:
        return [one for one in known if not is_open(one, context.now)]
    still = [one for one in known if is_open(one, context.now)]
    return [*sorted(still, key=lambda one: (one.deadline is None, _deadline(one), one.order))]


def _deadline(item: Opportunity) -> str:
    return item.deadline.last.isoformat() if item.deadline else ""


ROUTES = (
    Route(intent=Command, name="opportunities", handler=show),
    Route(intent=BrowseOpportunities, handler=browse),
)
