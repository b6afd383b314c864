"""What Datasette shows of a database: titles, the meaning of every column, what to filter by (``metadata.json``).

It says nothing of the documents themselves and no time, so that it is the same for all.
"""

import json
import sqlite3
from html import escape
from typing import Any, Final
from urllib.parse import quote

from extract.writing.columns import TableType
from extract.writing.database.schema import ALL_TABLES, described
from extract.writing.database.views import OVERDUE_AT, VIEWS, View, column_descriptions
from extract.writing.details import FLAGS, OWNERS, POSITIONS, WARNINGS

NAME: Final = "scrutiny"
"""The name of the database: that of its file."""

_TITLE: Final = "Scrutiny recommendations and the answers to them"
_DESCRIPTION: Final = (
    "Recommendations of scrutiny bodies, what was answered, who is to act, what was promised and by when, as read from "
    "published responses. An empty cell means that the document does not say."
)
_FACETS: Final = {
    "documents": ("status", "authority", "draft"),
    "recommendations": ("outcome", "outcome_detail", "authority"),
    "commitments": ("status", "outcome", "actor"),
    "dates": ("role", "type", "precision"),
    "organisations": ("role", "type", "name"),
    WARNINGS.name: ("code",),
    OWNERS.name: ("kind", "capacity", "name"),
    POSITIONS.name: ("organisation", "value"),
    FLAGS.name: ("code",),
}
_LATEST_FIRST: Final = {"documents": "document_date", "commitments": "deadline_end"}
_LABELS: Final = {"documents": "source_name", "recommendations": "number", "commitments": "commitment"}
_LOOK: Final = """\
dl.column-descriptions{columns:22em;column-gap:2em;font-size:.85em}
dl.column-descriptions dt{break-after:avoid}
dl.column-descriptions dd{break-inside:avoid}
.col-recommendation,.col-response,.col-commitment,.col-what,.col-message,.col-words,.col-practices{min-width:22em}
.facet-info ul li{word-break:normal;overflow-wrap:anywhere}
.col-document_date,.col-deadline_start,.col-deadline_end,.col-start,.col-end{white-space:nowrap}
"""
"""Datasette lists what columns hold one below the other, before the first row; it makes columns of prose as narrow as
any, so that a row fills the window, and breaks names within a word. No file is fetched for this: it stands in the
address itself."""
_FIRST_ASKED: Final = ("commitments", "recommendations", FLAGS.name)  # what the columns of views are taken from


def encode_metadata(base: sqlite3.Connection) -> bytes:
    """The bytes of ``metadata.json`` for a database with all its tables and views."""
    tables = {table.name: _table(table) for table in ALL_TABLES}
    views = {view.name: _view(view, base) for view in VIEWS}
    query = {"title": OVERDUE_AT.title, "description": OVERDUE_AT.description, "sql": OVERDUE_AT.sql}
    told = {"title": _TITLE, "description_html": f"<p>{escape(_DESCRIPTION)}</p>{_questions()}"}
    about = {
        **told,
        "source": "The documents that the table “documents” lists, as scrutiny-extract read them",
        "extra_css_urls": [f"data:text/css,{quote(_LOOK)}"],
        "databases": {NAME: {**told, "tables": tables | views, "queries": {OVERDUE_AT.name: query}}},
    }
    return (json.dumps(about, indent=2, ensure_ascii=False) + "\n").encode()


def _questions() -> str:
    """The questions that the views answer, each a link; they are found from the first page and from the database's."""
    links = (f'<li><a href="{NAME}/{view.name}">{escape(view.title)}</a></li>' for view in (*VIEWS, OVERDUE_AT))
    return f"<ul>{''.join(links)}</ul>"


def _table(table: TableType) -> dict[str, Any]:
    shown = {
        "facets": list(_FACETS.get(table.name, ())),
        "sort_desc": _LATEST_FIRST.get(table.name),
        "label_column": _LABELS.get(table.name),
    }
    return {
        "title": table.title,
        "description": f"Each row is: {(table.row.__doc__ or '').strip()}",
        "columns": {column.name: described(column) for column in table.columns},
        **{name: value for name, value in shown.items() if value},
    }


def _view(view: View, base: sqlite3.Connection) -> dict[str, Any]:
    names = [name for _, name, *_ in base.execute(f'PRAGMA table_info("{view.name}")')]
    known = _known() | column_descriptions(view)
    return {
        "title": view.title,
        "description": view.description,
        "columns": {name: known[name] for name in names},
        "facets": list(view.facets),
    }


def _known() -> dict[str, str]:
    """What the columns of the tables hold, by their names alone."""
    tables = {table.name: table for table in ALL_TABLES}
    return {column.name: described(column) for name in reversed(_FIRST_ASKED) for column in tables[name].columns}
