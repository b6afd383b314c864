"""A file is read by what its bytes are; what cannot be read is named."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from extract.errors import DamagedFileError, EmptyFileError, ExtractError, InputMissingError, UnknownFormatError
from extract.reading.formats import READERS, find_reader, read_bytes, read_document


def _zip(*members: str, first: bytes = b"") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", first)
        for member in members:
            archive.writestr(member, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (_zip("word/document.xml"), "docx"),
        (_zip("xl/workbook.xml"), "xlsx"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><p>", "html"),
        (b"<?xml version='1.0'?><html>", "html"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\r\n\xef\xbb\xbfjunk %PDF-1.4", "pdf"),
        (b"Recommendation 1: That the Council", "text"),
        ("Recommendation 1".encode("utf-16"), "text"),
        (b"<p> is not a page", "text"),
        (b"Response: agreed\nReceived: 3 May 2024\n", "text"),
        (b"BMA response", "text"),
    ],
)
def test_the_bytes_tell_the_reader(data: bytes, reader: str) -> None:
    assert find_reader(data, "wrong.docx").name == reader


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (_zip("ppt/presentation.xml"), "PowerPoint"),
        (_zip(first=b"application/vnd.oasis.opendocument.graphics"), "OpenDocument"),
        (_zip("a.pdf"), "ZIP archive"),
        (b"\x1f\x8b\x08\x00", "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8), "older Office file"),
        (b"%!PS-Adobe", "PostScript"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"From: a@example.org\r\nTo: b@example.org\r\n c\r\nMIME-Version: 1.0\r\n\r\nx", "e-mail"),
    ],
)
def test_a_format_that_is_not_read_is_named(data: bytes, named: str) -> None:
    with pytest.raises(UnknownFormatError, match=named) as fault:
        read_bytes(data, "response.pdf")
    assert fault.value.where == "response.pdf"
    assert fault.value.advice.endswith(".")


@pytest.mark.parametrize("data", [b"", b"\n \t", bytes(64)])
def test_an_empty_file_is_told(data: bytes) -> None:
    with pytest.raises(EmptyFileError):
        read_bytes(data, "a.pdf")


def test_a_file_that_only_claims_to_be_a_pdf_is_damaged() -> None:
    with pytest.raises(DamagedFileError):
        read_bytes(b"%PDF-1.7\nnothing more", "a.pdf")


def test_a_document_knows_its_source(tmp_path: Path) -> None:
    path = tmp_path / "reply.pdf"
    path.write_bytes(b"Agreed")
    document = read_document(path)
    assert (document.reader, document.source.name, document.source.media_type) == ("text", "reply.pdf", "text/plain")
    assert document.source.sha256 == hashlib.sha256(b"Agreed").hexdigest()


@pytest.mark.parametrize("name", ["lost.pdf", "."])
def test_a_missing_input_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputMissingError) as fault:
        read_document(tmp_path / name)
    assert str(tmp_path) in fault.value.where


def test_a_locked_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("extract.storage.local._looked_at", refuse)
    with pytest.raises(ExtractError, match="may not be read"):
        read_document(tmp_path / "a.pdf")


def test_the_readers_are_told_apart_by_name() -> None:
    assert [reader.name for reader in READERS] == [
        *("pdf", "docx", "xlsx"),
        *("docx", "xlsx", "docx", "xlsx", "xlsx", "docx"),  # by way of LibreOffice
        *("html", "csv", "text"),
    ]
