"""What was read of a document, as people say that it should be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace as change

from extract.correcting.corrections import Ask, Corrections, Unfit
from extract.correcting.finding import MisfitError, find_row
from extract.correcting.following import with_flags
from extract.correcting.moving import moved_marks
from extract.correcting.rows import corrected_row
from extract.records import Recommendation, Report
from extract.results import PageMarks, Result
from extract.vocabulary.flags import Flags, load_flags
from extract.vocabulary.owners import OwnerWords, load_owner_words

_SHOWN = 12  # words of a row without a number


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
    asks, report = corrections.of(result.sha256), result.report
    if not asks:
        return Corrected(result, ())
    if report is None:
        return Corrected(result, tuple(dict.fromkeys(_of_document(ask, "it was not read") for ask in asks)))
    unfit = list[Unfit]()
    sorted_out = _by_row(asks, report.recommendations, unfit)
    flags, words = _vocabulary()
    rows = [
        corrected_row(row, wanted, words, lambda ask, what: unfit.append(_of_row(ask, what))) if wanted else row
        for row, wanted in zip(report.recommendations, sorted_out, strict=True)
    ]
    flagged = with_flags(report.recommendations, rows, report.document.date, flags)
    marks = dict(result.page_marks) | dict(_marks(result, report, flagged))
    return Corrected(
        replace(result, report=change(report, recommendations=flagged), page_marks=marks), tuple(dict.fromkeys(unfit))
    )


def _of_document(ask: Ask, what: str) -> Unfit:
    return Unfit(ask.file, ask.document, None, what)


def _of_row(ask: Ask, what: str) -> Unfit:
    """Why something wanted of a row does not fit."""
    words = ask.row.text.split()
    begins = f"“{' '.join(words[:_SHOWN])}{' …' if len(words) > _SHOWN else ''}”"
    return Unfit(ask.file, ask.document, f"row {ask.row.number or begins}", what)


def _by_row(asks: Sequence[Ask], rows: Sequence[Recommendation], unfit: list[Unfit]) -> list[list[Ask]]:
    """For each row what is wanted of it; a row that was given another text may be meant by that, too."""
    texts = [{row.text} for row in rows]
    wanted = [list[Ask]() for _ in rows]
    for ask in asks:
        try:
            at = find_row(ask.row.text, ask.row.number, texts, [row.number for row in rows])
        except MisfitError as misfit:
            unfit.append(_of_row(ask, str(misfit)))
            continue
        wanted[at].append(ask)
        if isinstance(ask.row.set.text, str):
            texts[at].add(ask.row.set.text)
    return wanted


def _marks(result: Result, report: Report, now: Sequence[Recommendation]) -> Iterator[tuple[str, PageMarks]]:
    for was, row in zip(report.recommendations, now, strict=True):
        if was.text != row.text and was.id in result.page_marks:
            yield row.id, moved_marks(result.page_marks[was.id], was.text, row.text)


@cache
def _vocabulary() -> tuple[Flags, OwnerWords]:
    return load_flags(), load_owner_words()
