"""Bot API methods: how the bot gets its updates."""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.domain.links import parsed_link
from bot.sandbox.errors import ApiError, bad_request, conflict
from bot.sandbox.params import Params
from bot.sandbox.updates import WEBHOOK_ACTIVE
from bot.sandbox.webhook import Target, Webhook
from bot.sandbox.world import World, unix

Json = dict[str, Any]

LONGEST_POLL = 50
MAX_CONNECTIONS = 100
DEFAULT_CONNECTIONS = 40
CONFLICT = 409


class Described(dict[str, Any]):
    """An answer with a description beside its result."""


class UpdateMethods:
    """The methods that need the webhook beside the world."""

    def __init__(self, webhook: Webhook) -> None:
        self.webhook = webhook

    async def get_updates(self, world: World, params: Params) -> list[Json]:
        """https://core.telegram.org/bots/api#getupdates"""
        if self.webhook.target:
            await world.patience.conflict()
            raise conflict(WEBHOOK_ACTIVE)
        offset = params.integer("offset")
        limit, timeout = world.patience.slowed(
            offset,
            params.between("limit", 100, 1, 100),
            params.between("timeout", 0, 0, LONGEST_POLL),
        )
        self._allow(world, params)
        try:
            return await world.queue.poll(offset, limit, timeout)
        except ApiError as error:
            if error.code == CONFLICT:
                await world.patience.conflict()
            raise

    def set_webhook(self, world: World, params: Params) -> Described:
        """https://core.telegram.org/bots/api#setwebhook"""
        if not params.text("url"):
            return self.delete_webhook(world, params)
        world.limiter.count_webhook()
        target = self._target(params)
        self._allow(world, params)
        if target == self.webhook.target and not params.flag("drop_pending_updates"):
            return Described(result=True, description="Webhook is already set")
        if params.flag("drop_pending_updates"):
            world.queue.clear()
        world.queue.abort(conflict("terminated by setWebhook request"))
        self.webhook.set(target)
        return Described(result=True, description="Webhook was set")

    def delete_webhook(self, world: World, params: Params) -> Described:
        """https://core.telegram.org/bots/api#deletewebhook"""
        if params.flag("drop_pending_updates"):
            world.queue.clear()
        was = self.webhook.target
        self.webhook.set(None)
        told = "Webhook was deleted" if was else "Webhook is already deleted"
        return Described(result=True, description=told)

    def get_webhook_info(self, world: World, _params: Params) -> Json:
        """https://core.telegram.org/bots/api#getwebhookinfo"""
        target = self.webhook.target
        told: Json = {
            "url": target.url if target else "",
            "has_custom_certificate": False,
            "pending_update_count": len(world.queue),
        }
        if target:
            told["max_connections"] = target.connections
            told["ip_address"] = urlsplit(target.url).hostname
        if world.queue.allowed:
            told["allowed_updates"] = list(world.queue.allowed)
        if target and self.webhook.failure:
            when, what = self.webhook.failure
            told |= {"last_error_date": unix(when), "last_error_message": what}
        return told

    def _target(self, params: Params) -> Target:
        url, secret = params.text("url"), params.text("secret_token")
        try:
            parsed_link(url, "https")
        except ValueError:
            raise bad_request("invalid webhook URL specified") from None
        if len(secret) > 256:
            raise bad_request("secret token is too long")
        if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
            raise bad_request("secret token contains unallowed characters")
        connections = params.between("max_connections", DEFAULT_CONNECTIONS, 1, MAX_CONNECTIONS)
        return Target(url=url, secret=secret, connections=connections)

    @staticmethod
    def _allow(world: World, params: Params) -> None:
        kinds = params.json("allowed_updates", "allowed updates")
        if isinstance(kinds, list):
            world.queue.allow([kind for kind in kinds if isinstance(kind, str)])
