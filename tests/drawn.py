"""Pictures and PDF files that tests make themselves: drawn offers, and files that harm."""

import io
import struct
import textwrap
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")

OFFERS = {
    "uk": (
        "РОБОТА В ІТАЛІЇ! Дівчата 18–30 років, готель на узбережжі, 4000 євро на місяць, без досвіду і без мови. "
        "Дорогу та житло оплачуємо ми, борг відпрацюєте із зарплати. Паспорт віддаєте нам на зберігання. "
        "Договір підпишете на місці. Виїзд завтра вночі."
    ),
    "ro": (
        "LUCRU ÎN ITALIA! Fete 18–30 de ani, hotel pe litoral, 4000 euro pe lună, fără experiență și fără limbă. "
        "Drumul și cazarea le plătim noi, datoria o lucrați din salariu. Pașaportul îl predați la noi în păstrare. "
        "Contractul se semnează la fața locului. Plecare mâine noaptea."
    ),
    "en": (
        "WORK IN ITALY! Girls 18–30, hotel by the sea, 4000 euro a month, no experience, no language. "
        "We pay for travel and housing, you work off the debt from your wages. "
        "You hand over your passport to us for safekeeping. The contract is signed on arrival. Departure tomorrow night."
    ),
    "ru": (
        "РАБОТА В ИТАЛИИ! Девушки 18–30 лет, отель на побережье, 4000 евро в месяц, без опыта и без языка. "
        "Дорогу и жильё оплачиваем мы, долг отработаете из зарплаты. Паспорт сдаёте нам на хранение. "
        "Договор подпишете на месте. Выезд завтра ночью."
    ),
}
SIGNS = {"debt_bondage", "documents_held", "contract_later", "unrealistic_pay", "urgency", "no_requirements"}
"""What stands in each of them."""

LOOKS = ("plain", "dark", "small", "photographed", "poor")


def drawn(text: str, look: str = "plain") -> bytes:
    """A picture of a text, as people send them: a screenshot, one of a dark screen, a tiny one, photos of a paper."""
    if not FONT.exists():
        pytest.skip("the font is missing: apt install fonts-dejavu-core")
    size = {"small": 14, "poor": 20}.get(look, 34)
    lines = textwrap.wrap(text, 38)
    ink, paper = ("#e8e8e8", "#17212b") if look == "dark" else ("#222222", "#fbfbfb")
    picture = Image.new("RGB", (size * 26, int(size * 1.5) * (len(lines) + 2)), paper)
    font = ImageFont.truetype(str(FONT), size)
    ImageDraw.Draw(picture).multiline_text((size, size), "\n".join(lines), ink, font, spacing=int(size * 0.4))
    if look == "photographed":
        picture = picture.rotate(3, expand=True, fillcolor="#b9b4a8").filter(ImageFilter.GaussianBlur(0.8))
    if look == "poor":
        picture = picture.rotate(-2, expand=True, fillcolor=paper).filter(ImageFilter.GaussianBlur(0.6))
    return saved(picture, "JPEG", quality={"photographed": 60, "poor": 35}.get(look, 88))


def saved(picture: Image.Image, form: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that says it is huge."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100_000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )


def pdf(*pages: str) -> bytes:
    """A PDF with text in any alphabet."""
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Any def /CMapType 2 def "
        "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange "
        "endcmap end end"
    )
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        (
            "<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts "
            "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
            "/Supplement 0 >> /DW 600 >>] >>"
        ),
        _stream(to_unicode),
    ]
    for number, text in enumerate(pages):
        rows = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T*\n" for line in textwrap.wrap(text, 60))
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R "
                "/Resources << /Font << /F 3 0 R >> >> >>"
            ),
            _stream(f"BT /F 12 Tf 14 TL 50 780 Td\n{rows}ET"),
        ]
    return _assembled(objects)


def _stream(data: str) -> str:
    return f"<< /Length {len(data)} >>\nstream\n{data}\nendstream"


def _assembled(objects: list[str]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return out + f"{head}startxref\n{len(out)}\n%%EOF".encode()


def locked(content: bytes, password: str) -> bytes:
    """A PDF with a password; an empty one only forbids printing and the like."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(password, owner_password="the owner's", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
