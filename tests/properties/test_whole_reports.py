"""Every report of the benchmark's documents: its quotes stand where it says, and nothing is lost or made up."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec
import pytest

from extract.document import Block, Document, Line, Table
from extract.flow import read_report
from extract.reading.formats import read_document
from extract.records import Because, Commitment, DateExpression, OrganisationMention, Position, Recommendation, Report
from extract.vocabulary.rules import code_of, load_rules
from tests.quality.benchmark import COMMITTED, committed_reports

pytestmark = pytest.mark.slow  # every document of the benchmark is read

Quote = Commitment | DateExpression | OrganisationMention | Position

_INK = re.compile(r"\S")
_LETTER = re.compile(r"\w")  # words that were run together are repaired in the fields and not in the cells


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """The reports of all documents that could be read."""
    return [report for report in committed_reports().values() if report]


@pytest.fixture(scope="module")
def documents(reports: list[Report]) -> list[Document]:
    """The same documents as their readers saw them."""
    return [read_document(COMMITTED / "documents" / report.document.source.name) for report in reports]


def test_documents_of_each_format_are_read(reports: list[Report]) -> None:
    assert {Path(report.document.source.name).suffix for report in reports} >= {".pdf", ".txt"}


def test_every_quote_stands_where_it_says(reports: list[Report]) -> None:
    for row in _rows(reports):
        for quote in _quotes(row):
            words = (getattr(row, quote.field) or "")[quote.start : quote.end]
            assert words == quote.text, row.id
            assert words.strip(), row.id


def test_no_finding_stands_twice(reports: list[Report]) -> None:
    for row in _rows(reports):
        for places in (_places(row.commitments), _places(row.dates), _places(row.organisations)):
            assert len(places) == len(set(places)), row.id


def test_every_finding_names_its_rules_and_their_words(reports: list[Report]) -> None:
    known, silent = load_rules().sentences, {"outcome_absent"}
    for row in _rows(reports):
        for because in _reasons(row):
            assert because, row.id
            assert {code_of(reason.rule) for reason in because} <= known.keys(), row.id
            assert all((reason.words or "").strip() or reason.rule in silent for reason in because), row.id


def test_ids_are_of_the_document_and_stand_once(reports: list[Report]) -> None:
    for report in reports:
        rows = [row.id for row in report.recommendations]
        commitments = [made.id for row in report.recommendations for made in row.commitments]
        assert len(set(rows + commitments)) == len(rows + commitments)
        assert all(identity.startswith(f"{report.document.id}/") for identity in rows)
        assert all(made.id.startswith(f"{row.id}/") for row in report.recommendations for made in row.commitments)


def test_an_interval_begins_before_it_ends(reports: list[Report]) -> None:
    for row in _rows(reports):
        days = [(expression.interval.start, expression.interval.end) for expression in row.dates]
        days += [(made.deadline.start, made.deadline.end) for made in row.commitments if made.deadline]
        known = [(start, end) for start, end in days if start and end]
        assert all(date.fromisoformat(start) <= date.fromisoformat(end) for start, end in known), row.id


def test_the_number_of_a_part_begins_with_its_parent_s(reports: list[Report]) -> None:
    for row in _rows(reports):
        if row.parent:
            assert row.number != row.parent, row.id
            assert (row.number or "").startswith(row.parent), row.id


def test_a_report_is_the_same_after_a_round_trip(reports: list[Report]) -> None:
    assert [msgspec.json.decode(msgspec.json.encode(report), type=Report) for report in reports] == reports


def test_a_document_is_read_alike_twice(reports: list[Report]) -> None:
    for report in reports[::8]:
        assert read_report(COMMITTED / "documents" / report.document.source.name) == report


def test_every_letter_of_a_row_stands_in_its_cells(reports: list[Report]) -> None:
    for row in _rows(reports):
        cells = Counter(_LETTER.findall(" ".join(cell.text for cell in row.cells)))
        fields = Counter(_LETTER.findall(" ".join([row.text, row.response, row.timescale or "", row.progress or ""])))
        assert fields - cells == Counter(), row.id


def test_every_character_of_a_page_is_in_a_line(documents: list[Document]) -> None:
    for document in documents:
        seen = Counter(line.page for line in _lines(document) for _ in _INK.findall(line.text))
        doubted = {notice.page for notice in document.notices}
        lost = {p.number: p.characters - seen[p.number] for p in document.pages if p.number not in doubted}
        assert set(lost.values()) <= {0}, (document.source.name, lost)


def test_no_character_of_a_cell_is_made_up(documents: list[Document], reports: list[Report]) -> None:
    for document, report in zip(documents, reports, strict=True):
        printed = Counter(_LETTER.findall(" ".join(line.text for line in _lines(document))))
        for row in report.recommendations:  # a merged cell is printed once and belongs to several rows
            cells = " ".join(cell.text for cell in row.cells)
            assert Counter(_LETTER.findall(cells)) - printed == Counter(), row.id


def _rows(reports: list[Report]) -> Iterator[Recommendation]:
    return (row for report in reports for row in report.recommendations)


def _quotes(row: Recommendation) -> tuple[Quote, ...]:
    return (*row.commitments, *row.dates, *row.organisations, *row.positions)


def _reasons(row: Recommendation) -> Iterator[tuple[Because, ...]]:
    yield row.outcome.because
    yield from (found.because for found in (*_quotes(row), *row.owners))
    for made in row.commitments:
        yield from (part.because for part in (made.actor, made.deadline) if part)


def _places(quotes: Sequence[Quote]) -> list[tuple[str, int, int]]:
    return [(quote.field, quote.start, quote.end) for quote in quotes]


def _lines(document: Document) -> Iterator[Line]:
    yield from document.furniture
    for block in document.blocks:
        yield from _lines_of(block)


def _lines_of(block: Block) -> Iterator[Line]:
    if isinstance(block, Table):
        yield from (line for row in block.rows for cell in row.cells for line in cell.lines)
    else:
        yield block
