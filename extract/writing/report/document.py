"""One document within a report: its own facts for the lists, and its full record with the pictures of its pages."""

from typing import NamedTuple

from extract.results import Pictures, Result
from extract.writing.report.blocks import block, encode, picture_block
from extract.writing.report.index import index
from extract.writing.report.wording import find_codes


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


def entry(result: Result, pictures: Pictures) -> Entry:
    """A result with these pictures of its pages, as its report takes it."""
    report = result.report
    indexed = encode(index(result))
    if report is None:
        return Entry(result.document_id, result.name, indexed, frozenset(), b"")
    sizes = [(each.page, each.width, each.height) for each in pictures]
    record = encode({"report": report, "marks": result.page_marks, "pages": sizes})
    blocks = [block(f"document.{result.document_id}", record)]
    blocks += [picture_block(result.document_id, each) for each in pictures]
    title = report.document.title or result.name
    return Entry(result.document_id, title, indexed, frozenset(find_codes(report)), b"".join(blocks))
