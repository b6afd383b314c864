"""What needs a look in a result, each with its rank."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from extract.records import Flag, Recommendation
from extract.results import PageMarks, Result
from extract.vocabulary.flags import Flags
from extract.writing.pages import first_page, page_of
from extract.writing.workbook.own_rows import Concern, LookRow

_ORDER = {concern: place for place, concern in enumerate(Concern)}


class Look(NamedTuple):
    """A row of the sheet Needs a look.

    Attributes:
        rank: the lower, the more serious: by level, and then by the weight of ``models/flags.toml``.
        row: the row.
    """

    rank: tuple[int, int]
    row: LookRow


def looks_of(result: Result, flags: Flags) -> Iterator[Look]:
    """What needs a look in a result: that it failed, or the warnings of its document and the flags of its rows."""
    for row in _rows(result):
        if result.report is None:
            yield Look((_ORDER[Concern.FAILED], 0), row)
        else:
            words = flags[row.code]
            level = Concern(words.level)
            yield Look((_ORDER[level], -words.weight), replace(row, level=level))


def _rows(result: Result) -> Iterator[LookRow]:
    about = _about(result)
    if result.report is None:
        yield replace(about, message=result.error or "", code=result.error_code or "", in_the_report=None)
        return
    for warning in result.report.document.warnings:
        report = page_text(warning.page)
        yield replace(about, message=warning.message, code=warning.code, page=warning.page, in_the_report=report)
    for recommendation in result.report.recommendations:
        marks = result.page_marks.get(recommendation.id, ())
        for flag in recommendation.flags:
            yield _flagged(about, recommendation, flag, marks)


def _about(result: Result) -> LookRow:
    """What all rows of a result share."""
    authority = result.report.document.authority if result.report else None
    return LookRow(
        level=Concern.FAILED,
        message="",
        words=None,
        page=None,
        number=None,
        authority=authority.name if authority else None,
        source_name=result.name,
        in_the_report=None,
        code="",
        document_id=result.document_id,
        recommendation_id=None,
    )


def _flagged(about: LookRow, recommendation: Recommendation, flag: Flag, marks: PageMarks) -> LookRow:
    first = next(iter(flag.passages), None)
    page = page_of(recommendation, marks, first.field, first.start) if first else first_page(recommendation)
    return replace(
        about,
        message=flag.message,
        words="\n".join(passage.text for passage in flag.passages) or None,
        page=page,
        number=recommendation.number,
        in_the_report=page_text(page),
        code=flag.code,
        recommendation_id=recommendation.id,
    )


def page_text(page: int | None) -> str:
    """What a link to the report says."""
    return f"report, page {page}" if page else "report"
