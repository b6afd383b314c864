"""Excel workbooks built for tests."""

from tests.reading.word import zipped

_X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(rows: str, *, kinds: str = "", strings: str = "", styles: str = "", after: str = "") -> bytes:
    """An Excel workbook of one sheet with these rows.

    Args:
        rows: the sheet's rows.
        kinds: a document type for each part that is given.
        strings: the shared strings.
        styles: what its styles hold.
        after: what follows the rows in the sheet.
    """
    sheet = '<sheet name="S" sheetId="1" r:id="r1"/>'
    relation = f'<Relationship Id="r1" Type="{_KIND}" Target="worksheets/sheet1.xml"/>'
    return zipped(
        {
            "xl/workbook.xml": f"<workbook {_X} {_R}><sheets>{sheet}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>',
            "xl/worksheets/sheet1.xml": f"{kinds}<worksheet {_X}><dimension ref='A1:XFD1048576'/>"
            f"<sheetData>{rows}</sheetData>{after}</worksheet>",
            "xl/sharedStrings.xml": f"{kinds}<sst {_X}>{strings}</sst>",
            "xl/styles.xml": f"<styleSheet {_X}>{styles}</styleSheet>",
        }
    )


def cell(place: str, words: str) -> str:
    """A cell of a sheet with these words in it."""
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


def row(number: int, *words: str) -> str:
    """A row of a sheet."""
    return f'<row r="{number}">{"".join(cell(f"{chr(65 + at)}{number}", each) for at, each in enumerate(words))}</row>'
