"""What tests of corrections share: a response, and what people say of it."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extract.correcting.corrections import Corrections, gathered, read_corrections
from extract.records import Recommendation

TABLE = (
    "Response of Leeds City Council, 14 January 2025\n\n"
    "Recommendation\tAccept or reject\tLead\tComments\n"
    "Recommendation 1: That a plan for walking and cycling in all wards be published this year\tAccept\tCouncil\t"
    "We will publish a plan by 31 March 2025. We have begun a survey. Wardens walk the routes daily.\n"
    "Recommendation 2: That the forum of tenants be held four times a year in each district\tReject\tCouncil\t"
    "The forum meets twice a year. We will review its costs.\n"
    "Recommendation 3: That lights be mended within ten days of being told\tAgreed in principle\tHead of Highways\t"
    "We will write to all parishes. We will write to all parishes.\n"
)
DATA = TABLE.encode()
SHA256 = hashlib.sha256(DATA).hexdigest()
NAME = "response.txt"

Row = dict[str, Any]


def asked(row: Recommendation, *commitments: Row, **values: Any) -> Row:  # noqa: ANN401 - values of JSON
    """What is wanted of a row: of its commitments, and of its own values."""
    return {"number": row.number, "text": row.text, "set": values, "commitments": list(commitments)}


def change(quote: str, **values: Any) -> Row:  # noqa: ANN401 - as above
    """A commitment that should have other values."""
    return {"do": "change", "quote": quote, "field": "response", "set": values}


def strike(quote: str) -> Row:
    """A commitment that is none."""
    return {"do": "strike", "quote": quote, "field": "response"}


def add(quote: str, **values: Any) -> Row:  # noqa: ANN401 - as above
    """A commitment that was not found."""
    return {"do": "add", "quote": quote, "field": "response", "set": {"status": "planned", **values}}


def a_file(*rows: Row, by: str | None = "Ada", sha256: str = SHA256, name: str = NAME) -> Row:
    """A file of corrections of one document."""
    return {
        "format": "scrutiny-extract corrections",
        "version": 1,
        "by": by,
        "exported": "2026-11-27T10:00:00Z",
        "documents": [{"sha256": sha256, "name": name, "rows": list(rows)}],
    }


def corrections(*files: Row) -> Corrections:
    """The corrections of files, which are called ``0.json``, ``1.json`` and so on."""
    named = enumerate(files)
    return gathered([read_corrections(json.dumps(file).encode(), f"{number}.json") for number, file in named])


def write(path: Path, *rows: Row) -> Path:
    """The path of a file of corrections, written."""
    path.write_text(json.dumps(a_file(*rows)), encoding="utf-8")
    return path


def codes(row: Recommendation) -> Sequence[str]:
    """The codes of a row's flags."""
    return [flag.code for flag in row.flags]
