"""Characters beyond the basic plane, which files spell as two halves."""

import json

import pytest

from extract.document import Line, Source
from extract.reading.pdf import read_pdf

SOURCE = Source("drawn.pdf", "0" * 64, "application/pdf")


def spelt(code: str, title: str = "FEFF0041") -> bytes:
    """A PDF with ``before a after``, its ``a`` standing for the UTF-16 ``code``, and with a title."""
    cmap = f"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfchar <23> <{code}> endbfchar endcmap end end"""
    shown = "BT /F 12 Tf 50 700 Td (before # other) Tj ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
        f"<</Title<{title}>>>",
    )
    file, places = b"%PDF-1.7\n", list[int]()
    for number, text in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<</Root 1 0 R/Info 7 0 R/Size 8>>\nstartxref\n{len(file)}\n%%EOF"
    return file + f"xref\n0 8\n0000000000 65535 f \n{table}{trailer}".encode()


@pytest.mark.parametrize(
    ("code", "read"),
    [("0041", "A"), ("D83DDE00", "😀"), ("D835DC00", "\U0001d400"), ("D83D", "\ufffd"), ("DE00", "\ufffd")],
)
def test_two_halves_are_one_character(code: str, read: str) -> None:
    document = read_pdf(spelt(code), SOURCE)
    (line,) = document.blocks
    assert isinstance(line, Line)
    assert line.text == f"before {read} other"
    assert document.pages[0].characters == len(f"before{read}other")
    assert json.loads(json.dumps(line.text, ensure_ascii=False).encode()) == line.text


@pytest.mark.parametrize(("title", "read"), [("FEFFD83DDE00", "😀"), ("FEFF0041D83D0042", "A\ufffdB"), ("41", "A")])
def test_titles_too(title: str, read: str) -> None:
    assert dict(read_pdf(spelt("0041", title), SOURCE).metadata)["title"] == read
