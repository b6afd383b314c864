"""The table layout on tables made for the purpose: joined rows, themes, breaks, titles that are missing."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.document import Cell, Document, Line, Row, Source, Table
from extract.layouts.columns import read_columns
from extract.layouts.entries import Entry, Explanation
from extract.vocabulary.headings import ColumnRole, load_headings

HEADINGS = load_headings()
TITLES = ("Recommendation", "Accept, Amend or Reject", "Organisation", "Comments")
LONG = "That the Council considers the matter with its partners, and reports to the Committee within the year."


def row(*texts: str, page: int = 1) -> Row:
    return Row(tuple(cell(text, i, page) for i, text in enumerate(texts)), page)


def cell(text: str, column: int, page: int = 1, *, span: int = 1) -> Cell:
    """A cell; a blank line in its text is a gap between paragraphs."""
    lines = [
        Line(line, page, gap=number > 0 and at == 0)
        for number, paragraph in enumerate(text.split("\n\n"))
        for at, line in enumerate(paragraph.split("\n"))
        if line
    ]
    return Cell(tuple(lines), column, span)


def spanning(text: str, columns: int) -> Row:
    return Row((cell(text, 0, span=columns), *(cell("", i) for i in range(columns, columns))))


def explained(*tables: Sequence[Row]) -> Explanation:
    blocks = tuple(Table(tuple(rows), max(c.column + c.column_span for r in rows for c in r.cells)) for rows in tables)
    return read_columns(Document(Source("a.txt", "0" * 64, "text/plain"), "text", blocks), HEADINGS)


def answer(entry: Entry) -> str:
    return "\n\n".join(passage.text for passage in entry.passages(ColumnRole.RESPONSE))


def test_each_row_is_an_entry_under_its_titles() -> None:
    found = explained([row(*TITLES), row("Recommendation 1: That A", "Accept", "Council", "We will.")])
    (entry,) = found.entries
    assert (entry.number, entry.text.text, answer(entry)) == ("1", "That A", "We will.")
    assert [(c.role, c.heading) for c in entry.cells][1] == (ColumnRole.DECISION, "Accept, Amend or Reject")


def test_columns_are_known_in_any_order() -> None:
    found = explained([row("Comments", "Lead", "Decision", "Recommendation"), row("We will.", "HR", "No", "1. That A")])
    (entry,) = found.entries
    assert (entry.text.text, answer(entry)) == ("That A", "We will.")


def test_a_label_whose_text_stands_in_the_next_row_is_joined_to_it() -> None:
    found = explained(
        [
            row(*TITLES),
            row("Recommendation 1: That A", "Accept", "Council", "Yes."),
            row("Recommendation 2:", "Accept", "Council", ""),
            row("That B be done", "", "", ""),
            row("Recommendation 3: That C", "Accept", "Council", "Yes."),
        ]
    )
    assert [(e.number, e.text.text) for e in found.entries] == [
        ("1", "That A"),
        ("2", "That B be done"),
        ("3", "That C"),
    ]


def test_a_row_that_a_page_break_cut_goes_on_in_every_column() -> None:
    first = [
        row(*TITLES),
        row("Recommendation 1: That A be", "Accept", "Council", "We will do"),
    ]
    second = [
        row("done by all", "", "", "it soon.", page=2),
        row("Recommendation 2: That B", "Reject", "Council", "No.", page=2),
    ]
    found = explained(first, second)
    assert [(e.number, e.text.text, answer(e)) for e in found.entries] == [
        ("1", "That A be done by all", "We will do it soon."),
        ("2", "That B", "No."),
    ]


def test_titles_that_are_repeated_on_a_page_are_no_row() -> None:
    found = explained(
        [row(*TITLES), row("Recommendation 1: That A", "Accept", "Council", "We will continue to")],
        [row(*TITLES, page=2), row("", "", "", "work on it.", page=2)],
    )
    (entry,) = found.entries
    assert answer(entry) == "We will continue to work on it."


def test_rows_without_labels_begin_where_something_new_is_asked() -> None:
    titles = ("Recommendation", "Response", "Lead Officer")
    found = explained(
        [
            row(*titles),
            row("That A be done.", "Agreed. We will.", "Head of HR"),
            row("That B be done.", "Not agreed.", "Head of IT"),
            row("", "There is no money.", ""),
        ]
    )
    assert [(e.number, e.text.text) for e in found.entries] == [(None, "That A be done."), (None, "That B be done.")]
    assert answer(found.entries[1]) == "Not agreed.\n\nThere is no money."


def test_a_cell_across_the_table_is_the_theme_of_the_rows_below() -> None:
    found = explained(
        [
            row(*TITLES),
            spanning("A. Housing", 4),
            row("1. That A", "Accept", "Council", "Yes."),
            spanning("B. Transport", 4),
            row("2. That B", "Accept", "Council", "Yes."),
        ]
    )
    assert [e.theme for e in found.entries] == ["A. Housing", "B. Transport"]


def test_a_code_that_a_narrow_column_broke_is_whole_again() -> None:
    found = explained(
        [
            row("Ref", "Recommendation", "Agreed?", "Action"),
            row("SR\n(23/2\n4) 01", LONG, "Yes", "To be done."),
            row("SR\n(23/2", "That pavement licences be refused on any street that is less than four", "No", "No."),
        ],
        [row("4) 02", "metres wide.", "", "The Executive disagrees.", page=2)],
    )
    assert [e.number for e in found.entries] == ["SR (23/24) 01", "SR (23/24) 02"]
    assert found.entries[1].text.text.endswith("four metres wide.")


def test_without_titles_the_cells_tell_their_column() -> None:
    found = explained(
        [
            row("1", LONG, "Accepted", "We will do this and will publish what we find."),
            row("2", LONG, "Not accepted", "There is no money for it, as the Committee has been told."),
            row("3", LONG, "Partially accepted", "We will do some of it."),
        ]
    )
    assert [e.number for e in found.entries] == ["1", "2", "3"]
    assert all(e.passages(ColumnRole.DECISION) and e.text.text == LONG for e in found.entries)


def test_of_two_responses_the_short_one_is_the_decision() -> None:
    found = explained(
        [
            row("No", "Recommendation", "Response", "Commentary"),
            row("1", LONG, "Accepted", "We will."),
            row("2", LONG, "Not accepted", "We will not."),
        ]
    )
    assert [e.passages(ColumnRole.DECISION)[0].text for e in found.entries] == ["Accepted", "Not accepted"]


def test_answers_to_tick_are_columns_of_their_own() -> None:
    found = explained(
        [row("Recommendation", "Accept", "Amend", "Reject", "Comments"), row("R1 That A", "", "✓", "", "Hm.")]
    )
    ticks = [(c.heading, c.passage.text) for c in found.entries[0].cells if c.role is ColumnRole.TICK]
    assert ticks == [("Accept", ""), ("Amend", "✓"), ("Reject", "")]


def test_a_table_that_asks_nothing_is_left_out_and_named() -> None:
    found = explained(
        [row(*TITLES), row("Recommendation 1: That A", "Accept", "Council", "Yes.")],
        [row("Ward", "Budget"), row("North", "£20,000"), row("South", "£30,000")],
    )
    assert len(found.entries) == 1
    assert [notice.code for notice in found.unexplained] == ["table_not_read"]


def test_no_character_of_a_table_that_is_read_is_lost() -> None:
    rows = [
        row(*TITLES),
        row("Recommendation 1: That A", "Accept", "Council", "One.\n\nTwo."),
        row("", "", "", "Three."),
        spanning("Theme", 4),
        row("Recommendation 2: That B", "", "Police", ""),
    ]
    found = explained(rows)
    printed = sum(len("".join(line.text.split())) for r in rows for c in r.cells for line in c.lines)
    assert found.explained == printed
    kept = "".join(c.passage.text for e in found.entries for c in e.cells) + "".join(TITLES) + "Theme"
    assert len("".join(kept.split())) == printed


def test_parts_that_are_decided_one_by_one_are_entries_of_their_own() -> None:
    asked = "2 That the Council: (a) opens the gates; (b) buys a mower; (c) asks the Ministry."
    answered = "(a) Agreed. They open in May. (b) Not agreed, there is no money. (c) Agreed in part."
    found = explained([row("Recommendation", "Response", "Lead"), row(asked, answered, "Head of Parks")])
    assert [(e.number, e.parent, e.text.text, answer(e)) for e in found.entries] == [
        ("2(a)", "2", "opens the gates;", "Agreed. They open in May."),
        ("2(b)", "2", "buys a mower;", "Not agreed, there is no money."),
        ("2(c)", "2", "asks the Ministry.", "Agreed in part."),
    ]


def test_parts_that_share_one_decision_stay_together() -> None:
    asked = "2 That the Council: (a) opens the gates; (b) buys a mower."
    answered = "Agreed. (a) The gates open in May. (b) A mower was bought."
    found = explained([row("Recommendation", "Response", "Lead"), row(asked, answered, "Head of Parks")])
    assert [e.number for e in found.entries] == ["2"]


def test_headings_between_tables_are_the_themes_of_their_rows() -> None:
    blocks = (
        Line("Response of the Cabinet", bold=True),
        Line("A. Housing", bold=True, gap=True),
        Table((row(*TITLES), row("1. That A", "Accept", "Council", "Yes.")), 4),
        Line("B. Transport", bold=True, gap=True),
        Table((row(*TITLES), row("1. That B", "Accept", "Council", "Yes.")), 4),
    )
    found = read_columns(Document(Source("a.txt", "0" * 64, "text/plain"), "text", blocks), HEADINGS)
    assert [(e.number, e.theme) for e in found.entries] == [("1", "A. Housing"), ("1", "B. Transport")]


def test_a_title_above_the_only_table_is_no_theme() -> None:
    blocks = (
        Line("Response of the Cabinet", bold=True),
        Table((row(*TITLES), row("1. That A", "Accept", "Council", "Yes.")), 4),
    )
    found = read_columns(Document(Source("a.txt", "0" * 64, "text/plain"), "text", blocks), HEADINGS)
    assert [e.theme for e in found.entries] == [None]


def test_a_column_of_yes_and_no_is_the_decision_and_no_tick() -> None:
    asked = [row(f"{n}. That {n}", "In part" if n == 3 else "No" if n == 2 else "Yes", "We will.") for n in range(1, 8)]
    found = explained([row("Recommendation", "Agreed?", "Comments"), *asked])
    assert [e.passages(ColumnRole.DECISION)[0].text for e in found.entries][:3] == ["Yes", "No", "In part"]


def test_titles_in_two_tiers_are_read_though_one_is_unknown() -> None:
    upper = Row((cell("Recommendation", 0, span=2), cell("Cabinet response", 2, span=2), cell("Delivery", 4, span=2)))
    lower = row("Ref", "Wording", "Decision", "Agreed action", "Wizard", "Target")
    body = row("HS1", LONG, "Agreed", "Terms of reference to be written.", "Head of Finance", "May 2025")
    (entry,) = explained([upper, lower, body]).entries
    assert (entry.number, entry.text.text, answer(entry)) == ("HS1", LONG, "Terms of reference to be written.")


def test_a_column_of_prose_is_no_owner_though_its_title_names_officers() -> None:
    titles = row("Recommendation", "Position", "Service lead and Cabinet together", "Lead officer")
    said = f"{LONG} {LONG}"
    rows = [row(f"{at}. That pond {at} is cleared.", "Agree", said, "Parks Manager") for at in (1, 2)]
    first, _ = explained([titles, *rows]).entries
    assert answer(first) == said
    assert [passage.text for passage in first.passages(ColumnRole.OWNER)] == ["Parks Manager"]


def test_of_two_responses_the_one_that_holds_days_says_when() -> None:
    rows = [row(f"{at}. That pond {at} is cleared.", "Agree", LONG, f"First pond by May 202{at}") for at in (5, 6)]
    first, _ = explained([row("Recommendation", "Position", "Response", "Milestones"), *rows]).entries
    assert answer(first) == LONG
    assert [passage.text for passage in first.passages(ColumnRole.TIMESCALE)] == ["First pond by May 2025"]


def _bold(made: Row) -> Row:
    return replace(
        made, cells=tuple(replace(c, lines=tuple(replace(line, bold=True) for line in c.lines)) for c in made.cells)
    )


@pytest.mark.parametrize(
    ("titles", "numbers"),
    [(("#", "Wish", "Ruling", "Why", "Bearer"), ("1", "2")), (("Wish", "Decision", "Why", "Bearer"), ())],
)
def test_titles_that_nobody_knows_are_titles(titles: tuple[str, ...], numbers: tuple[str, ...]) -> None:
    said = "The wardens are asked twice a year, and by the spring they will be asked each month to do so."
    cells = [(f"That pond {at} should be cleared by the wardens of it, twice a year.", "Agree", said) for at in (1, 2)]
    rows = [row(*numbers[at : at + 1], *one, "Head of Parks") for at, one in enumerate(cells)]
    entries = explained([_bold(row(*titles)), *rows]).entries
    assert [(entry.number or "", entry.text.text) for entry in entries] == [
        (numbers[at] if numbers else "", asked) for at, (asked, _, _) in enumerate(cells)
    ]
    assert [answer(entry) for entry in entries] == [said, said]
    assert [cell.heading for cell in entries[0].cells] == list(titles)
    assert entries[0].passages(ColumnRole.OWNER)[0].text == "Head of Parks"


def test_a_table_of_unknown_titles_that_demands_nothing_is_left_out() -> None:
    story = "The pond was cleared in March by the wardens, who were glad of the help that they had."
    rows = [row(story, "Yes", "Many hands make light work, as the saying is, and this one took no time at all to do.")]
    assert explained([_bold(row("Story", "Liked", "Moral")), *rows * 3]).entries == ()


_FORM = "Response\n\nWe will mend it.\n\nSoon, too.\n\nLead\n\nHead of Parks\n\nBy when: May"


def test_titles_within_a_cell_divide_it() -> None:
    rows = [row("Recommendation", "Reply"), row("1. That A", _FORM), row("2. That B", _FORM.replace("mend", "buy"))]
    first, second = explained(rows).entries
    assert [(c.role.value, c.heading, c.passage.text) for c in first.cells[1:]] == [
        ("response", "Response", "We will mend it.\n\nSoon, too."),
        ("owner", "Lead", "Head of Parks"),
        ("timescale", "By when", "May"),
    ]
    assert answer(second) == "We will buy it.\n\nSoon, too."


def test_what_stands_above_the_first_title_in_a_cell_keeps_that_of_the_column() -> None:
    rows = [
        row("Recommendation", "Reply"),
        *(row(f"{i}. That A", f"Agreed.\n\nLead: X{i}\n\nWhen: May") for i in (1, 2)),
    ]
    cells = explained(rows).entries[0].cells[1:]
    assert [(c.heading, c.passage.text) for c in cells] == [("Reply", "Agreed."), ("Lead", "X1"), ("When", "May")]


def test_a_title_in_one_cell_alone_divides_nothing() -> None:
    said = "We asked two people.\n\nLead: she said no.\n\nWhen: in May."
    rows = [
        row("Recommendation", "Reply"),
        row("1. That A", said),
        row("2. That B", "Agreed."),
        row("3. That C", "No."),
    ]
    assert answer(explained(rows).entries[0]) == said


def test_a_title_that_nobody_knows_in_every_cell_is_told_by_what_it_holds() -> None:
    said = "Response: Yes.\n\nLead: Clerk\n\nHorizon: May 2026\n\nColour: Blue"
    rows = [row("Recommendation", "Reply"), *(row(f"{number}. That A", said) for number in (1, 2, 3))]
    cells = explained(rows).entries[0].cells[1:]
    assert [(c.role.value, c.heading, c.passage.text) for c in cells] == [
        ("response", "Response", "Yes."),
        ("owner", "Lead", "Clerk"),
        ("timescale", "Horizon", "May 2026"),
        ("other", "Colour", "Blue"),
    ]


@pytest.mark.parametrize("label", ["1. ", "R1: ", ""])
def test_recommendations_may_stand_under_the_title_of_their_numbers(label: str) -> None:
    asked = "That the Council opens the old pier on Sundays from March to the end of October."
    rows = [row(f"{label.replace('1', str(at))}{asked}", "Yes", LONG, "Harbour Master", "31/12/2027") for at in (1, 2)]
    entries = explained(
        [row("Rec.", "Agreed?", "Response and actions", "Responsible officer", "Deadline"), *rows]
    ).entries
    assert [entry.text.text for entry in entries] == [asked, asked]
    assert [answer(entry) for entry in entries] == [LONG, LONG]


def test_numbers_that_tell_where_they_come_from_stay_numbers() -> None:
    rows = [
        row(f"Recommendation {at} of the report on the pier of May 2026", f"That shed {at} is mended.", LONG)
        for at in (1, 2)
    ]
    entries = explained([row("Rec. No.", "Recommendation", "Response"), *rows]).entries
    assert [entry.text.text for entry in entries] == ["That shed 1 is mended.", "That shed 2 is mended."]
