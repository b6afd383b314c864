"""What was read of a document, as people say that it should be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace as change

from extract.correcting.corrections import Ask, Corrections, Unfit
from extract.correcting.following import Change, with_flags
from extract.correcting.moving import moved_marks
from extract.correcting.parts import correction
from extract.correcting.rows import corrected_row
from extract.correcting.wishes import Wished, wishes_of
from extract.records import Correction, CorrectionKind, DocumentRecord, Field, Recommendation
from extract.results import PageMarks, Result, Status
from extract.vocabulary.flags import Flags, load_flags
from extract.vocabulary.owners import OwnerWords, load_owner_words

_SHOWN = 12  # words of a row without a number
_NOTHING_FOUND = "no_response_found"  # the warning of a document without rows


class Corrected(NamedTuple):
    """A result as it should be, and what could not be applied to it."""

    result: Result
    unfit: tuple[Unfit, ...]


def corrected(result: Result, corrections: Corrections) -> Corrected:
    """A result with all that people have put right in its document; what does not fit is told and costs nothing else.

    Rows, commitments and words are found by what they say (see ``finding``), whatever their numbers and their order.

    Raises:
        VocabularyError: a file of ``models/`` is missing or faulty.
    """
    asks, report = corrections.of(result.sha256, result.name), result.report
    if not asks:
        return Corrected(result, ())
    if report is None:
        return Corrected(result, tuple(dict.fromkeys(_of_document(ask, "it was not read") for ask in asks)))
    unfit = list[Unfit]()

    def told(ask: Ask, what: str) -> None:
        unfit.append(_of_row(ask, what))

    flags, words = _vocabulary()
    wished = wishes_of(report, asks, told)
    changes = [_changed(each, corrected_row(each.row, each.asks, words, told)) for each in wished]
    rows = with_flags(changes, report.document.date, flags)
    document = _document(report.document, wished, rows)
    marks = dict(result.page_marks) | dict(_marks(result, changes))
    now = replace(
        result,
        report=change(report, document=document, recommendations=rows),
        page_marks={row.id: marks[row.id] for row in rows if row.id in marks},
        status=_status(result, rows),
    )
    return Corrected(now, tuple(dict.fromkeys(unfit)))


def _changed(wished: Wished, now: Recommendation) -> Change:
    """A row before and after: there is none before it was added, and none after it was struck."""
    if wished.missed:
        added = correction(CorrectionKind.ROW_ADDED, None, wished.asks[0])
        now = change(now, corrections=(added, *now.corrections))
    return Change(None if wished.missed else wished.row, None if wished.struck else now)


def _of_document(ask: Ask, what: str) -> Unfit:
    return Unfit(ask.file, ask.document, None, what)


def _of_row(ask: Ask, what: str) -> Unfit:
    """Why something wanted of a row does not fit."""
    words = ask.row.text.split()
    begins = f"“{' '.join(words[:_SHOWN])}{' …' if len(words) > _SHOWN else ''}”"
    return Unfit(ask.file, ask.document, f"row {ask.row.number or begins}", what)


def _document(read: DocumentRecord, wished: Sequence[Wished], rows: Sequence[Recommendation]) -> DocumentRecord:
    """The document's own facts, with the rows that are none, and without the warning that it has none."""
    warnings = tuple(each for each in read.warnings if not rows or each.code != _NOTHING_FOUND)
    return change(read, warnings=warnings, corrections=tuple(_struck(wished)))


def _struck(wished: Sequence[Wished]) -> Iterator[Correction]:
    for each in wished:
        if each.struck and not each.missed:
            yield correction(CorrectionKind.ROW_STRUCK, each.row.text, each.struck)


def _status(result: Result, rows: Sequence[Recommendation]) -> Status:
    """How far it was understood: as before, but for a document that has rows by now, or none any more."""
    if not rows:
        return Status.NO_RESPONSE
    return Status.OK if result.status is Status.NO_RESPONSE else result.status


def _marks(result: Result, changes: Sequence[Change]) -> Iterator[tuple[str, PageMarks]]:
    for was, now in changes:
        if was and now and was.id in result.page_marks:
            marks = result.page_marks[was.id]
            for field in Field:
                before, after = getattr(was, field) or "", getattr(now, field) or ""
                marks = moved_marks(marks, field, before, after) if before != after else marks
            yield now.id, marks


@cache
def _vocabulary() -> tuple[Flags, OwnerWords]:
    return load_flags(), load_owner_words()
