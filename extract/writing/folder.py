"""Everything that is written of a batch into its folder, each file whole or not at all."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from extract.errors import OutputError
from extract.records import Report
from extract.results import Result
from extract.writing.csv_files import encode_tables
from extract.writing.datapackage import FILE_NAME, encode_package
from extract.writing.json_file import encode_report
from extract.writing.tables import to_tables


@dataclass(frozen=True, slots=True)
class Writer:
    """A form of output: its name, and the function that writes results into a folder and returns the files' paths."""

    name: str
    write: Callable[[Sequence[Result], Path, bool], tuple[Path, ...]]


def write_outputs(results: Sequence[Result], folder: Path, *, bom: bool = True) -> tuple[Path, ...]:
    """The paths of all files written: a JSON document for each input, the tables, and their description.

    Args:
        results: the batch in the order of its inputs.
        folder: where to write; made where it is not there.
        bom: a byte order mark stands first in each table.

    Raises:
        OutputError: a file could not be written; those before it stand, and none is half written.
    """
    return tuple(path for writer in WRITERS for path in writer.write(results, folder, bom))


def write_report_json(report: Report, folder: Path) -> Path:
    """The path of the JSON document of one report, written as soon as it is done.

    Raises:
        OutputError: it could not be written.
    """
    return write_file(folder / f"{report.document.id}.json", encode_report(report))


def write_reports(results: Sequence[Result], folder: Path, _bom: bool) -> tuple[Path, ...]:  # noqa: FBT001 - a Writer
    """The paths of the JSON documents; JSON never has a byte order mark (RFC 8259, section 8.1)."""
    return tuple(write_report_json(result.report, folder) for result in results if result.report)


def write_tables(results: Sequence[Result], folder: Path, bom: bool) -> tuple[Path, ...]:  # noqa: FBT001 - a Writer
    """The paths of the CSV files and of ``datapackage.json``, which is written last: it holds their digests."""
    tables = to_tables(results)
    files = encode_tables(tables, bom=bom)
    files = {**files, FILE_NAME: encode_package(tables.documents, files)}
    return tuple(write_file(folder / name, data) for name, data in files.items())


WRITERS: Final = (Writer("json", write_reports), Writer("csv", write_tables))
"""All forms of output, in the order of writing."""


def write_file(path: Path, data: bytes) -> Path:
    """The path, once the bytes are safe on the disk under it: written beside it first, then put in its place.

    Raises:
        OutputError: the folder cannot be made, the disk is full, or the file is held by another program.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as fault:
        _remove(beside)
        raise OutputError(f"This could not be written: {fault.strerror}.", str(path), _advice(path, fault)) from fault
    return path


def _remove(beside: Path) -> None:
    """Clear away what was begun; where even that is refused, the fault that led here is the one to report."""
    try:
        beside.unlink(missing_ok=True)
    except OSError:
        return


def _advice(path: Path, fault: OSError) -> str:
    if isinstance(fault, FileExistsError | NotADirectoryError | IsADirectoryError):
        return "A file stands where a folder should be, or the other way round: give another output folder."
    if isinstance(fault, PermissionError) and path.is_file():
        return "Close it in Excel or any other program that has it open, and run again."
    if isinstance(fault, PermissionError):
        return "Give an output folder that you may write to."
    return "See that the disk has room and is there, and run again."
