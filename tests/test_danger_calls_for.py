"""Which help a dangerous message calls for, and who says to be a minor."""

import pytest

from bot.danger.calls_for import calls_for, is_minor
from bot.danger.levels import NO_DANGER, Danger, Level

BEATEN = Danger(Level.EMERGENCY, ("violence_now",), 1.0)
HELD = Danger(Level.EXPLOITATION, ("documents_held",), 0.9)
SILENT = Danger(Level.CONCERN, ("relative_silent",), 0.6)


@pytest.mark.parametrize(
    ("text", "danger", "before", "need"),
    [
        ("чоловік бє мене, ми в Німеччині", BEATEN, None, "violence"),
        ("barbatul meu ma bate", BEATEN, "trafficking", "violence"),
        ("шеф бьёт нас", BEATEN, None, "trafficking"),
        ("they keep my passport", HELD, None, "trafficking"),
        ("він каже що забере мої документи", HELD, "violence", "violence"),
        ("не хочу жити", Danger(Level.EMERGENCY, ("suicide",), 1.0), None, "psychological"),
        ("sora nu mai raspunde de o saptamana", SILENT, None, "missing"),
        ("in berlin", NO_DANGER, "missing", "missing"),
        ("they keep her passport", HELD, "missing", "trafficking"),
        ("добрий день", NO_DANGER, None, None),
    ],
)
def test_the_need_follows_what_was_told(text: str, danger: Danger, before: str | None, need: str | None) -> None:
    assert calls_for(text, danger, before) == need


@pytest.mark.parametrize(
    "text", ["Мені 15, він кличе в Італію", "мне 14", "am 16 ani", "hi im 15", "I'm 17 and alone", "I’m 17"]
)
def test_a_minor_says_so(text: str) -> None:
    assert is_minor(text)


@pytest.mark.parametrize(
    "text",
    ["мені 45", "am 15 minute", "i am 15 km from the border", "мені 17 годин їхати", "im 20", "дочці 15", "am 16 lei"],
)
def test_other_numbers_make_no_minor(text: str) -> None:
    assert not is_minor(text)
