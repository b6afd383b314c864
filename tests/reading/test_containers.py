"""Archives and messages: their members are read as documents of their own, within bounds."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

import pipeline
from extract.errors import DamagedFileError, ExtractError, ProtectedFileError
from extract.reading.containers import Member, archive, is_container, open_container
from extract.running.inputs import Input, find_inputs
from tests.reading.word import package, zipped

LETTER = "Recommendation 1: That a plan be published.\n\nResponse: Agreed. We will publish it by 31 March 2025.\n"
PDF = b"%PDF-1.4 not read here"


def _mail(body: str, *attachments: tuple[str, str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "Response"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(body)
    for name, kind, data in attachments:
        main, sub = kind.split("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def _names(data: bytes, name: str = "pack.zip") -> list[str]:
    return [member.name for member in open_container(data, name)]


def test_the_documents_of_an_archive_are_named_after_it_and_hidden_files_left_out() -> None:
    data = zipped({"a/b.pdf": PDF, "c.txt": "x", "__MACOSX/a/._b.pdf": "x", ".DS_Store": "x", "a/Thumbs.db": "x"})
    assert list(open_container(data, "pack.zip")) == [
        Member("pack.zip/a/b.pdf", PDF),
        Member("pack.zip/c.txt", b"x"),
    ]


def test_containers_within_containers_are_opened() -> None:
    inner = zipped({"c.txt": "x"})
    mail = _mail("Please find it attached.", ("inner.zip", "application/zip", inner))
    assert _names(zipped({"m.eml": mail})) == ["pack.zip/m.eml/message.txt", "pack.zip/m.eml/inner.zip/c.txt"]


def test_no_name_leads_out_of_the_archive() -> None:
    assert _names(zipped({"../../etc/passwd": "x", "/root/a.txt": "x", "..\\b.txt": "x"})) == [
        "pack.zip/etc/passwd",
        "pack.zip/root/a.txt",
        "pack.zip/b.txt",
    ]


def test_an_office_file_is_a_document_and_no_archive() -> None:
    assert not is_container(package("<w:p/>"))


def test_the_text_of_a_message_comes_before_its_attachments_and_pictures_are_left_out() -> None:
    data = _mail("Dear Chair", ("logo.png", "image/png", b"\x89PNG"), ("r.pdf", "application/pdf", PDF))
    assert list(open_container(data, "m.eml")) == [
        Member("m.eml/message.txt", b"Subject: Response\n\nDear Chair\n", incidental=True),
        Member("m.eml/r.pdf", PDF),
    ]


def test_an_archive_that_unpacks_beyond_all_bounds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_MOST_EACH", 1000)
    with pytest.raises(DamagedFileError, match="beyond all bounds"):
        _names(zipped({"a.txt": "x" * 2000}))


def test_an_archive_with_a_password_says_so() -> None:
    held = bytearray(zipped({"a.txt": "x"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        held[held.index(mark) + at] |= 1
    with pytest.raises(ProtectedFileError):
        _names(bytes(held))


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_an_archive_cut_short_is_told(cut: float, tmp_path: Path) -> None:
    whole = zipped({"a.txt": LETTER, "b.txt": LETTER})
    path = tmp_path / "cut.zip"
    path.write_bytes(whole[: int(len(whole) * cut)])
    (found,) = find_inputs([path], tmp_path / "out")
    with pytest.raises(ExtractError):
        found.read()


def test_an_empty_archive_is_told(tmp_path: Path) -> None:
    held = io.BytesIO()
    zipfile.ZipFile(held, "w").close()
    (tmp_path / "none.zip").write_bytes(held.getvalue())
    (found,) = find_inputs([tmp_path / "none.zip"], tmp_path / "out")
    with pytest.raises(ExtractError, match="no document in it"):
        found.read()


def test_members_are_inputs_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"
    path.write_bytes(zipped({"a.txt": LETTER, "b.txt": "x"}))
    found = find_inputs([path], tmp_path / "out")
    assert found == (Input(path, "pack.zip/a.txt"), Input(path, "pack.zip/b.txt"))
    assert found[0].read() == LETTER.encode()


def test_the_command_reads_what_a_message_holds_and_says_nothing_of_its_greeting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "m.eml").write_bytes(_mail("Please find it attached.", ("r.txt", "text/plain", LETTER.encode())))
    (tmp_path / "in" / "n.eml").write_bytes(_mail(LETTER))
    assert pipeline.main([str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    printed = capsys.readouterr().out
    assert "m.eml/r.txt" in printed
    assert "n.eml/message.txt" in printed
    assert "m.eml/message.txt" not in printed
