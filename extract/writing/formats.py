"""The forms of output: one line each, and the module that writes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from extract.writing.csv_sink import CsvSink
from extract.writing.json_sink import JsonSink
from extract.writing.jsonl_sink import JsonlSink
from extract.writing.sinks import Begun, Options, Sink


@dataclass(frozen=True, slots=True)
class Format:
    """A form of output.

    Attributes:
        name: what it is called on the command line.
        about: what it is, as a line of help.
        grows: its files can go on from those of an earlier run: their first bytes are copied, not made again.
        open: begins its files in a folder that exists and holds none of them. An ``OutputError`` says that they
            cannot be written.
    """

    name: str
    about: str
    grows: bool
    open: Callable[[Path, Options, Mapping[str, Begun]], Sink]


FORMATS: Final = (
    Format("csv", "five tables for spreadsheets, and datapackage.json, which describes them", grows=True, open=CsvSink),
    Format("json", "a file for each document, with all that was read of it", grows=False, open=JsonSink),
    Format("jsonl", "the same in one file, documents.jsonl, a line for each document", grows=True, open=JsonlSink),
)
"""All forms of output."""
