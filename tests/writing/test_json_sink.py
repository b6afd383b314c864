"""Each document that was read has its JSON, and what stands there already is not written again."""

from collections.abc import Sequence
from pathlib import Path

from extract.records import Report
from extract.results import Result
from extract.writing.json_file import decode_report
from extract.writing.sinks import Options
from tests.writing.written import copies, write

NAME = "review-0a1b2c3d.json"


def test_a_document_that_was_read_has_its_report(results: Sequence[Result], report: Report, tmp_path: Path) -> None:
    (name, data), *others = write("json", results, tmp_path).items()
    assert (name, others) == (NAME, [])
    assert decode_report(data) == report


def test_what_stands_there_already_is_not_written_again(report: Report, tmp_path: Path) -> None:
    published = write("json", copies(report, 5), tmp_path / "published")
    more = write("json", copies(report, 7), tmp_path / "staged", Options(published=tmp_path / "published"))
    assert len(published) == 4
    assert list(more) == ["6-review-0a1b2c3d.json"]
    assert {path.name for path in (tmp_path / "staged").iterdir()} == set(more)


def test_what_differs_in_one_byte_is_written_again(results: Sequence[Result], tmp_path: Path) -> None:
    first = write("json", results, tmp_path / "published")
    (tmp_path / "published" / NAME).write_bytes(first[NAME].replace(b"Kent", b"kent", 1))
    again = write("json", results, tmp_path / "staged", Options(published=tmp_path / "published"))
    assert again == first


def test_a_folder_of_the_name_is_told_where_it_is_replaced(results: Sequence[Result], tmp_path: Path) -> None:
    (tmp_path / "published" / NAME).mkdir(parents=True)
    assert list(write("json", results, tmp_path / "staged", Options(published=tmp_path / "published"))) == [NAME]
