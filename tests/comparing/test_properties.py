"""What holds of any two readings."""

from collections import Counter
from collections.abc import Sequence
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.changes import Change, Kind, Where
from extract.comparing import compare
from extract.records import Report
from tests.comparing.made import reports

MIRRORED = {
    Kind.NEW: Kind.GONE,
    Kind.PROMISE_NEW: Kind.PROMISE_GONE,
    Kind.REPORT_NEW: Kind.REPORT_GONE,
    Kind.DEADLINE_NEW: Kind.DEADLINE_GONE,
    Kind.ANSWER_NEW: Kind.ANSWER_GONE,
    Kind.DOCUMENT_NEW: Kind.DOCUMENT_GONE,
    Kind.PROGRESSED: Kind.WENT_BACK,
    Kind.TAKEN_UP: Kind.WITHDRAWN,
    Kind.SPLIT: Kind.MERGED,
}
ALIKE = {  # what is short one way is long the other way
    Kind.QUOTED_SHORT: Kind.REWORDED,
    Kind.DEADLINE_NARROWED: Kind.DEADLINE_MOVED,
}
BOTH_WAYS = MIRRORED | {gone: new for new, gone in MIRRORED.items()}
Place = tuple[str, str | None, str | None] | None


def changes(then: Sequence[Report], now: Sequence[Report]) -> list[Change]:
    return [change for each in compare(then, now) for change in each.changes]


def place(where: Where | None) -> Place:
    return (where.document, where.recommendation, where.commitment) if where else None


@settings(deadline=None)
@given(reports("a"))
def test_a_reading_does_not_differ_from_itself(then: list[Report]) -> None:
    assert compare(then, then) == ()


@pytest.mark.slow
@settings(deadline=None, max_examples=200)
@given(reports("a"), reports("b"))
def test_what_is_new_one_way_is_gone_the_other_way(then: list[Report], now: list[Report]) -> None:
    one_sided = {Kind.ASKED_AGAIN, Kind.LATE_RESPONSE}
    there = Counter(
        (ALIKE.get(change.kind, change.kind), place(change.old), place(change.new))
        for change in changes(then, now)
        if change.kind not in one_sided
    )
    back = Counter(
        (ALIKE.get(change.kind, BOTH_WAYS.get(change.kind, change.kind)), place(change.new), place(change.old))
        for change in changes(now, then)
        if change.kind not in one_sided
    )
    assert there == back


@settings(deadline=None)
@given(reports("a"), reports("b"), st.randoms())
def test_the_order_of_documents_and_of_rows_does_not_matter(
    then: list[Report], now: list[Report], chance: Random
) -> None:
    expected = compare(then, now)
    for side in (then, now):
        chance.shuffle(side)
        for at, report in enumerate(side):
            rows = list(report.recommendations)
            chance.shuffle(rows)
            side[at] = msgspec.structs.replace(report, recommendations=tuple(rows))
    assert compare(then, now) == expected


@settings(deadline=None)
@given(reports("a"), reports("b"))
def test_every_recommendation_is_in_one_pair_or_told_of(then: list[Report], now: list[Report]) -> None:
    for each in compare(then, now):
        olds = [row for pair in each.recommendations for row in pair.old]
        news = [row for pair in each.recommendations for row in pair.new]
        assert len(set(olds)) == len(olds)
        assert len(set(news)) == len(news)
        assert all(0 < pair.score <= 100 and pair.because for pair in each.recommendations)
