"""Excel workbooks: cells hold what they show, merged ones are one, sheets follow each other."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract.document import Document, Line, Source, Table
from extract.errors import DamagedFileError, ExtractError, NoTextError
from extract.reading.xlsx import is_xlsx, read_xlsx
from tests.reading.word import grid, zipped

SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = (
    f'<styleSheet {SPACE}><numFmts><numFmt numFmtId="170" formatCode="{{code}}"/></numFmts>'
    "<fonts><font/><font><b/></font></fonts>"
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14" fontId="1"/></cellXfs></styleSheet>'
)


def _cell(place: str, words: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def _row(number: int, *words: str) -> str:
    cells = (_cell(f"{chr(ord('A') + at)}{number}", each) for at, each in enumerate(words) if each)
    return f'<row r="{number}">{"".join(cells)}</row>'


def _workbook(
    *sheets: str, code: str = "", strings: str = "", states: tuple[str, ...] = (), settings_: str = ""
) -> bytes:
    names = [
        f'<sheet name="Sheet{i}" state="{state}" xmlns:r="{KINDS}" r:id="r{i}"/>'
        for i, state in enumerate([*states, *["visible"] * (len(sheets) - len(states))])
    ]
    related = [
        f'<Relationship Id="r{i}" Type="{KINDS}/worksheet" Target="sheets/{i}.xml"/>' for i in range(len(sheets))
    ]
    return zipped(
        {
            "xl/workbook.xml": f"<workbook {SPACE}>{settings_}<sheets>{''.join(names)}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">{"".join(related)}</Relationships>',
            "xl/styles.xml": STYLES.format(code=code),
            "xl/sharedStrings.xml": f"<sst {SPACE}>{strings}</sst>",
            **{f"xl/sheets/{i}.xml": f"<worksheet {SPACE}>{sheet}</worksheet>" for i, sheet in enumerate(sheets)},
        }
    )


def _data(*rows: str) -> str:
    return f"<sheetData>{''.join(rows)}</sheetData>"


def _read(data: bytes) -> Document:
    return read_xlsx(data, Source("a.xlsx", "0" * 64, "application/xlsx"))


def _table(data: bytes) -> Table:
    (found,) = (block for block in _read(data).blocks if isinstance(block, Table))
    return found


def _shown(cell: str, code: str = "", strings: str = "", settings_: str = "") -> str:
    (block,) = _read(_workbook(_data(f"<row>{cell}</row>"), code=code, strings=strings, settings_=settings_)).blocks
    assert isinstance(block, Line)
    return block.text


def test_lines_above_and_below_the_table_are_no_rows_of_it() -> None:
    rows = [
        _row(1, "Scrutiny tracker"),
        _row(3, "No", "Recommendation", "Response"),
        _row(4, "", "Theme"),
        _row(5, "1", "That", "Agreed"),
        _row(7, "Updated May 2024"),
    ]
    above, table, below = _read(_workbook(_data(*rows))).blocks

    assert isinstance(table, Table)
    assert [block.text for block in (above, below) if isinstance(block, Line)] == [
        "Scrutiny tracker",
        "Updated May 2024",
    ]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["No", "Recommendation", "Response"],
        ["", "Theme", ""],
        ["1", "That", "Agreed"],
    ]


def test_merged_cells_are_one_and_columns_without_words_are_left_out() -> None:
    rows = [_row(1, "No", "", "Theme", "", "x"), _row(2, "1", "", "a", "", "b"), _row(3, "", "", "c", "", "d")]
    merged = '<mergeCells><mergeCell ref="A2:B3"/><mergeCell ref="C1:E1"/><mergeCell ref="A9:XFD1048576"/></mergeCells>'

    assert grid(_table(_workbook(_data(rows[0].replace(_cell("E1", "x"), ""), *rows[1:]) + merged))) == [
        [(0, 1, 1, "No"), (1, 2, 1, "Theme")],
        [(0, 1, 2, "1"), (1, 1, 1, "a"), (2, 1, 1, "b")],
        [(1, 1, 1, "c"), (2, 1, 1, "d")],
    ]


def test_lines_within_a_cell_are_kept() -> None:
    (row,) = _table(_workbook(_data(_row(1, "1", "One\nTwo\n\nThree")))).rows

    assert [(line.text, line.gap) for line in row.cells[1].lines] == [("One", False), ("Two", False), ("Three", True)]


def test_sheets_follow_each_other_under_their_names_and_hidden_ones_are_left_out() -> None:
    sheets = [_data(_row(1, "a", "b")), _data(_row(1, "Yes", "No")), _data(_row(1, "c", "d"))]
    found = _read(_workbook(*sheets, states=("visible", "hidden"))).blocks

    assert [block.text if isinstance(block, Line) else grid(block)[0][0][3] for block in found] == [
        "Sheet0",
        "a",
        "Sheet2",
        "c",
    ]


@pytest.mark.parametrize(
    ("cell", "code", "text"),
    [
        ('<c t="s"><v>0</v></c>', "", "By May"),
        ('<c t="s"><v>7</v></c><c t="str"><f>A1</f><v>Agreed</v></c>', "", "Agreed"),
        ('<c t="b"><v>1</v></c>', "", "TRUE"),
        ('<c t="e"><v>#REF!</v></c>', "", "#REF!"),
        ("<c><v>3.0</v></c>", "", "3"),
        ("<c><v>0.1</v></c>", "", "0.1"),
        ('<c s="1"><v>1.1</v></c>', "0.00", "1.10"),
        ('<c s="1"><v>0.75</v></c>', "0%", "75%"),
        ('<c s="2"><v>45357</v></c>', "", "06/03/2024"),
        ('<c s="1"><v>45357.5</v></c>', "dd/mm/yyyy hh:mm", "06/03/2024"),
        ('<c s="1"><v>45357</v></c>', "[$-809]mmm\\-yy;@", "March 2024"),
        ('<c s="1"><v>0.5</v></c>', "h:mm", "12:00"),
        ('<c s="1"><v>1e999</v></c>', "dd/mm/yyyy", "inf"),
        ('<c s="1"><v>5</v></c>', "0 &quot;days&quot;", "5"),
        ('<c s="9999999"><v>five</v></c>', "", "five"),
    ],
)
def test_cells_hold_what_they_show(cell: str, code: str, text: str) -> None:
    strings = "<si><r><t>By </t></r><r><t>May</t></r><rPh><t>x</t></rPh></si>"

    assert _shown(cell, code, strings) == text


def test_days_may_be_counted_from_1904() -> None:
    assert _shown('<c s="2"><v>43895</v></c>', settings_='<workbookPr date1904="1"/>') == "06/03/2024"


def _diagonal(cells: int) -> list[str]:
    """Rows of one cell each, every one in a column of its own."""
    letters = [chr(ord("A") + i) for i in range(26)]
    columns = [f"{a}{b}{c}" for a in letters[:2] for b in letters for c in letters]
    return [f'<row><c r="{columns[i]}{i + 1}"><v>1</v></c></row>' for i in range(cells)]


@pytest.mark.parametrize(
    "data",
    [
        _workbook(_data(_row(1, "a", "b")))[:900],
        zipped({"xl/workbook.xml": "<workbook"}),
        zipped({"xl/workbook.xml": f"<!DOCTYPE x [<!ENTITY a 'b'>]><workbook {SPACE}>&a;</workbook>"}),
        _workbook(_data(*_diagonal(1100))),
    ],
    ids=["cut", "broken", "document type", "spread"],
)
def test_a_damaged_file_is_told(data: bytes) -> None:
    assert is_xlsx(data)
    with pytest.raises(DamagedFileError, match="Excel"):
        _read(data)


def test_a_workbook_without_words_is_told() -> None:
    with pytest.raises(NoTextError):
        _read(_workbook(_data()))


WHOLE = _workbook(_data(_row(1, "No", "Response"), _row(2, "1", "Agreed")))


@given(st.integers(0, len(WHOLE)), st.binary(max_size=12))
@example(WHOLE.rindex(b"PK\3\4") + 6, b"@")  # a way of packing that nobody uses
@settings(deadline=None, max_examples=80)
def test_a_file_cut_short_or_overwritten_is_read_or_told(at: int, junk: bytes) -> None:
    for data in (WHOLE[:at] + junk, WHOLE[:at] + junk + WHOLE[at + len(junk) :]):
        try:
            answer: Document | ExtractError = _read(data)
        except ExtractError as fault:
            answer = fault
        assert isinstance(answer, Document) or answer.where == "a.xlsx"
