"""What tests of several forms of output share: writing a batch, and making a longer one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import msgspec

from extract.records import Report
from extract.results import Result, Status, result_of
from extract.writing.formats import FORMATS, PLOTS, Format
from extract.writing.sinks import Begun, Options, Sink

DEFAULT = Options(part_rows=5)


def format_of(name: str) -> Format:
    """The form of output of that name."""
    return next(form for form in (*FORMATS, PLOTS) if form.name == name)


def write(name: str, results: Iterable[Result], folder: Path, options: Options = DEFAULT) -> dict[str, bytes]:
    """The files, by their names, that are written of a batch into a folder, which is made where it is not there."""
    folder.mkdir(exist_ok=True)
    return finish(format_of(name).open(folder, options, {}), results, folder)


def finish(sink: Sink, results: Iterable[Result], folder: Path) -> dict[str, bytes]:
    """The files, by their names, of a sink that is given some results more and closed."""
    for result in results:
        sink.add(result)
    return {name: (folder / name).read_bytes() for name in sink.close()}


def begun(folder: Path, lengths: Mapping[str, int]) -> dict[str, Begun]:
    """The files in a folder as they were when they had these lengths."""
    return {name: Begun(folder / name, length) for name, length in lengths.items()}


def copies(report: Report, number: int) -> Iterator[Result]:
    """Results of as many documents as asked for, which differ in all ids; each third input failed."""
    for index in range(number):
        name = f"{index}-{report.document.id}"
        read = result_of(
            msgspec.structs.replace(
                report,
                document=msgspec.structs.replace(report.document, id=name),
                recommendations=tuple(
                    msgspec.structs.replace(
                        each,
                        id=each.id.replace(report.document.id, name),
                        commitments=tuple(
                            msgspec.structs.replace(this, id=this.id.replace(report.document.id, name))
                            for this in each.commitments
                        ),
                    )
                    for each in report.recommendations
                ),
            )
        )
        lost = replace(read, name=name, status=Status.FAILED, report=None, error="Lost.", error_code="input_missing")
        yield lost if index % 3 == 2 else read
