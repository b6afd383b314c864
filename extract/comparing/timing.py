"""Whether an answer came within the two months that the law gives.

Local Government Act 2000 (c. 22), section 9FE, inserted by the Localism Act 2011 (c. 20), schedule 2, paragraph 1
(https://www.legislation.gov.uk/ukpga/2000/22/section/9FE): the authority or its executive must respond within two
months beginning with the date on which it received the report or recommendations or, if later, the notice that requires
it to. It holds in England. A period that begins with a day has that day in it, so two months that begin with 14 January
end with 13 March. The dates of receipt and of the notice are seldom printed; what is printed is the date of the report,
which is never later. An answer within two months of that is in time; one after them is late unless the report was
received later, and the sentence says so. Where either date is not printed, or too coarse to tell, it is not known.
Reports on crime and disorder, and answers of others than councils in England, have periods of their own, and none is
counted: ``models/comparing.toml`` names them.
"""

from calendar import monthrange
from datetime import date

from extract.changes import Change, Kind, ResponseTime, Timing, Where
from extract.comparing.dating import Days
from extract.comparing.sides import Paper
from extract.comparing.telling import Said, Spot, tell
from extract.vocabulary.comparing import ComparingWords

_MONTHS = 12


def response_time(papers: tuple[Paper, ...], words: ComparingWords) -> ResponseTime:
    """How long the first answer to a report took.

    Args:
        papers: one paper or two about the same review; one that answers nothing is the report itself.
        words: the vocabulary.
    """
    answers = sorted((paper for paper in papers if paper.is_answer), key=_when)
    if not answers:
        return ResponseTime(timing=Timing.NOT_KNOWN, explanation="Not known: neither paper answers anything.")
    first = answers[0]
    if other := _other_law(first, words):
        return ResponseTime(document=first.id, timing=Timing.NOT_APPLICABLE, explanation=f"Not applicable: {other}")
    reports = [paper.printed.own for paper in papers if not paper.is_answer]
    printed = [paper.printed.reported for paper in answers]
    reported = next((days for days in (*reports, *printed) if days), None)
    return _timed(first, reported, words)


def _other_law(paper: Paper, words: ComparingWords) -> str | None:
    """Why the law is about other answers than this one, if it is."""
    statute = words.statute
    elsewhere = paper.authority_id and not paper.authority_id.startswith(statute.areas)
    if elsewhere or statute.no_council.expression.search(paper.authority or ""):
        return f"{statute.name}, is about councils in England."
    if statute.crime.expression.search(paper.committee or ""):
        return f"{statute.name}, is not about reports on crime and disorder, which have a period of their own."
    return None


def late(old: Paper | None, time: ResponseTime, words: ComparingWords) -> Change | None:
    """The difference that says that an answer came late, if it did; ``old`` is the paper of then."""
    if time.timing is not Timing.LATE or not (time.document and time.answered and time.last_day and time.reported):
        return None
    days = (time.answered - time.last_day).days
    said = Said(time.reported.isoformat(), time.answered.isoformat(), days, more=words.statute.name)
    where = Where(document=time.document)
    spot = Spot(old=where) if old and old.id == time.document else Spot(new=where)
    return tell(Kind.LATE_RESPONSE, spot, said, words)


def last_day_of(start: date, months: int) -> date:
    """The last day of a period of months that begins with a day: the day before that of the same number."""
    ahead = start.month - 1 + months
    year, month = start.year + ahead // _MONTHS, ahead % _MONTHS + 1
    if start.day == 1:
        year, month = (year, month - 1) if month > 1 else (year - 1, _MONTHS)
        return date(year, month, monthrange(year, month)[1])
    return date(year, month, min(start.day - 1, monthrange(year, month)[1]))


def _when(paper: Paper) -> tuple[bool, date, str]:
    days = paper.printed.own
    return days is None, days.start if days else date.max, paper.id


def _timed(first: Paper, reported: Days | None, words: ComparingWords) -> ResponseTime:
    answered = first.printed.answered
    if reported is None or answered is None:
        missing = "the report" if reported is None else "the answer"
        return ResponseTime(
            document=first.id,
            timing=Timing.NOT_KNOWN,
            reported=reported.start if reported else None,
            answered=answered.start if answered else None,
            explanation=f"Not known: no date of {missing} is printed.",
        )
    earliest, latest = (last_day_of(day, words.statute.months) for day in reported)
    timing = Timing.NOT_KNOWN
    said = f"Not known: the dates, {_printed(reported)} and {_printed(answered)}, name no days."
    between = f"the two months that began with the report of {_printed(reported)} ({words.statute.name})"
    if answered.start < reported.start:
        said = f"Not known: the answer, of {_printed(answered)}, is dated before the report, of {_printed(reported)}."
    elif answered.end <= earliest:
        timing, said = Timing.IN_TIME, f"In time: answered on {_printed(answered)}, by {earliest}, within {between}."
    elif answered.start > latest:
        timing, said = Timing.LATE, f"Late: answered on {_printed(answered)}, after {latest}, the last of {between}."
    return ResponseTime(
        document=first.id,
        timing=timing,
        reported=reported.start,
        answered=answered.start,
        last_day=latest,
        explanation=said,
    )


def _printed(days: Days) -> str:
    """A date as it is told: a day, or the month of which no day is printed."""
    return days.start.isoformat() if days.start == days.end else f"{days.start:%Y-%m}"
