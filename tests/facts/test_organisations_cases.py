"""Sentences with the bodies that they name, and words that only look like names: one a row of the cases."""

import csv
from pathlib import Path

import pytest

from extract.facts.organisations import build_context, find_organisations
from extract.facts.organisations.initials import initials_in
from extract.findings import Body
from extract.records import Authority, Field
from extract.vocabulary.organisations import load_registry

REGISTRY = load_registry()
CASES = Path(__file__).parent.parent / "cases" / "organisations.csv"


def _cases() -> list[tuple[str, str, list[str]]]:
    with CASES.open(encoding="utf-8", newline="") as rows:
        return [
            (row["authority_id"], row["text"], list(filter(None, row["organisations"].split(" | "))))
            for row in csv.DictReader(rows)
        ]


@pytest.mark.parametrize(("authority", "text", "named"), _cases())
def test_a_sentence_names_these_bodies(authority: str, text: str, named: list[str]) -> None:
    answering = Authority(id=authority, name=REGISTRY.organisations[authority].name) if authority else None
    context = build_context(REGISTRY, answering, [text])
    found = find_organisations(text, Field.RESPONSE, context)
    assert [f"{each.text} > {each.id or ''}".rstrip() for each in found] == named


def test_initials_that_a_document_does_not_explain_are_those_of_the_one_body_that_it_names() -> None:
    one = "South Western Railway and Great Western Railway were asked. SWR agreed and GWR did not."
    context = build_context(REGISTRY, None, ["Northern Powergrid Company", one, "Kent Wildlife Trust (KWT)"])
    assert "SWR" in context.glossary
    assert "KWT" in context.glossary
    assert "GWR" not in build_context(REGISTRY, None, ["GWR did not"]).glossary


def test_initials_that_are_known_or_shared_are_left_alone() -> None:
    assert "ONS" not in build_context(REGISTRY, None, ["Office for National Statistics; ONS"]).glossary
    two = [Body("Sunny Water Rangers", "a"), Body("South Western Railway", "b")]
    assert initials_in(["SWR agreed"], two, REGISTRY) == {}
    assert initials_in(["SWR agreed"], two[:1], REGISTRY) == {"SWR": "Sunny Water Rangers"}
