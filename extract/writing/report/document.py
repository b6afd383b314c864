"""One document within a report: its own facts for the lists, and its full record with the pictures of its pages."""

from typing import NamedTuple

from extract.results import Pictures, Result
from extract.writing.report.blocks import block, encode, picture_block
from extract.writing.report.index import index
from extract.writing.report.wording import find_codes
from extract.writing.sinks import AsRead


class Entry(NamedTuple):
    """A document as its report takes it.

    Attributes:
        id: of the document.
        title: what a page of its own is called.
        indexed: its part of the index, as JSON.
        codes: of the rules that made its findings.
        blocks: its full record and its pictures, as elements; empty for one that could not be read.
    """

    id: str
    title: str
    indexed: bytes
    codes: frozenset[str]
    blocks: bytes


def entry(result: Result, pictures: Pictures, as_read: AsRead | None = None) -> Entry:
    """A result as its report takes it.

    Args:
        result: the result.
        pictures: of its pages.
        as_read: what was read, and what people want of it; the page lays the one over the other.
    """
    shown = as_read.result if as_read else result
    report = shown.report
    indexed = encode(index(result, as_read))
    if report is None:
        return Entry(result.document_id, result.name, indexed, frozenset(), b"")
    sizes = [(each.page, each.width, each.height) for each in pictures]
    record = encode({"report": report, "marks": shown.page_marks, "pages": sizes})
    blocks = [block(f"document.{result.document_id}", record)]
    blocks += [picture_block(result.document_id, each) for each in pictures]
    title = report.document.title or result.name
    return Entry(result.document_id, title, indexed, frozenset(find_codes(report)), b"".join(blocks))
