"""Plain text in any encoding, its tables and its lines."""

import hashlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.document import Document, Line, Source, Table
from extract.errors import EmptyFileError, ExtractError, UnknownFormatError
from extract.reading.plain import read_plain

ROWS = "Ref\tRecommendation\tDecision\tComments\n"


def _read(text: str | bytes) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    return read_plain(data, Source("a.txt", hashlib.sha256(data).hexdigest(), "text/plain"))


def _table(text: str) -> list[list[str]]:
    """The cells of the one table in a text; a stroke divides lines, a double one paragraphs."""
    (table,) = (block for block in _read(text).blocks if isinstance(block, Table))
    return [[_shown(cell.lines) for cell in row.cells] for row in table.rows]


def _shown(lines: tuple[Line, ...]) -> str:
    return "".join(("//" if line.gap else "/" if i else "") + line.text for i, line in enumerate(lines))


def _shape(text: str) -> list[str]:
    """Each block of a document: the text of a line, or the size of a table."""
    return [
        f"{len(block.rows)}x{block.columns}" if isinstance(block, Table) else block.text for block in _read(text).blocks
    ]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_every_encoding_of_an_office_is_read(encoding: str) -> None:
    text = "The Council’s reply – “agreed” at £92k\nCafé owners were asked; they don’t object."
    assert _shape_of(text.encode(encoding)) == text.split("\n")


def test_mac_roman_is_read() -> None:
    text = "The Council’s reply – “agreed” – it doesn’t cost £92k, and we’ll report back to the panel’s chair."
    assert _shape_of(text.encode("mac_roman")) == [text]


def test_a_stray_byte_in_utf8_is_taken_as_windows_1252() -> None:
    assert _shape_of("Council’s “plan” ".encode() + b"\x96 agreed") == ["Council’s “plan” – agreed"]


def _shape_of(data: bytes) -> list[str]:
    return [block.text for block in _read(data).blocks if isinstance(block, Line)]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe \x00\n\x00", b"\xef\xbb\xbf\n \n"])
def test_an_empty_file_is_told(data: bytes) -> None:
    with pytest.raises(EmptyFileError):
        _read(data)


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x7fELF\x02\x01\x01" + bytes(900), b"ab\x00\x01" * 99])
def test_rubbish_is_told(data: bytes) -> None:
    with pytest.raises(UnknownFormatError):
        _read(data)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028"])
def test_lines_keep_their_spacing_and_know_their_gaps(ending: str) -> None:
    lines = _read(ending.join(["Response", "", "  one   two ", "three"])).blocks
    assert lines == (Line("Response"), Line("  one   two", gap=True), Line("three"))


def test_a_form_feed_divides_pages() -> None:
    document = _read("one\n\ftwo\n\fthree\n\f\n")
    assert [(line.text, line.page) for line in document.blocks if isinstance(line, Line)] == [
        ("one", 1),
        ("two", 2),
        ("three", 3),
    ]
    assert document.source.pages == 3


def test_running_lines_and_page_numbers_are_set_aside() -> None:
    page = "Kent County Council\n\nRecommendation {0}\nDecision: Agreed\nAgreed\n\nReview of roads   Page {0}\n{0} of 3"
    text = "\f".join(page.format(number) for number in (1, 2, 3)).replace("1 of", "Page 1 of")
    kept = [f"Recommendation {number}/Decision: Agreed/Agreed".split("/") for number in (1, 2, 3)]
    assert _shape(text) == [*kept[0], *kept[1], "2 of 3", *kept[2], "3 of 3"]
    furniture = [line.text for line in _read(text).furniture]
    assert furniture[:3] == ["Kent County Council", "Review of roads   Page 1", "Page 1 of 3"]


def test_marks_of_markdown_are_resolved() -> None:
    lines = _read("# Response\n\n**Decision:** Agreed\n**All of it**\n\nTitle\n=====\ntext").blocks
    assert [(line.text, line.bold) for line in lines if isinstance(line, Line)] == [
        ("Response", True),
        ("Decision: Agreed", False),
        ("All of it", True),
        ("Title", True),
        ("text", False),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            ROWS + "1\tThat a\tAgreed\tFirst.\n\nSecond.\nStill second.\n2\tThat b\tAgreed\tOne.",
            [["1", "That a", "Agreed", "First.//Second./Still second."], ["2", "That b", "Agreed", "One."]],
            id="the last cell runs over paragraphs",
        ),
        pytest.param(
            ROWS + "1\tThat a\tAgreed\tWe will\n\n\t\t\tdo it.\n2\tThat b\tNo\t",
            [["1", "That a", "Agreed", "We will"], ["", "", "", "do it."], ["2", "That b", "No", ""]],
            id="a row goes on in the column that its tabs reach",
        ),
        pytest.param(
            ROWS + "Recommendation 8:\tAccept\tCouncil\t\nThat the Council do it\t\t\t\n9\tx\ty\tz",
            [["Recommendation 8:", "Accept", "Council", ""], ["That the Council do it", "", "", ""], list("9xyz")],
            id="a label and its text are two rows",
        ),
        pytest.param(
            ROWS + "1\tThat a\tAgreed\n2\tThat b\tRejected\tNo money.",
            [["1", "That a", "Agreed", ""], ["2", "That b", "Rejected", "No money."]],
            id="an editor cut the tabs at a line's end",
        ),
        pytest.param(
            ROWS + "A\tThat a\tAgreed\tWe will:\n•\tpublish it\n\t• and send it\nB\tThat b\tNo\tNo.",
            [["A", "That a", "Agreed", "We will:/• publish it/• and send it"], ["B", "That b", "No", "No."]],
            id="a bullet with a tab is no row",
        ),
        pytest.param(
            ROWS + 'A\t"That the Council:\n\n- a ""b""\n- c"\tAgreed\tYes.\nB\t"Quoted" words\tNo\tNo.',
            [["A", 'That the Council://- a "b"/- c', "Agreed", "Yes."], ["B", '"Quoted" words', "No", "No."]],
            id="a spreadsheet quotes cells of many lines",
        ),
        pytest.param(
            ROWS + "1\tThat a\tAgreed\tWe\nPage 2 of 3\nwill.\n2\tThat b\tNo\tNo.",
            [["1", "That a", "Agreed", "We/will."], ["2", "That b", "No", "No."]],
            id="a page number within a cell",
        ),
        pytest.param(
            ROWS + "1\tThat a\tAgreed\tYes.\n\nTHEME TWO: ROADS\n\n2\tThat b\tNo\tNo.",
            [["1", "That a", "Agreed", "Yes."], ["THEME TWO: ROADS"], ["2", "That b", "No", "No."]],
            id="a heading between rows spans them",
        ),
        pytest.param(
            "Recommendation\tResponse\nThat a\tAgreed.\nThat b\tNot agreed.",
            [["That a", "Agreed."], ["That b", "Not agreed."]],
            id="two columns",
        ),
    ],
)
def test_rows_divided_by_tabs(text: str, rows: list[list[str]]) -> None:
    assert _table(text)[1:] == rows


@pytest.mark.parametrize(
    "after",
    ["Key: Met = the police", "Notes", "NEXT STEPS", "Appendix B", "[i] A note.", "Theme 3: Roads"],
)
def test_what_stands_under_a_table_is_no_part_of_it(after: str) -> None:
    assert _shape(f"{ROWS}1\ta\tAgreed\tWe will.\n\n{after}\nlast") == ["2x4", after, "last"]


def test_prose_after_a_column_of_short_cells_is_no_part_of_it() -> None:
    prose = "The Panel thanks everybody who gave evidence to the review over the last year."
    text = "No\tThat\tBy when\n1\ta\tMay 2024\n2\tb\tJune 2024\n\n" + prose
    assert _shape(text) == ["3x3", prose]


def test_a_table_of_other_columns_is_another() -> None:
    assert _shape(f"{ROWS}1\ta\tAgreed\tWe will.\n\nName\tRole\nAn Other\tChair\nAB\tMember") == ["2x4", "3x2"]


@pytest.mark.parametrize(
    "text",
    [
        "1.\tThat the Council does a\n2.\tThat the Council does b\n3.\tThat the Council does c",
        "Lead:\tCouncil\nDate:\tMay 2024",
        "Foreword\t3\nThe review\t5\nConclusion\t9",
        "•\ta\tb\n•\tc\td",
        "\tindented",
        "only\tone row",
        "Agreed | noted",
        "Page 1 | Kent County Council\nother words",
    ],
)
def test_what_is_no_table_stays_lines(text: str) -> None:
    assert _shape(text) == text.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "| No | That | Reply |\n|----|:---:|---|\n| 1 | a \\| b | c<br>d |\n| 2 | e | |",
        "No | That | Reply\n---|---|---\n1 | a \\| b | c<br/>d\n2 | e |",
        "+--+----+-----+\n|No|That|Reply|\n+==+====+=====+\n|1|a \\| b|c|\n| | |d|\n+--+--+--+\n|2|e||\n+--+--+--+",
        "┌──┬────┬─────┐\n│No│That│Reply│\n├──┼────┼─────┤\n│1│a \\| b│c│\n│ │ │d│\n├──┼──┼──┤\n│2│e││\n└──┴──┴──┘",
        "| **No** | **That** | **Reply** |\n\n| 1 | a \\| b | c\nd |\n| 2 | e | |",
    ],
)
def test_rows_divided_by_strokes(text: str) -> None:
    assert _table(text) == [["No", "That", "Reply"], ["1", "a | b", "c/d"], ["2", "e", ""]]


def test_lines_around_a_drawn_table_stay_lines() -> None:
    assert _shape("before\n\n|a|b|\n|-|-|\n|c|d|\nafter\n\nlast") == ["before", "2x2", "after", "last"]


anything = st.text(st.characters(exclude_categories=["Cs"])) | st.lists(
    st.sampled_from(["a", "\t", "\n", "|", '"', "- ", "\f", "1.", "---", "+--+", "THEME", "Key:", "\r", " ", "**"]),
    max_size=40,
).map("".join)


@given(anything)
@example("a\tb\tc\n\t\nd\te\tf")
@example('a\t"b\nc')
@example("|\n|\n|-")
def test_any_text_is_read_whole(text: str) -> None:
    """Each cell has its place in the grid, and no letter or digit is lost."""
    try:
        document = _read(text)
    except ExtractError:
        return
    lines = list(document.furniture)
    for block in document.blocks:
        if isinstance(block, Line):
            lines.append(block)
        else:
            cells = [cell for row in block.rows for cell in row.cells]
            assert all(cell.column >= 0 and cell.column + cell.column_span <= block.columns for cell in cells)
            lines += [line for cell in cells for line in cell.lines]
    assert _letters("".join(line.text for line in lines)) == _letters(text)


def _letters(text: str) -> list[str]:
    return sorted(character for character in text.replace("<br>", "") if character.isalnum())


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = _read(data)
    except (EmptyFileError, UnknownFormatError):
        return
    assert document.reader == "text"


@pytest.mark.parametrize(
    ("unit", "shape"),
    [
        ("1\tThat a\tAgreed\tWe will.\n\nAnd more.\n", ["8001x4"]),
        ("\n\nAnd more words.", ["2x4"]),
        ("\n1.\tone", ["2x4"]),
    ],
)
def test_a_long_file_is_read_in_time(unit: str, shape: list[str]) -> None:
    """A scan of all that follows, for each line, would take an hour here."""
    rows = "" if shape == ["8001x4"] else "Rec A\tThat a\tAgreed\tWe will."
    assert _shape(ROWS + rows + unit * 8_000) == shape


def test_a_long_numbered_list_is_read_in_time() -> None:
    assert len(_shape("1.\tone\n" * 8_000)) == 8_000


def test_a_break_in_a_drawn_cell_divides_paragraphs() -> None:
    text = "|No|That|Lead|\n|-|-|-|\n|1|it is done.<br>Soon.|Head of Parks<br/>Clerk|"
    assert _table(text)[1] == ["1", "it is done.//Soon.", "Head of Parks//Clerk"]


def test_a_break_in_a_drawn_cell_that_goes_on_is_the_end_of_a_printed_line() -> None:
    text = "|No|That|Lead|\n|-|-|-|\n|1|it<br>is done.|Head of<br/>Parks|"
    assert _table(text)[1] == ["1", "it/is done.", "Head of/Parks"]


def test_what_an_email_quotes_stands_in_boxes() -> None:
    text = (
        "On Monday she wrote:\n\n> Dear all\n>\n> 1. Mend the\n> bench.\n\nAgreed.\n\n> > Older words.\n> 2. Paint it."
    )
    assert _shape(text) == ["On Monday she wrote:", "1x1", "Agreed.", "1x1", "1x1"]
    tables = [block for block in _read(text).blocks if isinstance(block, Table)]
    shown = [_shown(table.rows[0].cells[0].lines) for table in tables]
    assert shown == ["Dear all//1. Mend the/bench.", "Older words.", "2. Paint it."]


def test_what_is_less_or_more_is_no_quotation() -> None:
    assert _shape("spent\n>£5m on it\n->next") == ["spent", ">£5m on it", "->next"]
