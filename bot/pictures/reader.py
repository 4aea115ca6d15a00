"""Reads one picture or PDF: bytes on standard input, one JSON object on standard output.

It is a program of its own, run for one file and gone after it, so that a file made to harm takes down nothing but its
reader. It runs by its path in Python's isolated mode, so it imports nothing else of the hotline. It limits itself before
it looks at a byte: processor time, memory, no files to write, no core dump. Nothing is ever written to a disk.
"""

import io
import json
import re
import resource
import subprocess
import sys
import time
import warnings
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

MOST_MEGABYTES = 10
MOST_BYTES = MOST_MEGABYTES * 1024 * 1024
MOST_MEGAPIXELS = 20
MOST_PAGES = 5
"""Pages of a PDF that are read: an offer is short."""
MOST_LETTERS = 20_000
"""Characters that are given back, as many as of a message."""
LANGUAGES = ("ukr", "ron", "eng", "rus")
"""Tesseract's names, in the order in which it tries them."""

_SECONDS = 20
"""Of processor time, for this process and again for Tesseract."""
_MEMORY = 1_200_000_000
"""Bytes of address space each: 20 megapixels in colour were unpacked in 0.4 GB, and Tesseract read as many in 0.6 GB."""
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
_LOOKED_AT = 8_000_000
"""Pixels given to Tesseract: what is larger is scaled down, or reading would take too long."""
_SMALL = 1000
"""Pixels of width under which letters are often too small to be read: scaled up."""
_DARK = 110
"""Mean brightness (0 to 255) under which a picture has light letters on a dark ground."""
_ASKEW_SIZE = 700
"""Pixels of the longer side of the small copy on which it is measured how far a photo is turned."""
_ASKEW_GAIN = 1.15
"""How much more level a photo has to become by being turned: turning blurs, so a level one is left as it is."""
_SURE = 45.0
"""Tesseract's mean confidence (0 to 100) in a line's words, under which it read a pattern and no letters."""
_FEWEST_LETTERS = 8
_LATIN = ("ron", "eng")
_STRAY = 0.2
"""Part of Cyrillic letters under which a text is taken for one in Latin letters: then only those are looked for."""
_TWICE = 5.0
"""Seconds that the first reading may have taken, if a second one shall still be done in time."""
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LETTER = re.compile(r"[^\W\d_]")
_CEDILLAS = str.maketrans("ŞşŢţ", "ȘșȚț")


class Unreadable(Exception):
    """It cannot be read. `problem` says why: the end of a text's name, `picture-…`."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def languages() -> list[str]:
    """The languages that Tesseract can read here; none if it is not installed."""
    try:
        listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=10, check=True)
    except (OSError, subprocess.SubprocessError):
        return []
    return [code for code in LANGUAGES if code in listed.stdout.split()]


def read(content: bytes) -> dict[str, Any]:
    """What stands in a file: `text`, and for a PDF `pages` and how many of them were `read`.

    Raises:
        Unreadable: with the reason.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable("too-large")
    if b"%PDF-" in content[:1024]:
        return _read_pdf(content)
    return {"text": _read_picture(content)}


def _read_picture(content: bytes) -> str:
    picture = _open(content)
    spoken = languages()
    if not spoken:
        raise Unreadable("not-installed")
    prepared, begun = _prepare(picture), time.monotonic()
    text = flowing(_recognise(prepared, spoken))
    latin = [code for code in spoken if code in _LATIN]
    if _strayed(text) and latin and time.monotonic() - begun < _TWICE:
        text = flowing(_recognise(prepared, latin))
    text = text.translate(_CEDILLAS)  # letters of an older standard, which Tesseract still writes
    if len(_LETTER.findall(text)) < _FEWEST_LETTERS:
        raise Unreadable("no-text")
    return text[:MOST_LETTERS]


def _strayed(text: str) -> bool:
    """Whether a text in Latin letters was read with some Cyrillic ones, which look the same and are not."""
    letters = "".join(_LETTER.findall(text))
    cyrillic = len(_CYRILLIC.findall(letters))
    return 0 < cyrillic < len(letters) * _STRAY


def _open(content: bytes) -> "Image.Image":
    """Looks at the head of a picture only; nothing is unpacked before its size is known."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = MOST_MEGAPIXELS * 1_000_000
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        return Image.open(io.BytesIO(content), formats=_FORMATS)
    except UnidentifiedImageError:
        raise Unreadable("damaged" if _looks_like_one(content) else "not-a-picture") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unreadable("too-large") from None


def _looks_like_one(content: bytes) -> bool:
    return content.startswith((b"\xff\xd8", b"\x89PNG", b"GIF8", b"BM")) or content[8:12] == b"WEBP"


def _prepare(picture: "Image.Image") -> bytes:
    """Upright, grey, dark letters on a light ground, of a size that Tesseract likes; as bytes of a PGM file."""
    from PIL import Image, ImageOps, ImageStat

    picture.draft("L", (_SMALL * 3, _SMALL * 3))  # a large JPEG is unpacked at half its size or less
    picture = ImageOps.exif_transpose(picture)
    if picture.has_transparency_data:
        ground = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(ground, picture.convert("RGBA"))
    grey = picture.convert("L")
    scale = (_LOOKED_AT / (grey.width * grey.height)) ** 0.5
    if scale < 1 or grey.width < _SMALL:
        scale = min(scale, 2.0)
        size = (max(1, int(grey.width * scale)), max(1, int(grey.height * scale)))
        grey = grey.resize(size, Image.Resampling.LANCZOS)
    if ImageStat.Stat(grey).mean[0] < _DARK:
        grey = ImageOps.invert(grey)
    if turn := _askew(grey):
        grey = grey.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=ImageStat.Stat(grey).median[0])
    out = io.BytesIO()
    grey.save(out, "PPM")
    return out.getvalue()


def _askew(grey: "Image.Image") -> float:
    """Degrees by which a photo of a paper has to be turned so that its lines lie level; 0 if they do.

    When they do, rows of pixels are either full of letters or empty, so that the brightness of rows differs most.
    """
    from PIL import Image, ImageOps, ImageStat

    small = ImageOps.autocontrast(grey.copy())
    small.thumbnail((_ASKEW_SIZE, _ASKEW_SIZE))
    ground = ImageStat.Stat(small).median[0]

    def evenness(turn: float) -> float:
        turned = small.rotate(turn, Image.Resampling.BILINEAR, fillcolor=ground)
        inner = turned.crop((small.width // 8, small.height // 8, small.width * 7 // 8, small.height * 7 // 8))
        rows = inner.resize((1, max(1, inner.height)), Image.Resampling.BOX)
        return ImageStat.Stat(rows).var[0]

    best = max((step / 2 for step in range(-16, 17)), key=evenness)
    return best if evenness(best) > evenness(0) * _ASKEW_GAIN else 0.0


def _recognise(pgm: bytes, spoken: Sequence[str]) -> list[tuple[str, str]]:
    """The lines of a picture, each with the block of text it stands in."""
    command = ["tesseract", "stdin", "stdout", "-l", "+".join(spoken), "-c", "tessedit_create_tsv=1"]
    done = subprocess.run(command, input=pgm, capture_output=True, check=False)
    if done.returncode:
        raise Unreadable("damaged")
    rows = (line.split("\t") for line in done.stdout.decode("utf-8", "replace").splitlines())
    words = [row for row in rows if len(row) == 12 and row[0] == "5" and row[11].strip()]  # noqa: PLR2004  # 5: a word
    return list(_lines(words))


def _lines(words: Iterable[list[str]]) -> Iterator[tuple[str, str]]:
    """Columns of Tesseract's table: level, page, block, paragraph, line, word, four for the place, confidence, text."""
    for (block, *_), line in groupby(words, key=lambda row: row[2:5]):
        row = list(line)
        if sum(float(word[10]) for word in row) / len(row) >= _SURE:
            yield block, " ".join(word[11] for word in row)


def flowing(lines: Sequence[tuple[str, str]]) -> str:
    """Join lines that were only broken because the paper ended: a sentence must not be cut where its sense is.

    `lines`: each with the block of text it stands in.
    """
    widest = {
        block: max(len(line) for other, line in lines if other == block) for block in {block for block, _ in lines}
    }
    text, last = "", ("", "")
    for block, line in lines:
        goes_on = bool(text) and block == last[0] and _goes_on(last[1], line, widest[block])
        if not text:
            text = line
        elif goes_on and text[-1] == "-" and text[-2:-1].isalpha() and line[0].isalpha():
            text = text[:-1] + line
        else:
            text += (" " if goes_on else "\n") + line
        last = (block, line)
    return text


def _goes_on(before: str, line: str, widest: int) -> bool:
    """Whether a sentence goes on in the next line: by its letters, or because its next word had no room before."""
    if before[-1] in ".!?:;…":
        return False
    no_room = len(before) + 1 + len(line.split(maxsplit=1)[0]) > widest
    return before[-1] == "," or line[0].islower() or (no_room and line[0].isalnum())


def _read_pdf(content: bytes) -> dict[str, Any]:
    from pypdf import PdfReader

    pdf = PdfReader(io.BytesIO(content))
    if pdf.is_encrypted and not pdf.decrypt(""):  # most "protected" files only forbid printing and open without a word
        raise Unreadable("locked")
    pages, read_pages, text = len(pdf.pages), 0, ""
    for page in pdf.pages[:MOST_PAGES]:
        lines = (" ".join(line.split()) for line in page.extract_text().splitlines())
        text += "\n" + flowing([("", line) for line in lines if line])
        read_pages += 1
        if len(text) > MOST_LETTERS:
            break
    if len(_LETTER.findall(text)) < _FEWEST_LETTERS:
        raise Unreadable("scan")
    return {"text": text.strip()[:MOST_LETTERS], "pages": pages, "read": read_pages}


def _limit_ourselves() -> None:
    for what, most in (
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def main() -> None:
    """Read standard input and say what stands in it, or why that cannot be said."""
    _limit_ourselves()
    try:
        said = read(sys.stdin.buffer.read(MOST_BYTES + 1))
    except Unreadable as reason:
        said = {"problem": reason.problem}
    except MemoryError:
        said = {"problem": "too-large"}
    except Exception:  # noqa: BLE001  # the libraries raise whatever a broken file leads them to
        said = {"problem": "damaged"}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
