"""Whether a document signs its actions, and who signs those of a row: ``(Head of Housing, June 2026)``."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.facts.dates import find_dates
from extract.facts.organisations import OrganisationContext
from extract.facts.owners import Wording, find_signatures
from extract.findings import ActorForm, Clause, Signature, Span
from extract.records import CommitmentStatus, DateExpression, Field, Precision
from extract.vocabulary import Vocabulary

_USUAL = 3  # signatures beyond doubt: a document with as many signs its actions
_DUE = {Precision.DAY, Precision.MONTH, Precision.QUARTER}
"""Units of days on which something falls due; of a year there may be a budget."""
_SAYS = re.compile(r"\b(?:was|were|has|have|had|is|are|been|did)\b", re.IGNORECASE)


def wording(context: OrganisationContext, vocabulary: Vocabulary, *, usual: bool = False) -> Wording:
    """What the signatures of a document are read with."""
    return Wording(context, vocabulary.owners, lambda text: _times(text, vocabulary), usual)


def signs_usually(texts: Iterable[str], read_with: Wording) -> bool:
    """Whether a document whose answers are ``texts`` signs its actions: whether some of them are beyond doubt."""
    found = 0
    for text in texts:
        found += sum(each.strong for each in find_signatures(text, read_with))
        if found >= _USUAL:
            return True
    return False


def signing(at: Span, signed: Sequence[Signature]) -> Signature | None:
    """The signature of the action that stands at a place."""
    return next((each for each in signed if each.covers.start <= at.start < each.covers.end), None)


def times_of(by: Signature, dates: Sequence[DateExpression]) -> list[DateExpression]:
    """The times that a signature tells."""
    return [date for date in dates if by.span.start <= date.start and date.end <= by.span.end]


def as_due(
    clause: Clause, signed: Sequence[Signature], dates: Sequence[DateExpression], today: dt.date | None, text: str
) -> Clause:
    """The clause; as planned where it is worded as done, and dated or signed for a day to come.

    ``Plan made (Head of Coast, June 2027)``; ``First cards issued in July 2027``, without a verb that says so.
    """
    by = signing(clause.span, signed)
    noted = clause.form is ActorForm.UNNAMED and clause.status is CommitmentStatus.COMPLETED
    if today is None or not noted or (by is not None and by.done):
        return clause
    if by is None and _SAYS.search(clause.span.of(text)):
        return clause
    own = [date for date in dates if clause.span.start <= date.start and date.end <= clause.span.end]
    own = [date for date in own if date.precision in _DUE]
    starts = [date.interval.start for date in (times_of(by, dates) if by else own) if date.interval.start]
    ahead = [start > today.isoformat() for start in starts]
    due = any(ahead) if by else bool(ahead) and all(ahead)
    return replace(clause, status=CommitmentStatus.PLANNED) if due else clause


def _times(text: str, vocabulary: Vocabulary) -> list[Span]:
    return [Span(date.start, date.end) for date in find_dates(text, Field.RESPONSE, None, vocabulary.dates)]
