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
    """

    name: str
    about: str
    grows: bool
    open: Callable[[Path, Options, Mapping[str, Begun]], Sink]
    pictures: bool = False


def _open_zstandard(folder: Path, options: Options, begun: Mapping[str, Begun]) -> Sink:
    _ask_for_arrow("Zstandard", folder)
    from extract.writing.zstandard_sink import ZstandardSink  # noqa: PLC0415 - imports Arrow, which few runs need

    return ZstandardSink(folder, options, begun)


def _open_parquet(folder: Path, options: Options, begun: Mapping[str, Begun]) -> Sink:
    _ask_for_arrow("Parquet", folder)
    from extract.writing.parquet_sink import ParquetSink  # noqa: PLC0415 - imports Arrow, which few runs need

    return ParquetSink(folder, options, begun)


def _open_plots(folder: Path, options: Options, begun: Mapping[str, Begun]) -> Sink:
    from extract.writing.plots import PlotsSink  # noqa: PLC0415 - imports what draws, which few runs need

    return PlotsSink(folder, options, begun)


def _ask_for_arrow(what: str, folder: Path) -> None:
    if not find_spec("pyarrow"):
        raise OutputError(
            f"{what} is written with pyarrow, which is not installed.",
            str(folder),
            "Install it with: pip install 'scrutiny-extract[parquet]'.",
        )


FORMATS: Final = (
    Format("csv", "five tables for spreadsheets, and datapackage.json, which describes them", grows=True, open=CsvSink),
    Format("json", "a file for each document, with all that was read of it", grows=False, open=JsonSink),
    Format("jsonl", "the same in one file, documents.jsonl, a line for each document", grows=True, open=JsonlSink),
    Format("jsonl.zst", "the same compressed, documents.jsonl.zst", grows=False, open=_open_zstandard),
    Format("parquet", "the five tables for programs, with types, in parquet/<table>/", grows=False, open=_open_parquet),
    Format(
        "report", "a page to read, check and correct it all: report.html", grows=False, open=ReportSink, pictures=True
    ),
    Format("plots", "charts for papers, as SVG and PNG, in plots/", grows=False, open=_open_plots),
)
"""All forms of output."""
