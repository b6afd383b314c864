"""How sure a row is: one for a plain row, less for each reason to doubt it."""

from collections.abc import Collection

import msgspec

from extract.document import Line
from extract.interpret.calibration import with_confidences
from extract.interpret.confidence import find_doubts
from extract.layouts.entries import Entry, Filled
from extract.records import Basis, Because, Evidence, Flag, Outcome, OutcomeDetail, OutcomeValue, Recommendation
from extract.text import join_lines
from extract.vocabulary.calibration import Calibration, Counted
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


def reasons(row: Recommendation, made_of: Entry, announced: Collection[int] = ()) -> tuple[str, ...]:
    (found,) = find_doubts([row], [made_of], announced, DOUBTS)
    return found


def test_nothing_speaks_against_a_plain_row() -> None:
    assert reasons(ROW, entry()) == ()


def test_each_reason_is_told() -> None:
    over_pages = msgspec.structs.replace(ROW, evidence=(*ROW.evidence, Evidence(page=2, bbox=None)))
    broken = msgspec.structs.replace(
        ROW, flags=(Flag(code="recommendation_breaks_off", message="It breaks off.", passages=()),)
    )
    assert reasons(over_pages, entry()) == ("runs_over_pages",)
    assert reasons(broken, entry()) == ("recommendation_breaks_off",)
    assert reasons(ROW, entry(heading="")) == ("answer_untitled",)
    assert reasons(ROW, entry(), {1}) == ("announced_beside",)
    assert reasons(ROW, entry(sure=0.6)) == ("recognised",)


def test_a_flag_that_says_nothing_of_the_reading_is_no_reason() -> None:
    row = msgspec.structs.replace(ROW, flags=(Flag(code="no_owner", message="Nobody is named.", passages=()),))
    assert reasons(row, entry()) == ()


def test_the_gravest_reason_decides_how_sure_a_row_is() -> None:
    found = reasons(ROW, entry(heading="", sure=0.5), {1})
    assert set(found) == {"answer_untitled", "announced_beside", "recognised"}
    assert DOUBTS.gravest(found) == "announced_beside"
    assert DOUBTS.gravest(()) is None


def test_a_row_without_an_answer_among_answered_ones_is_doubted() -> None:
    bare = msgspec.structs.replace(ROW, response="")
    found = find_doubts([ROW, ROW, bare], [entry("1"), entry("2"), entry("3")], (), DOUBTS)
    assert found == ((), (), ("answer_missing_beside",))
    assert find_doubts([bare, bare], [entry("1"), entry("2")], (), DOUBTS) == ((), ())


def test_a_number_that_falls_back_is_doubted_unless_a_theme_begins() -> None:
    found = find_doubts([ROW] * 3, [entry("1"), entry("7"), entry("2")], (), DOUBTS)
    assert found == ((), (), ("number_out_of_order",))
    assert find_doubts([ROW] * 2, [entry("7"), entry("1", theme="B")], (), DOUBTS) == ((), ())


def test_a_finding_is_as_sure_as_those_made_alike_were_right() -> None:
    counted = (Counted("outcome_cell", 8, 10), Counted("outcome_ticked", 1, 1))
    calibration = Calibration(outcome=counted, commitment=(), organisation=(), row=(Counted("answer_untitled", 5, 8),))
    for rule, doubts, sure in (
        ("outcome_cell", (), (0.79, None)),
        ("outcome_cell:accept", ("answer_untitled",), (0.79, 0.62)),
        ("outcome_ticked", ("announced_beside", "answer_untitled"), (None, None)),
    ):
        outcome = msgspec.structs.replace(OUTCOME, because=(Because(rule=rule, words="Yes"),))
        row = msgspec.structs.replace(ROW, outcome=outcome, confidence_reasons=doubts)
        stated = with_confidences(row, calibration, DOUBTS)
        assert (stated.outcome.confidence, stated.confidence) == sure
