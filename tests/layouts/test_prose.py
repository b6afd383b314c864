"""Running prose read as recommendations and answers, in the constructed documents of ``cases/prose.toml``."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Box, Cell, Document, Line, Row, Source, Table
from extract.layouts.entries import Entry
from extract.layouts.labelled import LabelReader
from extract.layouts.prose import read_prose
from extract.vocabulary.headings import ColumnRole, load_headings

_CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "prose.toml").read_text(encoding="utf-8"))
_HEADINGS = load_headings()


def _document(text: str) -> Document:
    """A document of marked lines: blank is a gap, ``! `` bold, ``> `` boxed, ``# `` a heading, ``----`` a page."""
    blocks = list[Line | Table]()
    gap, page = False, 1
    for printed in text.split("\n"):
        if printed == "----":
            page += 1
        elif not printed.strip():
            gap = True
        else:
            blocks.append(_block(printed, page, gap=gap))
            gap = False
    return Document(Source("made.txt", "0" * 64, "text/plain"), "text", tuple(blocks))


def _block(printed: str, page: int, *, gap: bool) -> Line | Table:
    mark, rest = (printed[:2], printed[2:]) if printed[:2] in {"! ", "> ", "# "} else ("", printed)
    line = Line(rest, page=page, gap=gap, bold=mark in {"! ", "# "}, size=16.0 if mark == "# " else 11.0)
    return Table((Row((Cell((line,), 0),), page),), 1) if mark == "> " else line


def _entries(text: str) -> tuple[Entry, ...]:
    return read_prose(_document(text), _HEADINGS).entries


def _named(cases: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in cases]


def _said(entry: Entry, role: ColumnRole) -> str | None:
    return "\n\n".join(passage.text for passage in entry.passages(role)) or None


@pytest.mark.parametrize("case", _named(_CASES["case"]))
def test_recommendations_and_answers_are_read(case: dict[str, Any]) -> None:
    read = [
        {
            "number": entry.number,
            "text": entry.text.text,
            "response": _said(entry, ColumnRole.RESPONSE),
            "decision": _said(entry, ColumnRole.DECISION),
            "owner": _said(entry, ColumnRole.OWNER),
            "timescale": _said(entry, ColumnRole.TIMESCALE),
            "parent": entry.parent,
        }
        for entry in _entries(case["document"])
    ]
    optional = {"decision": None, "owner": None, "timescale": None, "parent": None, "number": None}
    expected = [{**optional, **{k: v for k, v in row.items() if k != "theme"}} for row in case["rows"]]
    # A part's parent is checked where the case names it; labels such as 1a carry one of their own.
    for row, wanted in zip(read, case["rows"], strict=False):
        row["parent"] = row["parent"] if "parent" in wanted else None
    assert read == expected


@pytest.mark.parametrize("case", _named([c for c in _CASES["case"] if "theme" in c["rows"][0]]))
def test_the_heading_above_is_the_theme(case: dict[str, Any]) -> None:
    assert [entry.theme for entry in _entries(case["document"])] == [row["theme"] for row in case["rows"]]


@pytest.mark.parametrize("case", _named(_CASES["none"]))
def test_what_is_no_answered_recommendation_is_left_alone(case: dict[str, Any]) -> None:
    assert _entries(case["document"]) == ()


@pytest.mark.parametrize("case", _named(_CASES["case"]))
def test_no_line_between_the_first_and_the_last_answer_is_lost(case: dict[str, Any]) -> None:
    entries = _entries(case["document"])
    used = [piece.line.text for entry in entries for cell in entry.cells for piece in cell.passage.pieces]
    themes = {entry.theme for entry in entries}
    printed = [
        printed[2:] if printed[:2] in {"! ", "> ", "# "} else printed for printed in case["document"].split("\n")
    ]
    printed = [line for line in printed if line.strip() and line != "----"]
    inside = printed[printed.index(entries[0].cells[0].passage.pieces[0].line.text) : printed.index(used[-1]) + 1]
    reader = LabelReader(_HEADINGS)  # a label is no text: "Our answers", "Response:"
    lost = [line for line in inside if line not in used and line not in themes and not reader.read(line)]
    lost = [line for line in lost if not line.startswith(("Recommendation", "! ", "# ", "2. Conclusion"))]
    assert lost == case.get("between", [])


_PIECES = st.sampled_from(
    [
        "Recommendation 1: That a plan is made.",
        "Recommendation 2",
        "1. That bins are emptied.",
        "2a. The board should meet.",
        "4a) iv. The duty should be extended.",
        "(a) plants trees; and",
        "(b) waters them.",
        "Response:",
        "Response: Agreed",
        "Agreed. Officers will do so.",
        "The Council does not accept this.",
        "Lead: Head of Parks",
        "! Theme of its own",
        "# Larger heading",
        "> The Council should publish it.",
        "• a bullet",
        "----",
        "",
    ]
)


@given(st.lists(st.one_of(_PIECES, st.text(max_size=60)), max_size=25))
def test_any_lines_can_be_read(lines: list[str]) -> None:
    entries = _entries("\n".join(lines))
    assert all(entry.text.text and entry.passages(ColumnRole.RECOMMENDATION) for entry in entries)
    for entry in entries:
        for cell in entry.cells:
            assert all(first.end <= second.start for first, second in pairwise(cell.passage.pieces))


@given(st.lists(_PIECES, max_size=20))
def test_reading_again_gives_the_same(lines: list[str]) -> None:
    assert _entries("\n".join(lines)) == _entries("\n".join(lines))


@pytest.mark.parametrize(
    ("text", "role", "value"),
    [
        ("Decision: Agreed", ColumnRole.DECISION, "Agreed"),
        ("Cabinet decision: Not agreed", ColumnRole.DECISION, "Not agreed"),
        ("Lead officer – Head of Parks", ColumnRole.OWNER, "Head of Parks"),
        ("Response to recommendation 4: Yes", ColumnRole.RESPONSE, "Yes"),
        ("Recommendation 4 – Government response", ColumnRole.RESPONSE, ""),
        ("Target implementation date: Spring 2026", ColumnRole.TIMESCALE, "Spring 2026"),
        ("By when? June", None, ""),
        ("Lead: -", ColumnRole.OWNER, "-"),
        ("Accepted (Y/N): Y", ColumnRole.DECISION, "Y"),
        ("Agreed: officers will do so", None, ""),
        ("The committee heard from these officers: two of them", None, ""),
        ("Health partners: waits have risen", None, ""),
        ("2. Policing response to the disorder", None, ""),
        ("Agreed", None, ""),
    ],
)
def test_labelled_lines_are_told_from_sentences(text: str, role: ColumnRole | None, value: str) -> None:
    read = LabelReader(_HEADINGS).read(text)
    assert (read.role if read else None) is role
    assert (text[read.end :] if read else "") == value


def test_columns_side_by_side_are_no_prose() -> None:
    lines = [
        Line(text, box=Box(x0, top, x0 + 150, top + 10), size=10.0)
        for top in range(100, 300, 12)
        for x0, text in ((72.0, "Recommendation 1: That it is done."), (300.0, "Agreed. It will be done."))
    ]
    document = Document(Source("made.pdf", "0" * 64, "application/pdf"), "pdf", tuple(lines))
    assert read_prose(document, _HEADINGS).entries == ()


_LABELLED = "\n\n".join(
    f"Recommendation {number}\n\nThat bench {number} be mended.\n\nResponse: We will mend it.\n\nLead: Head of Parks"
    for number in (1, 2, 3)
)
_AFTERWORD = "Copies in large print can be had from the town hall."


def test_what_follows_the_last_answer_alone_is_no_part_of_it() -> None:
    assert [_said(entry, ColumnRole.RESPONSE) for entry in _entries(f"{_LABELLED}\n\n{_AFTERWORD}")] == [
        "We will mend it."
    ] * 3


def test_comments_that_follow_the_lead_in_every_answer_stay() -> None:
    text = _LABELLED.replace("Head of Parks", "Head of Parks\n\nThe bench is old.")
    assert ["old" in (_said(entry, ColumnRole.RESPONSE) or "") for entry in _entries(text)] == [True] * 3


def test_cells_across_a_table_ask_and_answer_as_running_text_does() -> None:
    def across(text: str) -> Row:
        return Row((Cell((Line(text),), 0, column_span=3),))

    def beside(*texts: str) -> Row:
        return Row(tuple(Cell((Line(text),), at) for at, text in enumerate(texts)))

    rows = [
        (
            across(f"Recommendation {at}: That pond {at} is dredged."),
            beside("Decision: Accepted", "Lead: Parks Manager", "When: May 2025"),
            across("It was last dredged nine years ago."),
        )
        for at in (1, 2)
    ]
    table = Table(tuple(row for three in rows for row in three), 3)
    entries = read_prose(Document(Source("made.txt", "0" * 64, "text/plain"), "text", (table,)), _HEADINGS).entries
    assert [entry.text.text for entry in entries] == ["That pond 1 is dredged.", "That pond 2 is dredged."]
    said = {cell.role: cell.passage.text for cell in entries[1].cells}
    assert said[ColumnRole.OWNER] == "Parks Manager"
    assert said[ColumnRole.RESPONSE] == "It was last dredged nine years ago."


def _table(*rows: tuple[str, ...]) -> Table:
    cells = [[Cell((Line(text),) if text else (), at) for at, text in enumerate(row)] for row in rows]
    return Table(tuple(Row(tuple(row)) for row in cells), len(rows[0]))


def _with_tables(*blocks: Line | Table) -> tuple[Entry, ...]:
    document = Document(Source("made.html", "0" * 64, "text/html"), "html", blocks)
    return read_prose(document, _HEADINGS).entries


def _heading(text: str) -> Line:
    return Line(text, gap=True, bold=True, size=18.0)


_TITLES = ("Our position", "What we say", "Who", "When")


def test_a_small_table_below_each_recommendation_answers_it() -> None:
    first, second = _with_tables(
        _heading("Recommendation 1: Benches"),
        Line("What the review asked for", gap=True, bold=True),
        Line("That a bench is mended.", gap=True),
        _table(_TITLES, ("Agreed", "It is mended now.", "Head of Parks", "Complete")),
        _heading("Recommendation 2: Bins"),
        Line("What the review asked for", gap=True, bold=True),
        Line("That bins are emptied.", gap=True),
        _table(_TITLES, ("Not agreed", "They are emptied now.", "", "n/a")),
    )
    assert (first.number, first.theme, first.text.text) == ("1", "Benches", "That a bench is mended.")
    assert [_said(first, role) for role in (ColumnRole.DECISION, ColumnRole.OWNER, ColumnRole.TIMESCALE)] == [
        "Agreed",
        "Head of Parks",
        "Complete",
    ]
    assert (_said(second, ColumnRole.OWNER), _said(second, ColumnRole.TIMESCALE)) == (None, "n/a")


def test_the_rows_of_a_small_table_answer_the_parts_of_its_recommendation() -> None:
    entries = _with_tables(
        _heading("Recommendation 1"),
        Line("(a) That a bench is mended.", gap=True),
        Line("(b) That bins are emptied.", gap=True),
        _table(
            ("Part", *_TITLES), ("(a)", "Agreed", "It is.", "Clerk", "May"), ("(b)", "Not agreed", "No.", "Mayor", "")
        ),
    )
    read = [(e.number, e.text.text, _said(e, ColumnRole.DECISION), _said(e, ColumnRole.OWNER)) for e in entries]
    assert read == [
        ("1(a)", "That a bench is mended.", "Agreed", "Clerk"),
        ("1(b)", "That bins are emptied.", "Not agreed", "Mayor"),
    ]
