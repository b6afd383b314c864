"""What a person reads on the terminal after a run: what was read, what needs a look and why, what failed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from extract.changes import Timing
from extract.correcting.corrections import Unfit
from extract.records import DateBasis, DocumentDate, Recommendation, Report
from extract.results import Result, Status
from extract.running.plan import Entry
from extract.running.printing import visible
from extract.running.run import Ran

if TYPE_CHECKING:
    from extract.running.comparing import Compared

_MARKS = {Status.OK: ("✓", "green"), Status.PARTIAL: ("!", "yellow"), Status.NO_RESPONSE: ("–", "yellow")}
_TIMINGS = {
    Timing.IN_TIME: "within two months of the report",
    Timing.LATE: "after more than two months",
    Timing.NOT_APPLICABLE: "where the two months do not apply",
    Timing.NOT_KNOWN: "not known, for want of a printed date",
}
_MOST = 12  # flags printed of one document; the rest are counted
_MOST_FAILED = 200  # documents named on the terminal


def summarise_document(result: Result) -> Text:
    """The lines about one document."""
    text = Text()
    if result.report is None:
        return text.append("✗ ", "red").append(f"{visible(result.error or '')}\n")
    mark, style = _MARKS[result.status]
    text.append(f"{mark} ", style).append(visible(result.name), "bold")
    text.append(f"  {visible(_who_and_when(result.report))}\n")
    rows = result.report.recommendations
    for line in (*_counted(rows), *_promised(rows), *_looked_at(result.report)):
        text.append(f"  {line}\n")
    for line in _look(result.report):
        text.append("  look  ", "yellow").append(f"{visible(line)}\n")
    return text


def summarise_run(ran: Ran, location: str, names: Sequence[str]) -> Text:
    """The closing lines: how many documents were read, and where the results are.

    Args:
        ran: what the run came to.
        location: where its files are.
        names: the names of those that are of use to most.
    """
    totals = ran.totals
    text = Text(f"{_many(totals.documents - totals.failed, 'document')} read, ")
    text.append(_many(totals.recommendations, "recommendation"))
    text.append(f", {_many(totals.no_response, 'document')} without a response" if totals.no_response else "")
    text.append(f", {_many(totals.failed, 'document')} failed" if totals.failed else "")
    text.append(
        f". Tables in {visible(location)}: {' '.join(names)}." if names else f". Results in {visible(location)}."
    )
    if ran.compared:
        text.append(f"\n{summarise_changes(ran.compared)}")
    for name in ran.kept_aside:
        text.append(f"\nYou had changed a table; your copy is kept as {visible(name)}.")
    if ran.removed:
        text.append(f"\nNothing was compared: {' and '.join(ran.removed)} of an earlier run are removed.")
    return text.append("\nThe run was stopped: give the same command to go on." if ran.stopped else "")


def summarise_changes(compared: "Compared") -> str:
    """The line about what differs from the earlier papers, and how many documents have no place among them."""
    undated = f" {_many(compared.undated, 'document')} without a date left out: --document-date gives one." * bool(
        compared.undated
    )
    if not compared.counted and not compared.timed:
        return f"Nothing differs from the earlier papers (changes.csv).{undated}"
    said = ", ".join(_many(count, one, many) for one, many, count in compared.counted) or "nothing else differs"
    timed = [f"{count:,} {_TIMINGS[timing]}" for timing, count in sorted(compared.timed.items())]
    answers = f"; answers: {', '.join(timed)}" if timed else ""
    return f"Since the earlier papers: {said}{answers} (changes.csv).{undated}"


def summarise_failures(failed: Sequence[Entry]) -> Text:
    """A line for each document that failed, and how many more there are."""
    text = Text()
    for failure in (entry.failure for entry in failed[:_MOST_FAILED]):
        if failure:
            text.append("✗ ", "red").append(f"{visible(failure.error)}\n")
    more = len(failed) - _MOST_FAILED
    return text.append(f"  and {more:,} more: see documents.csv or run.json\n" if more > 0 else "")


def summarise_unfit(unfit: Sequence[Unfit]) -> Text:
    """A line for each correction that could not be applied, and how many more there are."""
    text = Text()
    for each in unfit[:_MOST_FAILED]:
        text.append("not applied  ", "yellow").append(f"{each}\n")
    more = len(unfit) - _MOST_FAILED
    return text.append(f"  and {more:,} more corrections: see run.json\n" if more > 0 else "")


def _who_and_when(report: Report) -> str:
    document = report.document
    who = document.authority.name if document.authority else "authority not known"
    return f"{who}, {_dated(document.date)}"


def _dated(date: DocumentDate | None) -> str:
    if date is None:
        return "no date"
    return f"no date, file of {date.start}" if date.basis is DateBasis.METADATA else date.text


def _counted(rows: Sequence[Recommendation]) -> Iterator[str]:
    if not rows:
        return
    outcomes = Counter(str(row.outcome.detail or row.outcome.value).replace("_", " ") for row in rows)
    said = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common())
    yield f"{_many(len(rows), 'recommendation')}: {said}"


def _promised(rows: Sequence[Recommendation]) -> Iterator[str]:
    statuses = Counter(str(made.status).replace("_", " ") for row in rows for made in row.commitments)
    if statuses:
        said = ", ".join(f"{count} {status}" for status, count in statuses.most_common())
        dated = sum(made.deadline is not None for row in rows for made in row.commitments)
        yield f"{_many(statuses.total(), 'commitment')}: {said}; {dated} with a deadline"


def _looked_at(report: Report) -> Iterator[str]:
    """How much of it people have checked and put right."""
    rows, struck = report.recommendations, len(report.document.corrections)
    checked, corrected = sum(row.checked is not None for row in rows), sum(bool(row.corrections) for row in rows)
    if checked or corrected or struck:
        gone = f", {struck} struck out" if struck else ""
        yield f"{checked} of {_many(len(rows), 'row')} checked by a person, {corrected} corrected{gone}"


def _look(report: Report) -> Iterator[str]:
    """What needs a look, the same said of several rows said once, the rest counted."""
    lines = [*_warned(report), *_flagged(report.recommendations)]
    yield from lines[:_MOST]
    if len(lines) > _MOST:
        yield f"and {len(lines) - _MOST} more: see the column “flags” of recommendations.csv"


def _warned(report: Report) -> Iterator[str]:
    for warning in report.document.warnings:
        yield warning.message + (f" (page {warning.page})" if warning.page else "")


def _flagged(rows: Sequence[Recommendation]) -> Iterator[str]:
    """The flags of the rows, most widespread last, each with the numbers of its rows."""
    numbers = dict[str, list[str]]()
    for place, row in enumerate(rows, 1):
        for flag in row.flags:
            numbers.setdefault(flag.message, []).append(row.number or f"row {place}")
    for message, where in sorted(numbers.items(), key=lambda item: len(item[1])):
        yield f"{', '.join(where)}: {message}"


def _many(count: int, noun: str, plural: str | None = None) -> str:
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"
