"""A person's own register of organisations, read from a file of separated values."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from extract.errors import RegisterError
from extract.reading.decoding import decode_text
from extract.storage import load_bytes
from extract.vocabulary.organisations import TYPES, key_of
from extract.vocabulary.registers import OwnBody

_NEEDED, _KNOWN = ("id", "name"), ("id", "name", "type", "aliases")
_SEPARATORS = (",", ";", "\t")  # Excel writes semicolons on some computers, tabs as “Unicode text”
_ALIASES = re.compile(r"[|;\n]")
_TOLD = re.compile(r"(?i)sep=(.)")  # a first line by which Excel is told the separator
_WORKBOOK = b"PK\x03\x04"
_MOST_FAULTS = 20
_ADVICE = "Put the file right: a line with the titles id, name, type, aliases, then a line for each organisation."


class _Row(NamedTuple):
    line: int
    cells: Mapping[str, str]


def read_register(path: Path) -> tuple[OwnBody, ...]:
    """The organisations of a person's own register, in its order.

    The columns are ``id`` and ``name``, and where there are such ``type`` and ``aliases``, divided by ``|`` or ``;``;
    others are passed over. Any encoding that Excel writes will do, and commas, semicolons or tabs between the cells.

    Raises:
        InputMissingError: the file is not there or may not be read.
        EmptyFileError: it holds nothing.
        RegisterError: it is no such file, or lines of it are faulty; each fault is told with its line.
    """
    if path.is_dir():
        raise RegisterError("This is a folder.", str(path), "Name the file of organisations in it.")
    data = load_bytes(path)
    if data.startswith(_WORKBOOK):
        raise RegisterError("This is a workbook.", str(path), "Save it as CSV, then give that.")
    try:
        rows = list(_rows(decode_text(data, str(path))))
    except ValueError as fault:
        raise RegisterError(f"{fault}.", str(path), _ADVICE) from fault
    faults = [*_faults(rows), *_shared(rows)]
    if faults:
        more = [f"and {len(faults) - _MOST_FAULTS} more"] if len(faults) > _MOST_FAULTS else []
        raise RegisterError("; ".join([*faults[:_MOST_FAULTS], *more]) + ".", str(path), _ADVICE)
    return tuple(_body(row) for row in rows)


def _rows(text: str) -> Iterator[_Row]:
    """The filled rows under the titles, each with the number of the line that it begins on."""
    first = next(line for line in text.splitlines() if line.strip())
    told = _TOLD.fullmatch(first.strip())
    titles = list[str]()
    for began, cells in _records(text, told[1] if told else max(_SEPARATORS, key=first.count)):
        if titles:
            yield _Row(began, _titled(cells, titles, began))
        elif not (told and cells[0].casefold().startswith("sep=")):
            titles = _titles(cells, began)


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of each record that has any, with the number of the line that it begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    began = 1
    try:
        for record in reader:
            if any(cell.strip() for cell in record):
                yield began, [cell.strip() for cell in record]
            began = reader.line_num + 1
    except csv.Error as fault:
        raise ValueError(f"line {began}: a quotation mark there has no partner ({fault})") from fault


def _titles(cells: Sequence[str], line: int) -> list[str]:
    titles = [cell.casefold() for cell in cells]
    missing = [title for title in _NEEDED if title not in titles]
    twice = sorted({title for title in _KNOWN if titles.count(title) > 1})
    if missing:
        raise ValueError(f"line {line}: there is no column “{'”, no column “'.join(missing)}”")
    if twice:
        raise ValueError(f"line {line}: the column “{'”, the column “'.join(twice)}” stands twice")
    return titles


def _titled(cells: Sequence[str], titles: Sequence[str], line: int) -> dict[str, str]:
    if any(cells[len(titles) :]):
        raise ValueError(
            f"line {line}: it has {len(cells)} cells under {len(titles)} titles; "
            "a cell that holds a comma stands in quotation marks"
        )
    filled = [*cells, *[""] * (len(titles) - len(cells))]
    known = {title: cell for title, cell in zip(titles, filled, strict=False) if title in _KNOWN}
    return {title: cell if title == "aliases" else " ".join(cell.split()) for title, cell in known.items()}


def _body(row: _Row) -> OwnBody:
    return OwnBody(row.cells["id"], row.cells["name"], _type(row) or None, _aliases(row))


def _type(row: _Row) -> str:
    return "_".join(row.cells.get("type", "").casefold().replace("_", " ").split())


def _aliases(row: _Row) -> tuple[str, ...]:
    found = (" ".join(alias.split()) for alias in _ALIASES.split(row.cells.get("aliases", "")))
    return tuple(dict.fromkeys(alias for alias in found if alias))


def _faults(rows: Sequence[_Row]) -> Iterator[str]:
    """What is wrong with the rows by themselves, and ids that stand twice."""
    seen = dict[str, int]()
    if not rows:
        yield "no organisation stands under the titles"
    for row in rows:
        yield from (f"line {row.line}: the {title} is empty" for title in _NEEDED if not row.cells[title])
        if row.cells["name"] and not _is_name(row.cells["name"]):
            yield f"line {row.line}: “{row.cells['name']}” is no name"
        if _type(row) and _type(row) not in TYPES:
            yield f"line {row.line}: unknown type “{row.cells['type']}”; it is one of {', '.join(sorted(TYPES))}"
        first = seen.setdefault(row.cells["id"], row.line)
        if row.cells["id"] and first != row.line:
            yield f"line {row.line}: the id “{row.cells['id']}” stands on line {first} too"


def _shared(rows: Sequence[_Row]) -> Iterator[str]:
    """Names that two rows give to different bodies."""
    lines = dict[str, int]()
    for row in rows:
        for name in filter(_is_name, (row.cells["name"], *_aliases(row))):
            first = lines.setdefault(key_of(name), row.line)
            if first != row.line:
                yield f"line {row.line}: “{name}” names the organisation of line {first} too"


def _is_name(name: str) -> bool:
    return any(character.isalpha() for character in name)
