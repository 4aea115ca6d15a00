"""A strict and unreliable stand-in for api.telegram.org, for tests.

`BotApi` is the server and the remote control of a test, `Person` somebody who writes to the bot. It speaks HTTP, so the
real program runs against it unchanged; nothing here may import the program.
"""

from .api import BotApi
from .person import Person
from .records import Button, Call, Heard, Press, Violation

__all__ = ["BotApi", "Button", "Call", "Heard", "Person", "Press", "Violation"]
