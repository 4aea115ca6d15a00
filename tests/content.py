"""What people read, gathered for the tests over texts: every sentence of `locales/`, with a name to find it by."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from babel.core import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor
from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from bot.paths import LOCALES

LANGUAGES = tuple(sorted(folder.name for folder in LOCALES.iterdir() if folder.is_dir()))
PLACEHOLDER = re.compile(r"\{(\w+):([a-z0-9-]+)\}")
_LINK = re.compile(r"https?://\S+|@\w+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,7}\b(?:/[\w/#.-]*)?", re.IGNORECASE | re.ASCII)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*")
_CYRILLIC, _LATIN = re.compile(r"[\u0400-\u04ff]"), re.compile(r"[A-Za-z\u00c0-\u024f]")
_ENOUGH_TO_TELL = 25
"""Letters from which on lingua is asked what language a text is in."""


class Said(NamedTuple):
    """One text that people read. `where`: file and key, e.g. "uk/interface.ftl menu"."""

    language: str
    where: str
    text: str

    @property
    def key(self) -> str:
        return self.where.partition(" ")[2]


# Fluent files


def fluent_files(language: str) -> list[Path]:
    """The interface texts of a language."""
    return sorted((LOCALES / language).glob("*.ftl"))


@cache
def entries(path: Path) -> tuple[ast.EntryType, ...]:
    """Everything in a Fluent file, mistakes included."""
    return tuple(FluentParser().parse(path.read_text(encoding="utf-8")).body)


def messages(path: Path) -> dict[str, ast.Message]:
    """The texts of a Fluent file by key."""
    return {entry.id.name: entry for entry in entries(path) if isinstance(entry, ast.Message)}


@cache
def all_messages(language: str) -> dict[str, ast.Message]:
    """The texts of a language by key."""
    return {key: message for path in fluent_files(language) for key, message in messages(path).items()}


class _Parts(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.selects: list[ast.SelectExpression] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  (fluent names its visitor's methods)
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        self.selects.append(node)
        self.generic_visit(node)


def parts(message: ast.Message) -> _Parts:
    """The variables and selectors of a message."""
    found = _Parts()
    found.visit(message)
    return found


def variants(select: ast.SelectExpression) -> set[str]:
    """The keys of a selector's variants."""
    return {key.name if isinstance(key, ast.Identifier) else key.value for key in (one.key for one in select.variants)}


def categories(language: str) -> set[str]:
    """The plural categories of a language (CLDR)."""
    return {*Locale.parse(language).plural_form.tags, "other"}


def is_plural(select: ast.SelectExpression) -> bool:
    """Whether a selector chooses by number and not by a name."""
    return variants(select) <= {"zero", "one", "two", "few", "many", "other"} or any(
        isinstance(one.key, ast.NumberLiteral) for one in select.variants
    )


@cache
def bundle(language: str) -> FluentBundle:
    """The texts of a language, ready to be formatted."""
    made = FluentBundle([language], use_isolating=False)
    for path in fluent_files(language):
        made.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return made


def formatted(language: str, key: str) -> Iterator[tuple[str, list[Any]]]:
    """A message with sample values, once for every number that may change its form, and the errors of it."""
    found = parts(all_messages(language)[key])
    selectors = [one.selector for one in found.selects if is_plural(one)]
    counted = {one.id.name for one in selectors if isinstance(one, ast.VariableReference)}
    for number in (0, 1, 2, 3, 5, 11, 19, 20, 21, 22, 25, 100, 101, 111, 20_000) if counted else (1,):
        values: dict[str, Any] = {name: number if name in counted else "Xyz" for name in found.variables}
        pattern = bundle(language).get_message(key).value
        assert pattern is not None, key
        text, errors = bundle(language).format_pattern(pattern, values)
        yield str(text), list(errors)


# Everything that people read


def interface(language: str) -> Iterator[Said]:
    """Every form of every interface text."""
    for path in fluent_files(language):
        for key in messages(path):
            for text in dict.fromkeys(text for text, _ in formatted(language, key)):
                yield Said(language, f"{language}/{path.name} {key}", text.replace("Xyz", "…"))


def answers(language: str) -> Iterator[Said]:
    """Questions and answers."""
    for path in sorted((LOCALES / language / "faq").glob("*.yml")):
        for slug, words in _load(path).items():
            yield Said(language, f"{language}/faq/{path.name} {slug}.question", words["question"].strip())
            yield Said(language, f"{language}/faq/{path.name} {slug}.answer", words["answer"].strip())


def service_names(language: str) -> Iterator[Said]:
    """What services are called and do."""
    for service, words in _load(LOCALES / language / "services.yml").items():
        for part, text in words.items():
            yield Said(language, f"{language}/services.yml {service}.{part}", text)


def profile(language: str) -> Iterator[Said]:
    """What Telegram shows of the bot."""
    for name, text in _load(LOCALES / language / "botprofile.yml").items():
        rows = text.items() if isinstance(text, dict) else [("", text)]
        yield from (Said(language, f"{language}/botprofile.yml {name}{one and '.' + one}", said) for one, said in rows)


def canned(language: str) -> Iterator[Said]:
    """Ready replies of counselors, and their names."""
    for path in sorted((LOCALES / language / "canned").glob("*.yml")):
        for key, words in _load(path).items():
            yield from (Said(language, f"{language}/canned/{path.name} {key}.{part}", words[part]) for part in words)


def everything(language: str) -> list[Said]:
    """All that people read in a language."""
    return [*interface(language), *answers(language), *canned(language), *service_names(language), *profile(language)]


@cache
def _load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


# Which language a text is in


def bare(text: str) -> str:
    """A text without placeholders, links and handles."""
    return _LINK.sub(" ", PLACEHOLDER.sub(" ", text))


def words_of(text: str) -> list[str]:
    """The words of a text, without placeholders, links and handles."""
    return _WORD.findall(bare(text))


def left_in_another_language(text: str, language: str) -> str:
    """Why a text seems to be in another language than it should; empty if it does not."""
    letters = "".join(_LETTER.findall(bare(text)))
    cyrillic, latin = len(_CYRILLIC.findall(letters)), len(_LATIN.findall(letters))
    if language != "uk" and cyrillic:
        return "Cyrillic letters"
    if language == "uk" and latin > cyrillic:
        return "mostly Latin letters"
    if language == "uk" and re.search(r"[ыэъё]", letters, re.IGNORECASE):
        return "Russian letters"
    if len(letters) > _ENOUGH_TO_TELL and (found := _read_as(bare(text).lower())) != language:
        return f"reads as {found}"
    return ""


@cache
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(Language.UKRAINIAN, Language.ROMANIAN, Language.ENGLISH).build()


def _read_as(text: str) -> str:
    found = _detector().detect_language_of(text)
    return found.iso_code_639_1.name.lower() if found else "nothing"


def mixed_words(text: str) -> list[str]:
    """Words of letters of two alphabets: a Latin "i" in a Ukrainian word looks right, and no search finds it."""
    return [word for word in words_of(text) if _CYRILLIC.search(word) and _LATIN.search(word)]
