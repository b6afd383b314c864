"""The scoring itself: what perfect, failed and faulty readings get, and that it agrees with the reference scorer."""

import importlib.util
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

import msgspec
import pytest

from extract.records import Report
from tests.quality.benchmark import BESIDE, committed_cases, committed_reports, published_cases, read_case
from tests.quality.gold import FOLDER, Gold, load_gold
from tests.quality.marks import Measure, Tally, count
from tests.quality.readings import faulty_reading, perfect_reading
from tests.quality.scoring import score

GOLDS = load_gold()


@pytest.mark.parametrize("gold", GOLDS.values(), ids=GOLDS)
def test_a_perfect_reading_has_no_fault(gold: Gold) -> None:
    marks = score(gold, perfect_reading(gold))

    assert [mark for mark in marks if mark.fault] == []
    assert {tally.value for tally in count(marks).values()} <= {1.0, None}


@pytest.mark.parametrize("gold", GOLDS.values(), ids=GOLDS)
def test_a_document_that_failed_has_nothing_right(gold: Gold) -> None:
    tallies = count(score(gold, None))

    assert tallies[Measure.ROWS] == Tally(expected=len(gold.recommendations))
    assert {tally.right for tally in tallies.values()} == {0}


@pytest.mark.parametrize("gold", GOLDS.values(), ids=GOLDS)
def test_rows_that_are_not_there_are_invented(gold: Gold) -> None:
    empty = Gold(gold.id, ())
    rows = len(gold.recommendations)

    assert count(score(empty, perfect_reading(gold)))[Measure.ROWS] == Tally(found=rows)


def test_a_quotation_from_another_place_is_a_wrong_span() -> None:
    report = perfect_reading(GOLDS["rutland-parking"])
    moved = msgspec.json.encode(report).replace(b'"start":0', b'"start":1')

    marks = score(GOLDS["rutland-parking"], msgspec.json.decode(moved, type=Report))

    assert any(mark.fault and mark.measure == Measure.SPANS for mark in marks)


class ReferenceTally(Protocol):
    """A tally of the reference scorer."""

    value: float | None


class Reference(Protocol):
    """The reference scorer as a module."""

    def score_document(self, gold: object, out: object, errors: list[str]) -> Mapping[str, ReferenceTally]:
        """The tallies of one document by measure."""


@pytest.fixture(scope="module")
def reference() -> Reference:
    """The scorer that the definitions were published with; it stands beside the project."""
    script = BESIDE / "score.py"
    if not script.exists():
        pytest.skip("the reference scorer is not beside this checkout")
    return _import(script)


def _import(script: Path) -> Reference:
    spec = importlib.util.spec_from_file_location("reference_scorer", script)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", GOLDS)
def test_figures_agree_with_the_reference_scorer(reference: Reference, name: str, seed: int) -> None:
    report = faulty_reading(perfect_reading(GOLDS[name]), seed)

    assert _values(count(score(GOLDS[name], report)).items()) == _reference_values(reference, name, report)


@pytest.mark.slow
def test_figures_of_the_benchmark_agree_with_the_reference_scorer(reference: Reference) -> None:
    for case in committed_cases():
        if report := committed_reports()[case.path.name]:
            ours = _values(count(score(case.gold, report)).items())
            assert ours == _reference_values(reference, case.gold.id, report), case.path.name


@pytest.mark.slow
def test_figures_of_annotations_with_fewer_measures_agree_with_the_reference_scorer(reference: Reference) -> None:
    for case in published_cases():
        if report := read_case(case):
            ours = _values(count(score(case.gold, report)).items())
            assert ours == _reference_values(reference, case.gold.id, report, BESIDE / "gold"), case.path.name


def _reference_values(
    reference: Reference, name: str, report: Report, folder: Path = FOLDER
) -> dict[str, float | None]:
    gold = msgspec.json.decode((folder / f"{name}.json").read_bytes())
    tallies = reference.score_document(gold, msgspec.to_builtins(report), [])
    return _values(tallies.items())


def _values(tallies: Iterable[tuple[str, ReferenceTally | Tally]]) -> dict[str, float | None]:
    return {str(measure): tally.value and round(tally.value, 9) for measure, tally in tallies}
