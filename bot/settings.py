"""Everything an operator can set, read once into one frozen object.

Names are the `HOTLINE_…` variables of the environment or of a `.env` file; `.env.example` explains each.
Nothing else in the program reads the environment.
"""

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.paths import ROOT


class SettingsError(Exception):
    """A setting is wrong; the message is one line for the operator."""


class Settings(BaseSettings):
    """The operator's settings, checked."""

    model_config = SettingsConfigDict(
        env_prefix="HOTLINE_", env_file=".env", frozen=True, extra="ignore", use_attribute_docstrings=True
    )

    telegram_token: str = ""
    """Token of the Telegram bot; empty: no Telegram."""
    telegram_api_url: str = "https://api.telegram.org"
    """Root of the Bot API server: methods under /bot<token>/, files under /file/bot<token>/."""
    public_url: str = ""
    """Public https address of the public app; set: Telegram by webhook instead of long polling."""
    database_url: str = ""
    """SQLAlchemy address of the database; empty: SQLite under the data folder."""
    redis_url: str = ""
    """Redis for several replicas; empty: one process."""
    secret_key_file: Path | None = None
    """File with the master key; empty: `secret.key` under the data folder, made on the first start."""
    data_dir: Path = Path("var")
    """Folder for database, key, model and logs."""
    bind: str = "127.0.0.1"
    """Address on which the public and the staff app listen."""
    public_port: int = Field(default=8000, ge=1, le=65535)
    """Port of the web chat, the Telegram webhook and the health page."""
    staff_port: int = Field(default=8001, ge=1, le=65535)
    """Port of the counselors' console and the administration."""
    callback_port: int = Field(default=8002, ge=1, le=65535)
    """Loopback port on which Rasa calls actions and texts."""
    rasa_port: int = Field(default=5005, ge=1, le=65535)
    """Loopback port of Rasa."""
    rasa: Literal["start", "off"] = "start"
    """`start`: run Rasa beside the gateway; `off`: never (the gateway then answers alone)."""
    secure_cookies: bool = False
    """Send cookies over https only; set it as soon as the apps are behind https."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    """How much is logged; what people write is never logged at any level."""
    default_language: str = "uk"
    """Language of a person of whom nothing is known yet."""
    first_reply_minutes: float = Field(default=3, gt=0)
    """A claim without a first reply goes back to the queue after so many minutes."""
    silence_minutes: float = Field(default=15, gt=0)
    """So does a talk whose person waits for an answer of the counselor for longer."""
    offline_minutes: float = Field(default=5, gt=1)
    """And the talks of a counselor whose console gave no sign for longer (an open one gives one every half minute)."""
    transfer_minutes: float = Field(default=5, gt=0)
    """A transfer that nobody accepted ends after so many minutes; the talk stays with the first counselor."""
    waiting_news_minutes: float = Field(default=15, gt=0)
    """A waiting person who heard nothing for so long is told their place; each time it takes twice as long."""
    staff_url: str = ""
    """Address under which counselors reach the staff application, for links in alerts; empty: no links."""
    alert_chat: str = Field(default="", pattern=r"^(-?\d+)?$")
    """Number of the Telegram group of counselors that is alerted of waiting people; empty: no alerts there."""

    @field_validator("telegram_api_url", "public_url", "staff_url")
    @classmethod
    def _no_slash_at_the_end(cls, value: str) -> str:
        return value.rstrip("/")

    @property
    def data(self) -> Path:
        """The data folder as an absolute path."""
        return self.data_dir if self.data_dir.is_absolute() else ROOT / self.data_dir

    @property
    def key_file(self) -> Path:
        """Where the master key is."""
        return self.secret_key_file or self.data / "secret.key"

    @property
    def database(self) -> str:
        """The database's address, with the asyncio driver's name in it."""
        if not self.database_url:
            return f"sqlite+aiosqlite:///{self.data / 'hotline.sqlite3'}"
        for plain, driven in (
            ("postgresql://", "postgresql+asyncpg://"),
            ("postgres://", "postgresql+asyncpg://"),
            ("sqlite://", "sqlite+aiosqlite://"),
        ):
            if self.database_url.startswith(plain):
                return driven + self.database_url.removeprefix(plain)
        return self.database_url


def read_settings() -> Settings:
    """Read and check the settings.

    Raises:
        SettingsError: a value is wrong; says which and why in one line.
    """
    try:
        settings = Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "HOTLINE_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"{name}: {first['msg']} (given: {first['input']!r})") from None
    ports = [settings.public_port, settings.staff_port, settings.callback_port, settings.rasa_port]
    if len(set(ports)) < len(ports):
        raise SettingsError(f"the ports must differ, but are {ports} (public, staff, callback, Rasa)")
    return settings
