"""Ids are stable, plain and safe as file names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.results import document_id

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
