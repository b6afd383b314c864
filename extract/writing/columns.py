"""The columns of the tables, derived from their row types: name, type, description, unit, constraints."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from msgspec import inspect

from extract.writing.change_rows import ChangeRow
from extract.writing.rows import CommitmentRow, DateRow, DocumentRow, OrganisationRow, RecommendationRow, Row


class ColumnType(StrEnum):
    """The type of a column, in the words of Table Schema."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table.

    Attributes:
        name: its title in the header row.
        type: what its cells hold.
        description: what it says, as a sentence.
        unit: what its values are counted in, or ``none``.
        optional: an empty cell stands for "the document does not say".
        required: no cell of it is empty.
        values: all values that it can have; empty where any will do.
        pattern: what its text matches, where it must.
        minimum: its least value.
        maximum: its greatest value.
    """

    name: str
    type: ColumnType
    description: str
    unit: str
    optional: bool
    required: bool
    values: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A foreign key: ``column`` holds values of the column of the same name in ``table``."""

    column: str
    table: str


@dataclass(frozen=True, slots=True)
class TableType:
    """One of the tables.

    Attributes:
        name: its name; its file is ``<name>.csv``.
        row: the type of its rows.
        title: its title.
        key: the columns whose values tell its rows apart; empty where nothing does.
        links: its foreign keys.
    """

    name: str
    row: type[Row]
    title: str
    key: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns in order."""
        return _columns(self.row)


TABLES: Final = (
    TableType("documents", DocumentRow, "Inputs, read or failed", ("document_id",)),
    TableType(
        "recommendations",
        RecommendationRow,
        "Recommendations with their answers",
        ("recommendation_id",),
        (Link("document_id", "documents"),),
    ),
    TableType(
        "commitments",
        CommitmentRow,
        "Commitments made in the responses",
        ("commitment_id",),
        (Link("recommendation_id", "recommendations"), Link("document_id", "documents")),
    ),
    TableType(
        "dates",
        DateRow,
        "Date expressions in recommendations and responses",
        (),
        (Link("recommendation_id", "recommendations"), Link("commitment_id", "commitments")),
    ),
    TableType(
        "organisations",
        OrganisationRow,
        "Organisations in recommendations, by role",
        ("recommendation_id", "name", "role"),
        (Link("recommendation_id", "recommendations"),),
    ),
)
"""The five tables, in the order that their foreign keys allow."""

CHANGES: Final = TableType("changes", ChangeRow, "Differences from an earlier reading")
"""The table that is written beside them where an earlier reading is compared."""


@cache  # every row that is written asks for them
def _columns(row: type[Row]) -> tuple[Column, ...]:
    described = inspect.type_info(row)
    if not isinstance(described, inspect.StructType):
        raise TypeError(row)
    return tuple(_column(field) for field in described.fields)


def _column(field: inspect.Field) -> Column:
    about = field.type
    if not isinstance(about, inspect.Metadata):
        raise TypeError(field.name)
    kind = _without_none(about.type)
    optional = kind is not about.type
    number = kind if isinstance(kind, inspect.IntType | inspect.FloatType) else None
    text = kind if isinstance(kind, inspect.StrType) else None
    return Column(
        name=field.name,
        type=_column_type(kind),
        description=(about.extra_json_schema or {})["description"],
        unit=(about.extra or {})["unit"],
        optional=optional,
        required=not optional and (text is None or bool(text.min_length)),
        values=tuple(str(each) for each in kind.cls) if isinstance(kind, inspect.EnumType) else (),
        pattern=text.pattern if text else None,
        minimum=number.ge if number else None,
        maximum=number.le if number else None,
    )


def _without_none(kind: inspect.Type) -> inspect.Type:
    """The type itself of ``type | None``, without the bounds' wrapper."""
    if isinstance(kind, inspect.UnionType):
        kind = next(each for each in kind.types if not isinstance(each, inspect.NoneType))
    return kind.type if isinstance(kind, inspect.Metadata) else kind


def _column_type(kind: inspect.Type) -> ColumnType:
    if isinstance(kind, inspect.IntType):
        return ColumnType.INTEGER
    if isinstance(kind, inspect.FloatType):
        return ColumnType.NUMBER
    return ColumnType.DATE if isinstance(kind, inspect.DateType) else ColumnType.STRING
