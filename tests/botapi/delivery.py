"""How updates reach the program: getUpdates with long polling, or a webhook."""

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import httpx

from .errors import bad_request, conflict
from .params import Params
from .records import Json
from .updates import Webhook
from .world import World, now

TICK = 0.02  # seconds between two looks for something new
MAX_LIMIT = 100
WEBHOOK_PORTS = {None, 80, 88, 443, 8443}
WEBHOOK_TIMEOUT = 10.0  # seconds
FIRST_RETRY = 0.05  # seconds; doubles up to LAST_RETRY
LAST_RETRY = 1.0
POLLED_TWICE = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


async def get_updates(world: World, params: Params, gone: Callable[[], Awaitable[bool]]) -> list[Json]:
    """https://core.telegram.org/bots/api#getupdates; `gone` says whether the caller has hung up.

    A newer call ends an older one that still waits, with 409 for the older, as with Telegram.
    """
    limit = params.integer("limit", MAX_LIMIT)
    limit = limit if 0 < limit <= MAX_LIMIT else MAX_LIMIT
    until = time.monotonic() + params.integer("timeout")
    ticket = _begin(world, params)
    while not await gone():
        batch = _look(world, ticket, limit)
        if batch or world.closing or time.monotonic() >= until:
            return batch
        await asyncio.sleep(TICK)
    return []


def _begin(world: World, params: Params) -> int:
    with world.lock:
        updates = world.updates
        if updates.webhook:
            raise conflict(WEBHOOK_ACTIVE)
        _allow(world, params)
        updates.confirm(params.integer("offset"))
        updates.poll += 1
        return updates.poll


def _look(world: World, ticket: int, limit: int) -> list[Json]:
    with world.lock:
        if world.updates.webhook:
            raise conflict("terminated by setWebhook request")
        if world.updates.poll != ticket:
            raise conflict(POLLED_TWICE)
        return world.updates.batch(limit)


def _allow(world: World, params: Params) -> None:
    allowed = params.structure("allowed_updates", "allowed_updates")
    if allowed is None:
        return  # the previous setting stays
    if not isinstance(allowed, list):
        raise bad_request("expected an Array of String as allowed_updates")
    world.updates.allowed = [str(kind) for kind in allowed]


def set_webhook(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#setwebhook"""
    url = params.text("url")
    if not url:
        return delete_webhook(world, params)
    _check_url(url, world.https_webhooks_only)
    secret = params.text("secret_token")
    if "secret_token" in params.values and not re.fullmatch("[A-Za-z0-9_-]{1,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    connections = params.integer("max_connections", 40)
    if not 1 <= connections <= 100:
        raise bad_request("max_connections must be between 1 and 100")
    _allow(world, params)
    _drop_if_asked(world, params)
    world.updates.webhook = Webhook(url, secret, connections)
    return True


def _check_url(url: str, https_only: bool) -> None:
    parts = urlsplit(url)
    if (parts.scheme != "https" and (https_only or parts.scheme != "http")) or not parts.hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if https_only and parts.port not in WEBHOOK_PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def _drop_if_asked(world: World, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        world.updates.drop()


def delete_webhook(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#deletewebhook"""
    world.updates.webhook = None
    _drop_if_asked(world, params)
    return True


def get_webhook_info(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#getwebhookinfo"""
    updates, hook = world.updates, world.updates.webhook
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(updates.pending)}
    if updates.allowed:
        info["allowed_updates"] = updates.allowed
    if hook:
        info |= {"url": hook.url, "max_connections": hook.max_connections}
    if hook and hook.last_error_message:
        info |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error_message}
    return info


async def deliver(world: World) -> None:
    """POST updates to the webhook, one after the other, each until it is taken. Runs until it is cancelled."""
    delay = FIRST_RETRY
    # A test's server has no certificate that anybody knows.
    async with httpx.AsyncClient(verify=False, trust_env=False, timeout=WEBHOOK_TIMEOUT) as client:  # noqa: S501  # see above
        while True:
            with world.lock:
                hook, update = world.updates.webhook, world.updates.next_to_post()
            if hook is None or update is None:
                await asyncio.sleep(TICK)
            elif await _posted(world, client, hook, update):
                delay = FIRST_RETRY
            else:
                await asyncio.sleep(delay)
                delay = min(delay * 2, LAST_RETRY)


async def _posted(world: World, client: httpx.AsyncClient, hook: Webhook, update: Json) -> bool:
    headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret_token} if hook.secret_token else {}
    try:
        answer = await client.post(hook.url, json=update, headers=headers)
        error = "" if answer.is_success else f"Wrong response from the webhook: {answer.status_code}"
    except httpx.HTTPError as failure:
        error = f"Connection failed: {type(failure).__name__}"
    with world.lock:
        if error:
            hook.last_error_date, hook.last_error_message = now(), error
        else:
            world.updates.posted(update)
    return not error


METHODS = {"setWebhook": set_webhook, "deleteWebhook": delete_webhook, "getWebhookInfo": get_webhook_info}
