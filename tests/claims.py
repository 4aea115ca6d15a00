"""What no text may say: words that take the reader for a man or a woman, promises, labels and blame."""

import re
from collections.abc import Iterator

from tests.content import Said

GENDERED = {
    "uk": (
        r"\w\((?:а|ла|ий|ій|на)\)|\w/(?:а|ла|ий)\b",
        (
            r"\b(?:ви|Ви)(?: \w+){0,2} (?:готов(?:ий|а)|впевнен(?:ий|а)|певн(?:ий|а)|"
            r"згод(?:ен|на)|повин(?:ен|на)|зобов’язан(?:ий|а)|змушен(?:ий|а)|рад(?:ий|а)|сам|сама|один|одна)\b"
        ),
        r"\b(?:ви|Ви)(?: не| вже| ще| колись| нам| тут)? \w+(?:ив|ав|ов|ла|ився|алася|илася)\b",
        r"\b(?:Я|я)(?: не| вже| вас| це)? \w+(?:ив|ав|ів|ила|ала|іла|лася|вся)\b",
        r"\b(?:пан|пані|шановн\w+)\b",
    ),
    "ro": (
        r"\w\((?:ă|a|e)\)|\w/ă\b",
        (
            r"\b(?:sunteți|fiți|erați|ați fost|veți fi|vă simțiți) (?:\w+ )?"
            r"(?:sigur|singur|pregătit|obligat|mulțumit|speriat|rănit|forțat|angajat|nevoit|îngrijorat|fotografiat|trimis|închis)ă?\b"
        ),
        r"\b(?:domnule|doamnă|doamna|stimat\w*|dragă|dragul)\b",
        r"\b(?:Sunt|sunt) (?:bucuros|bucuroasă|sigur|sigură|gata să)\b",
    ),
    "en": (r"\b(?:sir|madam|dear (?:mr|ms|mrs))\b", r"\b(?:his/her|he/she|s/he)\b"),
}
"""Words that take the reader (or the program) for a man or a woman, and brackets that a screen reader stumbles over."""

FORBIDDEN = {
    "en": (
        r"\byou(?:['’]re| are)(?: \w+)? (?:a )?victims?\b",
        (
            r"\b(?:this|that|it|the (?:offer|job|work|employer|agency|trip)|everything) "
            r"(?:is|seems|looks|sounds) (?:\w+ )?safe\b"
        ),
        r"\byou(?:['’]re| are|['’]ll be| will be) (?:\w+ )?safe\b",
        r"\bguarant",
        r"\b(?:we|I) promise\b",
        r"\bnothing (?:bad )?(?:can|will) happen\b",
        r"\b100 ?%",
        r"\bdo(?: not|n['’]t) worry\b",
        r"\bwill be (?:fine|all right|okay|ok)\b",
        r"\b(?:it is|it['’]s) your (?:own )?fault\b|\byou should(?: not|n['’]t) have\b",
    ),
    "uk": (
        r"\b(?:ви|вы|ви є|ви стали) (?:\w+ )?(?:жертв\w+|потерпіл\w+|постраждал\w+)",
        (
            r"\b(?:це|тут|пропозиція|робота|вакансія|поїздка|дорога|роботодавець)"
            r"(?: є| цілком| повністю| зовсім)? безпечн\w+"
        ),
        r"\bви (?:\w+ )?(?:в|у) безпеці\b",
        r"\bвам нічого не загрожує\b",
        r"\bне хвилюйтеся\b",
        r"\bусе буде (?:добре|гаразд)\b",
        r"\b100 ?%",
        r"\bгарант",
        r"\bми обіцяємо\b|\bобіцяю\b|\bнічого не станеться\b",
        r"(?<!не )\bваша (?:власна )?(?:провина|вина)\b|\bви (?:самі )?винні\b",
    ),
    "ro": (
        r"\b(?:sunteți|ești) (?:\w+ )?(?:o |chiar )?victim\w*",
        (
            r"\b(?:asta|aceasta|acesta|oferta|munca|slujba|jobul|angajatorul|drumul|locul) "
            r"(?:e|este|pare) (?:\w+ )?sigură?\b"
        ),
        r"\bsunteți (?:\w+ )?în siguranță\b",
        r"\bnu vă (?:faceți griji|îngrijorați|temeți)\b",
        r"\bva fi bine\b",
        r"\b100 ?%",
        r"\bnu (?:vi se va|o să vi se) întâmpl\w+",
        r"\bgaran[tț]",
        r"\b(?:vă )?promitem\b|\bpromit că\b(?! „)",
        r"(?<!nu )\be vina dumneavoastră\b",
    ),
}
MAY_SAY_IT = {
    "uk offer-verdict-none-found": "says that no signs do not mean that the offer is safe",
    "ro offer-verdict-none-found": "says that no signs do not mean that the offer is safe",
    "uk guided-none-found": "says that no signs do not mean that the offer is safe",
    "ro guided-none-found": "says that no signs do not mean that the offer is safe",
    "uk guided-none-found-text": "says that no signs do not mean that the offer is safe",
    "ro guided-none-found-text": "says that no signs do not mean that the offer is safe",
    "en safe-job-search.answer": "says that nothing is a guarantee",
    "uk safe-job-search.answer": "says that nothing is a guarantee",
    "ro safe-job-search.answer": "says that nothing is a guarantee",
    "uk offer-from-acquaintance.answer": "says that knowing somebody guarantees nothing",
    "ro stay-with-strangers.answer": "says that nobody can vouch for every host",
    "en protection-after-march-2027.answer": "warns of “guaranteed” papers",
    "uk protection-after-march-2027.answer": "warns of “guaranteed” papers",
    "ro protection-after-march-2027.answer": "warns of “guaranteed” papers",
    "ro recruiter-wants-passport.question": "garanție: a deposit",
    "ro recruiter-wants-passport.answer": "garanție: a deposit",
    "ro work-and-travel.answer": "garanție: a deposit",
}


def found(patterns: tuple[str, ...], read: list[Said]) -> list[str]:
    """Where a text says what one of these patterns matches; questions and conditions say nothing."""
    one = re.compile("|".join(patterns), re.IGNORECASE)
    claims = [(said.where, sentence) for said in read for sentence in _claims(said.text)]
    return [f"{where}: {hit[0]!r} in {sentence!r}" for where, sentence in claims if (hit := one.search(sentence))]


def _claims(text: str) -> Iterator[str]:
    """The sentences that claim something: no questions, and no conditions."""
    for sentence in re.split(r"(?<=[.!?…])\s+|\n", text):
        if not sentence.rstrip(' ”»"').endswith("?"):
            yield re.sub(r"^(?:If|When|Once|Якщо|Коли|Dacă|Când) [^,:]*[,:]", "", sentence)
