"""Where people write: adapters of one small protocol. Adding a channel is one file here."""

import os

# python-telegram-bot then gives waiting times as timedelta, which will be its only form; without it it warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")
