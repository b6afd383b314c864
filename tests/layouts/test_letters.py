"""Letters that answer recommendations by their place, in the constructed documents of ``cases/letters.toml``."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract.document import Document, Line, Source
from extract.layouts.prose import read_prose
from extract.vocabulary.headings import ColumnRole, load_headings

_CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "letters.toml").read_text(encoding="utf-8"))
_HEADINGS = load_headings()


def _document(text: str) -> Document:
    """A document of lines: blank is a gap, ``! `` bold."""
    printed = text.strip().split("\n")
    lines = tuple(
        Line(line.removeprefix("! "), page=1, gap=not above.strip(), bold=line.startswith("! "))
        for above, line in zip(["", *printed], printed, strict=False)
        if line.strip()
    )
    return Document(Source("made.txt", "0" * 64, "text/plain"), "text", lines)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in _CASES["case"]])
def test_letters_are_read(case: dict[str, Any]) -> None:
    entries = read_prose(_document(case["document"]), _HEADINGS).entries
    read = [
        {
            "number": entry.number,
            "text": entry.text.text,
            "response": "\n\n".join(passage.text for passage in entry.passages(ColumnRole.RESPONSE)),
            **({"theme": entry.theme} if entry.theme else {}),
        }
        for entry in entries
    ]
    assert read == case["rows"]
