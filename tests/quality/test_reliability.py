"""Stated confidences are reliable: what is said to be so sure is right so often."""

from pathlib import Path

import pytest

from extract.errors import VocabularyError
from extract.vocabulary import source
from extract.vocabulary.calibration import KINDS, Count, Kind, load_calibration, shares_of
from extract.vocabulary.rules import code_of
from tests.quality.benchmark import committed_cases, committed_reports, held_out_cases, read_case
from tests.quality.calibration import write_counts
from tests.quality.judging import Judgement, code_of_row, judge_cases
from tests.quality.reliability import Counts, bins, calibration_error, count, counts_of, reliability_table, stated

pytestmark = pytest.mark.slow  # every document of the benchmark is read

MOST = 0.05


@pytest.fixture(scope="module")
def judgements() -> list[Judgement]:
    """Every judged finding of the documents that the confidences are counted over, those kept apart among them."""
    kept = held_out_cases()
    reports = {**committed_reports(), **{case.path.name: read_case(case) for case in kept}}
    return judge_cases([*committed_cases(), *kept], reports)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_stated_is_right_as_often_in_documents_that_were_left_out(
    kind: Kind, judgements: list[Judgement]
) -> None:
    counts = counts_of(load_calibration())

    told = stated(judgements, counts)[kind]

    assert told
    assert calibration_error(told) <= MOST, "\n".join(reliability_table(judgements, counts))


def test_what_the_program_states_is_what_was_counted() -> None:
    calibration = load_calibration()
    for report in committed_reports().values():
        for row in report.recommendations if report else ():
            assert row.confidence == calibration.confidence("row", code_of_row(row))
            assert row.outcome.confidence == calibration.confidence("outcome", code_of(row.outcome.because[0].rule))
            for made in row.commitments:
                assert made.confidence == calibration.confidence("commitment", code_of(made.because[0].rule))


def _findings(right: int, wrong: int, text: str = "a", code: str = "outcome_cell") -> list[Judgement]:
    judged = [True] * right + [False] * wrong
    return [Judgement(text, "outcome", code, each) for each in judged]


def test_a_share_is_drawn_towards_that_of_its_kind_and_none_is_certain() -> None:
    assert shares_of({"a": Count(100, 100)}) == {"a": 0.99}
    assert shares_of({"a": Count(3, 3), "b": Count(0, 7)}) == {"a": 0.73, "b": 0.07}


def test_what_was_seldom_or_never_judged_is_not_stated() -> None:
    assert shares_of({"a": Count(2, 2), "b": Count(3, 3)}) == {"b": 0.94}
    assert load_calibration().confidence("outcome", "of_tomorrow") is None


def test_a_text_does_not_speak_for_itself() -> None:
    mine, other = _findings(10, 0, "mine"), _findings(0, 10, "other")
    told = stated(mine, count([*mine, *other]))["outcome"]
    assert {sure for _, sure in told} == {shares_of({"outcome_cell": Count(0, 10)})["outcome_cell"]}
    assert calibration_error(told) > 0.9


def test_what_no_other_text_has_is_left_out() -> None:
    mine = _findings(10, 0)
    assert stated(mine, count(mine))["outcome"] == []


def test_the_error_is_the_distance_between_what_is_stated_and_what_is_right() -> None:
    told = [(judgement, 0.75) for judgement in _findings(3, 1)] + [(judgement, 0.95) for judgement in _findings(3, 1)]
    assert [(each.low, each.count, each.right) for each in bins(told)] == [(0.7, 4, 0.75), (0.9, 4, 0.75)]
    assert calibration_error(told) == pytest.approx(0.1)


def test_counts_that_were_written_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = count(Judgement("a", kind, "a", right=True, weight=4) for kind in KINDS)
    counts["row"] = {"b": Count(1, 4)}
    one_each: Counts = {kind: {f"{kind}_a": each for each in counts[kind].values()} for kind in KINDS}
    write_counts(one_each, tmp_path / "calibration.toml")
    monkeypatch.setattr(source, "models_folder", lambda: tmp_path)
    assert counts_of(load_calibration()) == one_each


def test_a_faulty_count_is_refused_with_every_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faulty: Counts = {kind: {"a": Count(2, 1)} for kind in KINDS}
    write_counts(faulty, tmp_path / "calibration.toml")
    monkeypatch.setattr(source, "models_folder", lambda: tmp_path)
    with pytest.raises(VocabularyError, match=r"a stands twice; a: 2\.0 right of 1\.0"):
        load_calibration()
