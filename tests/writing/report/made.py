"""Reports of recommendations that tests make up."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from extract.records import Recommendation, Report
from extract.results import result_of
from tests.writing.written import write


def rows_of(report: Report, texts: Mapping[str, str]) -> tuple[Recommendation, ...]:
    """Recommendations by their labels, each with nothing but a response."""
    row = msgspec.structs.replace(report.recommendations[0], commitments=(), dates=(), organisations=(), positions=())
    return tuple(
        msgspec.structs.replace(row, id=f"{report.document.id}/{label}", number=label, response=text)
        for label, text in texts.items()
    )


def write_rows(report: Report, rows: Iterable[Recommendation], folder: Path) -> Path:
    """The page of a report that holds one document of these recommendations."""
    write("report", [result_of(msgspec.structs.replace(report, recommendations=tuple(rows)))], folder)
    return folder / "report.html"


def many_rows(report: Report, number: int) -> tuple[Recommendation, ...]:
    """As many recommendations as asked for, alike but for their numbers."""
    row = report.recommendations[0]
    return tuple(
        msgspec.structs.replace(row, id=f"{report.document.id}/{at}", number=str(at)) for at in range(1, number + 1)
    )
