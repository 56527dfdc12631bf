"""The composition root: everything is built once, here, and passed down."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from functools import lru_cache

from apscheduler.triggers.cron import CronTrigger

from bot.catalogue.watch import watch
from bot.clock import SystemClock
from bot.delivery.desk import Desk, Manners
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.novelty import Novelty
from bot.delivery.offers import Offers
from bot.delivery.pacing import Limits
from bot.delivery.router import Router
from bot.delivery.schedule import Job, Schedule
from bot.delivery.sender import Sender
from bot.delivery.worker import work_alone
from bot.features import (
    about,
    asking,
    asking_on,
    cards,
    drafts,
    fallback,
    gaps,
    housekeeping,
    inline,
    interests,
    language,
    news,
    opportunities,
    packages,
    passing_on,
    questions,
    replies,
    settings,
    start,
    status,
    watches,
    webinars,
    zone,
)
from bot.gateway.buttons import Buttons
from bot.gateway.client import connected
from bot.gateway.decode import Decoder
from bot.gateway.intake import Intake, Poller, call_back
from bot.gateway.profile import present
from bot.gateway.render import NO_MESSAGES, Renderer
from bot.i18n.texts import Texts
from bot.library import Library
from bot.ports.runtime import Clock, InlineQuery, Reader
from bot.ports.speech import Menu, Outgoing
from bot.ports.storage import Json, NewMessage
from bot.serving import serving
from bot.settings import DATABASE, Settings
from bot.storage.database import open_storage
from bot.web.app import WEBHOOK_PATH, web_app

FEATURES = (
    webinars,
    packages,
    news,
    opportunities,
    about,
    status,
    gaps,
    questions,
    settings,
    language,
    start,
    cards,
    interests,
    zone,
    watches,
    passing_on,
    asking_on,
    replies,
    drafts,
    asking,
    fallback,
    housekeeping,
)
"""In the order of the command menu."""

JOBS = (
    Job(
        name="housekeeping",
        trigger=CronTrigger(hour=3, timezone="UTC"),
        catch_up=timedelta(days=1),
    ),
    Job(
        name=watches.JOB,
        trigger=CronTrigger(hour=6, timezone="UTC"),
        catch_up=timedelta(days=1),
    ),
)


@asynccontextmanager
async def running(
    settings: Settings, library: Library, clock: Clock | None = None
) -> AsyncIterator[str]:
    """The bot at work until the block ends; yields the address of its web app.

    Raises StorageError, UnknownTokenError or OSError when it cannot start, and, in an exception
    group, what ends one of its tasks later.
    """
    clock = clock or SystemClock()
    router = Router([route for feature in FEATURES for route in feature.ROUTES])
    buttons = Buttons(router.actions)
    async with AsyncExitStack() as stack:
        storage = await stack.enter_async_context(open_storage(settings.database_url or DATABASE))
        client = await stack.enter_async_context(connected(settings.token or "", settings.api_url))

        @lru_cache(1)
        def renderer_of(texts: Texts) -> Renderer:
            return Renderer(texts, buttons, client.username, router.menu)

        def renderer() -> Renderer:
            return renderer_of(library.texts)

        def render(said: Outgoing | Menu, reader: Reader, cause: str) -> NewMessage:
            return renderer()(said, reader, cause)

        limits = Limits(
            overall=settings.overall_rate,
            chat=settings.chat_rate,
            group=settings.group_rate,
            free=NO_MESSAGES,
        )
        sender = Sender(storage.outbox, client.send, clock, limits)
        dispatcher = Dispatcher(
            Desk(
                storage=storage,
                router=router,
                manners=Manners(
                    refused=fallback.refused, elsewhere=fallback.elsewhere, broken=fallback.broken
                ),
                decode=Decoder(client.id, client.username, buttons.decode),
                render=render,
                clock=clock,
                content=lambda: library.content,
                roles=settings.roles,
                contact=settings.contact,
                sent=sender.wake,
            )
        )
        schedule = Schedule(JOBS, storage.inbox, clock, dispatcher.wake)
        novelty = Novelty(
            [watches.JOB], lambda: library.content, storage.inbox, clock, dispatcher.wake
        )
        offers = Offers(storage, clock, lambda: library.content, inline.offer)

        async def answer(query: InlineQuery) -> Json:
            return renderer().offer(*await offers(query))

        intake = Intake(storage.inbox, client, clock, dispatcher.wake, answer)
        web = web_app(storage, clock, intake.take, settings.webhook_secret)
        address = await stack.enter_async_context(serving(web, settings.host, settings.port))
        async with asyncio.TaskGroup() as tasks:
            works = [
                work_alone(storage, [sender.run, dispatcher.run, schedule.run, novelty.run]),
                watch(library.folders, library.state, library.reload),
                call_back(client, settings.webhook_url + WEBHOOK_PATH, settings.webhook_secret)
                if settings.webhook_url
                else Poller(client, intake).run(),
                present(
                    client,
                    library.content.catalogue.community,
                    renderer(),
                    library.content.languages,
                ),
            ]
            started = [tasks.create_task(work) for work in works]
            yield address
            for task in started:
                task.cancel()
