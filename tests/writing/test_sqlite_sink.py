"""The database holds the rows of the CSV files, keyed, searchable and the same each time."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from extract.errors import OutputError
from extract.records import Report
from extract.results import Result, result_of
from extract.writing.columns import TABLES, TableType
from extract.writing.csv_files import load_tables
from extract.writing.details import DETAILS, details_of
from extract.writing.rows import Row
from tests.writing.written import DEFAULT, copies, format_of, write

every_table = pytest.mark.parametrize("table", [*TABLES, *DETAILS], ids=lambda table: table.name)
TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "date": "DATE"}


def _open(folder: Path) -> closing[sqlite3.Connection]:
    """The database in a folder, to be read alone."""
    return closing(sqlite3.connect(f"file:{folder / 'scrutiny.db'}?mode=ro", uri=True))


def _rows(table: TableType, base: sqlite3.Connection) -> Iterator[Row]:
    found = base.execute(f"SELECT * FROM {table.name}")
    names = [name for name, *_ in found.description]
    for row in found:
        yield msgspec.convert(dict(zip(names, row, strict=True)), table.row)


def _asked(folder: Path, sql: str) -> list[tuple[object, ...]]:
    with _open(folder) as base:
        return base.execute(sql).fetchall()


def test_the_rows_are_those_of_the_csv_files(report: Report, tmp_path: Path) -> None:
    write("sqlite", copies(report, 7), tmp_path)
    write("csv", copies(report, 7), tmp_path)
    tables = load_tables(tmp_path)
    with _open(tmp_path) as base:
        for table in TABLES:
            assert tuple(_rows(table, base)) == tables.rows_of(table.name)


@pytest.mark.parametrize("table", DETAILS, ids=lambda table: table.name)
def test_the_details_are_those_of_the_results(table: TableType, results: Sequence[Result], tmp_path: Path) -> None:
    write("sqlite", results, tmp_path)
    with _open(tmp_path) as base:
        rows = tuple(_rows(table, base))
    assert rows == tuple(row for each in results for row in details_of(each).rows_of(table.name)) != ()


def test_the_details_are_joined_in_the_cells(results: Sequence[Result], tmp_path: Path) -> None:
    write("sqlite", results, tmp_path)
    joined = "SELECT recommendation_id, GROUP_CONCAT({}, '; ') FROM {} GROUP BY recommendation_id"
    cells = "SELECT recommendation_id, {} FROM recommendations WHERE {} IS NOT NULL"
    for cell, item, table in (("owners", "name", "recommendation_owners"), ("flags", "code", "recommendation_flags")):
        told = _asked(tmp_path, cells.format(cell, cell))
        assert told == _asked(tmp_path, joined.format(item, table)) != []


def test_it_is_whole(report: Report, tmp_path: Path) -> None:
    write("sqlite", copies(report, 30), tmp_path)
    assert _asked(tmp_path, "PRAGMA integrity_check") == [("ok",)]
    assert _asked(tmp_path, "PRAGMA foreign_key_check") == []
    assert _asked(tmp_path, "PRAGMA freelist_count") == [(0,)]


@every_table
@pytest.mark.parametrize("documents", [0, 2])
def test_every_column_has_its_type_and_every_table_its_keys(
    table: TableType, documents: int, report: Report, tmp_path: Path
) -> None:
    write("sqlite", copies(report, documents), tmp_path)
    columns = _asked(tmp_path, f"SELECT name, type, \"notnull\" FROM pragma_table_info('{table.name}')")
    assert columns == [(column.name, TYPES[column.type], int(not column.optional)) for column in table.columns]
    key = _asked(tmp_path, f"SELECT name FROM pragma_table_info('{table.name}') WHERE pk ORDER BY pk")
    assert tuple(name for (name,) in key) == table.key
    links = _asked(tmp_path, f'SELECT "from", "table", "to" FROM pragma_foreign_key_list(\'{table.name}\')')
    assert sorted(links) == sorted((link.column, link.table, link.column) for link in table.links)


@every_table
def test_every_column_says_what_it_holds(table: TableType, report: Report, tmp_path: Path) -> None:
    write("sqlite", copies(report, 1), tmp_path)
    ((sql,),) = _asked(tmp_path, f"SELECT sql FROM sqlite_schema WHERE name = '{table.name}'")
    for column in table.columns:
        assert f"-- {column.description}" in str(sql)


def test_what_refers_to_nothing_is_refused_while_it_is_written(report: Report, tmp_path: Path) -> None:
    lost = msgspec.structs.replace(report, recommendations=report.recommendations * 2)
    sink = format_of("sqlite").open(tmp_path, DEFAULT, {})
    with pytest.raises(OutputError, match=r"scrutiny\.db: .*UNIQUE constraint failed"):
        sink.add(result_of(lost))
    sink.abandon()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE documents SET status = 'perhaps'",
        "UPDATE recommendations SET page_first = 0",
        "UPDATE commitments SET recommendation_id = 'lost/1'",
        "DELETE FROM documents",
    ],
)
def test_a_change_that_breaks_it_is_refused(change: str, report: Report, tmp_path: Path) -> None:
    write("sqlite", copies(report, 2), tmp_path)
    with closing(sqlite3.connect(tmp_path / "scrutiny.db")) as base:
        base.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            base.execute(change)


FOUND = "SELECT r.number FROM recommendations_fts JOIN recommendations AS r ON r.rowid = recommendations_fts.rowid"


@pytest.mark.parametrize(
    ("words", "number"), [("publishing", "1"), ("“Kent", "1"), ("counc*", "1"), ("kent NOT police", None)]
)
def test_words_are_found(words: str, number: str | None, report: Report, tmp_path: Path) -> None:
    write("sqlite", [result_of(report)], tmp_path)
    sought = words.replace("“", "")
    assert _asked(tmp_path, f"{FOUND} WHERE recommendations_fts MATCH '{sought}'") == [(number,)] * bool(number)


def test_the_search_agrees_with_the_rows_even_after_somebody_has_tidied_up(report: Report, tmp_path: Path) -> None:
    write("sqlite", copies(report, 30), tmp_path)
    path = shutil.copy(tmp_path / "scrutiny.db", tmp_path / "tidied.db")
    for tidied in (False, True):
        with closing(sqlite3.connect(path, isolation_level=None)) as base:
            if tidied:
                base.execute("VACUUM")
            for table in ("recommendations_fts", "commitments_fts"):  # raises where it does not
                base.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
            found = base.execute(
                "SELECT COUNT(*) FROM commitments_fts WHERE commitments_fts MATCH 'publish'"
            ).fetchone()
            assert found == (20,)


def test_text_is_as_it_was_read(report: Report, tmp_path: Path) -> None:
    write("sqlite", [result_of(report)], tmp_path)
    found = _asked(tmp_path, "SELECT recommendation, latest_deadline, confidence FROM recommendations LIMIT 1")
    assert found == [("- that the Council publish it", "2023-05-31", 0.97)]  # no formula here, so no apostrophe


def test_a_name_that_is_no_unicode_stops_nothing(results: Sequence[Result], tmp_path: Path) -> None:
    write("sqlite", [replace(results[1], name="r\udce9view.pdf")], tmp_path)
    assert _asked(tmp_path, "SELECT source_name FROM documents") == [("r?view.pdf",)]


WRITING = """
import sys
from pathlib import Path
from extract.flow import read_result
from tests.writing.written import copies, write
report = read_result(Path(sys.argv[1]).read_bytes(), "response.txt").report
write("sqlite", copies(report, 40), Path(sys.argv[2]))
"""


@pytest.mark.slow
def test_another_process_writes_the_same_bytes(checkout: Path, tmp_path: Path) -> None:
    sample = checkout / "samples" / "violence-reduction-partnership.txt"
    for folder in ("a", "b"):
        command = [sys.executable, "-c", WRITING, str(sample), str(tmp_path / folder)]
        subprocess.run(command, check=True, cwd=checkout)
    first, again = ((tmp_path / folder / "scrutiny.db").read_bytes() for folder in ("a", "b"))
    assert first == again


def test_a_python_without_full_text_search_is_told(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "extract.writing.database.schema._SEARCH", "CREATE VIRTUAL TABLE {fts} USING absent ({columns}){table:.0}"
    )
    sink = format_of("sqlite").open(tmp_path, DEFAULT, {})
    sink.add(result_of(report))
    with pytest.raises(OutputError, match=r"no such module: absent.*FTS5"):
        sink.close()
    sink.abandon()


def test_a_python_without_sqlite_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.writing.formats.find_spec", lambda _: None)
    with pytest.raises(OutputError, match="This Python was built without SQLite"):
        format_of("sqlite").open(tmp_path, DEFAULT, {})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"scrutiny\.db: .*No such file or directory"):
        format_of("sqlite").open(tmp_path / "missing", DEFAULT, {})
