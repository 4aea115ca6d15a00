"""Who makes a request: what every page knows of its reader."""

from dataclasses import dataclass
from typing import Annotated, Any, cast

from fastapi import Depends, Path, Request

from bot.hotline import Hotline
from bot.staff.models import Staff
from bot.staff.permissions import Permission, may
from bot.staff.sign_in import SignedIn

LARGEST = 2**63 - 1
"""The largest number that a database can hold; a larger one in an address is no row of ours."""
Number = Annotated[int, Path(ge=1, le=LARGEST)]


@dataclass(frozen=True)
class Visit:
    """One request, and who makes it. `token` is the session cookie's."""

    hotline: Hotline
    language: str
    token: str = ""
    signed_in: SignedIn | None = None

    @property
    def me(self) -> Staff:
        """The account. Only pages behind the guard ask."""
        if self.signed_in is None:
            raise RuntimeError("nobody is signed in")
        return self.signed_in.staff

    @property
    def csrf(self) -> str:
        """What every form of this reader carries."""
        return self.signed_in.csrf if self.signed_in else ""

    def may(self, permission: Permission) -> bool:
        """Whether the reader has a permission."""
        return self.signed_in is not None and may(self.me.role, permission)

    def say(self, key: str, /, **values: Any) -> str:
        """A text in the reader's language."""
        return self.hotline.library.texts.say(self.language, key, **values)


def here(request: Request) -> Visit:
    """The visit of a request; the guard made it."""
    return cast("Visit", request.state.visit)


Here = Annotated[Visit, Depends(here)]


def first_language(hotline: Hotline, accepted: str) -> str:
    """The language of a page for somebody not signed in, from Accept-Language."""
    for part in accepted.split(","):
        if language := hotline.library.texts.spoken(part.partition(";")[0].strip().partition("-")[0].lower()):
            return language
    return hotline.settings.default_language
