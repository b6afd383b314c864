"""Whatever the bytes of an input are, the answer is a report or a fault that a person can act on."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import ExtractError
from extract.flow import read_report
from extract.records import Report

SAMPLES = Path(__file__).parent.parent.parent / "samples"
PDF = (SAMPLES / "york-access-tracker.html-ruled.pdf").read_bytes()
TEXT = (SAMPLES / "violence-reduction-partnership.txt").read_bytes()

CELLS = st.lists(st.text(alphabet="Accept R1.,:’\n\tby 31 March 2024 the Council will", max_size=40), max_size=5)


def _answer(content: bytes, name: str) -> Report | ExtractError:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            return read_report(path)
        except ExtractError as fault:
            return fault


def _is_answer(answer: Report | ExtractError) -> bool:
    return isinstance(answer, Report) or all((answer.what, answer.where, answer.advice))


@given(st.binary(max_size=400), st.sampled_from(["a.pdf", "a.txt", "a.docx", "a.html", "a"]))
@settings(deadline=None, max_examples=60)
def test_arbitrary_bytes(content: bytes, name: str) -> None:
    assert _is_answer(_answer(content, name))


@given(st.integers(0, len(PDF)), st.binary(max_size=20))
@settings(deadline=None, max_examples=15)
def test_a_pdf_cut_short_or_overwritten(at: int, junk: bytes) -> None:
    assert _is_answer(_answer(PDF[:at] + junk, "a.pdf"))
    assert _is_answer(_answer(PDF[:at] + junk + PDF[at + len(junk) :], "a.pdf"))


@given(st.integers(0, len(TEXT)))
@settings(deadline=None, max_examples=10)
def test_a_text_cut_short(at: int) -> None:
    assert _is_answer(_answer(TEXT[:at], "a.txt"))


@given(st.lists(CELLS, max_size=6))
@settings(deadline=None, max_examples=60)
def test_arbitrary_rows_under_the_usual_titles(rows: list[list[str]]) -> None:
    lines = ["Recommendation\tAccept, Amend or Reject\tOrganisation\tComments", *("\t".join(row) for row in rows)]

    assert _is_answer(_answer("\n".join(lines).encode(), "a.txt"))


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"%PDF-1.7", b"PK\x03\x04", b"<html></html>"])
def test_inputs_with_nothing_in_them_are_faults(content: bytes) -> None:
    assert isinstance(_answer(content, "a"), ExtractError)
