"""All tables of the hotline: importing a model registers it."""

from sqlalchemy import MetaData

import bot.cases.models
import bot.conversations.models
import bot.faq.models
import bot.handoff.models
import bot.handoff.shifts.models
import bot.offers.guided.models
import bot.offers.registers.models
import bot.privacy.models
import bot.quiz.models
import bot.staff.models
import bot.statistics.models  # noqa: F401  # imported for its tables
from bot.storage.base import Base


def metadata() -> MetaData:
    """What the migrations must arrive at."""
    return Base.metadata
