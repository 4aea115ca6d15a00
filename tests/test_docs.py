"""The documentation is complete and true: what docs/ does not describe fails here, and what no longer exists."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from bot.channels.telegram_updates import COMMANDS
from bot.cli import app
from bot.settings import Settings
from bot.staff.models import Role
from bot.staff.permissions import PERMISSIONS, Permission
from bot.tables import metadata

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("**/*.md"))
DECISIONS = sorted((DOCS / "adr").glob("*.md"))

_INTERNAL = {"HOTLINE_CALLBACK_SECRET", "HOTLINE_VECTOR_STORE", "HOTLINE_ENCODER"}
"""Variables that the gateway gives to Rasa; no settings."""
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_OUR_PATH = re.compile(r"`((?:bot|actions|nlu|stories|locales|tests|tools|deploy)/[\w./-]+)`")
_FENCED = re.compile(r"^( *)```.*?^\1```$", re.MULTILINE | re.DOTALL)
_DATES = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_LONG_NUMBER = re.compile(r"(?<![\w.,/:])\+?\d(?:[ ()\u00a0-]{0,2}\d){6,}(?![\w/])")


def text_of(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def prose(page: Path) -> str:
    """A page without its examples."""
    return _FENCED.sub("", page.read_text(encoding="utf-8"))


def row(name: str, first: str) -> str:
    """The row of a table that begins with `first`."""
    found = [line for line in text_of(name).splitlines() if line.startswith(f"| `{first}` |")]
    assert len(found) == 1, f"docs/{name} has {len(found)} rows for {first}"
    return found[0]


def commands() -> list[str]:
    """All commands, those of groups with the group's name: "registers import"."""
    return [words for name, command in _shown().items() for words in (_within(name, command) or [name])]


def _shown() -> dict[str, Any]:
    return typer.main.get_command(app).commands  # type: ignore[attr-defined]  # a group has commands


def _within(group: str, command: Any) -> list[str]:
    return [f"{group} {name}" for name in getattr(command, "commands", ())]


def targets() -> list[str]:
    return re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """The names under which the headings of a page can be linked, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def looks_like_a_phone(text: str) -> list[str]:
    """Digit groups that somebody could dial, dates apart."""
    return [match[0] for match in _LONG_NUMBER.finditer(_DATES.sub("", text))]


# ---- What must be described ----


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_described_with_its_default(name: str) -> None:
    described = row("operators.md", f"HOTLINE_{name.upper()}")
    default = Settings.model_fields[name].default
    assert f"| {f'`{default}`' if default not in ('', None) else 'empty'} |" in described


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_in_the_example(name: str) -> None:
    assert f"\n#HOTLINE_{name.upper()}=" in (ROOT / ".env.example").read_text()


@pytest.mark.parametrize("name", commands())
def test_every_command_is_described_with_its_options(name: str) -> None:
    described = row("operators.md", f"hotline {name}")
    first, _, second = name.partition(" ")
    shown = _shown()[first].commands[second] if second else _shown()[first]
    for parameter in shown.params:
        names = [*parameter.opts, *parameter.secondary_opts]
        assert any(option in described or option.upper() in described for option in names), names


@pytest.mark.parametrize("name", targets())
def test_every_make_target_is_described(name: str) -> None:
    assert row("operators.md", f"make {name}")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_bot_is_described(name: str) -> None:
    assert row("people.md", f"/{name}")


@pytest.mark.parametrize("permission", Permission)
def test_every_permission_is_described_with_who_has_it(permission: Permission) -> None:
    cells = [cell.strip() for cell in row("admins.md", permission.value).split("|")]
    has = ["yes" if permission in PERMISSIONS[role] else "no" for role in Role]
    assert cells[3:6] == has


@pytest.mark.parametrize("name", metadata().tables)
def test_every_table_and_column_is_in_the_inventory(name: str) -> None:
    section = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", text_of("data-inventory.md"), re.MULTILINE | re.DOTALL)
    assert section, f"{name} is missing"
    for column in metadata().tables[name].columns:
        kept = "encrypted" if type(column.type).__name__.startswith("Encrypted") else "plain"
        assert f"| `{column.name}` | {kept} | " in section[1]


def test_the_inventory_is_what_its_tool_prints() -> None:
    tool = [sys.executable, str(ROOT / "tools" / "data_inventory.py")]
    printed = subprocess.run(tool, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    again = ".venv/bin/python tools/data_inventory.py > docs/data-inventory.md"
    assert text_of("data-inventory.md") == printed, f"make it again: {again}"


def test_a_column_without_a_docstring_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import data_inventory

    monkeypatch.setattr(data_inventory, "ROOT", tmp_path)
    model = 'class A(Base):\n    __tablename__ = "a"\n    said: Mapped[str]\n    """Said."""\n    secret: Mapped[str]\n'
    (tmp_path / "models.py").write_text(model)
    with pytest.raises(SystemExit, match=r"a\.secret has no docstring"):
        data_inventory.tables(tmp_path)


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_is_short_whole_and_listed(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 40
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert text.startswith(f"# {page.stem[:4]} ")
    assert f"](../adr/{page.name})" in text_of("developers/README.md")


# ---- What is described must be there ----


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for link in _LINK.findall(prose(page)):
        where, _, anchor = link.partition("#")
        if where.startswith(("https://", "http://")):
            continue
        target = (page.parent / where).resolve() if where else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_files_that_are_named_exist(page: Path) -> None:
    missing = [path for path in _OUR_PATH.findall(prose(page)) if "CODE" not in path and not (ROOT / path).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_settings_and_commands_that_are_named_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    known = {f"HOTLINE_{name.upper()}" for name in Settings.model_fields} | _INTERNAL
    assert set(re.findall(r"\bHOTLINE_[A-Z]+(?:_[A-Z]+)*", text)) <= known
    assert set(re.findall(r"`(?:\.venv/bin/)?hotline ([a-z]+)", text)) <= {name.split()[0] for name in commands()}
    assert set(re.findall(r"`make ([a-z-]+)", text)) <= set(targets())


def test_every_page_is_reached_from_the_first() -> None:
    reached, ahead = set(), [DOCS / "README.md"]
    while ahead:
        page = ahead.pop()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        ahead += [(page.parent / link.partition("#")[0]).resolve() for link in _LINK.findall(prose(page))]
    assert set(PAGES) <= {page.resolve() for page in reached}


# ---- No phone numbers: they change, and only the directory is checked ----


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_no_page_has_a_phone_number(page: Path) -> None:
    # "102 of 110" in a table of measurements counts messages
    text = re.sub(r"<!-- measured -->.*<!-- /measured -->", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert looks_like_a_phone(text) == []
    services = yaml.safe_load((ROOT / "bot/directory/services.yml").read_text(encoding="utf-8"))
    numbers = {number for one in services for kind in ("inside", "abroad", "text") for number in one.get(kind) or ()}
    found = [number for number in numbers if re.search(rf"(?<![\w.,+-]){re.escape(number)}(?![\w,-]|\.\d)", text)]
    assert found == []


@pytest.mark.parametrize("shape", ["+NNN NN NNN NN NN", "N NNN NNN NNN", "(NNN) NNN-NN-NN", "NNNNNNNNNN"])
def test_a_planted_number_is_found(shape: str) -> None:
    assert looks_like_a_phone(f"on {date(2026, 11, 22)}, call {shape.replace('N', '7')}, or write")
    assert not looks_like_a_phone(f"on {date(2026, 11, 22)}, ports 8000 and 8001, 20,000 characters, 0.8035")
