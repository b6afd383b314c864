"""Tables without a grid, drawn by hand: what is a table, where its rows begin, and what must not be taken for one."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.document import Box, Document, Line, Page, Source
from extract.layouts.aligned import read_aligned
from extract.layouts.entries import Entry, Explanation
from extract.vocabulary.headings import ColumnRole, load_headings

HEADINGS = load_headings()
PITCH, LETTER, SIZE = 12.0, 4.5, 9.0
LEFTS = (50.0, 90.0, 260.0, 340.0)

Printed = tuple[float, Sequence[str]]
"""A level: how many line spacings below the one above it stands, and what stands in each column."""


def printed(*pages: Sequence[Printed], rules: Sequence[float] = ()) -> Document:
    """Pages of levels, drawn as lines with places; rules stand on the first page at so many spacings."""
    lines = list[Line]()
    for number, levels in enumerate(pages, 1):
        y = 50.0
        for below, cells in levels:
            y += below * PITCH
            for left, text in zip(LEFTS, cells, strict=False):
                if text:
                    box = Box(left, y, left + len(text) * LETTER, y + SIZE * 0.8)
                    lines.append(Line(text, number, box, gap=below > 1, size=SIZE))
    drawn = tuple(Box(45, 50 + at * PITCH, 500, 50 + at * PITCH) for at in rules)
    sizes = tuple(Page(number, 595, 842, 1, drawn if number == 1 else ()) for number in range(1, len(pages) + 1))
    return Document(Source("a.pdf", "0" * 64, "application/pdf", len(pages)), "pdf", tuple(lines), sizes)


def spaced(text: str) -> Document:
    """Text, one line a line; blank lines are gaps."""
    lines, gap = list[Line](), False
    for line in text.strip("\n").split("\n"):
        if line.strip():
            lines.append(Line(line, gap=gap))
        gap = not line.strip()
    return Document(Source("a.txt", "0" * 64, "text/plain"), "text", tuple(lines))


def read(document: Document) -> Explanation:
    return read_aligned(document, HEADINGS)


def said(entry: Entry) -> tuple[str | None, str, str]:
    return entry.number, entry.text.text, " ".join(p.text for p in entry.passages(ColumnRole.RESPONSE))


TITLES = (1, ("No.", "Recommendation", "Decision", "Response"))
FIRST = (1.5, ("1", "That the Council writes to", "Accepted", "A letter was sent to the"))
SECOND = (1, ("", "its partners.", "", "partners in May."))
OTHER = (1.5, ("2", "That a report is made.", "Rejected", "There is no money."))
WANTED = [
    ("1", "That the Council writes to its partners.", "A letter was sent to the partners in May."),
    ("2", "That a report is made.", "There is no money."),
]


def test_columns_stand_under_their_titles_and_rows_begin_with_their_numbers() -> None:
    assert [said(entry) for entry in read(printed([TITLES, FIRST, SECOND, OTHER])).entries] == WANTED


def test_cells_go_on_over_a_page_break_with_and_without_repeated_titles() -> None:
    assert [said(entry) for entry in read(printed([TITLES, FIRST], [SECOND, OTHER])).entries] == WANTED
    assert [said(entry) for entry in read(printed([TITLES, FIRST], [TITLES, SECOND, OTHER])).entries] == WANTED


def test_rules_between_rows_divide_them_where_nothing_else_does() -> None:
    titles = (1, ("", "Recommendation", "Lead", "Response"))
    rows = [
        (1, ("", "That the Council writes to", "Ms Ray", "A letter was sent to the")),
        (1, ("", "its partners.", "", "partners in May.")),
        (1, ("", "That a report is made.", "Mr Law", "There is no money.")),
        (1, ("", "That it is published.", "Mr Law", "It will be.")),
    ]
    found = read(printed([titles, *rows], rules=(1.9, 3.9, 4.9, 5.9)))
    assert [entry.text.text for entry in found.entries] == [
        "That the Council writes to its partners.",
        "That a report is made.",
        "That it is published.",
    ]


def test_a_row_without_a_number_is_a_row_where_it_is_asked_and_decided() -> None:
    bare = (2, ("", "That trees are planted.", "Accepted", "Ten will be planted."))
    found = read(printed([TITLES, FIRST, SECOND, bare, OTHER]))
    assert [entry.text.text for entry in found.entries] == [WANTED[0][1], "That trees are planted.", WANTED[1][1]]


def test_a_heading_across_the_columns_is_the_theme_of_the_rows_below() -> None:
    theme = (
        2,
        (
            "",
            "Working together across the whole of the county and its districts",
        ),
    )
    found = read(printed([TITLES, FIRST, SECOND, theme, OTHER]))
    assert [entry.theme for entry in found.entries] == [None, theme[1][1]]


def test_text_before_and_after_the_table_stays_outside() -> None:
    before = (1, ("The Cabinet thanks the Panel for its report, and sets out its response below.",))
    after = (4, ("Background papers: the report of the Panel, and the minutes of the Cabinet in March.",))
    found = read(printed([before, (3, TITLES[1]), FIRST, SECOND, OTHER, after]))
    assert [said(entry) for entry in found.entries] == WANTED


def test_columns_of_text_are_read_by_their_characters() -> None:
    found = read(
        spaced("""
Recommendation               Decision        Comments
R1. That the Council         Accepted in     A letter was sent.
writes to its partners.      part            The partners answered in May and will
                                             meet in June.
R2. That a report is made.   Rejected        There is no money.

The Cabinet met in March to consider all of this, and thanks everyone who took part in it.
""")
    )
    assert [said(entry) for entry in found.entries] == [
        ("1", WANTED[0][1], "A letter was sent.\n\nThe partners answered in May and will meet in June."),
        WANTED[1],
    ]


PROSE = "The Panel met four times and heard from officers, partners and residents about the service."
ASIDE = "The response of the Cabinet to each recommendation is set out in the next report."


@pytest.mark.parametrize(
    "levels",
    [
        [(1, (PROSE,)), (1, (ASIDE,)), (1, (PROSE,))],
        [(1, ("", PROSE[:36], "", PROSE[36:70])), *[(1, ("", ASIDE[:36], "", ASIDE[36:70]))] * 6],
        [(1, ("", "Recommendation 1", "", "7")), (1, ("", "Response of the Cabinet", "", "9"))],
        [(1, ("", "Recommendations", "", "Response of the Cabinet")), (3, (PROSE,)), (1, (ASIDE,))],
        [(1, ("Dear Councillor Lane,",)), (2, (PROSE,)), (2, ("Recommendation 1", "", "", ASIDE)), (1, (PROSE,))],
    ],
    ids=["prose", "two columns", "contents", "titles of nothing", "letter"],
)
def test_what_is_no_table_gives_no_rows(levels: Sequence[Printed]) -> None:
    assert not read(printed(levels)).entries


def test_a_rule_drawn_with_signs_is_no_text() -> None:
    table = """
No   Recommendation           Response
---  -----------------------  ---------------------------
1    Mend the bridge by May   Agreed. It will be mended.
2    Sell the old boats       Not agreed. They float.
"""
    assert [said(entry)[1:] for entry in read(spaced(table)).entries] == [
        ("Mend the bridge by May", "Agreed. It will be mended."),
        ("Sell the old boats", "Not agreed. They float."),
    ]


def test_labels_of_a_themes_letter_begin_rows_over_their_themes() -> None:
    levels = [
        (1, ("Recommendation", "", "Response", "")),
        (2, ("A1 The Council should", "", "Agreed. We will plant", "")),
        (1, ("plant trees.", "", "five.", "")),
        (2, ("A2 Nobody should", "", "Agreed.", "")),
        (1, ("fell them.", "", "", "")),
        (2, ("B1 The river should", "", "", "")),
        (1, ("be cleaned.", "", "", "")),
        (2, ("B2 Beavers should", "", "Not agreed. They bite.", "")),
        (1, ("be brought in.", "", "", "")),
    ]
    found = [said(entry) for entry in read(printed(levels)).entries]
    assert found == [
        ("A1", "The Council should plant trees.", "Agreed. We will plant five."),
        ("A2", "Nobody should fell them.", "Agreed."),
        ("B1", "The river should be cleaned.", ""),
        ("B2", "Beavers should be brought in.", "Not agreed. They bite."),
    ]


def test_what_a_narrow_gap_divides_stands_in_the_columns_that_begin_behind_it() -> None:
    document = printed([TITLES, FIRST, SECOND, (1.5, ("2", "That a report is made.", "Turned down in part")), OTHER])
    lines = list(document.blocks)
    at = next(i for i, line in enumerate(lines) if isinstance(line, Line) and line.text == "Turned down in part")
    whole = lines[at]
    assert isinstance(whole, Line)
    assert whole.box
    left, right = Box(260, *whole.box[1:2], 334, whole.box[3]), Box(340, whole.box[1], 420, whole.box[3])
    parts = (Line("Turned down", 1, left, size=SIZE), Line("in part for want of it", 1, right, size=SIZE))
    lines[at] = replace(whole, text="Turned down in part for want of it", box=whole.box._replace(x1=420.0), parts=parts)
    entry = read(replace(document, blocks=tuple(lines))).entries[1]
    assert entry.passages(ColumnRole.DECISION)[0].text == "Turned down"
    assert entry.passages(ColumnRole.RESPONSE)[0].text == "in part for want of it"


def test_numbers_without_a_title_are_a_column_on_a_page_with_a_single_row_too() -> None:
    titles = (1, ("", "Recommendation", "Decision", "Response"))
    rows = [(1.5, (str(n), f"That matter {n} is seen to", "Accepted", "It will be done.")) for n in range(1, 4)]
    document = printed(
        [titles, *rows[:2], (1.5, ("3", "That the ferry runs.", "Rejected", "There is no"))],
        [
            titles,
            (1, ("", "", "", "pier to land at.")),
            (1.5, ("4", "That a pier is built.", "Noted", "It is costly.")),
        ],
    )
    assert [said(entry) for entry in read(document).entries][2:] == [
        ("3", "That the ferry runs.", "There is no pier to land at."),
        ("4", "That a pier is built.", "It is costly."),
    ]


def test_titles_that_fill_their_columns_and_touch_are_two() -> None:
    document = printed([TITLES, FIRST, SECOND, OTHER])
    number, asked, decision, response, *rows = (line for line in document.blocks if isinstance(line, Line))
    assert decision.box
    assert response.box
    wide = replace(decision, text="DecisionResponse", box=decision.box._replace(x1=response.box.x1))
    found = read(replace(document, blocks=(number, asked, wide, *rows))).entries
    assert [said(entry) for entry in found] == WANTED
    assert [entry.passages(ColumnRole.DECISION)[0].text for entry in found] == ["Accepted", "Rejected"]


def test_a_heading_across_the_table_is_none_of_its_rows_though_a_word_stands_where_a_column_begins() -> None:
    document = printed([TITLES, FIRST, SECOND, (2, ("Part two: the harbour and its boats",)), (2, OTHER[1])])
    lines = list(document.blocks)
    at = next(i for i, line in enumerate(lines) if isinstance(line, Line) and line.text.startswith("Part two"))
    heading = lines[at]
    assert isinstance(heading, Line)
    assert heading.box
    parts = (
        Line("Part two: the harbour", 1, heading.box._replace(x1=258.0), size=SIZE),
        Line("and its boats", 1, heading.box._replace(x0=260.0, x1=330.0), size=SIZE),
    )
    lines[at] = replace(heading, box=heading.box._replace(x1=330.0), parts=parts)
    found = read(replace(document, blocks=tuple(lines))).entries
    assert [said(entry) for entry in found] == WANTED
    assert found[1].theme == "Part two: the harbour and its boats"


def test_words_that_a_justified_line_draws_apart_are_one_line_of_their_cell() -> None:
    document = printed([TITLES, FIRST, SECOND, OTHER])
    lines = list(document.blocks)
    at = next(i for i, line in enumerate(lines) if isinstance(line, Line) and line.text == "A letter was sent to the")
    line = lines[at]
    assert isinstance(line, Line)
    assert line.box
    first = replace(line, text="A letter was", box=line.box._replace(x1=394.0), gap=True)
    second = replace(line, text="sent to the", box=line.box._replace(x0=410.0), gap=True)
    entries = read(replace(document, blocks=(*lines[:at], first, second, *lines[at + 1 :]))).entries
    assert said(entries[0]) == WANTED[0]
