"""The papers of one council in the order of their dates, each compared with the last one about the same review.

Of a response and two progress reports the first report is compared with the response and the second with the first. A
paper that prints no date has no place in that order, and papers of one day are no earlier than each other.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from extract.changes import DocumentComparison, Kind, Timing
from extract.comparing.comparison import compare_papers
from extract.comparing.dating import Days
from extract.comparing.sides import Paper
from extract.vocabulary.comparing import ComparingWords


def compare_in_order(papers: Sequence[Paper], words: ComparingWords) -> Iterator[DocumentComparison]:
    """The papers of one council that are dated, each compared with those before it."""
    dated = [(days, paper) for paper in papers if (days := paper.printed.own)]
    waiting = list[tuple[Days, Paper]]()  # those that no later paper has taken up yet
    for days, paper in sorted(dated, key=_when):
        before = [each for at, each in waiting if at.end < days.start]
        found = list(compare_papers(before, [paper], words))
        taken = {each.old.id for each in found if each.old and each.new}
        waiting = [(at, each) for at, each in waiting if each.id not in taken] + [(days, paper)]
        yield from (_tidied(each) for each in found if each.new and _tells(each))


def _when(dated: tuple[Days, Paper]) -> tuple[Days, str]:
    days, paper = dated
    return days, paper.id


def _tells(compared: DocumentComparison) -> bool:
    """Whether anything is told of a paper but that it is the first on its review."""
    time = compared.response_time
    timed = time is not None and time.timing in {Timing.IN_TIME, Timing.LATE}
    return bool(compared.old) or timed or any(each.kind is not Kind.DOCUMENT_NEW for each in compared.changes)


def _tidied(compared: DocumentComparison) -> DocumentComparison:
    """A comparison without what was told of the earlier paper by itself already, nor that a first one is new."""
    time, old = compared.response_time, compared.old
    told = old is not None and time is not None and time.document == old.id
    changes = (each for each in compared.changes if each.kind is not Kind.DOCUMENT_NEW)
    return replace(
        compared,
        response_time=None if told else time,
        changes=tuple(each for each in changes if not (told and each.kind is Kind.LATE_RESPONSE)),
    )
