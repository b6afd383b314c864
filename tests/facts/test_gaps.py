"""What is read wrongly and known to be: each case must still fail; one that passes belongs in the other tables."""

import csv
from pathlib import Path

import pytest

from extract.facts.commitments import find_commitments
from extract.facts.outcomes import find_decision
from extract.language import load_language
from extract.vocabulary.commitments import load_commitment_words
from extract.vocabulary.outcomes import load_outcome_words

with (Path(__file__).parent.parent / "cases" / "gaps.csv").open(encoding="utf-8", newline="") as rows:
    GAPS = [(row["kind"], row["text"], row["expected"]) for row in csv.DictReader(rows)]


def read(kind: str, text: str) -> str:
    """What the program reads: an outcome with its detail, or the status of the one commitment."""
    if kind == "commitment":
        found = find_commitments(text, load_commitment_words(), load_language())
        return ", ".join(str(clause.status) for clause in found)
    decision = find_decision(text, load_outcome_words())
    outcome = decision.outcome if decision else None
    return "/".join(filter(None, (outcome.value, outcome.detail))) if outcome else ""


@pytest.mark.parametrize(("kind", "text", "expected"), GAPS)
@pytest.mark.xfail(strict=True, reason="known to be read wrongly")
def test_a_known_gap(kind: str, text: str, expected: str) -> None:
    assert read(kind, text) == expected
