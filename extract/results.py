"""What became of each input: read, read with doubts, or failed; what the writers are given."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple

from msgspec.structs import replace as change

from extract.records import Field, Recommendation, Report

_LONGEST_STEM = 80


class Status(StrEnum):
    """How far an input was understood."""

    OK = "ok"
    PARTIAL = "partial"
    NO_RESPONSE = "no_response"
    FAILED = "failed"


class PageMark(NamedTuple):
    """From ``start`` (characters) on, a field of a recommendation stands on this printed line.

    Attributes:
        field: the field.
        start: of the line in it; it goes on to the start of the next mark of the field.
        page: 1-based.
        box: where the line stands on it: x0, top, x1, bottom in points, origin top left; ``None`` where formats have no
            places.
    """

    field: Field
    start: int
    page: int
    box: tuple[float, float, float, float] | None = None


PageMarks = tuple[PageMark, ...]
"""The marks of one recommendation; of two marks of a field the later start holds from there on."""


class PagePicture(NamedTuple):
    """The picture of a page, turned as its text was read, so that the boxes of marks lie on it.

    Attributes:
        page: 1-based.
        width: of the page in points.
        height: of the page in points.
        data: the picture, as WebP.
    """

    page: int
    width: float
    height: float
    data: bytes


Pictures = tuple[PagePicture, ...]
"""The pictures of one document, in the order of its pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One input of a batch and what became of it.

    Attributes:
        name: the file's name, without its folder.
        sha256: hex digest of its bytes; ``None`` where they could not be read.
        media_type: what its bytes turned out to be; ``None`` where that is unknown.
        status: ``ok``; ``partial`` where something was read and something is doubtful; ``no_response`` where the text
            was read and answers no recommendation; ``failed``.
        report: what was read; ``None`` for a failed input.
        error: one line that says what went wrong; ``None`` where nothing did.
        error_code: the stable name of the fault (``ExtractError.code``).
        page_marks: by recommendation id, the pages that its fields run over. Without marks, a finding has the page
            that its recommendation begins on.
        place: where an input without bytes should have been; tells it apart from others of its name.
        pictures: its pages that hold findings; ``None`` where none were asked for, and in what is kept of it.
    """

    name: str
    sha256: str | None
    media_type: str | None
    status: Status
    report: Report | None = None
    error: str | None = None
    error_code: str | None = None
    page_marks: Mapping[str, PageMarks] = field(default_factory=dict)
    place: str | None = None
    pictures: Pictures | None = None

    @property
    def document_id(self) -> str:
        """The id of the report, or the one that the input would have had."""
        return self.report.document.id if self.report else document_id(self.name, self.sha256, self.place)


def document_id(name: str, sha256: str | None, place: str | None = None) -> str:
    """The stable id of an input: the slug of its stem and the first 8 hex digits of its sha256.

    Args:
        name: the file's name, with or without folder: ``VRP response.pdf`` gives ``vrp-response-1f0c9b2e``.
        sha256: hex digest of its bytes. An input without bytes to read is told apart by the digest of its place, or
            else of its name, marked by an ``x``: ``lost-x1f0c9b2e``.
        place: where it should have been.
    """
    stem = unicodedata.normalize("NFKD", PurePath(name).stem).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", stem.lower())[:_LONGEST_STEM].strip("-") or "document"
    mark = (
        sha256[:8] if sha256 else "x" + hashlib.sha256((place or name).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    )
    return f"{slug}-{mark}"


def result_of(report: Report) -> Result:
    """The result of a report alone, as of one read back from its JSON: ``partial`` where it carries warnings."""
    source = report.document.source
    read = Status.PARTIAL if report.document.warnings else Status.OK
    return Result(
        name=source.name,
        sha256=source.sha256,
        media_type=source.media_type,
        status=read if report.recommendations else Status.NO_RESPONSE,
        report=report,
    )


def row_digest(row: Recommendation) -> str:
    """What tells a row from one that says anything else, whatever its number and its place: 16 hexadecimal digits."""
    owners = [owner.raw for owner in row.owners]
    said = [row.text, row.response, row.timescale, row.progress, row.outcome.raw, row.outcome.value, *owners]
    return hashlib.sha256(json.dumps([" ".join((each or "").split()) for each in said]).encode()).hexdigest()[:16]


def renamed(result: Result, name: str) -> Result:
    """The result of the same bytes under another file name: its source and its ids are what they would have been."""
    report = result.report
    if report is None or result.name == name:
        return replace(result, name=name)
    old, new = result.document_id, document_id(name, result.sha256)
    document = change(report.document, id=new, source=change(report.document.source, name=name))
    rows = tuple(_moved(row, old, new) for row in report.recommendations)
    marks = {_under(key, old, new): marks for key, marks in result.page_marks.items()}
    return replace(result, name=name, report=change(report, document=document, recommendations=rows), page_marks=marks)


def _moved(row: Recommendation, old: str, new: str) -> Recommendation:
    made = tuple(change(each, id=_under(each.id, old, new)) for each in row.commitments)
    return change(row, id=_under(row.id, old, new), commitments=made)


def _under(identifier: str, old: str, new: str) -> str:
    return new + identifier.removeprefix(old)
