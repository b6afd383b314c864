"""Archives and messages: their members are read as documents of their own, within bounds."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

import pipeline
from extract.errors import DamagedFileError, ExtractError, InputMissingError, ProtectedFileError
from extract.reading import containers, zips
from extract.reading.containers import Member, is_container, list_members, listing, mail, read_member
from extract.reading.formats import read_bytes
from extract.running.inputs import Input, find_inputs
from tests.reading.compound import compound, message
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
    return [member.name for member in list_members(data, name)]


def _held(data: bytes, name: str = "pack.zip") -> dict[str, bytes]:
    return {member.name: read_member(data, name, member.place) for member in list_members(data, name)}


def test_the_documents_of_an_archive_are_named_after_it_and_hidden_files_left_out() -> None:
    data = zipped({"a/b.pdf": PDF, "c.txt": "x", "__MACOSX/a/._b.pdf": "x", ".DS_Store": "x", "a/Thumbs.db": "x"})
    assert list_members(data, "pack.zip") == (Member("pack.zip/a/b.pdf", (0,)), Member("pack.zip/c.txt", (1,)))
    assert _held(data) == {"pack.zip/a/b.pdf": PDF, "pack.zip/c.txt": b"x"}


def test_containers_within_containers_are_opened() -> None:
    inner = zipped({"c.txt": "x", "d.txt": "y"})
    mail = _mail("Please find it attached.", ("inner.zip", "application/zip", inner))
    data = zipped({"m.eml": mail, "e.txt": "z"})
    assert [(member.name, member.place) for member in list_members(data, "pack.zip")] == [
        ("pack.zip/m.eml/message.txt", (0, 0)),
        ("pack.zip/m.eml/inner.zip/c.txt", (0, 1, 0)),
        ("pack.zip/m.eml/inner.zip/d.txt", (0, 1, 1)),
        ("pack.zip/e.txt", (1,)),
    ]
    assert list(_held(data).values())[1:] == [b"x", b"y", b"z"]


def test_a_container_deeper_than_three_is_a_member_and_not_opened() -> None:
    data = zipped({"a.txt": "x"})
    for name in ("c.zip", "b.zip", "a.zip"):
        data = zipped({name: data})
    assert _names(data) == ["pack.zip/a.zip/b.zip/c.zip"]
    assert is_container(_held(data)["pack.zip/a.zip/b.zip/c.zip"])


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/root/a.txt", "root/a.txt"),
        ("//server/share/a.txt", "server/share/a.txt"),
        ("..\\b.txt", "b.txt"),
        ("C:\\Windows\\b.txt", "C_/Windows/b.txt"),
        ("c:b.txt", "c_b.txt"),
        ("a/.. /... /b.txt", "a/b.txt"),
        ("..", "unnamed"),
        ("a\x1b[2J\u202etxt.exe", "a_[2J_txt.exe"),
        ("a\nb.txt", "a_b.txt"),
        ("ateb cyngor gŵyl.txt", "ateb cyngor gŵyl.txt"),
        ("x" * 10_000 + ".pdf", "x" * 139 + "…" + "x" * 56 + ".pdf"),
    ],
)
def test_no_name_leads_out_of_the_archive_or_hides_what_it_is(name: str, shown: str) -> None:
    assert _names(zipped({name: "x"})) == [f"pack.zip/{shown}"]


def test_a_name_in_utf_8_is_read_where_the_archive_does_not_say_so() -> None:
    names = {"g\N{LATIN SMALL LETTER W WITH CIRCUMFLEX}yl.txt": "x"}
    flagged = bytearray(zipped(names))
    for mark, at in ((b"PK\x03\x04", 7), (b"PK\x01\x02", 9)):
        flagged[flagged.index(mark) + at] &= ~8
    assert _names(bytes(flagged)) == [f"pack.zip/{name}" for name in names]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_one_name_all_come_each_with_a_name_of_its_own() -> None:
    names = ["a/r.pdf", "a\\r.pdf", "a/r (2).pdf", "a/r.pdf", "r", "r", "in.zip", "in.zip", "in.zip/r.txt"]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for number, name in enumerate(names):
            made = zipped({"r.txt": str(number)}) if name == "in.zip" else str(number).encode()
            archive.writestr(zipfile.ZipInfo(name), made)
    assert _held(held.getvalue()) == {
        "pack.zip/a/r.pdf": b"0",
        "pack.zip/a/r (2).pdf": b"1",
        "pack.zip/a/r (2) (2).pdf": b"2",
        "pack.zip/a/r (3).pdf": b"3",
        "pack.zip/r": b"4",
        "pack.zip/r (2)": b"5",
        "pack.zip/in.zip/r.txt": b"6",
        "pack.zip/in (2).zip/r.txt": b"7",
        "pack.zip/in.zip/r (2).txt": b"8",
    }


def test_thousands_of_members_are_read_one_after_the_other_without_opening_the_archive_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = zipped({"inner.zip": zipped({f"{number}.txt": str(number) for number in range(5000 - 1)})})
    members = list_members(data, "pack.zip")
    opened = list[object]()
    ordinary = zipfile.ZipFile.__init__

    def counted(archive: zipfile.ZipFile, file: io.BytesIO) -> None:
        opened.append(archive)
        ordinary(archive, file)

    monkeypatch.setattr(zipfile.ZipFile, "__init__", counted)
    assert [read_member(data, "pack.zip", member.place) for member in members] == [b"%d" % n for n in range(4999)]
    assert len(opened) < 10


def test_a_place_that_a_file_no_longer_has_is_told() -> None:
    with pytest.raises(InputMissingError, match="any more"):
        read_member(zipped({"a.txt": "x"}), "pack.zip", (1,))
    with pytest.raises(InputMissingError, match="holds no documents"):
        read_member(zipped({"a.txt": "x"}), "pack.zip", (0, 0))


def test_an_office_file_is_a_document_and_no_archive() -> None:
    assert not is_container(package("<w:p/>"))


def test_the_text_of_a_message_comes_before_its_attachments_and_pictures_are_left_out() -> None:
    data = _mail("Dear Chair", ("logo.png", "image/png", b"\x89PNG"), ("r.pdf", "application/pdf", PDF))
    assert list_members(data, "m.eml") == (
        Member("m.eml/message.txt", (0,), incidental=True),
        Member("m.eml/r.pdf", (1,)),
    )
    assert list(_held(data, "m.eml").values()) == [b"Subject: Response\n\nDear Chair\n", PDF]


def test_a_member_that_unpacks_beyond_all_bounds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MOST_EACH", 1000)
    with pytest.raises(DamagedFileError, match="beyond all bounds"):
        _names(zipped({"a.txt": "x" * 2000}))


@pytest.mark.parametrize(("bound", "most"), [("MOST_BYTES", 5000), ("MOST_MEMBERS", 7)])
def test_the_bounds_count_what_is_in_archives_within_the_archive(
    bound: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = zipped({"a.txt": "x" * 2000, "b.txt": "y", "c.txt": "z"})
    assert len(_names(zipped({"1.zip": inner, "2.zip": inner}))) == 6
    monkeypatch.setattr(containers, bound, most)
    assert len(_names(zipped({"1.zip": inner}))) == 3
    with pytest.raises(DamagedFileError, match="too much"):
        _names(zipped({"1.zip": inner, "2.zip": inner, "3.zip": inner}))


def test_a_member_that_lies_about_its_size_is_refused() -> None:
    data = zipped({"a.txt": "x" * 30_000, "b.txt": "y"})
    true, small = (30_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    lying = data.replace(true, small)
    assert len(list_members(lying, "pack.zip")) == 2
    with pytest.raises(DamagedFileError):
        read_member(lying, "pack.zip", (0,))
    assert read_member(lying, "pack.zip", (1,)) == b"y"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_archive_that_python_would_unpack_without_bound_is_refused(method: int) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        archive.writestr("a.txt", bytes(10**7))
    with pytest.raises(DamagedFileError, match="packed in a way"):
        _names(held.getvalue())


def test_a_damaged_archive_within_an_archive_stands_for_itself_and_costs_no_other() -> None:
    whole = zipped({"a.txt": LETTER})
    data = zipped({"cut.zip": whole[:-30], "locked.zip": _locked(whole), "b.txt": "x"})
    assert _names(data) == ["pack.zip/cut.zip", "pack.zip/locked.zip", "pack.zip/b.txt"]
    with pytest.raises(ExtractError, match="ZIP archive"):
        read_bytes(_held(data)["pack.zip/locked.zip"], "locked.zip")


def _locked(archive: bytes) -> bytes:
    held = bytearray(archive)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        held[held.index(mark) + at] |= 1
    return bytes(held)


def test_an_archive_that_lists_files_without_end_is_refused_before_it_is_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(zips, "_MOST_ENTRIES", 3)
    with pytest.raises(DamagedFileError, match="too many files"):
        _names(zipped({str(number): "" for number in range(4)}))


def test_an_outlook_message_is_read() -> None:
    (words,) = _held(message(LETTER), "m.msg").values()
    assert words.decode().strip() == LETTER.strip()


def test_an_outlook_message_whose_streams_share_their_bytes_is_refused() -> None:
    streams = {"__properties_version1.0": bytes(4096), "s": bytes(9000)}
    with pytest.raises(DamagedFileError, match="more than it does"):
        _names(compound(streams, ["a", "b", "c"]), "m.msg")


@pytest.mark.parametrize(
    ("charset", "kept"), [("undefined", b"caf\xe9\n"), ("unicode-escape", b"caf\xe9\n"), ("latin-1", "café\n".encode())]
)
def test_a_charset_that_is_none_leaves_the_words_as_they_were_sent(charset: str, kept: bytes) -> None:
    sent = f"Message-ID: <1>\nContent-Type: text/plain; charset={charset}\n\n".encode() + b"caf\xe9\n"
    assert list(_held(sent, "m.eml").values()) == [kept]


def test_a_message_whose_parts_stand_within_each_other_without_end_is_told() -> None:
    part = b"Content-Type: message/rfc822\n\n"
    with pytest.raises(DamagedFileError, match="damaged"):
        _names(b"Message-ID: <1>\n" + part * 3000, "m.eml")


@pytest.mark.parametrize(("bound", "most"), [("_MOST_PARTS", 5), ("_MOST_WORK", 20)])
def test_a_message_that_would_take_the_parser_too_long_is_refused(
    bound: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = _mail("Hello", *((f"{number}.txt", "text/plain", b"x") for number in range(6)))
    assert len(_names(sent, "m.eml")) == 7
    monkeypatch.setattr(mail, bound, most)
    with pytest.raises(DamagedFileError, match="more parts"):
        _names(sent, "m.eml")


def test_a_header_without_end_is_cut() -> None:
    sent = b"Message-ID: <1>\nSubject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nHello\n"
    (words,) = _held(sent, "m.eml").values()
    assert words.startswith(b"Subject: aaa")
    assert len(words) < 1000


def test_an_archive_with_a_password_says_so() -> None:
    with pytest.raises(ProtectedFileError):
        _names(_locked(zipped({"a.txt": "x"})))


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_an_archive_cut_short_is_told(cut: float, tmp_path: Path) -> None:
    whole = zipped({"a.txt": LETTER, "b.txt": LETTER})
    path = tmp_path / "cut.zip"
    path.write_bytes(whole[: int(len(whole) * cut)])
    (found,) = find_inputs([str(path)], str(tmp_path / "out"))
    with pytest.raises(ExtractError):
        found.read()


def test_an_empty_archive_is_told(tmp_path: Path) -> None:
    held = io.BytesIO()
    zipfile.ZipFile(held, "w").close()
    (tmp_path / "none.zip").write_bytes(held.getvalue())
    (found,) = find_inputs([str(tmp_path / "none.zip")], str(tmp_path / "out"))
    with pytest.raises(ExtractError, match="no document in it"):
        found.read()


def test_members_are_inputs_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"
    path.write_bytes(zipped({"a.txt": LETTER, "b.txt": "x"}))
    found = find_inputs([str(path)], str(tmp_path / "out"))
    assert found == (Input(str(path), (0,), "pack.zip/a.txt"), Input(str(path), (1,), "pack.zip/b.txt"))
    assert found[0].read() == LETTER.encode()


def test_the_command_reads_what_a_message_holds_and_says_nothing_of_its_greeting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "m.eml").write_bytes(_mail("Please find it attached.", ("r.txt", "text/plain", LETTER.encode())))
    (tmp_path / "in" / "n.eml").write_bytes(_mail(LETTER))
    assert pipeline.main([str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--jobs", "0"]) == 0
    printed = capsys.readouterr().out
    assert "m.eml/r.txt" in printed
    assert "n.eml/message.txt" in printed
    assert "m.eml/message.txt" not in printed
