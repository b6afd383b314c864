"""Flags: each raised by the row that earns it, none by a row that does not."""

import dataclasses

import msgspec
import pytest

from extract.document import Line
from extract.facts.dates import Revision
from extract.findings import Span
from extract.interpret.decision import NOT_STATED, Decision
from extract.interpret.document_warnings import skipped_numbers
from extract.interpret.doubts import Understood, find_flags, number_flags, repeated_flags
from extract.interpret.fields import Fields
from extract.layouts.entries import Entry
from extract.records import (
    Basis,
    Commitment,
    CommitmentStatus,
    DateBasis,
    DateExpression,
    DateRole,
    DateType,
    Deadline,
    DocumentDate,
    Field,
    Interval,
    Outcome,
    OutcomeDetail,
    OutcomeValue,
    Owner,
    OwnerKind,
    Position,
    Precision,
    Quotation,
    Recommendation,
)
from extract.text import Passage, join_lines
from extract.vocabulary.flags import load_flags

FLAGS = load_flags()
ACCEPT = Outcome(value=OutcomeValue.ACCEPT, detail=None, basis=Basis.STATED, raw="Accept", confidence=1.0)
NOTED = Outcome(value=OutcomeValue.NONE, detail=OutcomeDetail.NOTED, basis=Basis.STATED, raw="Noted", confidence=1.0)
IF_FUNDED = msgspec.structs.replace(ACCEPT, detail=OutcomeDetail.CONDITIONAL, raw="Accepted subject to funding")
OWNER = Owner(raw="Council", kind=OwnerKind.ORGANISATION, name="Leeds City Council")
DATE = DocumentDate(text="1 May 2024", start="2024-05-01", end="2024-05-01", basis=DateBasis.STATED)

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
    outcome=ACCEPT,
    positions=(),
    owners=(OWNER,),
    commitments=(),
    dates=(),
    organisations=(),
    flags=(),
    confidence=1.0,
    confidence_reasons=(),
    evidence=(),
)


def entry(number: str | None = "1", text: str = "That A be done.", theme: str | None = None) -> Entry:
    return Entry(number, None, theme, (), Passage(text))


def commitment(
    status: CommitmentStatus = CommitmentStatus.PLANNED, end: str | None = "2024-06-30", condition: str | None = None
) -> Commitment:
    deadline = Deadline(text="then", start=end, end=end) if end else None
    return Commitment(
        id="d/1/c1",
        text="We will.",
        field=Field.RESPONSE,
        start=0,
        end=8,
        name=None,
        actor=None,
        status=status,
        condition=condition,
        deadline=deadline,
        confidence=1.0,
    )


DONE = commitment(CommitmentStatus.COMPLETED)


def day(start: str) -> DateExpression:
    return DateExpression(
        text="then",
        field=Field.RESPONSE,
        start=0,
        end=4,
        type=DateType.DATE,
        interval=Interval(start=start, end=start),
        value=start,
        precision=Precision.DAY,
        role=DateRole.EVENT,
    )


def understood(
    decision: Decision | None = None,
    response: str = "We will. We cannot.",
    commitments: tuple[Commitment, ...] = (commitment(),),
    owners: tuple[Owner, ...] = (OWNER,),
    dates: tuple[DateExpression, ...] = (),
) -> Understood:
    fields = Fields({Field.RESPONSE: Passage(response)})
    chosen = decision or Decision(ACCEPT)
    return Understood(entry(), fields, chosen, None, (), owners, commitments, dates, (), DATE)


def codes(row: Understood) -> list[str]:
    return [flag.code for flag in find_flags(row, FLAGS)]


def test_a_row_that_is_answered_promised_and_owned_has_no_flag() -> None:
    assert codes(understood()) == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (understood(response="", commitments=()), ["accepted_without_response", "accepted_without_commitment"]),
        (understood(Decision(NOT_STATED), response="", commitments=()), ["no_response", "outcome_not_stated"]),
        (understood(Decision(NOT_STATED)), ["outcome_not_stated"]),
        (understood(Decision(NOT_STATED, unread="See over")), ["outcome_unreadable"]),
        (understood(Decision(NOT_STATED, answers=("Accept", "Amend"))), ["outcome_ambiguous"]),
        (understood(commitments=(commitment(CommitmentStatus.DECLINED),)), ["accepted_without_commitment"]),
        (understood(commitments=(commitment(CommitmentStatus.EXISTING_PRACTICE),)), ["existing_practice_only"]),
        (understood(commitments=(commitment(CommitmentStatus.CONSIDERING),)), ["considered_only"]),
        (understood(Decision(NOTED)), ["only_noted"]),
        (understood(Decision(IF_FUNDED)), ["conditional_on_money"]),
        (understood(commitments=(commitment(condition="subject to funding"),)), ["conditional_on_money"]),
        (understood(commitments=(commitment(condition="where requested to do so"),)), []),
        (understood(owners=()), ["commitment_without_owner"]),
        (understood(owners=(), commitments=(commitment(CommitmentStatus.COMPLETED),)), ["no_owner"]),
        (understood(commitments=(commitment(end=None),)), ["commitment_without_date"]),
        (understood(commitments=(commitment(CommitmentStatus.COMPLETED, end=None),)), []),
        (understood(commitments=(DONE,), dates=(day("2024-07-01"),)), ["event_after_document"]),
        (understood(commitments=(DONE,), dates=(day("2024-04-01"),)), []),
        (understood(commitments=(DONE,), dates=(day("2024-04-01"), day("2024-07-01"))), []),
        (understood(owners=(OWNER, msgspec.structs.replace(OWNER, uncertain=True))), ["owner_uncertain"]),
        (understood(commitments=(commitment(end="2024-03-31"),)), ["deadline_before_document"]),
        (understood(commitments=(commitment(end="2024-05-31"),)), []),
        (understood(commitments=(commitment(CommitmentStatus.COMPLETED, end="2024-03-31"),)), []),
    ],
)
def test_each_doubt_has_its_flag(row: Understood, expected: list[str]) -> None:
    assert codes(row) == expected


def test_a_contradiction_and_a_position_are_quoted_the_most_serious_first() -> None:
    position = Position(
        organisation="The Trust",
        value=OutcomeValue.REJECT,
        detail=OutcomeDetail.IN_PART,
        text="the Trust cannot",
        field=Field.RESPONSE,
        start=0,
        end=5,
    )
    row = dataclasses.replace(understood(), contradiction=Span(9, 18), positions=(position,))
    flags = find_flags(row, FLAGS)
    assert [flag.code for flag in flags] == ["contradicted", "position_differs"]
    assert "We cannot" in flags[0].message
    assert "The Trust" in flags[1].message


def test_a_target_that_was_put_off_is_told_with_both_days() -> None:
    revision = Revision(day("2024-03-31"), day("2024-09-30"))
    (flag,) = find_flags(dataclasses.replace(understood(), revisions=(revision,)), FLAGS)
    assert flag.code == "target_revised"
    assert len(flag.passages) == len((revision.original, revision.revised))


def test_a_flag_holds_the_passages_that_caused_it() -> None:
    promises = (commitment(end=None), commitment(end=None))
    (flag,) = find_flags(understood(commitments=promises), FLAGS)
    assert flag.passages == (Quotation(text="We will.", field=Field.RESPONSE, start=0, end=8),) * 2
    (covered,) = find_flags(dataclasses.replace(understood(), contradiction=Span(8, 19)), FLAGS)
    assert covered.passages == (Quotation(text="We cannot.", field=Field.RESPONSE, start=9, end=19),)


def test_a_recommendation_that_breaks_off_is_told() -> None:
    row = dataclasses.replace(understood(), entry=entry(text="That the Council work with the"))
    assert codes(row) == ["recommendation_breaks_off"]


def test_numbers_that_are_missing_or_there_twice_are_told() -> None:
    entries = [entry("1"), entry("2"), entry("2"), entry(None), entry("5")]
    found = [[flag.code for flag in flags] for flags in number_flags(entries, FLAGS)]
    assert found == [[], ["number_twice"], ["number_twice"], ["number_missing"], []]
    (notice,) = skipped_numbers(entries, FLAGS)
    assert "3, 4" in notice.message


def test_a_document_without_numbers_misses_none() -> None:
    entries = [entry(None), entry(None)]
    assert [flags for flags in number_flags(entries, FLAGS) if flags] == []
    assert skipped_numbers(entries, FLAGS) == ()


def test_numbers_may_begin_anew_under_another_theme() -> None:
    entries = [entry("1", theme="A"), entry("1", theme="B")]
    assert [flags for flags in number_flags(entries, FLAGS) if flags] == []


def test_what_stands_twice_in_the_same_words_is_told_with_where() -> None:
    text = "That the Council should plant a tree in every street."
    answer = "The Council will plant a tree in every street this year."
    rows = [ROW, msgspec.structs.replace(ROW, number="2", text=text, response=answer)]
    rows += [msgspec.structs.replace(rows[1], number=None, text="Another one.")]
    found = [{flag.code: flag.message for flag in flags} for flags in repeated_flags(rows, FLAGS)]
    assert [set(flags) for flags in found] == [set(), {"response_repeated"}, {"response_repeated"}]
    assert "row 3" in found[1]["response_repeated"]
    twice = [rows[1], msgspec.structs.replace(rows[1], number="7", response="Agreed.")]
    assert [[flag.code for flag in flags] for flags in repeated_flags(twice, FLAGS)] == [["recommendation_twice"]] * 2


def test_short_answers_may_stand_twice() -> None:
    rows = [msgspec.structs.replace(ROW, text="Do it.", response="Agreed.")] * 2
    assert repeated_flags(rows, FLAGS) == ((), ())


def test_a_gap_in_the_numbers_is_told_with_the_page_before_it() -> None:
    texts = [join_lines([Line("That A.", page)]) for page in (1, 2, 5)]
    entries = [Entry(number, None, None, (), text) for number, text in zip("125", texts, strict=True)]
    (notice,) = skipped_numbers(entries, FLAGS)
    assert (notice.page, "3, 4" in notice.message) == (2, True)
