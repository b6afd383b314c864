"""The tables of a database in SQL, derived from their columns; its indices and its full-text search."""

from collections.abc import Iterable, Iterator
from typing import Final

from extract.writing.columns import TABLES, Column, ColumnType, TableType
from extract.writing.details import DETAILS, EVIDENCE, FLAGS, OWNERS, POSITIONS, WARNINGS

ALL_TABLES: Final = (*TABLES, *DETAILS)
"""The tables in the order that their foreign keys allow."""

_TYPES: Final = {
    ColumnType.STRING: "TEXT",
    ColumnType.INTEGER: "INTEGER",
    ColumnType.NUMBER: "REAL",
    ColumnType.DATE: "DATE",  # kept as text (2024-03-31); the name tells other programs what it is
}
_SEARCHED: Final = {"recommendations": ("recommendation", "response"), "commitments": ("commitment", "name")}
# word by its stem and without its accents, so that “cycling” finds “cycles”
_SEARCH: Final = """\
CREATE VIRTUAL TABLE {fts} USING FTS5 ({columns}, content={table}, tokenize='porter unicode61 remove_diacritics 2')"""
_INDICES: Final = (
    ("documents", ("authority",)),
    ("documents", ("document_date",)),
    ("documents", ("status",)),
    ("recommendations", ("document_id",)),
    ("recommendations", ("outcome", "outcome_detail")),
    ("recommendations", ("authority",)),
    ("recommendations", ("document_date",)),
    ("recommendations", ("latest_deadline",)),
    ("commitments", ("recommendation_id",)),
    ("commitments", ("document_id",)),
    ("commitments", ("status", "deadline_end")),
    ("commitments", ("actor",)),
    ("commitments", ("deadline_end",)),
    ("dates", ("recommendation_id",)),
    ("dates", ("commitment_id",)),
    ("dates", ("start",)),
    ("organisations", ("organisation_id",)),
    ("organisations", ("name",)),
    (WARNINGS.name, ("code",)),
    (EVIDENCE.name, ("page",)),
    (OWNERS.name, ("name",)),
    (OWNERS.name, ("id",)),
    (POSITIONS.name, ("organisation",)),
    (FLAGS.name, ("code",)),
)


def table_statements() -> Iterator[str]:
    """The statements that make the tables; each says what it holds, column by column."""
    for table in ALL_TABLES:
        lines = [f"-- Each row is: {(table.row.__doc__ or '').strip()}", *_columns(table), *_constraints(table)]
        # the rows of details are small and looked up by what they belong to, so they stand in their key
        end = ") WITHOUT ROWID" if table in DETAILS else ")"
        yield "\n".join([f"CREATE TABLE {quoted(table.name)} (", *(f"  {line}" for line in lines), end])


def closing_statements() -> Iterator[str]:
    """The statements that, once all rows are there, make the indices and the search: so both are laid out in order."""
    for table, columns in _INDICES:
        name = quoted(f"{table}_by_{'_and_'.join(columns)}")
        yield f"CREATE INDEX {name} ON {quoted(table)} ({_listed(columns)})"
    for table, columns in _SEARCHED.items():
        fts = quoted(f"{table}_fts")
        yield _SEARCH.format(fts=fts, columns=_listed(columns), table=quoted(table))
        yield f"INSERT INTO {fts} ({fts}) VALUES ('rebuild')"  # noqa: S608 - the names are those above
        yield f"INSERT INTO {fts} ({fts}) VALUES ('optimize')"  # noqa: S608 - the same


def insertion(table: TableType) -> str:
    """The statement that adds a row to a table."""
    places = ", ".join("?" * len(table.columns))
    return f"INSERT INTO {quoted(table.name)} VALUES ({places})"  # noqa: S608 - the name is one of the tables


def quoted(name: str) -> str:
    """A name as SQL has it."""
    return f'"{name}"'


def _columns(table: TableType) -> Iterator[str]:
    for column in table.columns:
        parts = (quoted(column.name), _TYPES[column.type], "" if column.optional else "NOT NULL", _check(column))
        yield f"{' '.join(filter(None, parts))}, -- {described(column)}"


def described(column: Column) -> str:
    """What a column holds, with its unit."""
    return column.description if column.unit == "none" else f"{column.description} Unit: {column.unit}."


def _check(column: Column) -> str:
    """What the values of a column must satisfy; nothing where any will do."""
    name = quoted(column.name)
    if column.values:
        return f"CHECK ({name} IN ({', '.join(map(_text, column.values))}))"
    bounds = [f"{name} >= {column.minimum:g}"] if column.minimum is not None else []
    bounds += [f"{name} <= {column.maximum:g}"] if column.maximum is not None else []
    return f"CHECK ({' AND '.join(bounds)})" if bounds else ""


def _constraints(table: TableType) -> Iterator[str]:
    keys = [f"PRIMARY KEY ({_listed(table.key)})"] if table.key else []
    keys += [
        f"FOREIGN KEY ({quoted(link.column)}) REFERENCES {quoted(link.table)} ({quoted(link.column)})"
        for link in table.links
    ]
    return (f"{key}{',' if number < len(keys) else ''}" for number, key in enumerate(keys, 1))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(quoted, names))


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
