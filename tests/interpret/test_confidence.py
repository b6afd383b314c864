"""How sure a row is: one for a plain row, less for each reason to doubt it."""

from collections.abc import Collection

import msgspec
import pytest

from extract.document import Line
from extract.interpret.confidence import rate_rows
from extract.layouts.entries import Entry, Filled
from extract.records import Basis, Evidence, Flag, Outcome, OutcomeDetail, OutcomeValue, Recommendation
from extract.text import join_lines
from extract.vocabulary.confidence import load_doubts
from extract.vocabulary.headings import ColumnRole

DOUBTS = load_doubts()
OUTCOME = Outcome(
    value=OutcomeValue.NONE, detail=OutcomeDetail.NOT_STATED, basis=Basis.ABSENT, raw=None, confidence=1.0
)
ROW = Recommendation(
    id="d/1",
    number="1",
    parent=None,
    theme=None,
    text="That A be done.",
    response="We will.",
    timescale=None,
    progress=None,
    cells=(),
    outcome=OUTCOME,
    positions=(),
    owners=(),
    commitments=(),
    dates=(),
    organisations=(),
    flags=(),
    confidence=1.0,
    confidence_reasons=(),
    evidence=(Evidence(page=1, bbox=None),),
)


def entry(number: str = "1", heading: str = "Response", sure: float | None = None, theme: str | None = None) -> Entry:
    answer = Filled(ColumnRole.RESPONSE, heading, join_lines([Line("We will.", confidence=sure)]))
    return Entry(number, None, theme, (answer,), join_lines([]))


def reasons(row: Recommendation, made_of: Entry, announced: Collection[int] = ()) -> tuple[float, tuple[str, ...]]:
    (rated,) = rate_rows([row], [made_of], announced, DOUBTS)
    return rated


def test_a_plain_row_is_sure() -> None:
    assert reasons(ROW, entry()) == (1.0, ())


def test_each_reason_takes_its_part() -> None:
    over_pages = msgspec.structs.replace(ROW, evidence=(*ROW.evidence, Evidence(page=2, bbox=None)))
    broken = msgspec.structs.replace(
        ROW, flags=(Flag(code="recommendation_breaks_off", message="It breaks off.", passages=()),)
    )
    assert reasons(over_pages, entry()) == (DOUBTS.factors["runs_over_pages"], ("runs_over_pages",))
    assert reasons(broken, entry()) == (DOUBTS.factors["recommendation_breaks_off"], ("recommendation_breaks_off",))
    assert reasons(ROW, entry(heading="")) == (DOUBTS.factors["answer_untitled"], ("answer_untitled",))
    assert reasons(ROW, entry(), {1}) == (DOUBTS.factors["announced_beside"], ("announced_beside",))


def test_a_flag_that_says_nothing_of_the_reading_takes_nothing() -> None:
    row = msgspec.structs.replace(ROW, flags=(Flag(code="no_owner", message="Nobody is named.", passages=()),))
    assert reasons(row, entry()) == (1.0, ())


def test_recognised_words_are_as_sure_as_the_recogniser() -> None:
    assert reasons(ROW, entry(sure=0.6)) == (0.6, ("recognised",))


def test_reasons_multiply() -> None:
    confidence, codes = reasons(ROW, entry(heading="", sure=0.5), {1})
    product = 0.5 * DOUBTS.factors["answer_untitled"] * DOUBTS.factors["announced_beside"]
    assert confidence == pytest.approx(product, abs=0.005)
    assert set(codes) == {"answer_untitled", "announced_beside", "recognised"}


def test_a_row_without_an_answer_among_answered_ones_is_less_sure() -> None:
    bare = msgspec.structs.replace(ROW, response="")
    rated = rate_rows([ROW, ROW, bare], [entry("1"), entry("2"), entry("3")], (), DOUBTS)
    assert [codes for _, codes in rated] == [(), (), ("answer_missing_beside",)]
    assert [codes for _, codes in rate_rows([bare, bare], [entry("1"), entry("2")], (), DOUBTS)] == [(), ()]


def test_a_number_that_falls_back_is_less_sure_unless_a_theme_begins() -> None:
    rated = rate_rows([ROW] * 3, [entry("1"), entry("7"), entry("2")], (), DOUBTS)
    assert [codes for _, codes in rated] == [(), (), ("number_out_of_order",)]
    assert [codes for _, codes in rate_rows([ROW] * 2, [entry("7"), entry("1", theme="B")], (), DOUBTS)] == [(), ()]
