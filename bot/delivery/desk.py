"""What the dispatcher works with, put together once by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.delivery.router import Router
from bot.ports.runtime import Clock, Content, Decode, Handler, Render, Roles
from bot.ports.storage import Storage


@dataclass(frozen=True, kw_only=True)
class Manners:
    """What is said where a route does not let somebody in, and where a feature broke down."""

    refused: Handler
    elsewhere: Handler
    broken: Handler


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The parts that every update passes through."""

    storage: Storage
    router: Router
    manners: Manners
    decode: Decode
    render: Render
    clock: Clock
    content: Callable[[], Content]
    roles: Roles
    contact: str | None
    sent: Callable[[], None]
    """Called after a commit that put something into the outbox."""
