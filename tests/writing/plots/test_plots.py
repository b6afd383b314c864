"""Charts say in words and numbers what they draw, stay legible with many bars, and are the same each time."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from lxml.etree import fromstring
from PIL import Image

from extract.records import Deadline, Report
from extract.results import Result, result_of
from extract.writing.plots.chart import WIDTH, Bar, Chart
from extract.writing.plots.pictures import as_png, as_svg
from tests.writing.written import write

NAMES = ("outcomes", "promises", "owners", "deadlines")
CHART = Chart("c", "A & <b>", "Of “these”.", (Bar("One", 3), Bar("Two <x>", 0), Bar("T" * 90, 6)))


def _words(svg: bytes) -> list[str]:
    return [each.text or "" for each in fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def _dated(report: Report, days: list[str]) -> Iterator[Result]:
    """Copies of a report, each with a deadline on one of these days."""
    row = report.recommendations[0]
    for day in days:
        deadline = Deadline(text=day, start=day, end=day)
        made = msgspec.structs.replace(row.commitments[0], deadline=deadline)
        yield result_of(
            msgspec.structs.replace(report, recommendations=(msgspec.structs.replace(row, commitments=(made,)),))
        )


def test_each_chart_is_drawn_in_both_kinds(report: Report, tmp_path: Path) -> None:
    assert set(write("plots", [result_of(report)], tmp_path)) == {
        f"plots/{name}.{kind}" for name in NAMES for kind in ("svg", "png")
    }


def test_numbers_stand_as_words(report: Report, tmp_path: Path) -> None:
    files = write("plots", [result_of(report)], tmp_path)
    assert _words(files["plots/outcomes.svg"])[1:-1] == ["Accepted", "1", "No decision, not stated", "1"]
    assert _words(files["plots/owners.svg"])[1:-1] == ["Kent County Council", "1"]
    assert _words(files["plots/deadlines.svg"])[1:-1] == ["Mar 2023", "1"]


@pytest.mark.parametrize(
    ("days", "bars"),
    [
        (["2023-01-31", "2024-11-30"], ("Jan 2023", "Nov 2024", 23)),
        (["2023-01-31", "2026-11-30"], ("Jan to Mar 2023", "Oct to Dec 2026", 16)),
        (["2013-01-31", "2026-11-30"], ("2013", "2026", 14)),
        (["1990-01-31", "2040-11-30"], ("1990 to 1999", "2040 to 2049", 6)),
    ],
)
def test_time_is_divided_as_finely_as_is_legible(
    days: list[str], bars: tuple[str, str, int], report: Report, tmp_path: Path
) -> None:
    words = _words(write("plots", _dated(report, days), tmp_path)["plots/deadlines.svg"])[1:-1]
    assert (words[0], words[-2], len(words) // 2) == bars


def test_charts_of_a_batch_without_rows_take_the_place_of_earlier_ones(report: Report, tmp_path: Path) -> None:
    before = write("plots", [result_of(report)], tmp_path)
    after = write("plots", [result_of(msgspec.structs.replace(report, recommendations=()))], tmp_path)
    assert set(after) == set(before)
    assert _words(after["plots/outcomes.svg"]) == ["What was answered", "0 recommendations."]


def test_no_label_is_markup_or_runs_out_of_the_picture() -> None:
    svg = as_svg(CHART)
    assert _words(svg)[:5] == ["A & <b>", "One", "3", "Two <x>", "0"]
    assert max(map(len, _words(svg))) < 40
    assert b"One: 3; Two &lt;x&gt;: 0" in svg


def test_bars_are_as_long_as_their_values() -> None:
    widths = [float(each) for each in re.findall(rb'<rect x="[^"]+" y="[^"]+" width="([^"]+)"', as_svg(CHART))]
    assert widths[0] * 2 == pytest.approx(widths[2])
    assert widths[1] == 0


def test_a_png_shows_the_same_and_is_the_same_each_time() -> None:
    data = as_png(CHART)
    assert data == as_png(CHART)
    with Image.open(io.BytesIO(data)) as image:
        assert (image.width, image.height) == (2 * WIDTH, 2 * CHART.height)
        assert len(image.convert("L").getcolors() or []) > 5


def test_names_beyond_the_most_are_counted_in_the_note(report: Report, tmp_path: Path) -> None:
    row = report.recommendations[0]
    assert row.commitments[0].actor is not None
    made = tuple(
        msgspec.structs.replace(
            row.commitments[0], actor=msgspec.structs.replace(row.commitments[0].actor, name=f"Body {number:02}")
        )
        for number in range(20)
    )
    rows = (msgspec.structs.replace(row, commitments=made),)
    words = _words(
        write("plots", [result_of(msgspec.structs.replace(report, recommendations=rows))], tmp_path)["plots/owners.svg"]
    )
    assert words[1:5] == ["Body 00", "1", "Body 01", "1"]
    assert words[-1].endswith("by who is to act. 5 more have 5.")
