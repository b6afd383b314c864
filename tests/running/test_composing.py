"""Files that go on from those of an earlier run are, byte for byte, those that one run would have written."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as change

from extract.correcting.corrections import NONE, Corrections
from extract.flow import read_result
from extract.results import Result, renamed
from extract.running.composing import Composition, compose, listed, result_of_entry
from extract.running.inputs import Input
from extract.running.kept import keep, kept_result
from extract.running.ledger import load_ledger
from extract.running.messages import Failure
from extract.running.plan import Entry
from extract.storage import STATE, LocalStore
from extract.writing.formats import FORMATS, Format
from tests.correcting.asked import a_file, corrections

EDITION, EVERY = "program-options", 4
TEXT = b"Leeds City Council\n\nRecommendation 1: That buses run.\n\nResponse: Agreed. We will run them by May.\n"
GROWING = tuple(form for form in FORMATS if form.grows)
DEFAULT = tuple(form for form in FORMATS if form.name in {"csv", "json"})

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def sample() -> Result:
    return read_result(TEXT, "response.txt")


def _entry(number: int) -> Entry:
    """An input: each seventh failed, each fifth is another file of the content before it."""
    digest = hashlib.sha256(b"%d" % (number - (number % 5 == 4))).hexdigest()
    if number % 7 == 3:
        return Entry(Input(f"in/{number}.txt"), digest, 9, failure=Failure("damaged_file", "It is.", f"{number}", ""))
    return Entry(Input(f"in/{number}.txt"), digest, 9, known=True)


def _composed(
    folder: Path,
    numbers: Sequence[int],
    sample: Result,
    formats: Sequence[Format] = GROWING,
    wanted: Corrections = NONE,
) -> list[str]:
    """The names of the results that were given to the tables, once the documents of these numbers are in place."""
    store, given = LocalStore(folder), list[str]()
    entries = [_entry(number) for number in numbers]
    for entry in entries:
        if entry.sha256 and not entry.failure and not kept_result(store, EDITION, entry.sha256):
            keep(store, EDITION, entry.sha256, _as_if(sample, entry))
    documents, _ = listed(entries, store, EDITION)
    with store.staging() as staged:
        composition = Composition(documents, EDITION, store, formats, bom=True, every=EVERY, corrections=wanted)
        composed = compose(composition, staged, lambda result: given.append(result.name))
        store.publish(staged, composed.names, [])
    return given


def _as_if(sample: Result, entry: Entry) -> Result:
    """What would be read of a document."""
    report = sample.report
    assert report is not None
    source = change(report.document.source, sha256=entry.sha256)
    own = replace(sample, sha256=entry.sha256, report=change(report, document=change(report.document, source=source)))
    return renamed(own, entry.given.name)


def _files(folder: Path) -> Files:
    found = (path for path in folder.rglob("*") if path.is_file() and f"{STATE}/read" not in path.as_posix())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


_numbers = st.lists(st.integers(0, 5 * EVERY), unique=True, max_size=4 * EVERY)
_grown = st.tuples(_numbers, _numbers).map(lambda both: list(dict.fromkeys((*both[0], *both[1]))))


@settings(max_examples=12, deadline=None)
@given(st.lists(st.one_of(_numbers, _grown), min_size=1, max_size=2), _grown)
def test_whatever_was_there_before_the_files_are_those_of_one_run(
    sample: Result, before: list[list[int]], after: list[int]
) -> None:
    with TemporaryDirectory() as used, TemporaryDirectory() as fresh:
        for numbers in (*before, [*before[-1], *after], after):
            _composed(Path(used), numbers, sample)
        _composed(Path(fresh), after, sample)
        assert _files(Path(used)) == _files(Path(fresh))


def test_what_was_written_before_is_not_made_again(sample: Result, tmp_path: Path) -> None:
    count = 2 * EVERY + 3
    _composed(tmp_path, range(count), sample)
    given = _composed(tmp_path, range(count + 5), sample)
    assert given == [f"{number}.txt" for number in range(count, count + 5)]
    given = _composed(tmp_path, [*range(count), count + 3], sample)
    assert given == [f"{number}.txt" for number in (*range(2 * EVERY, count), count + 3)]


def test_a_run_in_which_nothing_is_new_writes_nothing(sample: Result, tmp_path: Path) -> None:
    _composed(tmp_path, range(EVERY + 9), sample, DEFAULT)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.glob("[!.]*.*")}
    assert _composed(tmp_path, range(EVERY + 9), sample, DEFAULT) == []
    assert {path: path.stat().st_mtime_ns for path in tmp_path.glob("[!.]*.*")} == before


@pytest.mark.parametrize("name", ["documents.csv", "dates.csv", "datapackage.json"])
@pytest.mark.parametrize("fate", ["gone", "changed"])
def test_a_file_that_is_gone_or_changed_is_written_again(
    name: str,
    fate: str,
    sample: Result,
    tmp_path: Path,
) -> None:
    _composed(tmp_path, range(EVERY + 9), sample, DEFAULT)
    before = _files(tmp_path)
    if fate == "gone":
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(before[name][:-7])
    _composed(tmp_path, range(EVERY + 9), sample, DEFAULT)
    assert _files(tmp_path) == before


def test_a_json_document_that_is_gone_or_changed_is_written_again(sample: Result, tmp_path: Path) -> None:
    _composed(tmp_path, range(EVERY + 9), sample, DEFAULT)
    before = _files(tmp_path)
    first, second, *_ = sorted(name for name in before if name[0].isdigit())
    (tmp_path / first).unlink()
    (tmp_path / second).write_text("{}")
    _composed(tmp_path, range(EVERY + 9), sample, DEFAULT)
    assert _files(tmp_path) == before


def _checked(entry: Entry, sample: Result) -> Corrections:
    """That somebody has checked the first row of a document."""
    assert sample.report
    row = {"text": sample.report.recommendations[0].text, "checked": True}
    return corrections(a_file(row, sha256=entry.sha256 or ""))


def test_files_are_made_anew_from_the_document_on_whose_corrections_change(sample: Result, tmp_path: Path) -> None:
    count = 3 * EVERY + 2
    numbers = [number for number in range(0, 100, 5) if number % 7 != 3][:count]
    _composed(tmp_path, numbers, sample)
    before = _files(tmp_path)
    checked = _checked(_entry(numbers[2 * EVERY + 1]), sample)
    after = [f"{number}.txt" for number in numbers[2 * EVERY :]]
    assert _composed(tmp_path, numbers, sample, GROWING, checked) == after
    corrected = _files(tmp_path)
    assert b",yes," in corrected["recommendations.csv"]
    assert _composed(tmp_path, numbers, sample, GROWING, checked) == []
    assert _files(tmp_path) == corrected
    assert _composed(tmp_path, numbers, sample) == after
    assert _files(tmp_path) == before


class _Far(LocalStore):
    """A folder of another machine: its files have no paths here."""

    def local(self, _name: str) -> None:  # type: ignore[override]
        """No path, as the protocol allows."""


@pytest.mark.parametrize("store", [LocalStore, _Far])
def test_the_json_of_a_document_that_is_put_right_is_written_once(
    store: type[LocalStore], sample: Result, tmp_path: Path
) -> None:
    _composed(tmp_path, range(2), sample)
    documents = [_entry(number) for number in range(2)]
    there = store(tmp_path)
    wanted = Composition(documents, EDITION, there, DEFAULT, bom=True, corrections=_checked(documents[0], sample))
    written = list[list[str]]()
    for composition in (wanted, wanted, replace(wanted, corrections=NONE)):
        with there.staging() as staged:
            names = compose(composition, staged, lambda _: None).names
            there.publish(staged, names, [])
        written.append([name for name in names if name.startswith("0-")])
    assert [len(names) for names in written] == [1, 0, 1]


def test_what_was_kept_and_is_damaged_is_told(sample: Result, tmp_path: Path) -> None:
    _composed(tmp_path, range(2), sample)
    kept = next(path for path in (tmp_path / STATE / "read").rglob("*") if path.is_file())
    kept.write_bytes(kept.read_bytes()[:-3])
    store, entries = LocalStore(tmp_path), [_entry(number) for number in range(2)]
    results = [result_of_entry(entry, store, EDITION) for entry in entries]
    assert sorted(str(result.error_code) for result in results) == ["None", "changing_file"]


def test_a_file_given_twice_is_listed_once_and_told(sample: Result, tmp_path: Path) -> None:
    _composed(tmp_path, range(1), sample)
    here, there = (_entry(0)._replace(given=Input(f"{folder}/0.txt")) for folder in ("a", "b"))
    assert listed([here, there], LocalStore(tmp_path), EDITION) == ([here], ["0.txt"])


def test_the_ledger_has_a_place_each_so_many_documents(sample: Result, tmp_path: Path) -> None:
    _composed(tmp_path, range(2 * EVERY + 1), sample)
    ledger = load_ledger(LocalStore(tmp_path))
    assert ledger is not None
    assert [place.totals.documents for place in ledger.checkpoints] == [EVERY, 2 * EVERY, 2 * EVERY + 1]


def test_a_ledger_that_cannot_be_read_counts_as_none(tmp_path: Path) -> None:
    store = LocalStore(tmp_path)
    store.write(f"{STATE}/ledger.json", b"{")
    assert load_ledger(store) is None
