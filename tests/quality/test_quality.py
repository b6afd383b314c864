"""The quality gate: no figure of the benchmark falls below its floor."""

from pathlib import Path

import pytest

from tests.quality.benchmark import (
    LACKING,
    committed_cases,
    committed_reports,
    figures,
    held_out_cases,
    published_cases,
    read_case,
    score_cases,
)
from tests.quality.floor import fallen, load_floor, raised, write_floor
from tests.quality.marks import Measure, Tally

pytestmark = pytest.mark.slow  # every document of the benchmark is read


def test_no_figure_of_the_committed_documents_has_fallen() -> None:
    cases = committed_cases()

    tallies = figures(cases, score_cases(cases, committed_reports()))

    if LACKING:
        del tallies["all"]  # the scans are not among them
    assert fallen(load_floor(), tallies) == []


def test_every_layout_and_measure_has_a_floor() -> None:
    floor = load_floor()

    assert {case.group for case in committed_cases()} <= floor.keys()
    assert floor["all"].keys() == set(Measure)


@pytest.mark.slow
def test_no_figure_of_the_held_out_documents_has_fallen() -> None:
    cases = held_out_cases()

    tallies = figures(cases, score_cases(cases, {case.path.name: read_case(case) for case in cases}))

    del tallies["all"]
    assert fallen(load_floor(), tallies) == []


@pytest.mark.slow
def test_no_figure_of_the_published_documents_has_fallen() -> None:
    cases = published_cases()
    if not cases:
        pytest.skip("the published documents, which are not passed on, are not beside this checkout")

    tallies = figures(cases, score_cases(cases, {case.path.name: read_case(case) for case in cases}))

    del tallies["all"]
    assert fallen(load_floor(), tallies) == []


HALF = {"ruled.pdf": {Measure.ROWS: Tally(right=1, found=2, expected=2)}}
THIRD = {"ruled.pdf": {Measure.ROWS: Tally(right=1, found=3, expected=3)}}


def test_the_floor_rises_and_never_sinks() -> None:
    assert raised({}, THIRD) == {"ruled.pdf": {Measure.ROWS: 0.3333}}
    assert raised(raised({}, THIRD), HALF) == {"ruled.pdf": {Measure.ROWS: 0.5}}
    assert raised(raised({}, HALF), THIRD) == {"ruled.pdf": {Measure.ROWS: 0.5}}


def test_what_the_floor_was_taken_from_has_not_fallen() -> None:
    assert fallen(raised({}, THIRD), THIRD) == []
    assert fallen(raised({}, HALF), THIRD) == ["ruled.pdf rows: 0.333 (1 right of 3 found, 3 expected) is below 0.5000"]


def test_a_floor_that_was_written_is_read_again(tmp_path: Path) -> None:
    write_floor(raised({}, HALF), tmp_path / "floor.json")

    assert load_floor(tmp_path / "floor.json") == raised({}, HALF)
