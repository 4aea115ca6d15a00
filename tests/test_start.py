"""Starting: what an operator sees when something is wrong is one clear line, never a traceback."""

import socket
from pathlib import Path

from tests.botapi import BotApi
from tests.program import Program


def refused(program: Program) -> str:
    """What the program says when it cannot start."""
    result = program.command("run")
    assert result.returncode != 0
    lines = [line for line in result.stderr.splitlines() if line.startswith("hotline:")]
    assert len(lines) == 1, result.stderr
    assert "Traceback" not in result.stderr + result.stdout
    return lines[0]


def test_a_taken_port_is_named(gateway: Program) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", gateway.ports[1]))
        other.listen()
        assert f"port {gateway.ports[1]}" in refused(gateway)


def test_a_wrong_key_file_is_named(gateway: Program) -> None:
    key = gateway.folder / "secret.key"
    key.write_text("not a key")
    key.chmod(0o600)
    assert "is not a key" in refused(gateway)


def test_a_key_file_that_others_can_read_is_refused(gateway: Program) -> None:
    key = gateway.folder / "secret.key"
    key.write_text("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
    key.chmod(0o644)
    assert "chmod 600" in refused(gateway)


def test_another_key_than_the_database_was_written_with_is_noticed(gateway: Program) -> None:
    gateway.start()
    from tests.web import Visitor

    with Visitor(gateway) as visitor:
        visitor.says("привіт")
        visitor.hears()
    gateway.stop()
    (gateway.folder / "secret.key").unlink()
    assert "another key" in refused(gateway)


def test_an_unusable_data_folder_is_named(gateway: Program, tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("")
    gateway.settings["DATA_DIR"] = str(blocked / "data")
    assert "data folder" in refused(gateway)


def test_a_wrong_setting_is_named(gateway: Program) -> None:
    gateway.settings["PUBLIC_PORT"] = "many"
    assert "HOTLINE_PUBLIC_PORT" in refused(gateway)


def test_a_token_that_telegram_does_not_know_is_named(gateway: Program) -> None:
    with BotApi(token="1:OTHER") as api:
        gateway.telegram = api.url
        assert "HOTLINE_TELEGRAM_TOKEN" in refused(gateway)


def test_the_key_is_made_for_the_owner_alone(gateway: Program) -> None:
    gateway.start()
    assert (gateway.folder / "secret.key").stat().st_mode & 0o777 == 0o600


def test_it_stops_when_told(gateway: Program) -> None:
    gateway.start()
    assert gateway.stop() == 0


def test_every_command_has_help(gateway: Program) -> None:
    for command in ("run", "train", "migrate", "analyze", "doctor", "account", "settings"):
        result = gateway.command(command, "--help")
        assert result.returncode == 0
        assert "Usage: hotline" in result.stdout


def test_the_doctor_finds_this_installation_in_order(gateway: Program) -> None:
    result = gateway.command("doctor")
    assert "MEND" not in result.stdout, result.stdout
    assert result.returncode == 0
