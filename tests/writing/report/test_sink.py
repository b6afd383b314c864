"""The page holds every result, no text of a document can break out of its block, and the same batch gives its bytes."""

import base64
import hashlib
import re
import tracemalloc
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import msgspec
import pytest

from extract.records import Report
from extract.results import PagePicture, Pictures, Result, result_of
from extract.writing.report import ReportSink
from extract.writing.report.sink import MOST_BYTES, MOST_DOCUMENTS
from extract.writing.sinks import Options
from tests.writing.report.reading_page import blocks, pictures
from tests.writing.written import copies, write

ID = "review-0a1b2c3d"
HOSTILE = '</script><img src=x onerror="alert(1)"><!-- & \u2028\u2029 {{data}} ${x} '
PICTURE = PagePicture(page=2, width=595.0, height=842.0, data=b"RIFF\x00WEBP </script>")


def _drawn(_result: Result) -> Pictures:
    return (PICTURE,)


def hostile(report: Report) -> Report:
    """The report with markup in every text that a document has a say in."""
    row = msgspec.structs.replace(report.recommendations[0], text=HOSTILE, response=HOSTILE, theme=HOSTILE)
    document = msgspec.structs.replace(report.document, title=HOSTILE, review=HOSTILE, committee=HOSTILE)
    return msgspec.structs.replace(report, document=document, recommendations=(row,))


def test_the_page_holds_the_report_the_marks_and_the_pictures(results: Sequence[Result], tmp_path: Path) -> None:
    page = write("report", results, tmp_path, Options(pictures=_drawn))["report.html"]
    found = blocks(page)
    document = found[f"document.{ID}"]
    assert msgspec.convert(document["report"], Report) == results[0].report
    assert document["marks"] == {f"{ID}/1": [["response", 0, 2, None], ["response", 20, 3, None]]}
    assert document["pages"] == [[2, 595.0, 842.0]]
    assert pictures(page) == {f"{ID}.2": PICTURE.data}


def test_the_index_lists_what_was_read_and_what_failed(results: Sequence[Result], tmp_path: Path) -> None:
    read, lost = blocks(write("report", results, tmp_path)["report.html"])["index"]
    assert [row["label"] for row in read["rows"]] == ["1", "2"]
    assert read["rows"][0]["commitments"][0]["deadline"] == ["by March 2023", "2023-03-01", "2023-03-31"]
    assert (lost["status"], lost["error"]) == ("failed", "=lost.pdf: There is no such file.")


def test_only_the_sentences_of_rules_that_were_used_are_told(results: Sequence[Result], tmp_path: Path) -> None:
    about = blocks(write("report", results, tmp_path)["report.html"])["about"]
    assert set(about["sentences"]) == {"outcome_cell", "outcome_absent", "runs_over_pages"}
    assert about["sentences"]["outcome_cell"] == "The decision cell says so."
    assert about["levels"]["contradicted"] == ["doubt", 90]


def test_no_text_of_a_document_ends_its_block(report: Report, tmp_path: Path) -> None:
    harmless = write("report", [result_of(report)], tmp_path / "harmless")["report.html"]
    page = write("report", [result_of(hostile(report))], tmp_path / "hostile")["report.html"]
    assert page.count(b"<script") == harmless.count(b"<script")
    assert b"<img" not in page.replace(b"<img>", b"")
    assert "\u2028".encode() not in page
    assert blocks(page)[f"document.{ID}"]["report"]["recommendations"][0]["response"] == HOSTILE


def test_a_title_is_no_markup(report: Report, tmp_path: Path) -> None:
    results = [result_of(hostile(report)) if number == 0 else each for number, each in enumerate(copies(report, 90))]
    page = write("report", results, tmp_path)[f"report/{ID}.html"]
    assert page.count(b"</title>") == 1
    assert b"onerror=&quot;" in page.split(b"</title>")[0]
    assert b'<main id="main"' in page.split(b'<script type="application/json" id="about">')[0]


def test_only_the_program_of_the_page_may_run(results: Sequence[Result], tmp_path: Path) -> None:
    page = write("report", results, tmp_path)["report.html"]
    policy = re.search(rb'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    programs = re.findall(rb"<script>(.*?)</script>", page, re.DOTALL)
    assert policy is not None
    assert len(programs) == 2
    digests = [base64.b64encode(hashlib.sha256(program).digest()).decode() for program in programs]
    assert policy[1].decode().startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'; ")
    assert f"script-src 'sha256-{digests[0]}' 'sha256-{digests[1]}';" in policy[1].decode()
    for program in programs:
        assert b"http" not in program.replace(b"http://www.w3.org/2000/svg", b"")
        assert b"innerHTML" not in program


def test_the_same_batch_gives_the_same_bytes(results: Sequence[Result], tmp_path: Path) -> None:
    one, other = (write("report", results, tmp_path / name, Options(pictures=_drawn)) for name in ("one", "other"))
    assert one == other


def test_a_batch_of_very_many_documents_has_a_page_for_each(report: Report, tmp_path: Path) -> None:
    results = list(copies(report, MOST_DOCUMENTS + 4))
    pages = write("report", results, tmp_path, Options(pictures=_drawn))
    read = [result for result in results if result.report]
    assert set(pages) == {"report.html"} | {f"report/{each.document_id}.html" for each in read}
    whole, last = blocks(pages["report.html"]), blocks(pages[f"report/{read[-1].document_id}.html"])
    assert len(whole["index"]) == len(results)
    assert whole["about"]["divided"]
    assert not [name for name in whole if name.startswith("document.")]
    assert [each["id"] for each in last["index"]] == [read[-1].document_id]
    assert last["about"]["alone"]
    assert last[f"document.{read[-1].document_id}"]["report"]["document"]["id"] == read[-1].document_id
    assert b'id="picture.' not in pages["report.html"]


def test_pages_of_documents_are_the_same_before_and_after_the_batch_is_divided(report: Report, tmp_path: Path) -> None:
    pages = write("report", copies(report, MOST_DOCUMENTS + 4), tmp_path)
    first, last = (pages[f"report/{number}-{ID}.html"] for number in (0, MOST_DOCUMENTS + 3))
    assert first.replace(b'"0-review', b'"63-review').count(b"63-review") > 0
    assert abs(len(first) - len(last)) < 200


def test_a_batch_of_large_pictures_has_a_page_for_each_document(report: Report, tmp_path: Path) -> None:
    large = PICTURE._replace(data=b"x" * (MOST_BYTES // 4))
    pages = write("report", copies(report, 8), tmp_path, Options(pictures=lambda _: (large,)))
    assert len(pages) == 7
    assert len(pages["report.html"]) < 300_000


def test_nothing_is_left_beside_the_pages(results: Sequence[Result], tmp_path: Path) -> None:
    pages = write("report", results, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(pages)


def test_what_was_begun_can_be_let_go(results: Sequence[Result], tmp_path: Path) -> None:
    sink = ReportSink(tmp_path, Options(), {})
    sink.add(results[0])
    sink.abandon()
    sink.abandon()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_memory_does_not_grow_with_the_batch(report: Report, tmp_path: Path) -> None:
    few, many = (_peak(report, number, tmp_path / str(number)) for number in (200, 1200))
    assert many < 1.3 * few + 500_000


def _peak(report: Report, number: int, folder: Path) -> int:
    """The most bytes that were held while a batch was written, its results not counted twice."""
    folder.mkdir()
    sink = ReportSink(folder, Options(pictures=_drawn), {})
    tracemalloc.start()
    for each in _endless(report, number):
        sink.add(each)
    sink.close()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def _endless(report: Report, number: int) -> Iterator[Result]:
    return islice((replace(each, place=str(at)) for at, each in enumerate(copies(report, number))), number)
