"""The sandbox: a Bot API server, its chat page, and the people behind it, in one object."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from bot.sandbox.actor import Actor
from bot.sandbox.api import BotApi
from bot.sandbox.calls import Call, CallLog
from bot.sandbox.clock import SandboxClock
from bot.sandbox.faults import FaultBook
from bot.sandbox.page_api import PageApi
from bot.sandbox.people import CIRCLE, PERSONAS, Group, Person
from bot.sandbox.presence import Presence
from bot.sandbox.rates import Rates
from bot.sandbox.world import World
from bot.serving import serving

TOKEN = "100200300:sandbox-token-of-no-value"  # noqa: S105 - opens nothing but the sandbox
LOOPBACK = {"127.0.0.1": "127.0.0.1", "localhost": "127.0.0.1", "::1": "::1"}


class Sandbox:
    """Telegram, played on this machine.

    The bot talks to it over HTTP; tests and the page play the people. Nothing is kept on disk.
    `webhook_delay` is half the real seconds before a webhook's second retry, 1 at Telegram;
    `poll_patience` those that a repeated offset or conflict makes a poll wait, 3 at Telegram.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        clock: SandboxClock | None = None,
        people: Iterable[Person] = PERSONAS,
        groups: Iterable[Group] = (CIRCLE,),
        page: bool = True,
        username: str = "baraza_sandbox_bot",
        name: str = "Baraza",
        rates: Rates | None = None,
        webhook_delay: float = 1.0,
        poll_patience: float = 0.0,
    ) -> None:
        self.clock = clock or SandboxClock()
        self.world = World(
            token=token,
            clock=self.clock,
            people=people,
            groups=groups,
            username=username,
            name=name,
        )
        self.world.limiter.rates = rates
        self.world.patience.seconds = poll_patience
        self.api = BotApi(self.world, webhook_delay=webhook_delay)
        self.presence = Presence(lambda: self.world.happenings.add("bot"))
        self.page = PageApi(self.world, self.presence)
        self.world.queue.on_poll = self.presence.polling
        self.api.webhook.on_change = lambda: self.presence.webhook(bool(self.api.webhook.target))
        self._with_page = page
        self._actors: dict[int, Actor] = {}

    @property
    def token(self) -> str:
        """The token that the bot must use."""
        return self.world.token

    @property
    def calls(self) -> CallLog:
        """The Bot API calls made so far, oldest first."""
        return self.api.calls

    @property
    def faults(self) -> FaultBook:
        """What is to go wrong next."""
        return self.world.faults

    async def wait_for_call(self, method: str, timeout: float = 5.0) -> Call:  # noqa: ASYNC109
        """The next call of a method that was not returned yet; TimeoutError after real seconds."""
        return await self.calls.next(method, timeout)

    async def wait_for_poll(self, timeout: float = 5.0) -> None:  # noqa: ASYNC109
        """Return when a long poll of the bot waits; TimeoutError after real seconds."""
        queue = self.world.queue
        await queue.pulse.until(lambda: queue.polled or None, timeout)

    def person(self, key: str | int) -> Actor:
        """Somebody of the sandbox by key or id, to act and to read as they do."""
        for person in self.world.people.values():
            if key in (person.key, person.id):
                if person.id not in self._actors:
                    self._actors[person.id] = Actor(self.world, person)
                return self._actors[person.id]
        raise LookupError(f"nobody in the sandbox is called {key!r}")

    def add_person(self, person: Person) -> Actor:
        """Let somebody new in."""
        return self.person(self.world.add_person(person).id)

    def forge(self, kind: str, payload: Any) -> int:
        """Hand the bot an update that nobody here caused, whatever it asked for; its update_id."""
        return self.world.queue.forge(kind, payload).id

    def expire_queries(self) -> None:
        """Make every callback and inline query so far too old to be answered."""
        self.world.queries.clear()

    def app(self, host: str = "127.0.0.1") -> Starlette:
        """The ASGI app. On a loopback address it answers only requests that were meant for one."""
        routes = self.api.routes() + (self.page.routes() if self._with_page else [])
        allowed = ["127.0.0.1", "localhost", "[::1]", "testserver"] if host in LOOPBACK else ["*"]
        return Starlette(
            routes=routes,
            middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=allowed)],
        )

    @asynccontextmanager
    async def serve(self, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
        """Serve until the block ends, in the running loop; yields http://host:port.

        Open long polls and event streams end at once when the block does.
        """
        self.page.closing = False
        self.world.queue.open()
        self.api.open()
        protocol = self.api.connections.protocol()
        async with serving(self.app(host), LOOPBACK.get(host, host), port, protocol) as address:
            try:
                yield address
            finally:
                self.world.queue.close()
                self.page.closing = True
                self.world.happenings.pulse.beat()
                self.presence.close()
                self.world.close()
                await self.api.close()
