"""The only way into Rasa: messages of the gateway, with a shared secret. Rasa's own REST channel asks for none.

Rasa's HTTP API stays switched off: it could read and change every talk.
"""

import hmac
from typing import Any, Awaitable, Callable, Dict, Optional, Text

from rasa.core.channels.channel import UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from nlu.components.forgetful_tracker_store import ForgetfulTrackerStore


class GatewayInput(RestInput):
    """Rasa's REST channel behind a bearer token."""

    def __init__(self, token: Text) -> None:
        self._token = token

    @classmethod
    def name(cls) -> Text:
        """The channel's name, a part of its address."""
        return "gateway"

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[Text, Any]]) -> "GatewayInput":
        """Read the token from credentials.yml."""
        if not credentials or not credentials.get("token"):
            cls.raise_missing_credentials_exception()
        return cls(str(credentials["token"]))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[None]]) -> Blueprint:
        """The REST channel's routes, each asked for the token first."""
        routes = super().blueprint(on_new_message)

        @routes.on_request
        async def only_the_gateway(request: Request) -> Optional[HTTPResponse]:
            if hmac.compare_digest(request.token or "", self._token):
                return None
            return response.json({"error": "unauthorized"}, status=401)

        @routes.route("/forget", methods=["POST"])
        async def forget(request: Request) -> HTTPResponse:
            ForgetfulTrackerStore.forget(str(request.json.get("sender")))
            return response.json({"forgotten": True})

        return routes
