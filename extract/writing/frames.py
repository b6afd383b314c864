"""The tables as typed pandas data frames, for notebooks."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import pandas as pd

from extract.records import Report
from extract.results import Result, result_of
from extract.writing.columns import TABLES, Column, ColumnType, TableType
from extract.writing.csv_files import load_tables
from extract.writing.details import EVIDENCE, details_of
from extract.writing.rows import Row
from extract.writing.tables import Tables, to_tables

DTYPES: Final = {
    # kept by Python whatever is installed: Arrow cannot hold half of a surrogate pair, as the name of a file may
    ColumnType.STRING: "string[python]",
    ColumnType.INTEGER: "Int64",
    ColumnType.NUMBER: "Float64",
    ColumnType.DATE: "datetime64[s]",
}
"""The pandas type of each column type; all of them know a missing value (``pd.NA``, or ``NaT`` for a day)."""


def to_frames(reports: Iterable[Report]) -> dict[str, pd.DataFrame]:
    """The five tables of some reports, by name, and ``evidence``: the page and box of each recommendation.

    The tables are documents, recommendations, commitments, dates and organisations; their column names and the order
    of these are those of the CSV files. Boxes are in points from the top left corner of the page. Text and closed sets
    are ``string``, counts and pages ``Int64``, confidences and points ``Float64``, days ``datetime64[s]``; what the
    document does not say is ``pd.NA`` or ``NaT``. A report that comes again is left out.

    Example:
        >>> frames = to_frames([])
        >>> frames["commitments"].query("status == 'planned'").groupby("actor").size()
        Series([], dtype: int64)
    """
    results: dict[str, Result] = {}
    for result in map(result_of, reports):
        results.setdefault(result.document_id, result)
    evidence = [row for result in results.values() for row in details_of(result).evidence]
    return {**frames_of(to_tables(results.values())), EVIDENCE.name: _frame(EVIDENCE, evidence)}


def load_frames(folder: Path) -> dict[str, pd.DataFrame]:
    """The five tables of an output folder as typed data frames by name; see ``to_frames``.

    Raises:
        InputMissingError: one of the five files is not there or may not be read.
        DamagedFileError: a file has other columns, or a cell does not fit its column.
    """
    return frames_of(load_tables(folder))


def frames_of(tables: Tables) -> dict[str, pd.DataFrame]:
    """The rows as data frames by table name, typed as ``to_frames`` says."""
    return {table.name: _frame(table, tables.rows_of(table.name)) for table in TABLES}


def _frame(table: TableType, rows: Sequence[Row]) -> pd.DataFrame:
    return pd.DataFrame(
        {column.name: _series(column, [getattr(row, column.name) for row in rows]) for column in table.columns}
    )


def _series(column: Column, values: list[object]) -> "pd.Series[Any]":
    if column.type is ColumnType.STRING:
        values = [None if value is None else str(value) for value in values]
    return pd.Series(values, dtype=DTYPES[column.type])
