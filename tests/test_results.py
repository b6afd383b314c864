"""Ids are stable, plain and safe as file names."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.flow import read_result
from extract.results import document_id, renamed

SHA = "1f0c9b2e" * 8


@pytest.mark.parametrize(
    ("name", "sha256", "expected"),
    [
        ("violence-reduction-partnership.pdf", SHA, "violence-reduction-partnership-1f0c9b2e"),
        ("in/VRP Response (final).PDF", SHA, "vrp-response-final-1f0c9b2e"),
        ("Ymateb – Cyngor Môn.docx", SHA, "ymateb-cyngor-mon-1f0c9b2e"),
        ("报告.pdf", SHA, "document-1f0c9b2e"),
        ("lost.pdf", None, "lost-x23b04e08"),
    ],
)
def test_an_id_is(name: str, sha256: str | None, expected: str) -> None:
    assert document_id(name, sha256) == expected


@given(st.text(), st.sampled_from([None, SHA]))
def test_an_id_is_a_safe_file_name(name: str, sha256: str | None) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,100}", document_id(name, sha256))


def test_inputs_of_one_name_without_bytes_are_told_apart_by_their_places() -> None:
    assert document_id("lost.pdf", None, "a/lost.pdf") != document_id("lost.pdf", None, "b/lost.pdf")


def test_a_copy_under_another_name_has_the_result_that_reading_it_would_give(checkout: Path) -> None:
    data = (checkout / "samples" / "violence-reduction-partnership.txt").read_bytes()
    first, other = (read_result(data, name) for name in ("response.txt", "VRP – the Response.txt"))
    assert first != other
    assert renamed(first, other.name) == other
    assert renamed(other, first.name) == first
    assert first.page_marks.keys() != other.page_marks.keys()
