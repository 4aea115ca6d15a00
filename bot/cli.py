"""`hotline …`: the commands for operators and admins."""

import asyncio
import logging
import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import Settings, SettingsError, read_settings

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="An awareness hotline on Telegram and the web. Settings come from HOTLINE_… variables or .env (see .env.example).",
)

registers = typer.Typer(no_args_is_help=True, help="Registers of intermediaries, and of reported names.")
app.add_typer(registers, name="registers")


def _fail(message: object) -> typer.Exit:
    typer.echo(f"hotline: {message}", err=True)
    return typer.Exit(1)


def _settings() -> Settings:
    try:
        return read_settings()
    except SettingsError as error:
        raise _fail(error) from None


@app.command()
def run() -> None:
    """Run the hotline: web chat, staff application, Telegram if a token is set, and Rasa beside them."""
    import uvloop

    from bot import app as gateway
    from bot.channels.telegram_reader import BadToken
    from bot.privacy.keys import KeyFileError

    settings = _settings()
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for talkative in ("httpx", "httpcore", "rasa_sdk"):  # at INFO httpx writes URLs, and Telegram's hold the token
        logging.getLogger(talkative).setLevel(logging.WARNING)
    problems = (gateway.DataFolderError, gateway.PortTaken, KeyFileError)
    try:
        uvloop.run(gateway.serve(settings, typer.echo))
    except KeyboardInterrupt:
        pass
    except BaseExceptionGroup as group:
        raise _fail(_first(group)) from None
    except BadToken:
        raise _fail("HOTLINE_TELEGRAM_TOKEN: Telegram does not know this token; get one from @BotFather") from None
    except problems as error:
        raise _fail(error) from None


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    logging.getLogger(__name__).error("a part of the hotline failed", exc_info=error)
    return error


@app.command()
def train(
    rasa: Annotated[bool, typer.Option(help="Train Rasa's model too, if its inputs changed.")] = True,
) -> None:
    """Learn from the phrases in nlu/ and stories/, if they changed since the last time."""
    from bot.app import DataFolderError, open_data_folder
    from bot.rasa_training import RasaTrainingFailed, ensure_rasa_model
    from bot.understanding import ensure

    settings = _settings()
    try:
        open_data_folder(settings.data)
        ensure(settings.data, typer.echo)
        if rasa:
            ensure_rasa_model(settings, typer.echo)
    except (DataFolderError, RasaTrainingFailed) as error:
        raise _fail(error) from None


@app.command()
def migrate() -> None:
    """Bring the database to today's shape and the seed answers into it."""
    from bot.app import DataFolderError, open_data_folder, open_storage
    from bot.privacy.keys import KeyFileError

    settings = _settings()

    async def work() -> None:
        _, storage = await open_storage(settings)
        await storage.close()

    try:
        open_data_folder(settings.data)
        asyncio.run(work())
    except (DataFolderError, KeyFileError) as error:
        raise _fail(error) from None
    typer.echo("the database is up to date")


@app.command()
def analyze() -> None:
    """Read JSON lines {"id", "text"} on standard input, write what is understood as JSON lines. Needs no server."""
    from bot.analyze_lines import analyze_lines

    failures = analyze_lines(_settings(), sys.stdin.buffer, sys.stdout, partial(typer.echo, err=True))
    raise typer.Exit(1 if failures else 0)


@app.command()
def doctor() -> None:
    """Check this installation and say what to mend."""
    from bot.doctor import examine

    findings = examine(_settings())
    for finding in findings:
        typer.echo(
            f"{'ok  ' if finding.good else 'MEND'}  {finding.what}"
            + ("" if finding.good else f"\n      → {finding.mend}")
        )
    raise typer.Exit(0 if all(finding.good for finding in findings) else 1)


@app.command()
def account(
    name: Annotated[str, typer.Argument(help="Name to sign in with.")],
    role: Annotated[str, typer.Option(help="counselor, supervisor or admin")] = "counselor",
    language: Annotated[str, typer.Option(help="Language of the console: en, uk or ro.")] = "en",
) -> None:
    """Make a staff account (or a new link for one that exists) and print the one-time link that sets its password."""
    from bot.accounts_command import make_account

    settings = _settings()
    try:
        link = asyncio.run(make_account(settings, name, role, language))
    except ValueError as error:
        raise _fail(error) from None
    typer.echo(f"http://{settings.bind}:{settings.staff_port}/welcome/{link}")


@registers.command("import")
def import_register(
    file: Annotated[
        Path, typer.Argument(help="CSV or XLSX, at most 8 MB and 50,000 rows.", exists=True, dir_okay=False)
    ],
    register: Annotated[str, typer.Option(help="Which register: ua-list, pl-kraz, ro-itm or reported.")],
    date: Annotated[str, typer.Option(help="Day of the list, as 2026-11-25; today if it is not given.")] = "",
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="Import the good rows although others are bad.")] = False,
) -> None:
    """Import a register from a file, in place of what was imported before; nothing changes if a row is bad."""
    from bot.app import DataFolderError
    from bot.offers.registers.errors import FileRefused
    from bot.offers.registers.known import NoSuchRegister
    from bot.privacy.keys import KeyFileError
    from bot.registers_command import import_file

    try:
        done = import_file(_settings(), file, register, date, skip_bad=skip_bad)
    except (DataFolderError, KeyFileError, FileRefused, NoSuchRegister, ValueError, OSError) as error:
        raise _fail(error) from None
    raise typer.Exit(0 if done else 1)


@app.command()
def settings() -> None:
    """Show every setting, its value and what it means (secrets are not shown)."""
    given = _settings()
    for name, field in Settings.model_fields.items():
        value = getattr(given, name)
        shown = "(set)" if name in ("telegram_token", "database_url", "redis_url") and value else value
        typer.echo(f"HOTLINE_{name.upper()}={shown}\n    {field.description} Default: {field.default!s}")


def main() -> None:
    """Entry point."""
    app(prog_name=Path(sys.argv[0]).name)
