"""Clauses made commitments: who acts is resolved, and by when."""

import re
from collections.abc import Sequence

from extract.findings import Clause, Span
from extract.interpret.acting import Row
from extract.interpret.actors import find_actor
from extract.interpret.names import with_names
from extract.interpret.parallels import beside_of, dated_beside, part_of
from extract.interpret.signing import signing, times_of
from extract.records import (
    Because,
    Commitment,
    CommitmentStatus,
    DateExpression,
    DateRole,
    DateType,
    Deadline,
    Precision,
    Quotation,
)
from extract.vocabulary.commitments import CommitmentWords

_OPEN_ENDED = {CommitmentStatus.PLANNED, CommitmentStatus.IN_PROGRESS, CommitmentStatus.CONSIDERING}
_FALLS_BACK = {CommitmentStatus.PLANNED, CommitmentStatus.IN_PROGRESS}
_FOR = re.compile(r"\b(?:for|lasting)\s(?:each\sof\s|up\sto\s)?$")
_PAST = re.compile(
    r"\bsince\s(?:the\s|about\s)?$"
    r"|\b(?:which|who|that)\s(?:\w+ly\s|also\s|had\s)?(?:was|were|had|did|began|came|ran|(?<!that\s)\w+ed)\b"
    r"(?:(?!\b(?:will|shall|would|to\sbe)\b)[^,;.\d])*$",
    re.IGNORECASE,
)
"""What stands before a date that tells of the past, however far the promise reaches: ``which was agreed in``."""
_REACH = 20
_OF_A_YEAR = re.compile(
    r"\b(?:for|covering|of)\s(?:the\s)?(?:(?:financial|municipal|academic|calendar|school)\syear\s)?"
    r"(?:\d{4}\s(?:to|and)\s)?$",
    re.IGNORECASE,
)
"""What stands before the year that something is for: ``proposals for 2026/27``, ``a plan covering 2026 to 2031``."""
_OWN_TIME = re.compile(
    r"(?<![^.!?;:\s])(?:[Uu]ntil|[Tt]ill|[Pp]ending|[Ii]n\sthe\smeantime)\b(?=[^.]*,\s)|\b(?:at\sonce|straight\s?away|there\sand\sthen)\b"
    r"|\b(?:when|as\ssoon\sas)\s(?:[\w-]+\s){1,5}(?:allows?|permits?)\b"
)
"""What says when by another event, and not by a date: ``Until it is in place, we will ring back``."""
_IN_TIME = re.compile(r",?\s(?:in\s(?:due\s)?time|eventually|sooner\sor\slater)(?=\s*[.,;)]|\s*$)")
"""What leaves the time open at the end of a clause: ``will include childminders, in time``."""
_TO_COME = re.compile(r"\b(?:will|shall|(?:is|are|am)\s(?:now\s)?(?:to|due|expected|intended|planned)\b)")
_FRONTED = 12
"""Characters of a preposition and an article before a date that opens its clause: ``With effect from``."""
_COMPARED = re.compile(
    r"\b(?:than|as\sin|compared\s(?:with|to)|against|like)\s(?:the\s|in\s|that\sof\s)*$", re.IGNORECASE
)
"""What stands before a time that something is measured by: ``no lower than in 2024/25``."""
_WHOSE = re.compile(r"['’]s?(?!\w)")
_AS_LONG = re.compile(r"\w-(?:year|month|week|day|term)$", re.IGNORECASE)
"""How long a thing is, by its name: ``a five-year plan``."""
_YEARS = frozenset({Precision.YEAR, Precision.FINANCIAL_YEAR, Precision.ACADEMIC_YEAR, Precision.MUNICIPAL_YEAR})


def make_commitments(clauses: Sequence[Clause], row: Row, first: int, words: CommitmentWords) -> tuple[Commitment, ...]:
    """The commitments of a field, numbered from ``first``."""
    actors = [find_actor(clause, clauses[:i], row) for i, clause in enumerate(clauses)]
    names = with_names(clauses, actors, row, words)
    return tuple(
        Commitment(
            id=f"{row.id}/c{number}",
            text=clause.span.of(row.text),
            field=row.field,
            start=clause.span.start,
            end=clause.span.end,
            name=name,
            actor=actor,
            status=clause.status,
            condition=clause.condition,
            deadline=_deadline(clause, row),
            targets=tuple(
                Quotation(text=span.of(row.text), field=row.field, start=span.start, end=span.end)
                for span in clause.targets
            ),
            because=clause.because,
        )
        for number, (clause, actor, name) in enumerate(zip(clauses, actors, names, strict=True), first)
    )


def _deadline(clause: Clause, row: Row) -> Deadline | None:
    """The date of the clause itself, else the one resolvable date of the row's timescale cell that is a target."""
    if clause.status not in _OPEN_ENDED:
        return None
    by = signing(clause.span, row.signed)
    if by and (times := times_of(by, row.dates)):
        due = [date for date in times if _is_resolved(date)] if clause.status in _FALLS_BACK else []
        return _as_deadline(_best(due), "deadline_signed") if due else None
    own = [date for date in row.dates if clause.span.start <= date.start and date.end <= clause.span.end]
    own = [date for date in own if date.type is not DateType.RECURRENCE and not _is_background(date, clause, row)]
    own = _of_the_deed(own, clause, row)
    if own:
        resolved = [date for date in own if _is_resolved(date) and not _is_past(date, clause, row)]
        return _as_deadline(_best(resolved), "deadline_clause") if resolved else None
    timed = _OWN_TIME.search(row.text, clause.span.start, clause.span.end)
    timed = timed or _IN_TIME.search(row.text, clause.span.start, clause.span.end + _REACH)
    dated = _targets(clause, row) if clause.status in _FALLS_BACK and not timed else []
    return _as_deadline(dated[0], "deadline_timescale") if len(dated) == 1 else None


def _targets(clause: Clause, row: Row) -> list[DateExpression]:
    """The dates of the timescale that can be meant for a clause: of its own part, and the target before other dates."""
    at = clause.span.start
    part = part_of(row.text, at, row.timescale_text) or beside_of(row.text, at, row.cells, row.timescale_text)
    dated = [date for date in row.timescale if _is_resolved(date)]
    spans = [Span(date.start, date.end) for date in dated]
    beside = _without(row.timescale_text, [date for date in row.timescale if date not in dated])
    part = part or dated_beside(row.text, at, row.cells, beside, spans)
    if part is not None:
        dated = [date for date in dated if part.start <= date.start < part.end]
    return _each_once([date for date in dated if date.role is DateRole.DEADLINE] or dated)


def _without(text: str, dates: Sequence[DateExpression]) -> str:
    """The text with some of its times blanked: those without days (``by half term``) stand beside no action."""
    for date in dates:
        text = f"{text[: date.start]}{' ' * (date.end - date.start)}{text[date.end :]}"
    return text


def _each_once(dates: Sequence[DateExpression]) -> list[DateExpression]:
    """The dates without those that say the same in other words: ``end of the municipal year (30 April 2026)``."""
    return list({date.interval.end: date for date in reversed(dates)}.values())


def _of_the_deed(dates: Sequence[DateExpression], clause: Clause, row: Row) -> list[DateExpression]:
    """The dates of a clause without those of its subject: ``talks to extend the lease to 2035 will open in June``."""
    verb = _TO_COME.search(row.text, clause.span.start, clause.span.end)
    after = [date for date in dates if verb and date.start >= verb.end()]
    within = [date for date in dates if date not in after and date.start - clause.span.start > _FRONTED]
    return [date for date in dates if date not in within] if after else list(dates)


def _is_background(date: DateExpression, clause: Clause, row: Row) -> bool:
    """Whether a date does not say when: for how long, of which year, the past of what is considered or goes on."""
    end, before = date.interval.end, row.text[clause.span.start : date.start]
    compared = _COMPARED.search(before) and _WHOSE.match(row.text, date.end)
    if compared or _PAST.search(before) or (date.precision in _YEARS and _OF_A_YEAR.search(before)):
        return True
    if date.type is DateType.DURATION:
        if _AS_LONG.search(date.text):
            return True
        return _FOR.search(row.text, max(0, date.start - _REACH), date.start) is not None
    ended = end is not None and row.today is not None and end < row.today
    past = clause.status is CommitmentStatus.CONSIDERING or date.role is DateRole.START
    return ended and past and clause.status is not CommitmentStatus.IN_PROGRESS


def _is_past(date: DateExpression, clause: Clause, row: Row) -> bool:
    """Whether a date tells when something under way began, and not when it will be done."""
    end = date.interval.end
    begun = clause.status is CommitmentStatus.IN_PROGRESS and date.role is not DateRole.DEADLINE
    return begun and end is not None and row.today is not None and end < row.today


def _best(dates: Sequence[DateExpression]) -> DateExpression:
    """The date that says by when: one marked as a deadline before one that is not, the first of equals."""
    return min(dates, key=lambda date: (date.role is not DateRole.DEADLINE, date.start))


def _is_resolved(date: DateExpression) -> bool:
    return date.type in {DateType.DATE, DateType.PERIOD, DateType.DURATION} and date.interval.end is not None


def _as_deadline(date: DateExpression, rule: str) -> Deadline:
    because = (Because(rule=rule, words=date.text), *date.because)
    return Deadline(text=date.text, start=date.interval.start, end=date.interval.end, because=because)
