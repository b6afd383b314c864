"""Charts say in words and numbers what they draw, stay legible with many bars, and are the same each time."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
import pytest
from lxml.etree import fromstring
from PIL import Image

import extract.writing.report as report_package
from extract.records import Deadline, Report
from extract.results import Result, result_of
from extract.writing.plots.chart import WIDTH, Bar, Chart
from extract.writing.plots.pictures import as_png, as_svg
from extract.writing.plots.wording import DETAILS, OUTCOMES, STATUSES
from tests.writing.written import write

NAMES = ("outcomes", "promises", "owners", "deadlines")
CHROMIUM = shutil.which("chromium")
REPORT_WORDS = Path(report_package.__file__).parent / "assets" / "js" / "words.js"
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
    assert _words(files["plots/owners.svg"])[1:3] == ["Kent County Council", "1"]
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
    assert _words(after["plots/outcomes.svg"]) == [
        *("What was answered", "There is nothing to show.", "0 recommendations."),
    ]


def test_no_label_is_markup_or_runs_out_of_the_picture() -> None:
    svg = as_svg(CHART)
    words = _words(svg)
    assert words[:5] == ["A & <b>", "One", "3", "Two <x>", "0"]
    assert [len(word) < 40 and set(word) <= {"T", "…"} for word in words[5:7]] == [True, True]
    assert words[6].endswith("…")
    assert b"One: 3; Two &lt;x&gt;: 0" in svg


@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
def test_words_stay_within_the_picture_whatever_the_font(tmp_path: Path) -> None:
    names = (
        *("Police and Crime Commissioner for Hampshire", "NHS Cornwall and the Isles of Scilly Integrated Care Board"),
        *("DIRECTOR OF PUBLIC HEALTH AND WELLBEING, MMMMM", "Aa" * 45),
    )
    chart = Chart("c", "Who owes what", "What several are to do counts for each of them. " * 5, (*_bars(names),))
    page = tmp_path / "page.html"
    fonts = ("DejaVu Sans", "Liberation Sans", "system-ui")
    drawn = "".join(as_svg(chart).decode().replace("system-ui", font) for font in fonts)
    page.write_text(f"<!doctype html><meta charset=utf-8><body>{drawn}<p id=found></p><script>{_MEASURE}</script>")
    flags = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}", "--dump-dom")
    read = subprocess.run([str(CHROMIUM), *flags, page.as_uri()], check=True, capture_output=True, timeout=120).stdout
    found = re.search(rb'id="found">([^<]+)<', read)
    assert found
    boxes = [tuple(map(float, each.split(","))) for each in found[1].decode().split()]
    assert len(boxes) == len(fonts) * len(_words(as_svg(chart)))
    assert all(left >= 0 and right <= WIDTH and 0 <= top < bottom <= chart.height for left, right, top, bottom in boxes)


_MEASURE = """
const boxes = [...document.querySelectorAll("svg text")].map((each) => each.getBBox());
document.getElementById("found").textContent =
  boxes.map(({x, y, width, height}) => [x, x + width, y, y + height].join(",")).join(" ");
"""


def _bars(names: tuple[str, ...]) -> Iterator[Bar]:
    return (Bar(name, 1_000 * number) for number, name in enumerate(names))


@pytest.mark.parametrize(("name", "words"), [("OUTCOMES", OUTCOMES), ("DETAILS", DETAILS), ("STATUSES", STATUSES)])
def test_a_paper_says_it_in_the_words_of_the_report(name: str, words: Mapping[str, str]) -> None:
    (listed,) = re.findall(
        rf"^const {name} = \{{(.+?)\}};$", REPORT_WORDS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert dict(re.findall(r'(\w+): "([^"]+)"', listed)) == {str(value): said for value, said in words.items()}


def test_strays_far_out_do_not_make_the_others_a_bar_or_two(report: Report, tmp_path: Path) -> None:
    days = ["1999-01-31", *(f"2024-{month:02}-15" for month in range(1, 13)), *["2024-06-15"] * 90, "2090-01-31"]
    words = _words(write("plots", _dated(report, days), tmp_path)["plots/deadlines.svg"])[1:-1]
    assert words[:4] == ["Earlier", "1", "Jan 2024", "1"]
    assert words[-4:] == ["Dec 2024", "1", "Later", "1"]
    assert sum(int(number) for number in words[1::2]) == len(days)


def test_letters_of_british_and_other_names_are_drawn() -> None:
    def drawn(label: str) -> bytes:
        with Image.open(io.BytesIO(as_png(Chart("c", label, label, ())))) as image:
            return image.tobytes()

    unknown = drawn("\U000f0000")
    pictures = [drawn(letter) for letter in "ŵŷŴâêôûáéóàẁỳïöñł£€–—’“…"]
    assert unknown not in pictures
    assert len(set(pictures)) == len(pictures)


def test_a_picture_of_either_kind_says_what_it_shows() -> None:
    said = "Of “these”. One: 3; Two <x>: 0; " + "T" * 90 + ": 6"
    drawn = fromstring(as_svg(CHART))
    assert [drawn.findtext(f"{{*}}{name}") for name in ("title", "desc")] == [CHART.title, said]
    with Image.open(io.BytesIO(as_png(CHART))) as image:
        assert (image.info["Title"], image.info["Description"]) == (CHART.title, said)


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
    assert words[-1].endswith("5 more names without a bar: 5 in all.")
