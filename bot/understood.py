"""What stands in a message beside danger and language, kept with it so that a counselor sees it at once.

Found once, when the message comes: an open console draws a talk again and again, and must not read it anew each time.
"""

import asyncio
from typing import Any

from bot.conversations.incoming import LONGEST, Incoming
from bot.hotline import Hotline


async def notes_on(hotline: Hotline, incoming: Incoming) -> dict[str, Any]:
    """The signs of an offer with their places, and the country that is named, as notes of the message.

    Args:
        hotline: reads.
        incoming: what came; pressed buttons have no words.

    Returns:
        `flags` (code, weight, start and end in code points of the kept text, found_by), `offer` (true for an offer, with
        signs or without) and `place` (ISO 3166-1), each only if there is one.
    """
    text = incoming.text[:LONGEST]
    if incoming.kind == "button" or not text.strip():
        return {}
    return await asyncio.to_thread(_read, hotline, text)


def _read(hotline: Hotline, text: str) -> dict[str, Any]:
    report = hotline.library.offers.check(text)
    flags = [
        {"code": flag.code, "weight": flag.weight, "start": flag.start, "end": flag.end, "found_by": flag.found_by}
        for flag in report.flags
    ]
    place = hotline.library.places.country_in(text)
    offer = {} if report.verdict == "not_an_offer" else {"offer": True}
    return ({"flags": flags} if flags else {}) | offer | ({"place": place} if place else {})
