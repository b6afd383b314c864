"""What was read is kept with its pictures where they were asked for, and beside them."""

from pathlib import Path

from extract.results import PagePicture, Result, Status
from extract.running.kept import is_kept, keep, kept_pictures, kept_result
from extract.storage import STATE, LocalStore

EDITION, SHA256 = "program-options", "0a1b2c3d" * 8
PICTURES = (PagePicture(1, 595.0, 842.0, b"RIFF\x00\xff"), PagePicture(3, 842.0, 595.5, b""))


def _result(pictures: tuple[PagePicture, ...] | None) -> Result:
    return Result(name="a.pdf", sha256=SHA256, media_type="application/pdf", status=Status.OK, pictures=pictures)


def test_pictures_come_back_as_they_were(tmp_path: Path) -> None:
    store = LocalStore(tmp_path)
    keep(store, EDITION, SHA256, _result(PICTURES))
    assert kept_pictures(store, EDITION, SHA256) == PICTURES
    assert kept_result(store, EDITION, SHA256) == _result(None)


def test_a_document_without_pictures_is_not_known_where_they_are_wanted(tmp_path: Path) -> None:
    store = LocalStore(tmp_path)
    keep(store, EDITION, SHA256, _result(None))
    assert (is_kept(store, EDITION, SHA256), is_kept(store, EDITION, SHA256, pictures=True)) == (True, False)
    assert kept_pictures(store, EDITION, SHA256) == ()


def test_a_document_that_has_no_pages_to_draw_is_known(tmp_path: Path) -> None:
    store = LocalStore(tmp_path)
    keep(store, EDITION, SHA256, _result(()))
    assert is_kept(store, EDITION, SHA256, pictures=True)


def test_damaged_pictures_count_as_none(tmp_path: Path) -> None:
    store = LocalStore(tmp_path)
    keep(store, EDITION, SHA256, _result(PICTURES))
    (path,) = (tmp_path / STATE).rglob("*.pictures")
    path.write_bytes(path.read_bytes()[:-9])
    assert kept_pictures(store, EDITION, SHA256) == ()
