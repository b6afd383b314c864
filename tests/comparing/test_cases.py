"""Invented papers compared: what is told, and why, is what a scrutiny officer would tell."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from extract.changes import Change, DocumentComparison, Timing
from extract.comparing import compare
from extract.flow import read_result
from extract.records import Report

HELD = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = HELD["case"]


@lru_cache
def paper(name: str) -> Report:
    """What is read of an invented paper."""
    report = read_result(HELD["papers"][name]["text"].encode(), f"{name}.txt").report
    assert report is not None
    return report


def compared(then: list[str], now: list[str]) -> tuple[DocumentComparison, ...]:
    return compare([paper(name) for name in then], [paper(name) for name in now])


def changes(then: list[str], now: list[str]) -> list[Change]:
    return [change for each in compared(then, now) for change in each.changes]


def fits(change: Change, expected: dict[str, Any]) -> bool:
    """Whether a difference is the one that is expected, as far as that is written down."""
    told = {"kind": change.kind.value, "number": change.number, "before": change.before, "after": change.after}
    return all(({**told, "days": change.days})[name] == value for name, value in expected.items())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_all_that_differs_is_told_and_nothing_else(case: dict[str, Any]) -> None:
    found = changes(case["then"], case["now"])
    missing = [each for each in case["changes"] if not any(fits(change, each) for change in found)]
    surplus = [change.explanation for change in found if not any(fits(change, each) for each in case["changes"])]
    assert (missing, surplus) == ([], [])
    assert len(found) == len(case["changes"])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_difference_says_where_it_is_seen(case: dict[str, Any]) -> None:
    then, now = ({paper(name).document.id: paper(name) for name in case[side]} for side in ("then", "now"))
    for change in changes(case["then"], case["now"]):
        assert change.old or change.new
        for where, reports in ((change.old, then), (change.new, now)):
            if where is None:
                continue
            rows = {row.id: row for row in reports[where.document].recommendations}
            made = {made.id for row in rows.values() for made in row.commitments}
            assert where.recommendation is None or rows[where.recommendation].evidence[0].page == where.page
            assert where.commitment is None or where.commitment in made


def test_pairs_say_why() -> None:
    (pair,) = compared(["buses-2024"], ["buses-progress"])
    assert pair.because.startswith("the same review, “Scrutiny Review of Rural Buses")
    assert pair.because.endswith("4 of 4 recommendations are the same")
    assert {each.because for each in pair.recommendations} == {"the same number (1) and the same text"} | {
        f"the same number ({number}) and the same text" for number in "234"
    }
    assert [each.because for each in pair.recommendations[1].promises] == ["the same text, the same actor"]


def test_the_sentence_of_a_date_says_by_how_many_days_and_which_way() -> None:
    (moved,) = (each for each in changes(["buses-2024"], ["buses-progress"]) if each.kind == "deadline_moved")
    assert moved.explanation == (
        "Recommendation 2: the date moved by 91 days, later: from March 2025 to end of June 2025."
    )


@pytest.mark.parametrize(
    ("then", "now", "timing"),
    [
        ([], ["late"], Timing.LATE),
        ([], ["in-time"], Timing.IN_TIME),
        ([], ["one-day-late"], Timing.LATE),
        ([], ["wales"], Timing.NOT_APPLICABLE),
        ([], ["buses-2024"], Timing.NOT_KNOWN),
        (["buses-2024"], ["buses-progress"], Timing.NOT_KNOWN),
    ],
)
def test_how_long_an_answer_took(then: list[str], now: list[str], timing: Timing) -> None:
    (found,) = compared(then, now)
    assert found.response_time is not None
    assert found.response_time.timing is timing
    assert found.response_time.explanation.endswith(".")
