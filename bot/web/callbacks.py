"""The private port on which Rasa calls back: custom actions, and the words for what it wants to say. Loopback, with a secret."""

import hmac
from typing import Any

from fastapi import FastAPI, HTTPException, Request
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

import actions.answers
import actions.help_near
import actions.offers
import actions.people
from actions.context import HotlineAction, voice_of
from bot.replies import respond
from bot.replies.voice import Library

_ACTIONS = (
    actions.answers.ActionAnswer,
    actions.answers.ActionFollowUp,
    actions.answers.ActionTopics,
    actions.answers.ActionUnknown,
    actions.answers.ActionThanks,
    actions.answers.ActionNotHelped,
    actions.people.ActionHandOver,
    actions.offers.ActionCheckOffer,
    actions.help_near.ActionInformed,
    actions.help_near.ActionFindHelp,
    actions.help_near.ValidateHelpForm,
)


def callbacks_app(library: Library, secret: str) -> FastAPI:
    """The app. `secret`: what Rasa must send as the query's `token`."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    HotlineAction.library = library
    executor = ActionExecutor()
    for action in _ACTIONS:
        executor.register_action(action)

    def only_rasa(request: Request) -> None:
        if not hmac.compare_digest(request.query_params.get("token", ""), secret):
            raise HTTPException(401)

    @app.post("/actions")
    async def run_action(request: Request) -> dict[str, Any]:
        """Run a custom action, in the protocol of Rasa's action server."""
        only_rasa(request)
        try:
            result = await executor.run(await request.json())
        except ActionExecutionRejection as rejection:
            raise HTTPException(400, {"error": str(rejection), "action_name": rejection.action_name}) from None
        except ActionNotFoundException as missing:
            raise HTTPException(404, {"error": str(missing), "action_name": missing.action_name}) from None
        return dict(result or {})

    @app.post("/nlg")
    async def say(request: Request) -> dict[str, Any]:
        """Say what Rasa names, in the person's language."""
        only_rasa(request)
        call = await request.json()
        voice = voice_of(library, call["tracker"]["latest_message"])
        try:
            replies = respond.named(voice, call["response"])
        except KeyError:
            raise HTTPException(404, {"error": f"no text is named {call['response']}"}) from None
        return {"text": "", "custom": {"replies": [reply.as_dict() for reply in replies]}}

    return app
