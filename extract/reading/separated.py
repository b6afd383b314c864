"""Separated values (``.csv``, RFC 4180): one table, and the lines above and below it."""

import csv
import io
from collections import Counter
from typing import Final

from extract.document import Document, Source
from extract.errors import DamagedFileError, ExtractError
from extract.reading.decoding import decode_text
from extract.reading.sheets import Said, Sheet, blocks_of, is_too_wide

_BETWEEN: Final = (",", ";", "\t")
_FEWEST = 2  # fields of a record: what is asked and what is answered
_MOSTLY = 0.8  # of the records have the same number of fields
_ABOVE = 5  # lines of a title that may stand above the table without separators
_TITLE_WORDS = 10  # words of a column's title
_ABBREVIATED = 2  # words of a title that may end with a stop: "Rec. No."
_LONGEST_FIELD = 2**20  # characters; Excel's cells hold 32,767
_SAMPLE = 2**18  # bytes that tell whether a file is of separated values

Records = list[list[str]]


def is_separated(data: bytes) -> bool:
    """Whether the bytes are text whose lines are records of as many fields each, under a record of titles."""
    if b"\x00" in data[:_SAMPLE] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    try:
        return _records(decode_text(data[:_SAMPLE], "")) is not None
    except ExtractError:
        return False


def read_separated(data: bytes, source: Source) -> Document:
    """The document in the bytes of a file of separated values: a table, lines above it and below it.

    Args:
        data: the file, in any encoding that text files have; separated by commas, semicolons, tabs or strokes.
        source: what is known of it.

    Raises:
        DamagedFileError: it has more cells than any person filled in, or no table in the end.
    """
    records = _records(decode_text(data, source.name)) or []
    cells = {
        (row, column): Said(field.strip())
        for row, record in enumerate(records)
        for column, field in enumerate(record)
        if field.strip()
    }
    sheet = Sheet(cells, ())
    if not cells or is_too_wide(sheet):
        advice = "Open it in a spreadsheet program and save it as .xlsx, then give that."
        raise DamagedFileError("The separated values do not make a table.", source.name, advice)
    return Document(source, "csv", tuple(blocks_of(sheet)))


def _records(text: str) -> Records | None:
    """The records by the separator that divides most of them alike; ``None`` where none does."""
    found = [(records, _likeness(records)) for between in _BETWEEN if (records := _divided(text, between))]
    best = max(found, key=lambda item: item[1], default=None)
    return best[0] if best and best[1] else None


def _divided(text: str, between: str) -> Records:
    """The records of a text by a separator; none where a field has no end."""
    if between not in text or (between == "\t" and '\t"' not in text):
        return []  # plain text with tabs has a reader of its own
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=between))
    except csv.Error:
        return []


def _likeness(records: Records) -> int:
    """How many fields the records of a table have; 0 where these are no table."""
    filled = [record for record in records if any(field.strip() for field in record)]
    first = next((at for at, record in enumerate(filled[: _ABOVE + 1]) if len(record) >= _FEWEST), None)
    if first is None or len(filled) <= first + 1:
        return 0
    body = filled[first:]
    quoted = any("\n" in field or "," in field for record in body for field in record)
    fields, count = Counter(map(len, body)).most_common(1)[0]
    titled = next((record for record in body if sum(bool(field.strip()) for field in record) >= _FEWEST), [])
    sure = quoted or (fields > _FEWEST and len(body) > _FEWEST)  # prose may have two lines with two commas
    least = len(body) if fields == _FEWEST else _MOSTLY * len(body)
    alike = fields >= _FEWEST and count >= least and sure and bool(titled)
    return fields if alike and all(_is_title(field) for field in titled) else 0


def _is_title(field: str) -> bool:
    """Whether a field may be a column's title: short, and no sentence that ends."""
    words = len(field.split())
    return words <= _ABBREVIATED or (words <= _TITLE_WORDS and not field.rstrip().endswith((".", ";")))
