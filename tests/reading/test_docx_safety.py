"""Word files that are broken, locked or made to do harm end in a fault that a person can act on, and soon."""

import io
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import Document
from extract.errors import DamagedFileError, ExtractError, NoTextError, ProtectedFileError
from extract.reading.docx import is_docx
from extract.reading.formats import find_reader
from tests.reading.word import SPACES, p, package, part, read, tbl, tr, zipped

WHOLE = package(p("That the Council acts.") + tbl(tr("1", "Agreed")), header=part("hdr", p("OFFICIAL")))
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")


def _document(text: str) -> bytes:
    return zipped({"word/document.xml": text})


@pytest.mark.parametrize("external", ['SYSTEM "file:///etc/hostname"', 'SYSTEM "http://example.org/x"', '"mine"'])
def test_entities_are_not_resolved_and_document_types_not_taken(external: str) -> None:
    text = (
        f"<!DOCTYPE w:document [<!ENTITY x {external}>]><w:document {SPACES}><w:body>"
        "<w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(DamagedFileError, match="document type"):
        read(_document(text))


def test_entities_that_multiply_are_stopped() -> None:
    laughs = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    text = f'<!DOCTYPE w:document [{laughs}]><w:document {SPACES} w:x="&j;"><w:body/></w:document>'
    begun = time.perf_counter()
    with pytest.raises(DamagedFileError):
        read(_document(text))
    assert time.perf_counter() - begun < 5


def test_a_part_that_unpacks_to_far_more_is_not_read() -> None:
    bomb = _document(part("document", f"<w:body>{p('a')}{' ' * 30_000_000}</w:body>"))
    assert len(bomb) < 100_000
    with pytest.raises(DamagedFileError, match="far more"):
        read(bomb)


def test_a_part_that_lies_about_its_size_is_not_read() -> None:
    bomb = bytearray(_document(part("document", f"<w:body>{p('a')}{' ' * 30_000_000}</w:body>")))
    with zipfile.ZipFile(io.BytesIO(bytes(bomb))) as archive:
        info = archive.infolist()[0]
    true, small = info.file_size.to_bytes(4, "little"), (1000).to_bytes(4, "little")
    with pytest.raises(DamagedFileError):
        read(bytes(bomb).replace(true, small))


def test_xml_that_nests_too_deep_is_not_read() -> None:
    for depth in (130, 3000, 200_000):
        with pytest.raises(DamagedFileError):
            read(_document(part("document", "<w:body>" + "<w:sdt>" * depth + "</w:sdt>" * depth + "</w:body>")))


def test_tables_within_tables_are_read_or_refused() -> None:
    inside = p("inmost")
    for _ in range(30):
        inside = tbl(f"<w:tr><w:tc>{inside}{p('x')}</w:tc></w:tr>")
    assert read(package(inside)).blocks
    with pytest.raises(DamagedFileError):
        read(package(tbl(f"<w:tr><w:tc>{inside}{inside}</w:tc></w:tr>" * 2).replace(p("inmost"), inside)))


@pytest.mark.parametrize(
    "data",
    [
        WHOLE[: len(WHOLE) // 2],
        WHOLE[:60] + bytes(200) + WHOLE[260:],
        zipped({"word/documents.xml": "x"}),
        _document("<w:document"),
        _document(""),
        _document(part("document", "")),
        _document("<other/>"),
    ],
    ids=["cut", "overwritten", "no text", "broken", "empty", "no body", "other"],
)
def test_a_damaged_file_is_told(data: bytes) -> None:
    with pytest.raises(DamagedFileError) as fault:
        read(data)
    assert fault.value.where == "a.docx"


def test_a_file_without_words_is_told() -> None:
    with pytest.raises(NoTextError):
        read(package(p("") + p(" ")))


def test_a_locked_file_is_told() -> None:
    assert is_docx(LOCKED)
    with pytest.raises(ProtectedFileError):
        read(LOCKED)


def test_a_locked_part_is_told() -> None:
    at = WHOLE.index(b"PK\x01\x02")
    flagged = bytearray(WHOLE)
    while at >= 0:
        flagged[at + 8] |= 1
        at = WHOLE.find(b"PK\x01\x02", at + 1)
    with pytest.raises(ProtectedFileError):
        read(bytes(flagged))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_file_packed_in_another_way_is_told(method: int) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        archive.writestr("word/document.xml", part("document", "<w:body/>"))
    with pytest.raises(DamagedFileError):
        read(held.getvalue())


def test_parts_outside_of_the_package_are_not_asked_for() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/header" Target="http://example.org/h.xml" TargetMode="External"/>'
        '<Relationship Id="b" Type="x/header" Target="../../../etc/hostname"/></Relationships>'
    )
    main = part("document", f"<w:body>{p('Text')}</w:body>")

    assert read(zipped({"word/document.xml": main, "word/_rels/document.xml.rels": relations})).furniture == ()


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a"])
def test_the_parts_tell_a_word_document_whatever_its_name(name: str) -> None:
    assert find_reader(WHOLE, name).name == "docx"
    assert find_reader(WHOLE[: len(WHOLE) // 2], name).name == "docx"
    assert not is_docx(zipped({"reply.docx": WHOLE}))


@given(st.integers(0, len(WHOLE)), st.binary(max_size=12))
@settings(deadline=None, max_examples=150)
def test_a_file_cut_short_or_overwritten_is_read_or_told(at: int, junk: bytes) -> None:
    for data in (WHOLE[:at] + junk, WHOLE[:at] + junk + WHOLE[at + len(junk) :]):
        try:
            answer: Document | ExtractError = read(data)
        except ExtractError as fault:
            answer = fault
        assert isinstance(answer, Document) or answer.where == "a.docx"


INSIDE = st.recursive(
    st.text(alphabet="ab 1£", max_size=5),
    lambda inner: st.builds(
        lambda tag, held: f"<w:{tag}>{''.join(held)}</w:{tag}>",
        st.sampled_from(
            ["p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "drawing", "txbxContent", "pPr"]
        ),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@given(INSIDE)
@settings(deadline=None, max_examples=150)
def test_tags_in_places_where_they_do_not_belong_do_no_harm(inside: str) -> None:
    try:
        document = read(package(inside))
    except NoTextError:
        return
    assert document.blocks
