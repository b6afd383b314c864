"""Whole papers that sign their actions, and trackers with a key: who acts in each row, and by when."""

from pathlib import Path

import pytest

from extract.flow import Wishes, read_result
from extract.records import Commitment, Recommendation, Report

HEAD = "Marlford Borough Council\nCabinet response to the Inquiry into Allotments\nCabinet, 12 January 2026\n\n"


def read(text: str, name: str = "paper.txt") -> Report:
    report = read_result(text.encode(), name, Wishes()).report
    assert report is not None
    return report


def answered(response: str) -> Recommendation:
    """The row of a paper with one recommendation, and two before it that make it one that signs its actions."""
    (row,) = read(
        f"{HEAD}Recommendation 1: That the waiting list is cut.\nResponse: Agreed. {response}\n"
    ).recommendations
    return row


def said(made: Commitment) -> tuple[str, str | None, str | None]:
    """The status of a commitment, who acts, and the last day of its deadline."""
    actor, deadline = made.actor, made.deadline
    return made.status.value, actor.name if actor else None, deadline.end if deadline else None


@pytest.mark.parametrize(
    ("signed", "told"),
    [
        ("(Green Spaces Officer, by 31/3/26)", ("planned", "Green Spaces Officer", "2026-03-31")),
        ("[Lead: J Smith; due 31/3/26]", ("planned", "J Smith", "2026-03-31")),
        ("– Director of Place, by June 2026", ("planned", "Director of Place", "2026-06-30")),
        ("(Green Spaces Officer, November 2025 – overdue)", ("planned", "Green Spaces Officer", "2025-11-30")),
        ("(Parks Team; was due March 2025, now June 2026)", ("planned", "Parks Team", "2026-06-30")),
        ("(Parks Team, complete)", ("completed", "Parks Team", None)),
        ("(Parks Team, date to be confirmed)", ("planned", "Parks Team", None)),
    ],
)
def test_an_action_is_its_signers_by_the_day_beside_them(signed: str, told: tuple[str, str, str | None]) -> None:
    row = answered(f"\n• Divide forty full plots at Nether Lane {signed}")
    (made,) = row.commitments
    assert made.text == f"Divide forty full plots at Nether Lane {signed}"
    assert said(made) == told
    assert [owner.name for owner in row.owners] == [told[1]]


def test_each_sentence_has_its_own_signer() -> None:
    row = answered(
        "We will freeze rents – Finance Manager, May 2026. The rules will be redrawn (Legal Team, July 2026)."
    )
    assert [said(made) for made in row.commitments] == [
        ("planned", "Finance Manager", "2026-05-31"),
        ("planned", "Legal Team", "2026-07-31"),
    ]


def test_a_commitment_ends_with_its_sentence() -> None:
    (made,) = answered("We will freeze all rents. Owner: Finance Manager. Deadline: May 2026.").commitments
    assert made.text == "We will freeze all rents"
    assert said(made) == ("planned", "Finance Manager", "2026-05-31")


def test_a_decision_that_is_signed_is_no_commitment() -> None:
    row = answered("We agree with this. Lead officer: Head of Parks. Target date: May 2026.")
    assert row.commitments == ()
    assert [owner.name for owner in row.owners] == ["Head of Parks"]


def test_a_report_signed_for_a_day_to_come_is_still_to_be_done() -> None:
    row = answered("\n• Rules for sub-letting adopted (Parks Team, June 2026)\n• Fences mended (Parks Team, May 2025)")
    assert [made.status.value for made in row.commitments] == ["planned", "completed"]


def test_what_somebody_may_do_is_due_on_no_day() -> None:
    (made,) = answered("\n• Consider a levy on new homes (Planning Policy Manager, autumn 2026)").commitments
    assert said(made) == ("considering", "Planning Policy Manager", None)


TRACKER = """"Fernshire County Council: scrutiny actions log as at 30 September 2025",,,,,
Review,Ref,Recommendation,Decision,Agreed actions,Owner,Due
Trees (2024),T1,Plant more street trees.,Accepted,"TLO to survey every ward.
HoP to publish a plan. A bid is being drafted.","HoP
TLO",31/03/2026
Trees (2024),T2,Give saplings away.,Accepted,"Wardens to be trained by TLO.
FTT have agreed to grow oaks. ED-P will tell members at once if they fail.",ED-P; FTT,Dec 2025
"""
KEY = (
    "HoP = Head of Parks; TLO = Tree and Landscape Officer; ED-P = Executive Director – Place; "
    "FTT = Fernshire Tree Trust"
)
KEYS = [
    f'"Abbreviations: {KEY}",,,,,,\n',
    "Key to owners,,,,,,\n" + "".join(f"{each.replace(' = ', ',')},,,,,\n" for each in KEY.split("; ")),
]


@pytest.mark.parametrize("key", KEYS, ids=["line", "rows"])
def test_initials_of_a_tracker_are_whom_its_key_says(key: str) -> None:
    first, second = read(f"{TRACKER},,,,,,\n{key}", "tracker.csv").recommendations
    assert [owner.name for owner in first.owners] == ["Head of Parks", "Tree and Landscape Officer"]
    assert [owner.name for owner in second.owners] == ["Executive Director – Place", "Fernshire Tree Trust"]
    assert [said(made) for made in first.commitments] == [
        ("planned", "Tree and Landscape Officer", "2026-03-31"),
        ("planned", "Head of Parks", "2026-03-31"),
        ("in_progress", None, "2026-03-31"),
    ]
    assert [said(made) for made in second.commitments] == [
        ("planned", "Tree and Landscape Officer", "2025-12-31"),
        ("planned", "Fernshire Tree Trust", "2025-12-31"),
        ("planned", "Executive Director – Place", None),
    ]
    assert (first.theme, first.timescale) == ("Trees (2024)", "31/03/2026")


GROUPED = """<h1>Fernshire County Council: response to the Libraries Panel</h1>
<p>Meeting of the Executive, 6 May 2025</p>
<table><tr><th>Recommendation</th><th>Response</th><th>Responsible</th><th>By when</th></tr>
<tr><td>1. Open on Sundays.</td><td rowspan="2">Agreed. We will appoint two managers by the end of August. The Executive
has set aside £90,000. Until they start, our Mobile Library will call at all four. Letters will be sent when the rota is
agreed, in October.</td><td rowspan="2">Head of Libraries<br>Executive Councillor for Culture<br>Friends of Fernshire
Libraries</td><td rowspan="2">March 2026</td></tr><tr><td>2. Lend tools.</td></tr></table>"""


def test_rows_that_share_an_answer_share_who_and_when() -> None:
    rows = read(GROUPED, "panel.html").recommendations
    assert [row.number for row in rows] == ["1", "2"]
    for row in rows:
        names = [owner.name for owner in row.owners]
        assert names == ["Head of Libraries", "Executive Councillor for Culture", "Friends of Fernshire Libraries"]
        assert [said(made) for made in row.commitments] == [
            ("planned", "Fernshire County Council", "2025-08-31"),
            ("completed", "Fernshire County Council", None),
            ("planned", "Fernshire County Council", None),
            ("planned", None, "2025-10-31"),
        ]


def test_a_document_of_the_project_that_signs_nothing_has_no_signer(checkout: Path) -> None:
    folder = checkout / "tests" / "quality" / "documents"
    rows = read((folder / "powys-waste-and-recycling.voices.txt").read_text(encoding="utf-8")).recommendations
    rules = {each.rule for row in rows for owner in row.owners for each in owner.because}
    assert "owner_signed" not in rules


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("First plots let in July 2026", "planned"),
        ("First plots let in July 2025", "completed"),
        ("Plots for July 2026 were let", "completed"),
        ("Bid submitted to the 2027/28 budget", "completed"),
    ],
)
def test_a_note_of_what_is_done_on_a_day_to_come_is_a_plan(note: str, status: str) -> None:
    (made,) = answered(f"\n• {note}").commitments
    assert made.status.value == status
