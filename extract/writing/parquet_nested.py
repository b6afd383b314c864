"""The columns that Parquet files have beside those of the CSV files: lists of findings, and where findings stand."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple

import msgspec
import pyarrow as pa

from extract.records import Commitment, Recommendation
from extract.results import Result
from extract.writing.columns import Column, ColumnType, TableType
from extract.writing.details import EVIDENCE, OWNERS, POSITIONS, evidence_of, owners_of, positions_of
from extract.writing.rows import Row

_TYPES: Final = {ColumnType.STRING: pa.string(), ColumnType.INTEGER: pa.int32(), ColumnType.NUMBER: pa.float64()}
_REASON: Final = pa.struct([pa.field("rule", pa.string(), nullable=False), pa.field("words", pa.string())])


class Nested(NamedTuple):
    """A column that only Parquet files have.

    Attributes:
        field: its name, type and description.
        value: its value, of what a row is made of.
    """

    field: pa.Field
    value: Callable[[Any], object]


def fields_of(table: TableType) -> list[pa.Field]:
    """The columns of a table that only Parquet files have."""
    return [column.field for column in _NESTED.get(table.name, ())]


def rows_with_nested(table: TableType, rows: Iterable[Row], result: Result) -> Iterator[tuple[object, ...]]:
    """The cells of each row of a result, those of the columns that only Parquet files have last."""
    columns = _NESTED.get(table.name)
    if columns is None:
        yield from map(msgspec.structs.astuple, rows)
        return
    for row, source in zip(rows, _sources(table, result), strict=True):
        yield (*msgspec.structs.astuple(row), *(column.value(source) for column in columns))


def _sources(table: TableType, result: Result) -> Iterator[Recommendation | Commitment]:
    """What the rows of a table are made of."""
    for recommendation in result.report.recommendations if result.report else ():
        if table.name == "recommendations":
            yield recommendation
        else:
            yield from recommendation.commitments


def _columns(table: TableType) -> tuple[Column, ...]:
    """The columns of a table of details but its key: a list has its order, and stands in the row that it is of."""
    return tuple(column for column in table.columns if column.name not in table.key)


def _listed(name: str, table: TableType, rows_of: Callable[[Recommendation], Iterable[Row]]) -> Nested:
    """A column that lists the rows of a table of details."""
    columns = _columns(table)
    items = pa.struct([pa.field(each.name, _TYPES[each.type], nullable=each.optional) for each in columns])
    about = {"description": f"{table.title}, item by item.", "unit": "none"}

    def value(this: Recommendation) -> list[dict[str, object]]:
        return [{each.name: getattr(row, each.name) for each in columns} for row in rows_of(this)]

    return Nested(pa.field(name, pa.list_(items), nullable=False, metadata=about), value)


def _reasons(this: Commitment) -> list[dict[str, str | None]]:
    return [{"rule": reason.rule, "words": reason.words} for reason in this.because]


def _plain(name: str, kind: pa.DataType, description: str, unit: str = "none") -> pa.Field:
    return pa.field(name, kind, nullable=False, metadata={"description": description, "unit": unit})


_NESTED: Final = {
    "recommendations": (
        _listed("evidence", EVIDENCE, evidence_of),
        _listed("owner_list", OWNERS, owners_of),
        _listed("position_list", POSITIONS, positions_of),
    ),
    "commitments": (
        Nested(_plain("field", pa.string(), "The field that it stands in."), lambda this: this.field),
        Nested(_plain("start", pa.int32(), "Where it starts in the field.", "characters"), lambda this: this.start),
        Nested(_plain("end", pa.int32(), "Where it ends in the field.", "characters"), lambda this: this.end),
        Nested(_plain("because", pa.list_(_REASON), "Which rules made it, of which words."), _reasons),
    ),
}
