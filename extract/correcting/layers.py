"""What was read and what people want of it, apart from each other, for those who go on putting right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace as with_values

from msgspec.structs import replace

from extract.correcting.corrections import Ask, Corrections
from extract.correcting.file import CorrectedDocument, CorrectedRow
from extract.correcting.finding import squeezed
from extract.correcting.wishes import Wished, wishes_of
from extract.results import Result, row_digest
from extract.writing.sinks import AsRead


def as_read(read: Result, now: Result, corrections: Corrections) -> AsRead | None:
    """What was read of a document and what is wanted of it; nothing where there is no row, or no wish.

    Args:
        read: the document as it was read.
        now: as it is put right.
        corrections: what is wanted.
    """
    asks, lost = corrections.of(read.sha256, read.name), list[Ask]()
    if not asks or read.report is None or now.report is None:
        return None
    wished = wishes_of(read.report, asks, lambda ask, _: lost.append(ask))
    flags = {row.id: row.flags for row in now.report.recommendations}
    rows = tuple(replace(each.row, flags=flags.get(each.row.id, each.row.flags)) for each in wished)
    wishes = [_known(ask) for ask in lost] + [row for each in wished for row in _of_row(each, wished)]
    return AsRead(
        with_values(read, report=replace(read.report, recommendations=rows)),
        frozenset(each.row.id for each in wished if each.missed),
        wishes,
    )


def elsewhere(corrections: Corrections, here: frozenset[str]) -> tuple[CorrectedDocument, ...]:
    """What is wanted of documents other than those with these digests."""
    return tuple(
        CorrectedDocument(sha256=sha256, name=asks[0].document, rows=tuple(map(_known, asks)))
        for sha256, asks in corrections.asks.items()
        if sha256 not in here and asks
    )


def _of_row(wished: Wished, all_rows: Sequence[Wished]) -> Iterator[CorrectedRow]:
    """What is wanted of a row, by what it is found by: as it was read, and its place among those that are the same."""
    row = wished.row
    same = [each for each in all_rows if (squeezed(each.row.text), each.row.number) == (squeezed(row.text), row.number)]
    nth = same.index(wished) + 1 if len(same) > 1 else None
    for ask in wished.asks:
        yield replace(_known(ask), text=row.text, number=row.number, read=row_digest(row), nth=nth)


def _known(ask: Ask) -> CorrectedRow:
    """What is wanted, with who and when."""
    return replace(ask.row, by=ask.by, at=ask.at)
