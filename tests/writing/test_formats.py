"""What holds of every form of output."""

import gc
import subprocess
import sys
import tracemalloc
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from weakref import ref

import msgspec
import pytest

from extract.errors import OutputError
from extract.records import Report
from extract.results import Result, result_of
from extract.writing.formats import FORMATS, PLOTS, Format
from tests.writing.written import DEFAULT, begun, copies, finish, format_of, write

PACKAGES = {"parquet": "pyarrow", "xlsx": "xlsxwriter", "ics": "icalendar"}
EXTRAS = {"jsonl.zst": "parquet", "parquet": "parquet", "xlsx": "xlsx", "ics": "ics"}
FULL = Path("/dev/full")
HELD = Path("/proc/self/fd")


def _cases(forms: Iterable[Format]) -> list[object]:
    return [pytest.param(form.name, id=form.name, marks=_needs(form)) for form in forms]


def _needs(form: Format) -> list[pytest.MarkDecorator]:
    """What keeps a form of output from being tested where its package is not installed."""
    package = PACKAGES.get(EXTRAS.get(form.name, ""), "msgspec")
    return [pytest.mark.skipif(not find_spec(package), reason=f"{package} is not installed")]


every_format = pytest.mark.parametrize("name", _cases((*FORMATS, PLOTS)))
every_growing_format = pytest.mark.parametrize("name", _cases(form for form in FORMATS if form.grows))
every_other_format = pytest.mark.parametrize("name", _cases(form for form in (*FORMATS, PLOTS) if not form.grows))


def test_the_formats_are_those_of_the_command() -> None:
    tables = ["csv", "json", "jsonl", "jsonl.zst", "parquet", "xlsx", "sqlite", "ics"]
    assert [form.name for form in FORMATS] == [*tables, "report"]


@every_format
def test_the_files_named_are_those_written(name: str, report: Report, tmp_path: Path) -> None:
    files = write(name, copies(report, 4), tmp_path)
    assert set(files) == {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert all(files.values())


@every_format
def test_the_same_batch_gives_the_same_bytes(name: str, report: Report, tmp_path: Path) -> None:
    first, again = (write(name, copies(report, 20), tmp_path / folder) for folder in ("a", "b"))
    other = write(name, copies(report, 22), tmp_path / "c")
    assert first == again != other


@every_growing_format
@pytest.mark.parametrize("kept", range(6))
def test_a_file_that_goes_on_is_as_one_written_at_once(name: str, kept: int, report: Report, tmp_path: Path) -> None:
    batch = list(copies(report, 5))
    whole = write(name, batch, tmp_path / "whole")
    (tmp_path / "earlier").mkdir()
    earlier = format_of(name).open(tmp_path / "earlier", DEFAULT, {})
    for result in batch[:kept]:
        earlier.add(result)
    lengths = dict(earlier.lengths())
    for result in batch[kept : kept + 2]:  # written, and not known to be safe
        earlier.add(result)
    earlier.abandon()
    (tmp_path / "later").mkdir()
    later = format_of(name).open(tmp_path / "later", DEFAULT, begun(tmp_path / "earlier", lengths))
    assert later.lengths() == lengths
    assert finish(later, batch[kept:], tmp_path / "later") == whole


@every_growing_format
def test_what_is_counted_is_with_the_disk(name: str, report: Report, tmp_path: Path) -> None:
    sink = format_of(name).open(tmp_path, DEFAULT, {})
    for result in copies(report, 3):
        sink.add(result)
        assert sink.lengths() == {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    sink.abandon()


@every_other_format
def test_a_format_that_does_not_grow_has_no_lengths(name: str, report: Report, tmp_path: Path) -> None:
    sink = format_of(name).open(tmp_path, DEFAULT, {})
    sink.add(result_of(report))
    assert sink.lengths() == {}
    sink.abandon()


class _Watched(Result):
    """A result that can be referred to weakly, as its base with its slots cannot."""


def _watched(results: Iterable[Result], seen: list[ref[Result]]) -> Iterator[Result]:
    for each in results:
        watched = _Watched(
            name=each.name, sha256=each.sha256, media_type=each.media_type, status=each.status, report=each.report
        )
        seen.append(ref(watched))
        yield watched


@every_format
def test_no_result_is_kept(name: str, report: Report, tmp_path: Path) -> None:
    seen: list[ref[Result]] = []
    sink = format_of(name).open(tmp_path, DEFAULT, {})
    for result in _watched(copies(report, 50), seen):
        sink.add(result)
        assert sum(bool(each()) for each in seen) == 1
    sink.close()


def _long(results: Iterable[Result], characters: int) -> Iterator[Result]:
    """The results with a long text of its own in each recommendation."""
    for number, result in enumerate(results):
        if result.report:
            text = f"{number} ".ljust(characters, "x")
            long = (msgspec.structs.replace(each, response=text) for each in result.report.recommendations)
            yield result_of(msgspec.structs.replace(result.report, recommendations=tuple(long)))


def _peak(name: str, results: Iterable[Result], folder: Path) -> int:
    """The most memory, in bytes, that Python had at a time while they were written."""
    sink = format_of(name).open(folder, DEFAULT, {})
    tracemalloc.start()
    for result in results:
        sink.add(result)
    sink.close()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


@pytest.mark.slow
@every_format
def test_memory_is_flat(name: str, report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # the links and heights of a workbook wait in memory until it is closed, up to so many a sheet
    monkeypatch.setattr("extract.writing.workbook.streaming.MOST_LINKS", 50)
    monkeypatch.setattr("extract.writing.workbook.streaming.MOST_HEIGHTS", 50)
    characters, number = 20_000, 600
    (tmp_path / "first").mkdir()
    _peak(name, copies(report, 1), tmp_path / "first")  # what a format loads when it is first used does not count
    peak = _peak(name, _long(copies(report, number), characters), tmp_path)
    assert peak < number * characters / 8


FILES = {
    "csv": (
        "documents.csv",
        "recommendations.csv",
        "commitments.csv",
        "dates.csv",
        "organisations.csv",
        "datapackage.json",
    ),
    "json": ("0-review-0a1b2c3d.json",),
    "jsonl": ("documents.jsonl",),
    "jsonl.zst": ("documents.jsonl.zst",),
    "parquet": ("parquet/documents/part-00001.parquet", "parquet/dates/part-00001.parquet"),
    "sqlite": ("scrutiny.db", "metadata.json"),
    "ics": ("deadlines.ics",),
    "xlsx": ("recommendations.xlsx",),
    "report": ("report.html",),
    "plots": ("plots/outcomes.svg", "plots/deadlines.png"),
}


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
@every_format
@pytest.mark.parametrize("documents", [1, 12])
def test_a_full_disk_is_told_by_the_name_of_the_file(name: str, documents: int, report: Report, tmp_path: Path) -> None:
    for file in FILES[name]:
        folder = tmp_path / file.replace("/", "-")
        (folder / file).parent.mkdir(parents=True)
        (folder / file).symlink_to(FULL)
        sink = format_of(name).open(folder, DEFAULT, {})
        with pytest.raises(OutputError, match=r"No space left.*the disk has room") as told:
            finish(sink, copies(report, documents), folder)
        sink.abandon()
        assert told.value.where == str(folder / file)
    del sink
    gc.collect()  # a file that is still held would warn here


@pytest.mark.skipif(not HELD.exists(), reason="the system does not list the files that are held")
@every_format
def test_what_is_let_go_of_is_held_no_longer(name: str, report: Report, tmp_path: Path) -> None:
    sink = format_of(name).open(tmp_path, DEFAULT, {})
    sink.add(result_of(report))
    sink.abandon()
    held = [str(each.readlink()) for each in HELD.iterdir() if each.is_symlink()]
    assert [path for path in held if path.startswith(str(tmp_path))] == []


@pytest.mark.parametrize("name", EXTRAS)
def test_what_is_not_installed_is_told_before_anything_is_read(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.writing.formats.find_spec", lambda _: None)
    with pytest.raises(OutputError, match=rf"pip install 'scrutiny-extract\[{EXTRAS[name]}\]'"):
        format_of(name).open(tmp_path, DEFAULT, {})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"documents\.csv"):
        format_of("csv").open(tmp_path / "missing", DEFAULT, {})


def test_a_run_starts_without_what_few_forms_need() -> None:
    code = "import sys, extract.writing.formats; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "extract.writing.csv_sink" in loaded
    assert {"pandas", "pyarrow", "numpy", "sqlite3", "icalendar", "xlsxwriter"} & set(loaded) == set()
