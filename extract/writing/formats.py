"""The forms of output: one line each, and the module that writes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from extract.errors import OutputError
from extract.writing.csv_sink import CsvSink
from extract.writing.json_sink import JsonSink
from extract.writing.jsonl_sink import JsonlSink
from extract.writing.report import ReportSink
from extract.writing.sinks import Begun, Options, Sink


@dataclass(frozen=True, slots=True)
class Format:
    """A form of output.

    Attributes:
        name: what it is called on the command line.
        about: what it is, as a line of help.
        grows: its files can go on from those of an earlier run: their first bytes are copied, not made again.
        open: begins its files in a folder that exists and holds none of them. An ``OutputError`` says that they
            cannot be written, or what to install first.
        pictures: it shows pictures of pages, which are drawn while documents are read.
        compares: it shows how the batch differs from an earlier output.
        corrects: people put values right in it, so it holds what was read and all that was put right before.
    """

    name: str
    about: str
    grows: bool
    open: Callable[[Path, Options, Mapping[str, Begun]], Sink]
    pictures: bool = False
    compares: bool = False
    corrects: bool = False


def _open_zstandard(folder: Path, options: Options, begun: Mapping[str, Begun]) -> Sink:
    _ask_for("pyarrow", "parquet", "Zstandard", folder)
    from extract.writing.zstandard_sink import ZstandardSink  # noqa: PLC0415 - imports Arrow, which few runs need

    return ZstandardSink(folder, options, begun)


def _open_parquet(folder: Path, options: Options, begun: Mapping[str, Begun]) -> Sink:
    _ask_for("pyarrow", "parquet", "Parquet", folder)
    from extract.writing.parquet_sink import ParquetSink  # noqa: PLC0415 - imports Arrow, which few runs need

    return ParquetSink(folder, options, begun)


def _open_workbook(folder: Path, options: Options, begun: Mapping[str, Begun]) -> Sink:
    _ask_for("xlsxwriter", "xlsx", "An Excel workbook", folder)
    from extract.writing.workbook.sink import WorkbookSink  # noqa: PLC0415 - imports XlsxWriter, which few runs need

    return WorkbookSink(folder, options, begun)


def _open_sqlite(folder: Path, options: Options, begun: Mapping[str, Begun]) -> Sink:
    if not find_spec("_sqlite3"):
        advice = "Use another Python, or leave sqlite out of --format."
        raise OutputError("This Python was built without SQLite.", str(folder), advice)
    from extract.writing.sqlite_sink import SqliteSink  # noqa: PLC0415 - it may not be there

    return SqliteSink(folder, options, begun)


def _open_ics(folder: Path, options: Options, begun: Mapping[str, Begun]) -> Sink:
    _ask_for("icalendar", "ics", "A calendar", folder)
    from extract.writing.ics_sink import IcsSink  # noqa: PLC0415 - imports icalendar, which few runs need

    return IcsSink(folder, options, begun)


def _open_plots(folder: Path, options: Options, begun: Mapping[str, Begun]) -> Sink:
    from extract.writing.plots import PlotsSink  # noqa: PLC0415 - imports what draws, which few runs need

    return PlotsSink(folder, options, begun)


def _ask_for(package: str, extra: str, what: str, folder: Path) -> None:
    """Raise what tells a person to install the package that something is written with, where it is not there."""
    if not find_spec(package):
        raise OutputError(
            f"{what} is written with {package}, which is not installed.",
            str(folder),
            f"Install it with: pip install 'scrutiny-extract[{extra}]'.",
        )


FORMATS: Final = (
    Format(
        "csv",
        "five tables for spreadsheets, recommendations.csv and so on, and datapackage.json, which describes them",
        grows=True,
        open=CsvSink,
    ),
    Format(
        "json",
        "a file for each document, with all that was read of it and the words that it was read from",
        grows=False,
        open=JsonSink,
    ),
    Format("jsonl", "the same in one file, documents.jsonl, a line for each document", grows=True, open=JsonlSink),
    Format("jsonl.zst", "the same compressed, documents.jsonl.zst", grows=False, open=_open_zstandard),
    Format("parquet", "the five tables for programs, with types, in parquet/<table>/", grows=False, open=_open_parquet),
    Format(
        "xlsx", "an Excel workbook for people, recommendations.xlsx", grows=False, open=_open_workbook, compares=True
    ),
    Format(
        "sqlite", "a database with search, scrutiny.db, and metadata.json for Datasette", grows=False, open=_open_sqlite
    ),
    Format("ics", "the deadlines of promises as a calendar, deadlines.ics", grows=True, open=_open_ics),
    Format(
        "report",
        "a page to read, check and correct it all in a browser, offline: report.html",
        grows=False,
        open=ReportSink,
        pictures=True,
        compares=True,
        corrects=True,
    ),
)
"""The forms of output that the tables and documents are written in, each called by its name."""

PLOTS: Final = Format("plots", "charts for papers, as SVG and PNG, in plots/", grows=False, open=_open_plots)
"""The charts, which are no form of the data: they come beside whatever form it is written in."""
