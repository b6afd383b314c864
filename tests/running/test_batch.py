"""A batch keeps the order of its inputs, and no document that fails stops another."""

import os
import signal
from pathlib import Path

import pytest

from extract.errors import EmptyFileError
from extract.results import Result, Status
from extract.running.batch import read_isolated, run_batch
from extract.running.inputs import Input, find_inputs


def read(given: Input) -> Result:
    """A reader that fails in the ways a reader can."""
    if given.name == "empty.txt":
        raise EmptyFileError("It is empty.", given.name, "Save it again.")
    if given.name == "bug.txt":
        raise ZeroDivisionError
    if given.name.startswith("crash"):
        os.kill(os.getpid(), signal.SIGKILL)
    return Result(name=given.name, sha256="0" * 64, media_type="text/plain", status=Status.OK)


@pytest.fixture
def inputs(tmp_path: Path) -> list[Input]:
    paths = [tmp_path / name for name in ("b.txt", "empty.txt", "gone.txt", "bug.txt", "a.txt")]
    for path in paths:
        if path.name != "gone.txt":
            path.write_text("text")
    return [Input(path) for path in paths]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_inputs(inputs: list[Input], jobs: int) -> None:
    results = list(run_batch(inputs, read, jobs))
    assert [result.name for result in results] == [given.name for given in inputs]
    assert [result.error_code for result in results] == [None, "empty_file", None, "internal", None]


def test_a_fault_that_was_foreseen_is_told_as_it_is(inputs: list[Input]) -> None:
    result = read_isolated(inputs[1], read)
    assert (result.status, result.error) == (Status.FAILED, "empty.txt: It is empty. Save it again.")


def test_a_fault_that_was_not_foreseen_names_the_document(inputs: list[Input]) -> None:
    result = read_isolated(inputs[3], read)
    assert result.error is not None
    assert "bug.txt" in result.error
    assert "ZeroDivisionError" in result.error


def test_folders_stand_for_the_files_in_them(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.pdf", ".hidden", "README.md", "~$open.docx", "outputs/documents.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    found = find_inputs([tmp_path, tmp_path / "b.txt"], tmp_path / "outputs")
    assert [each.path.relative_to(tmp_path).as_posix() for each in found] == ["b.txt", "sub/a.pdf"]


def test_a_path_that_is_not_there_is_kept_to_be_reported(tmp_path: Path) -> None:
    assert find_inputs([tmp_path / "gone.pdf"], tmp_path / "outputs") == (Input(tmp_path / "gone.pdf"),)


def test_a_document_that_kills_its_worker_costs_no_other(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.txt", "crash-1.txt", "b.txt", "c.txt", "crash-2.txt", "d.txt")]
    for path in paths:
        path.write_text("text")
    results = list(run_batch([Input(path) for path in paths], read, 2))
    assert [result.name for result in results] == [path.name for path in paths]
    assert [result.error_code for result in results] == [None, "worker_lost", None, None, "worker_lost", None]
