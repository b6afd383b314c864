"""Cells in Welsh and in English, cut to the half that is read."""

import pytest

from extract.document import Document, Source, Table
from extract.layouts import explain
from extract.vocabulary.headings import ColumnRole, load_headings
from tests.layouts.test_columns import row

TITLES = ("Rhif / No.", "Argymhelliad / Recommendation", "Penderfyniad / Decision", "Swyddog / Lead officer", "Ymateb")


def _owners(*owners: str, decisions: tuple[str, ...] = ("Derbyn / Accept", "Gwrthod / Reject")) -> list[list[str]]:
    rows = [
        row(str(at), f"That pond {at} is cleared.", decision, owner, "We will see to it by the end of the year.")
        for at, (owner, decision) in enumerate(zip(owners, decisions, strict=True), 1)
    ]
    document = Document(Source("a.txt", "0" * 64, "text/plain"), "text", (Table((row(*TITLES), *rows), 5),))
    entries = explain(document, load_headings()).entries
    return [
        [passage.text for role in (ColumnRole.OWNER, ColumnRole.DECISION) for passage in entry.passages(role)]
        for entry in entries
    ]


def test_the_english_half_is_read() -> None:
    owners = _owners("Pennaeth Parciau / Head of Parks", "Rheolwr Pyllau / Pond Manager; Ponds Trust")
    assert owners == [["Head of Parks", "Accept"], ["Pond Manager; Ponds Trust", "Reject"]]


def test_the_english_half_may_stand_first() -> None:
    owners = _owners("Head of Parks / Pennaeth Parciau", "Manager / Rheolwr", decisions=("Accept", "Reject"))
    assert owners == [["Head of Parks", "Accept"], ["Manager", "Reject"]]


def test_what_a_word_list_does_not_know_goes_with_its_column() -> None:
    names = ("Pennaeth Parciau / Head of Parks", "Golygydd / Web Editor", "Rheolwr / Manager")
    owners = _owners(*names, decisions=("Derbyn / Accept", "Gwrthod / Reject", "Diwygio / Change"))
    assert owners[1:] == [["Web Editor", "Reject"], ["Manager", "Change"]]


@pytest.mark.parametrize("owner", ["Head of Parks / Head of Housing", "Parks / Housing"])
def test_two_owners_stay_two(owner: str) -> None:
    assert [found[0] for found in _owners(owner, owner)] == [owner, owner]
