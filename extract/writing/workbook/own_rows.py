"""The rows of the sheets that the workbook has and the CSV files have not."""

from enum import StrEnum
from typing import Annotated, Final

from msgspec import Meta

from extract.records import PageNumber
from extract.writing.columns import TableType
from extract.writing.rows import Row


def _is(description: str, unit: str = "none") -> Meta:
    return Meta(description=description, extra={"unit": unit})


class Concern(StrEnum):
    """How serious something is that needs a look, most serious first."""

    FAILED = "failed"
    DOUBT = "doubt"
    NOTE = "note"


class SummaryRow(Row, frozen=True, kw_only=True):
    """A count."""

    measure: Annotated[str, _is("What is counted, and by what.")]
    group: Annotated[str, _is("Those that this row counts; “all” for the whole.")]
    count: Annotated[int, _is("How many there are.", "count")]
    share: Annotated[
        float | None,
        _is(
            "The count as a share of all that the measure names first. A recommendation may have several owners and "
            "flags, so that such shares may come to more than the whole. Empty where there is nothing to have a share "
            "of.",
            "per cent",
        ),
    ]


class LookRow(Row, frozen=True, kw_only=True):
    """Something that a person should look at."""

    level: Annotated[
        Concern,
        _is(
            "failed: the document could not be read; doubt: something may be wrong or missing in the tables; note: "
            "worth knowing. The most serious stand first."
        ),
    ]
    message: Annotated[str, _is("What it is, as a sentence.")]
    words: Annotated[str | None, _is("The words that caused it, each in a line of its own.")]
    page: Annotated[PageNumber | None, _is("The page that they stand on.", "page number")]
    number: Annotated[
        str | None,
        _is("The label of the recommendation, with a link to its row; empty where it is about the document."),
    ]
    authority: Annotated[str | None, _is("Who is answering.")]
    source_name: Annotated[str, _is("The input's file name.")]
    in_the_report: Annotated[str | None, _is("A link to its place in report.html, in the folder of this workbook.")]
    code: Annotated[str, _is("The stable name of what was noticed, as in the column flags of Recommendations.")]
    document_id: Annotated[str, _is("The document that it is about.")]
    recommendation_id: Annotated[
        str | None, _is("The recommendation that it is about; empty where it is about the document.")
    ]


class AboutRow(Row, frozen=True, kw_only=True):
    """An explanation."""

    sheet: Annotated[str, _is("The sheet that is explained, or “all sheets”.")]
    subject: Annotated[str, _is("The column, or whatever else is explained.")]
    explanation: Annotated[str, _is("What it says or means.")]
    unit: Annotated[str, _is("What the values of a column are counted in, or “none”.")]
    name_in_files: Annotated[str, _is("The name of the column in the CSV file of its table, or “only here”.")]


EVERYTHING: Final = "all"
"""What a row of the summary calls the whole."""

SUMMARY: Final = TableType("summary", SummaryRow, "Scrutiny recommendations and the answers to them, in numbers")
LOOKS: Final = TableType("needs_a_look", LookRow, "What a person should look at, most serious first")
ABOUT: Final = TableType("about", AboutRow, "What the sheets and their columns hold")
