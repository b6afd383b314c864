"""Answers that no title tells from what was asked, in the constructed documents of ``cases/narratives.toml``."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract.document import Box, Document, Line, Source
from extract.layouts.prose import read_prose
from extract.vocabulary.headings import ColumnRole, load_headings

_CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "narratives.toml").read_text(encoding="utf-8"))
_HEADINGS = load_headings()
_ROLES = {"response": ColumnRole.RESPONSE, "decision": ColumnRole.DECISION, "owner": ColumnRole.OWNER}


def _document(text: str) -> Document:
    """A document of lines: blank is a gap, ``! `` bold, ``----`` a page."""
    lines, gap, page = list[Line](), False, 1
    for printed in text.strip("\n").split("\n"):
        if printed == "----":
            page += 1
        elif not printed.strip():
            gap = True
        else:
            lines.append(Line(printed.removeprefix("! "), page=page, gap=gap, bold=printed.startswith("! ")))
            gap = False
    return _of(lines)


def _of(lines: list[Line]) -> Document:
    return Document(Source("made.txt", "0" * 64, "text/plain"), "text", tuple(lines))


def _read(document: Document) -> list[dict[str, str]]:
    """What is read of a document: number, text and parts of each recommendation, empty ones left out."""
    read = list[dict[str, str]]()
    for entry in read_prose(document, _HEADINGS).entries:
        said = {name: "\n\n".join(one.text for one in entry.passages(role)) for name, role in _ROLES.items()}
        row = {"number": entry.number or "", "text": entry.text.text, **said}
        read.append({name: value for name, value in row.items() if value})
    return read


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in _CASES["case"]])
def test_narratives_are_read(case: dict[str, Any]) -> None:
    assert _read(_document(case["document"])) == case["rows"]


def _indented(title: str) -> Document:
    """A paper with this title whose requests stand further in than what is below them, and open with no ``That``."""
    said = [
        (60, title),
        *[(90, "1. More benches ought to stand along the river walk."), (60, "Nine were put there over the winter.")],
        *[
            (90, "2. A warden should be on the bridge at night."),
            (60, "The bridge is Network Rail's, and it has none."),
        ],
        *[(90, "3. The steps need to be mended."), (60, "They were closed in May and the mason starts in June.")],
    ]
    boxes = [Box(left, 20.0 * at, left + 5.0 * len(text), 20.0 * at + 11) for at, (left, text) in enumerate(said)]
    return _of([Line(text, box=box, gap=True, size=11.0) for (_, text), box in zip(said, boxes, strict=True)])


def test_what_stands_below_an_indented_request_answers_it_in_a_paper_that_replies() -> None:
    read = _read(_indented("The Harbour Board's reply to the River Review"))
    assert [row["response"] for row in read] == [
        "Nine were put there over the winter.",
        "The bridge is Network Rail's, and it has none.",
        "They were closed in May and the mason starts in June.",
    ]


@pytest.mark.parametrize("title", ["Report of the River Review", "The Board will reply to the River Review in May"])
def test_it_is_a_reason_in_a_paper_that_does_not(title: str) -> None:
    assert _read(_indented(title)) == []
