"""Prints docs/data-inventory.md: what the hotline stores, made from the docstrings under the columns of all models.

    .venv/bin/python tools/data_inventory.py > docs/data-inventory.md

The models are read as text (ast) and not imported, so that the page can be made anywhere. A column without a
docstring ends the program, unless it is a number of its own row or points to another row.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_HEAD = """
# What the hotline stores

<!-- Made by tools/data_inventory.py from the models. Do not edit: change the docstrings there and make it again. -->

For whoever answers for data protection, and for operators. Every table and every column of the database. "Encrypted":
AES-256-GCM with a key from the key file; without that file the value cannot be read, not even with the whole database.

## How long

- **A person's talks**, with messages, files, notes of counselors and the emptied inbox: until the person erases them,
  and at most 90 days after a counselor closed the talk or after the person last wrote. The program looks every hour.
- **The person** (hashed key, encrypted address, language): until 90 days after they last wrote. Erasing on request
  leaves this row, because the answer "everything is erased" must still find its way.
- **The closing form** of a talk and its follow-up: as long as the talk.
- **Case records**: as long as the talk; with the person's consent a year after the last change, and then their row stays too, so
  that they can still have everything erased. Names and contacts: as long as the consent to keep them.
- **Counts by month** have no people in them and stay.
- **The quiz**: which offers a person has met and their newest round, until the person erases their data or is gone. A round
  that was left can be taken up again for a day.
- **Answers and directory** have no people in them and stay.
- **Guided checks of offers** (signs with their words, answers): seven days after the check was last gone on with, and with the
  talk before that. What was said in the chat stays with the chat.
- **Questions without an answer**, scrubbed of personal data and linked to nobody: 30 days after an admin settled them, 180
  days after they were last asked at the latest. Erasing a person does not find them.
- **Registers** stay until the list is imported anew or removed. The list of reported names may name persons: it is encrypted.
- **A message that could not be answered** after five tries keeps its text, but no picture or file, in the inbox until
  the person is erased.
- **Staff accounts** stay as long as the account does. Sessions end after 12 hours of silence.
- **The audit** is meant to stay two years. The program does not delete old lines by itself yet.
- **Copies**: a backup keeps what was erased after it was made. Delete backups after 30 days
  ([operators.md](operators.md#backups)).

## What is not in the database

- **Files of the data folder**: key file, trained models, vectors of the training phrases, `rasa.log`, `rasa-train.log`.
  None holds what people wrote.
- **Rasa's memory**: Rasa keeps the messages of talks, under a random name, in its working memory and nowhere else. They
  are gone when Rasa ends.
- **Telegram** keeps its own copy of every chat there; people are told so.
- **The browser** of a web-chat visitor keeps a random session (90 days) and, until the tab is closed or "Leave quickly"
  is used, a draft. A counselor's browser keeps unsent drafts.
- **Log lines**: never what people wrote, never who they are, no addresses of visitors.
"""
_GONE = {"CASCADE": "goes with it", "SET NULL": "emptied when it goes"}


@dataclass(frozen=True)
class Column:
    """One column. `kept` says how its value lies in the database."""

    name: str
    kept: str
    meaning: str


@dataclass(frozen=True)
class Table:
    """One table."""

    name: str
    meaning: str
    where: str
    columns: tuple[Column, ...]


def tables(folder: Path = ROOT / "bot") -> list[Table]:
    """All tables, by the file that defines them and then in its order."""
    found: list[Table] = []
    for path in sorted(folder.glob("**/models.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            found += _table(path, node)
    return found


def _table(path: Path, node: ast.stmt) -> Iterator[Table]:
    if not isinstance(node, ast.ClassDef):
        return
    assigned = {_target(one): one.value for one in node.body if isinstance(one, ast.Assign)}
    if "__tablename__" in assigned:
        name, where = _text(assigned["__tablename__"]), path.relative_to(ROOT).as_posix()
        yield Table(name, ast.get_docstring(node) or "", where, tuple(_columns(name, node.body)))


def _columns(table: str, body: list[ast.stmt]) -> Iterator[Column]:
    for one, after in zip(body, [*body[1:], ast.Pass()], strict=True):
        if isinstance(one, ast.AnnAssign) and ast.unparse(one.annotation).startswith("Mapped["):
            call = one.value if isinstance(one.value, ast.Call) else ast.Call(ast.Name("mapped_column"), [], [])
            name = next((_text(argument) for argument in call.args if _text(argument)), ast.unparse(one.target))
            meaning = " ".join(part for part in (_said(after), _pointer(call)) if part) or _own_number(call)
            if not meaning:
                raise SystemExit(f"{table}.{name} has no docstring")
            yield Column(name, _kept(call), meaning)


def _said(after: ast.stmt) -> str:
    return " ".join(_text(after.value).split()) if isinstance(after, ast.Expr) else ""


def _kept(call: ast.Call) -> str:
    called = {ast.unparse(argument.func) for argument in call.args if isinstance(argument, ast.Call)}
    return "encrypted" if any(name.startswith("Encrypted") for name in called) else "plain"


def _pointer(call: ast.Call) -> str:
    """What a foreign key says by itself."""
    for argument in call.args:
        if isinstance(argument, ast.Call) and ast.unparse(argument.func) == "ForeignKey":
            after = next((_GONE[_text(word.value)] for word in argument.keywords if word.arg == "ondelete"), "")
            return f"Points to `{_text(argument.args[0])}`{f'; {after}' if after else ''}."
    return ""


def _own_number(call: ast.Call) -> str:
    return "Number of the row." if any(word.arg == "primary_key" for word in call.keywords) else ""


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _target(node: ast.Assign) -> str:
    return ast.unparse(node.targets[0])


def page() -> str:
    """The page."""
    return "\n\n".join([_HEAD.strip(), *map(_section, tables())]) + "\n"


def _section(table: Table) -> str:
    rows = [f"| `{column.name}` | {column.kept} | {column.meaning.replace('|', '/')} |" for column in table.columns]
    head = f"## {table.name}\n\n{table.meaning} (`{table.where}`)\n\n"
    return head + "\n".join(["| column | in the database | meaning |", "| --- | --- | --- |", *rows])


if __name__ == "__main__":
    sys.stdout.write(page())
