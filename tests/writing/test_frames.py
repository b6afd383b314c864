"""Data frames for notebooks."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from extract.records import Report
from extract.results import Result
from extract.writing.frames import frames_of, load_frames, to_frames
from extract.writing.tables import to_tables
from tests.writing.written import write


def test_frames_come_back_as_they_were(results: Sequence[Result], tmp_path: Path) -> None:
    write("csv", results, tmp_path)
    frames, loaded = frames_of(to_tables(results)), load_frames(tmp_path)
    assert all(frames[name].equals(loaded[name]) for name in frames)
    assert all((frames[name].dtypes == loaded[name].dtypes).all() for name in frames)


def test_a_name_that_is_no_unicode_stands_in_its_frame(results: Sequence[Result], tmp_path: Path) -> None:
    lost = replace(results[1], name="r\udce9view.pdf")
    write("csv", [lost], tmp_path)
    assert load_frames(tmp_path)["documents"]["source_name"].tolist() == ["r\udce9view.pdf"]


def test_the_places_of_the_recommendations_are_a_frame_too(report: Report) -> None:
    evidence = to_frames(iter([report, report]))["evidence"]
    assert evidence.astype(object).where(evidence.notna(), None).to_numpy().tolist() == [
        ["review-0a1b2c3d/1", 0, 2, 1.0, 2.0, 3.0, 4.5],
        ["review-0a1b2c3d/1", 1, 3, None, None, None, None],
    ]
    assert evidence.dtypes.astype(str).to_dict() == {
        "recommendation_id": "string",
        "place": "Int64",
        "page": "Int64",
        "x0": "Float64",
        "top": "Float64",
        "x1": "Float64",
        "bottom": "Float64",
    }
