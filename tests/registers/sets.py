"""The set as data: a list of ten thousand invented firms, names as people write them, and texts without any of them.

`names.tsv` and `without.txt` are written by hand; `spoilt` makes more variants by machine, with a fixed seed.
"""

import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
ROWS = 10_000
_KMU = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch - iu ia".split(),
        strict=True,
    )
)
_FILLER = (
    (
        "ТОВ «{} {}»",
        "Аргон Вега Лагуна Титан Мрія Славута Дунай Карпати Едельвейс Фенікс Каштан Орлан Рубікон Сокіл Тернопіль Хвиля "
        "Чайка Юпітер Явір Беркут Вишня Грифон Джерело Есмань Жайвір Заграва Калина Ластівка Морена Нептун Оберіг Пегас "
        "Ратуша Скіф Троянда Універсал Форпост Херсонес Центавр Шанс Арсенал Бескид Візаві Говерла Десна Зеніт",
        "Персонал|Кадри|Крюїнг|Джоб|Ворк|Рекрут|Інтер|Сервіс|Груп|Плюс|Європа|Стафф|Марін|Консалт|Трудовий центр|Захід|Схід|"
        "Логістик|Менеджмент|Шиппінг|Вояж|Глобал|Лайн|Тім|Партнер|Експерт|Візард|Старт|Альянс|Кар'єра",
    ),
    (
        "{} {} SP. Z O.O.",
        "Ambrozja Borsuk Cyprys Dąbrowa Eskulap Filary Granit Husaria Iskra Jantar Klonowa Lazur Mewa Narew Opoka Piast "
        "Rysy Sawa Tatry Ursyn Wawel Zamek Żubr Agawa Bieszczady Cedr Delta Echo Fala Gryf Harnaś Irys Jodła Kaskada Limba "
        "Magnolia Noteć Orzeł Polana Rawa Sokół Tulipan Warta Zefir Bocian",
        "Kadry|Personel|Work|Jobs|Praca|HR|Outsourcing|Agencja Pracy|Service|Group|Partner|Staff|Bud|Logistics|Care|Opieka|"
        "Konsulting|Rekrutacja|Praca Tymczasowa|Plus|Euro|Team|Agro|Talent|Solutions|Export|Nord|West|Ost|Trans",
    ),
    (
        "S.C. {} {} S.R.L.",
        "Apollo Brad Codru Delfin Egreta Fulger Gorun Hora Izvor Jiul Lebăda Mureș Nufăr Olimp Păltiniș Retezat Siret "
        "Tâmpa Urban Vulcan Zimbru Arieș Bradul Ceahlău Dorna Eden Făgăraș Ghiocel Hațeg Iris Jupiter Luceafăr Mioriță "
        "Neptun Orion Prut Rapsodia Someș Timiș Ulm Vidra Zenit Bârsa Cerna Doina",
        "Recrutare|Personal|Job|Work|Intermed|Crewing|Muncă|Consulting|Plasare|Human|Staffing|Group|Europa|Plus|Servicii|Care|"
        "Agro|Construct|Logistic|Select|Resurse|Talent|Partner|Forța|Nord|Sud|Extern|Trans|Team|Cariere",
    ),
)
_PLACES = ("", "Київ", "Lux", "Вест", "Nova", "Одеса")


class Written(NamedTuple):
    """A name as somebody wrote it, and as it stands in the list. `how` it differs; `part`: which half of the set."""

    listed: str
    written: str
    how: str
    part: int


def listed() -> list[str]:
    """The list: the firms of `names.tsv`, and others up to ten thousand."""
    own = list(dict.fromkeys(name for name, _ in _pairs()))
    return [*own, *fillers()][:ROWS]


def fillers() -> list[str]:
    """Invented firms that nobody wrote of, in an order of chance that is always the same."""
    made = [
        form.format(root, f"{tail} {place}".strip())
        for form, roots, tails in _FILLER
        for root, tail, place in product(roots.split(), tails.split("|"), _PLACES)
    ]
    random.Random(527).shuffle(made)
    return made


def written() -> list[Written]:
    """All names as somebody wrote them."""
    by_hand = [Written(name, variant, "by hand", at // 2 % 2) for at, (name, variant) in enumerate(_pairs())]
    in_list = listed()[-9000:]
    random.Random(42).shuffle(in_list)
    made = [
        Written(name, spoil(_bare(name), random.Random(at)), spoil.__name__, at % 2)
        for at, (name, spoil) in enumerate(zip(in_list[:120], [romanized, mistyped, glued, louder] * 30, strict=True))
    ]
    return by_hand + made


def texts() -> Iterator[tuple[Written, str]]:
    """Each written name in a text."""
    templates = _lines("templates.txt")
    for at, one in enumerate(written()):
        yield one, templates[at * 7 % len(templates)].format(one.written)


def without() -> list[str]:
    """Texts in which no firm of the list stands."""
    return _lines("without.txt")


def romanized(name: str, chance: random.Random) -> str:
    """In Latin letters, as passports spell Ukrainian; other accents away."""
    latin = "".join(_KMU.get(sign, sign) for sign in name.lower()).replace("-", "").replace("'", "")
    return latin.translate(str.maketrans("ąćęłńóśźżăâîșț", "acelnoszzaaist")).title()


def mistyped(name: str, chance: random.Random) -> str:
    """Two letters changed places, or one is missing."""
    at = chance.randrange(1, len(name) - 2)
    if chance.random() < 0.5:  # noqa: PLR2004
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + name[at + 1 :]


def glued(name: str, chance: random.Random) -> str:
    """Without the blank, or with a hyphen in its place."""
    return name.replace(" ", chance.choice(["", "-"]), 1)


def louder(name: str, chance: random.Random) -> str:
    """All in capitals, or all in small letters."""
    return name.upper() if chance.random() < 0.5 else name.lower()  # noqa: PLR2004


def _bare(name: str) -> str:
    for form in ("ТОВ «", "»", " SP. Z O.O.", "S.C. ", " S.R.L."):
        name = name.replace(form, "")
    return name


def _pairs() -> list[tuple[str, str]]:
    rows = (line.split("\t") for line in _lines("names.tsv"))
    return [(name, variant) for name, variant in rows]


def _lines(name: str) -> list[str]:
    return (HERE / name).read_text(encoding="utf-8").splitlines()
