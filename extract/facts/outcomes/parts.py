"""Replies in lettered parts, each with a decision of its own: ``(a) Agreed. … (b) Not agreed. …``."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from extract.findings import Span
from extract.records import OutcomeDetail, OutcomeValue
from extract.statements import Statement, find_statements
from extract.verdicts import Verdict
from extract.vocabulary.outcomes import OutcomeWords

_ENUMERATOR = re.compile(  # (b), ii), 2) anywhere; a. and 2. only where a sentence or line begins
    r"(?:(?:\A|(?<=\s))(?:[Pp]art\s+)?\(?(?:[a-hA-H]|[ivx]{1,4}|\d{1,2})\)|"
    r"(?:\A|(?<=[.;]\s)|(?<=\n))(?:[Pp]art\s+)?(?:[a-hA-H]|\d{1,2})[.:])"
    r"[\s:–—-]+(?=[A-Z])"
)
_NAMED = re.compile(  # On the first half, yes.
    r"(?:\A|(?<=[.;]\s)|(?<=\n))(?:on|as\s+(?:to|for|regards)|for|to|regarding|with\s+regard\s+to)\s+the\s+"
    r"(?:first|second|third|fourth|last|other|former|latter)\b[^.,:;]{0,40}[,:]\s+",
    re.IGNORECASE,
)
_BLUNT = re.compile(r"(?P<yes>yes)\b|(?P<no>no)\b(?=\s*[.,;:–—-])", re.IGNORECASE)
_SEVERAL = 2


def find_part_decisions(response: str, words: OutcomeWords) -> tuple[tuple[Statement, Span], ...]:
    """The decision that opens each lettered or numbered part of a reply, with where it stands in the reply.

    Returns:
        Nothing where fewer than two parts open with a decision.
    """
    found = tuple(_openings(response, words))
    return found if len(found) >= _SEVERAL else ()


def combine(
    parts: tuple[tuple[Statement, Span], ...],
) -> tuple[OutcomeValue, OutcomeDetail | None] | None:
    """What the parts come to: their common answer, or an answer in part where they differ; ``None`` if none decides."""
    answers = {(part.verdict.value, part.verdict.detail) for part, _ in parts}
    decided = {answer for answer in answers if answer[0] is not OutcomeValue.NONE}
    if len(decided) == 1:
        return decided.pop()
    values = {value for value, _ in decided}
    if len(values) == 1 and OutcomeValue.AMEND not in values:
        return values.pop(), None
    return (OutcomeValue.AMEND, OutcomeDetail.IN_PART) if values else None


def _openings(response: str, words: OutcomeWords) -> Iterator[tuple[Statement, Span]]:
    marks = list(_ENUMERATOR.finditer(response)) or list(_NAMED.finditer(response))
    for mark, following in zip_longest(marks, marks[1:]):
        end = following.start() if following else len(response)
        part = response[mark.end() : end]
        statement = _blunt(part) or next(iter(find_statements(part, words)), None)
        if statement is not None and statement.alone and statement.span.start == 0:
            yield statement, Span(mark.end(), mark.end() + statement.span.end)


def _blunt(part: str) -> Statement | None:
    """The answer of a part that opens with yes or no."""
    match = _BLUNT.match(part)
    if match is None:
        return None
    value = OutcomeValue.ACCEPT if match["yes"] else OutcomeValue.REJECT
    span = Span(0, match.end())
    return Statement(Verdict(value, None, value), span, 0, Span(0, len(part)), named=True, alone=True)
