"""Owner cells: joint owners are divided, titles are not, and nobody is made up."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.facts.organisations import OrganisationContext, build_context
from extract.facts.owners import find_owners, find_owners_in_prose
from extract.records import Authority
from extract.vocabulary.organisations import load_registry
from extract.vocabulary.owners import load_owner_words

KENT = build_context(load_registry(), Authority(id="gss:E10000016", name="Kent County Council"), ())
WORDS = load_owner_words()
CASES = Path(__file__).parent.parent / "cases" / "owners.csv"


def _cases() -> list[tuple[str, list[str], list[str]]]:
    with CASES.open(encoding="utf-8", newline="") as rows:
        return [(row["cell"], _parts(row["owners"]), _parts(row["kinds"])) for row in csv.DictReader(rows)]


def _parts(listed: str) -> list[str]:
    return [part for part in listed.split(" | ") if part]


def _names(cell: str, context: OrganisationContext = KENT) -> list[str]:
    return [owner.name for owner in find_owners(cell, context, WORDS)]


@pytest.mark.parametrize(("cell", "names", "kinds"), _cases())
def test_cell_names_these_owners(cell: str, names: list[str], kinds: list[str]) -> None:
    owners = find_owners(cell, KENT, WORDS)
    assert [owner.name for owner in owners] == names
    assert [owner.kind for owner in owners] == kinds


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Head of\nHighways and\nFleet /\nExecutive\nMember for\nTransport", 2),
        ("Cabinet\nMember for\nClimate\nChange and\nEnvironment", 1),
        ("Parking\nServices\nManager / Cllr\nR Marsden", 2),
        ("Head of Parks\nHead of Highways", 2),
        ("Highways Team\nParks Team", 2),
        ("Metropolitan Police\nService (SE BCU)", 1),
        ("Oxleas NHS\nFoundation Trust", 1),
    ],
)
def test_lines_of_a_narrow_cell_are_joined_or_divided(cell: str, names: int) -> None:
    assert len(_names(cell)) == names


@pytest.mark.parametrize(
    "cell", ["", " ", "-", "–", "n/a", "N/A", "TBC", "tbc.", "To be confirmed", "None", "?", "(n/a)"]
)
def test_a_cell_that_names_nobody_has_no_owner(cell: str) -> None:
    assert _names(cell) == []


def test_what_was_printed_is_kept_beside_the_name() -> None:
    (owner,) = find_owners("Cllr Tessa Holt", KENT, WORDS)
    assert (owner.raw, owner.name) == ("Cllr Tessa Holt", "Tessa Holt")


def test_self_names_need_an_authority() -> None:
    assert _names("Council", OrganisationContext(load_registry())) == ["Council"]
    assert _names("Council") == ["Kent County Council"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We agree.\nLead officer: Head of Parks\nBy June.", ["Head of Parks"]),
        ("Lead: Head of Parks / Cabinet Member for Leisure", ["Head of Parks", "Cabinet Member for Leisure"]),
        ("The Director of Public Health will lead on this.", ["Director of Public Health"]),
        ("Agreed. The Head of Legal Services will oversee the review.", ["Head of Legal Services"]),
        ("We will lead by example and the work will continue.", []),
        ("This will lead to better outcomes for young people.", []),
        ("The leading cause was speed. Officers will report back.", []),
        ("Action by: TBC", []),
    ],
)
def test_prose_names_owners_only_beyond_doubt(text: str, names: list[str]) -> None:
    assert [owner.name for owner in find_owners_in_prose(text, KENT, WORDS)] == names


PARTS = [
    "Head of",
    "/",
    "and",
    ",",
    ";",
    "Cllr",
    "(",
    ")",
    "Council",
    "\n",
    ":",
    "-",
    "Team",
    "Jane Holt",
    "•",
    "Kent Police",
]


@given(st.text(max_size=60) | st.lists(st.sampled_from(PARTS), max_size=12).map(" ".join))
def test_any_text_is_read_and_owners_are_printed_in_it(cell: str) -> None:
    owners = find_owners(cell, KENT, WORDS)
    assert all(owner.name for owner in owners)
    assert len({(owner.kind, owner.name.casefold()) for owner in owners}) == len(owners)
    for owner in owners:
        assert "".join(owner.raw.split()) in "".join(cell.split())
    find_owners_in_prose(cell, KENT, WORDS)


@given(st.sampled_from([cell for cell, names, _ in _cases() if len(names) == 1]))
def test_a_single_owner_read_again_is_itself(cell: str) -> None:
    name = _names(cell)
    assert _names(name[0]) == name


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Highways Maintenan ce", ["Highways Maintenance"]),
        ("Parks Manag er", ["Parks Manager"]),
        ("Head of Parks", ["Head of Parks"]),
        ("Director of Land and Water", ["Director of Land and Water"]),
    ],
)
def test_a_word_that_its_cell_broke_is_made_whole(cell: str, names: list[str]) -> None:
    assert _names(cell) == names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Executive Director\n– Place", ["Executive Director – Place"]),
        ("Assistant Director\n– Housing & Communities", ["Assistant Director – Housing & Communities"]),
        ("– Head of Legal\n– Head of Finance", ["Head of Legal", "Head of Finance"]),
        ("Leads:\n- Head of Legal\n- Head of Finance", ["Head of Legal", "Head of Finance"]),
    ],
)
def test_a_dash_is_a_bullet_only_where_the_lines_are_a_list(cell: str, names: list[str]) -> None:
    assert _names(cell) == names
