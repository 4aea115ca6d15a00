"""The staff face: sign-in, the counselors' console, accounts. What is not allowed by name is refused (`guard.py`)."""

from bot.web.staff.app import staff_app

__all__ = ["staff_app"]
