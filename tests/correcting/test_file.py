"""The form of a file of corrections: published as a schema, and every fault of a file told with its place."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from extract.correcting.corrections import read_corrections
from extract.correcting.schema import corrections_schema, schema_text
from extract.errors import CorrectionsError
from tests.correcting.asked import NAME, SHA256, Row, a_file, add, change, corrections, strike

ROW: Row = {
    "number": "3",
    "text": "That a plan be published",
    "checked": True,
    "by": None,
    "at": None,
    "set": {
        "text": "That the plan be published",
        "outcome": "amend",
        "detail": "in_part",
        "owners": [{"name": "Kent County Council", "id": "gss:E10000016"}, {"name": "Head of Highways", "id": None}],
    },
    "commitments": [
        change(
            "We will",
            status="planned",
            name="Plan",
            actor={"name": "Kent County Council", "id": None},
            deadline={"start": "2024-03-31", "end": "2024-03-31"},
            condition=None,
        ),
        strike("It is so"),
        add("We may", deadline={"start": None, "end": "2024-03-31"}),
    ],
}


def test_the_published_schema_is_that_of_the_types(checkout: Path) -> None:
    published = (checkout / "docs" / "corrections.schema.json").read_text(encoding="utf-8")
    assert published == schema_text(), "write schema_text() to docs/corrections.schema.json"


def test_the_schema_is_one_and_holds_a_full_file() -> None:
    Draft202012Validator.check_schema(corrections_schema())
    Draft202012Validator(corrections_schema()).validate(a_file(ROW))


def test_a_full_file_is_read() -> None:
    data = b"\xef\xbb\xbf" + json.dumps(a_file(ROW)).encode()
    (document,) = read_corrections(data, "c.json").file.documents
    assert (document.sha256, len(document.rows), len(document.rows[0].commitments)) == (SHA256, 1, 3)


def _with(**values: Any) -> Row:  # noqa: ANN401 - values of JSON
    return {**ROW, **values}


ROW_FAULTS: list[tuple[Row, str]] = [
    (_with(more=1), "more: nothing is known by this name"),
    (_with(text=3), "text: 3 is not text"),
    (_with(checked="yes"), 'checked: "yes" is not true or false'),
    (_with(at="yesterday"), 'at: "yesterday" is not a date or a time, as 2024-03-31 or 2024-03-31T10:00:00Z or null'),
    (_with(set=None), "set: null is not an object in braces"),
    (_with(set={"outcome": "perhaps"}), 'set.outcome: "perhaps" is not one of accept, amend, reject, none'),
    (_with(set={"text": " "}), 'set.text: " " is not some words'),
    (_with(set={"outcome": "reject", "detail": "in_part"}), "set: the detail in_part does not go with reject"),
    (_with(set={"owners": [{"id": "x"}]}), "set.owners[0].name: it is missing"),
    (_with(set={"owners": "Council"}), 'set.owners: "Council" is not a list'),
    (_with(commitments=[{"do": "mend"}]), 'commitments[0].do: "mend" is not one of change, strike, add'),
    (_with(commitments=[{"do": ["add"]}]), 'commitments[0].do: ["add"] is not one of change, strike, add'),
    (_with(commitments=[7]), "commitments[0]: 7 is not an object in braces"),
    (_with(commitments=[{**strike("a"), "set": {}}]), "commitments[0].set: nothing is known by this name"),
    (_with(commitments=[{**strike("a"), "field": "reply"}]), 'commitments[0].field: "reply" is not one of text, resp'),
    (_with(commitments=[{**add("a"), "set": {}}]), "commitments[0].set.status: it is missing"),
    (_with(commitments=[change("a", status="done")]), 'commitments[0].set.status: "done" is not one of planned, in_'),
    (
        _with(commitments=[change("a", deadline={"start": "2024-02-01", "end": "2024-01-01"})]),
        "commitments[0].set.deadline: the last day is before the first",
    ),
    (
        _with(commitments=[change("a", deadline={"start": "2024-02-30"})]),
        "commitments[0].set.deadline: day is out of range",
    ),
    (_with(commitments=[change("a", deadline={})]), "commitments[0].set.deadline: neither the first nor the last day"),
    (
        _with(commitments=[change("a", deadline={"start": "31/3/2024"})]),
        'commitments[0].set.deadline.start: "31/3/2024" is not a date, as 2024-03-31 or null',
    ),
]


@pytest.mark.parametrize(("row", "fault"), ROW_FAULTS)
def test_a_fault_is_told_with_its_place(row: Row, fault: str) -> None:
    with pytest.raises(CorrectionsError) as raised:
        corrections(a_file(ROW, row))
    assert f"documents[0].rows[1].{fault}" in str(raised.value)
    assert raised.value.where == "0.json"


def test_all_faults_of_a_file_are_told_at_once() -> None:
    file = a_file(*(row for row, _ in ROW_FAULTS))
    file["documents"].append(4)
    with pytest.raises(CorrectionsError) as raised:
        corrections(file)
    for number, (_, fault) in enumerate(ROW_FAULTS):
        assert f"rows[{number}].{fault}" in raised.value.what
    assert "documents[1]: 4 is not an object" in raised.value.what


def test_of_many_faults_the_first_are_told_and_the_others_counted() -> None:
    with pytest.raises(CorrectionsError, match="and 30 more"):
        corrections(a_file(*[_with(text=3)] * 80))


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"{", "This is no JSON"),
        (b"\xff\xfe{", "This is no JSON"),
        (b"[" * 100_000, "This is no JSON"),
        (b"[]", "This is no file of corrections"),
        (b'{"format": "something else", "version": 1}', "This is no file of corrections"),
        (b'{"format": "scrutiny-extract corrections", "version": 2}', "Its version is not 1"),
    ],
)
def test_another_file_is_refused(data: bytes, fault: str) -> None:
    with pytest.raises(CorrectionsError, match=fault):
        read_corrections(data, "c.json")


def test_who_and_when_are_those_of_the_row_before_those_of_the_file() -> None:
    own = {**ROW, "by": "Bea", "at": "2026-01-02"}
    asks = corrections(a_file(ROW, own)).of(SHA256, NAME)
    assert [(ask.by, ask.at) for ask in asks] == [("Ada", "2026-11-27T10:00:00Z"), ("Bea", "2026-01-02")]


def test_what_is_wanted_twice_stands_once_on_the_first_ones_word_and_last() -> None:
    other = _with(set={"outcome": "reject"})
    asks = corrections(a_file(ROW), a_file(other), a_file(ROW, by="Bea")).of(SHA256, NAME)
    assert [(ask.file, ask.by, ask.row.set.outcome) for ask in asks] == [
        ("1.json", "Ada", "reject"),
        ("0.json", "Ada", "amend"),
    ]


def test_the_digest_changes_with_what_is_wanted_of_that_document_alone() -> None:
    one, two = corrections(a_file(ROW)), corrections(a_file(ROW), a_file(ROW, sha256="1" * 64))
    assert (
        one.digest(SHA256, NAME)
        == two.digest(SHA256, NAME)
        != corrections(a_file(_with(checked=False))).digest(SHA256, NAME)
    )
    assert one.digest("1" * 64, NAME) == one.digest(None, NAME) == ""


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def _places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401
    """The ways to all parts of a value of JSON."""
    yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from _places(part, (*path, key))


@settings(deadline=None)
@given(st.sampled_from(list(_places(a_file(ROW)))[1:]), anything)
def test_whatever_stands_anywhere_is_read_or_refused(path: tuple[str | int, ...], value: object) -> None:
    file: Any = json.loads(json.dumps(a_file(ROW)))
    holder = file
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    fits = Draft202012Validator(corrections_schema()).is_valid(file)
    try:
        read = corrections(file)
    except CorrectionsError as fault:
        assert fault.what.endswith(".")  # noqa: PT017 - both ways are right
    else:
        assert fits
        assert set(read.asks) <= {document["sha256"] for document in file["documents"]}
