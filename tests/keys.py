"""Which texts the code says, read from its source: `say("…")`, `button("…")`, and families (`flag-…`)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
_KEY_AT = {"small_talk": 1, "refusal": 3}
"""Own functions that are given a key, and the place of it among their arguments."""
_TEMPLATE_CALL = re.compile(r"\b(?:say|t)\(\s*[\"']([a-z0-9-]+)[\"']\s*(~)?")
_TEMPLATE_NAMED = re.compile(r"\bnamed\(\s*[\"']([a-z0-9-]+)[\"']")
_KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*-?")


class Use(NamedTuple):
    """A key that the code says; `family`: only its beginning stands in the code."""

    where: str
    key: str
    family: bool = False


def uses() -> list[Use]:
    """Everything that code and templates say."""
    found: list[Use] = []
    for folder in ("bot", "actions"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            found += _in_code(path)
    for path in sorted((ROOT / "bot/web/templates").rglob("*.html")):
        found += _in_template(path)
    return found


def literals() -> set[str]:
    """Every string in the code that could be a key."""
    paths = [path for folder in ("bot", "actions") for path in (ROOT / folder).rglob("*.py")]
    nodes = (node for path in paths for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _in_template(path: Path) -> Iterator[Use]:
    where, text = str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
    for key, joined in _TEMPLATE_CALL.findall(text):
        yield Use(where, key, bool(joined))
    yield from (Use(where, f"{prefix}-", family=True) for prefix in _TEMPLATE_NAMED.findall(text))


def _in_code(path: Path) -> Iterator[Use]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assigned = _assigned(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (argument := _key_argument(node)) is not None:
            where = f"{path.relative_to(ROOT)}:{node.lineno}"
            prefix = "button-" if _name(node.func) == "button" else ""
            for key, family in _keys(argument, assigned):
                if _KEY.fullmatch(key):
                    yield Use(where, prefix + key, family)


def _key_argument(call: ast.Call) -> ast.expr | None:
    """The argument of a call that is a text's key; None if the call says nothing."""
    name, given = _name(call.func), call.args
    if name == "button" and given:
        return given[0]
    if name == "say" and given:
        if isinstance(call.func, ast.Attribute) and _name(call.func.value) == "texts":
            return given[1]  # texts.say(language, key)
        return given[0] if len(given) == 1 else None  # outbox.say(session, talk, …) is another thing
    if name == "named" and len(given) == 3:
        return ast.JoinedStr([given[1], ast.Constant("-"), given[2]])
    if name in _KEY_AT and len(given) > _KEY_AT[name]:
        return given[_KEY_AT[name]]
    return None


def _keys(node: ast.expr, assigned: dict[str, list[ast.expr]]) -> Iterator[tuple[str, bool]]:
    """The keys an expression may give, and whether each is only the beginning of one."""
    if isinstance(node, ast.Constant):
        yield str(node.value), False
    elif isinstance(node, ast.IfExp):
        yield from _keys(node.body, assigned)
        yield from _keys(node.orelse, assigned)
    elif isinstance(node, ast.Name):
        for value in assigned.get(node.id, ()):
            if not isinstance(value, ast.Name):
                yield from _keys(value, assigned)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from ((key, True) for key, _ in _keys(node.left, assigned))
    elif isinstance(node, ast.JoinedStr):
        yield from _beginning(node)


def _beginning(node: ast.JoinedStr) -> Iterator[tuple[str, bool]]:
    start = ""
    for part in node.values:
        if not isinstance(part, ast.Constant):
            break
        start += str(part.value)
    if start:
        yield start, True


def _assigned(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """What each name is ever set to in a module."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).append(node.value)
    return found


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
