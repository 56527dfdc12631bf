"""What the bot says to one update: the route, who is let in, and intents that features pass on."""

from collections import deque
from dataclasses import replace
from datetime import timedelta

from bot.delivery.desk import Desk
from bot.domain.people import Member, Role, spoken, without_region
from bot.ports.intents import ChatKind, Command, Decoded, Intent, Origin, Said, Tick
from bot.ports.runtime import Context, Handler, Notice, Reader, Route
from bot.ports.speech import Menu, Outgoing
from bot.ports.storage import NewMessage, UnitOfWork

MOST_HANDLERS = 16
"""How many handlers one update may pass through; features that pass it on in a circle stop here."""

QUESTION_LASTS = timedelta(days=1)
"""How long the bot's open question is waited on; what is written later is no answer to it."""


class EndlessError(RuntimeError):
    """Features hand an intent to each other without end."""


class Answers:
    """Has features answer updates, inside a unit of work."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def answer(self, decoded: Decoded, unit: UnitOfWork, cause: str) -> list[NewMessage]:
        """What the routes' features say, rendered; an intent among it is answered in its place.

        A feature may change the language or zone: what is said goes by the state after it. Raises
        whatever a feature raises, and EndlessError.
        """
        context = await self._context(decoded, unit)
        form = await self._form(decoded.intent, context)
        messages = []
        handlers = 0
        waiting: deque[Outgoing | Menu | Notice | Intent] = deque([decoded.intent])
        while waiting:
            said = waiting.popleft()
            if isinstance(said, Notice):
                messages += self._told(said, cause)
                continue
            if not isinstance(said, Intent):
                messages.append(self._desk.render(said, _reader(context), cause))
                continue
            handlers += 1
            if handlers > MOST_HANDLERS:
                raise EndlessError
            await self._leave(said, context)
            route = self._desk.router.find(said, form)
            form = ""
            if route is not None:
                waiting.extendleft(reversed(await self._admit(route, context)(said, context)))
                context = await self._again(context)
        return messages

    def _told(self, notice: Notice, cause: str) -> list[NewMessage]:
        """The message of a notice, unless the member has blocked the bot."""
        if notice.to.member.blocked:
            return []
        message = self._desk.render(notice.said, _reader(notice.to), cause)
        return [replace(message, priority=notice.priority)]

    async def apology(self, decoded: Decoded, unit: UnitOfWork, cause: str) -> list[NewMessage]:
        """What a person is told whose update was set aside."""
        context = await self._context(decoded, unit)
        said = await self._desk.manners.broken(decoded.intent, context)
        return [
            self._desk.render(one, _reader(context), cause)
            for one in said
            if isinstance(one, Outgoing)
        ]

    async def _form(self, intent: Intent, context: Context) -> str:
        """The form of the open dialogue that free text answers; one that is out of date is left."""
        if not isinstance(intent, Said):
            return ""
        chat_id = context.origin.chat_id
        dialogue = await context.unit.dialogues.get(chat_id)
        if dialogue is None:
            return ""
        route = self._desk.router.form(dialogue.form)
        fresh = context.now - dialogue.asked_at <= QUESTION_LASTS
        if (
            route is None
            or route.version != dialogue.version
            or route.role not in context.roles
            or not fresh
        ):
            await context.unit.dialogues.close(chat_id)
            return ""
        return dialogue.form

    async def _leave(self, intent: Intent, context: Context) -> None:
        """A command, typed or passed on, leaves an open dialogue; /cancel does so in words."""
        if isinstance(intent, Command) and intent.name != "cancel":
            await context.unit.dialogues.close(context.origin.chat_id)

    def _admit(self, route: Route, context: Context) -> Handler:
        if route.role not in context.roles:
            return self._desk.manners.refused
        if route.personal and context.origin.chat is ChatKind.GROUP:
            return self._desk.manners.elsewhere
        return route.handler

    async def _context(self, decoded: Decoded, unit: UnitOfWork) -> Context:
        desk, origin, content = self._desk, decoded.origin, self._desk.content()
        nobody = isinstance(decoded.intent, Tick)
        roles = desk.roles.get(origin.user_id, frozenset()) | {Role.MEMBER}
        member = Member(id=0) if nobody else await _known(origin, roles, unit)
        return Context(
            now=desk.clock.now(),
            origin=origin,
            member=member,
            roles=roles,
            lang=spoken(member, origin.telegram_language, content.languages),
            unit=unit,
            content=content,
            contact=desk.contact,
            coordinators=frozenset(
                user for user, held in desk.roles.items() if Role.COORDINATOR in held
            ),
        )

    async def _again(self, context: Context) -> Context:
        """The context with the member as the unit of work has them now."""
        if context.member.id == 0:
            return context
        member = await context.unit.members.get(context.member.id)
        languages = context.content.languages
        lang = spoken(member, context.origin.telegram_language, languages)
        return replace(context, member=member, lang=lang)


async def _known(origin: Origin, roles: frozenset[Role], unit: UnitOfWork) -> Member:
    """The member as kept. Of those to whom the bot writes by itself (who agreed to it, and
    coordinators), the language of their Telegram is kept too."""
    member = await unit.members.get(origin.user_id)
    told = without_region(origin.telegram_language)
    may = member.consented_at is not None or Role.COORDINATOR in roles
    if may and told is not None and told != member.telegram_language:
        member = replace(member, telegram_language=told)
        await unit.members.save(member)
    return member


def _reader(context: Context) -> Reader:
    return Reader(
        origin=context.origin,
        lang=context.lang,
        zone=context.shown.zone or "UTC",
        roles=context.roles,
    )
