"""Formats that LibreOffice turns into ones that are read here, where it is installed; a clear error where it is not."""

import pytest

from extract.document import Table
from extract.errors import ConverterError
from extract.reading import conversion
from extract.reading.conversion import convert, find_converter
from extract.reading.formats import read_bytes

ROWS = (("Recommendation", "Response"), ("1. That a plan be published", "Agreed. It will be."))
TEXTS = ("odt", "doc", "rtf")
needs_converter = pytest.mark.skipif(find_converter() is None, reason="LibreOffice is not installed")


def _made(suffix: str) -> bytes:
    """A document of the rows, made by LibreOffice; a LibreOffice may lack the program for spreadsheets."""
    rows = ["".join(f"<td>{cell}</td>" for cell in row) for row in ROWS]
    page = f"<html><body><table border='1'><tr>{'</tr><tr>'.join(rows)}</tr></table></body></html>"
    values = "\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS)
    written, kind = (page, "html") if suffix in TEXTS else (values, "csv")
    try:
        made = convert(written.encode(), f"a.{kind}", kind, "odt" if kind == "html" else suffix)
        return made if suffix in {"odt", "ods", "xls"} else convert(made, "a.odt", "odt", suffix)
    except ConverterError as fault:
        pytest.skip(str(fault))


@pytest.mark.slow
@needs_converter
@pytest.mark.parametrize(("suffix", "reader"), [*((each, "docx") for each in TEXTS), ("ods", "xlsx"), ("xls", "xlsx")])
def test_a_document_of_another_program_is_read(suffix: str, reader: str) -> None:
    document = read_bytes(_made(suffix), f"a.{suffix}")
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert tuple(tuple(cell.text for cell in row.cells) for row in table.rows) == ROWS
    assert document.reader == reader
    assert "openxml" not in document.source.media_type


@pytest.mark.parametrize(
    "data", [b"{\\rtf1\\ansi x}", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")]
)
def test_without_libreoffice_it_says_what_to_do(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "find_converter", lambda: None)
    with pytest.raises(ConverterError, match="LibreOffice") as fault:
        read_bytes(data, "old.doc")
    assert fault.value.advice.startswith("Install LibreOffice")
