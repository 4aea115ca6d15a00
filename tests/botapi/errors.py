"""What the stand-in answers when it does not do what it was asked."""

from typing import Any


class Refusal(Exception):
    """A call that is answered with an error, in Telegram's words.

    `violation`: the program broke a documented rule (and did not merely meet life, such as a blocked bot or a flood).
    """

    def __init__(
        self, status: int, description: str, *, retry_after: int | None = None, violation: bool = True
    ) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.retry_after = retry_after
        self.violation = violation

    def payload(self) -> dict[str, Any]:
        """The JSON body of the answer."""
        body: dict[str, Any] = {"ok": False, "error_code": self.status, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(reason: str) -> Refusal:
    """400 with Telegram's prefix."""
    return Refusal(400, f"Bad Request: {reason}")


def conflict(reason: str) -> Refusal:
    """409 with Telegram's prefix."""
    return Refusal(409, f"Conflict: {reason}")


def blocked() -> Refusal:
    """403 for a bot that the person has blocked; nobody's mistake."""
    return Refusal(403, "Forbidden: bot was blocked by the user", violation=False)


def too_many_requests(retry_after: int) -> Refusal:
    """429; `retry_after` in whole seconds, at least 1."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after, violation=False)
