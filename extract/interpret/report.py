"""All entries of a document become its report, with the pages that each field runs over."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from extract.document import Document, Line, Notice, Table
from extract.facts.organisations import build_context
from extract.findings import Body
from extract.interpret.doubts import number_flags, quote, skipped_numbers
from extract.interpret.fields import page_marks, read_fields
from extract.interpret.heading import Given, find_answering_authority, find_date, find_title, heading_lines
from extract.interpret.recommendation import Knowledge, Surroundings, make_recommendation
from extract.layouts.entries import Entry, Explanation
from extract.layouts.labels import read_worded_label
from extract.records import (
    SCHEMA_VERSION,
    Authority,
    DateBasis,
    DocumentDate,
    DocumentRecord,
    DocumentWarning,
    Flag,
    Recommendation,
    Report,
    SourceFile,
)
from extract.results import PageMarks, document_id
from extract.vocabulary.flags import Flags

_MOSTLY_UNEXPLAINED = 0.5
_SURE = {DateBasis.STATED, DateBasis.GIVEN}


@dataclass(frozen=True, slots=True)
class Interpreted:
    """A report, and by recommendation id the pages that its fields run over."""

    report: Report
    page_marks: Mapping[str, PageMarks]


def interpret(document: Document, explanation: Explanation, given: Given, knowledge: Knowledge) -> Interpreted:
    """The report of a document whose recommendations a layout has found."""
    entries = explanation.entries
    vocabulary = knowledge.vocabulary
    authority = find_answering_authority(document, entries, vocabulary.registry, given.authority)
    dated = find_date(document, entries, vocabulary.dates, given.document_date)
    around = _surroundings(document, entries, authority, dated, knowledge)
    ids = _ids(document_id(document.source.name, document.source.sha256), entries)
    extra = number_flags(entries, vocabulary.flags)
    fields = [read_fields(entry) for entry in entries]
    made = [
        make_recommendation(entry, texts, id_, around, knowledge)
        for entry, texts, id_ in zip(entries, fields, ids, strict=True)
    ]
    rows = tuple(_with_flags(row, more, vocabulary.flags) for row, more in zip(made, extra, strict=True))
    warnings = _warnings(document, explanation, authority, dated, vocabulary.flags)
    report = Report(
        schema_version=SCHEMA_VERSION,
        document=_record(document, authority, dated, warnings),
        recommendations=rows,
    )
    return Interpreted(report, {id_: page_marks(texts) for texts, id_ in zip(fields, ids, strict=True)})


def _surroundings(
    document: Document,
    entries: Sequence[Entry],
    authority: Authority | None,
    dated: DocumentDate | None,
    knowledge: Knowledge,
) -> Surroundings:
    registry = knowledge.vocabulary.registry
    known = registry.organisations.get(authority.id or "") if authority else None
    body = Body(authority.name, authority.id, known.type if known else None) if authority else None
    cells = (cell.passage.text for entry in entries for cell in entry.cells if cell.passage.text)
    around = (block.text for block in document.blocks if isinstance(block, Line))
    context = build_context(registry, body, (*heading_lines(document, entries), *around, *cells))
    anchor = date.fromisoformat(dated.end) if dated and dated.basis in _SURE else None
    return Surroundings(context, dated, anchor)


def _ids(document: str, entries: Sequence[Entry]) -> tuple[str, ...]:
    """``<document id>/<number>``, or the place in the document where there is no number; told apart where it recurs."""
    labels = [entry.number or f"row-{place}" for place, entry in enumerate(entries, 1)]
    seen = Counter[str]()
    ids = list[str]()
    for label in labels:
        seen[label] += 1
        ids.append(f"{document}/{label}" + (f"~{seen[label]}" if seen[label] > 1 else ""))
    return tuple(ids)


def _with_flags(row: Recommendation, more: Sequence[Flag], flags: Flags) -> Recommendation:
    ranked = sorted((*row.flags, *more), key=lambda flag: -flags[flag.code].weight)
    return msgspec.structs.replace(row, flags=tuple(ranked))


def _record(
    document: Document, authority: Authority | None, dated: DocumentDate | None, warnings: tuple[DocumentWarning, ...]
) -> DocumentRecord:
    source = document.source
    return DocumentRecord(
        id=document_id(source.name, source.sha256),
        source=SourceFile(name=source.name, sha256=source.sha256, media_type=source.media_type, pages=source.pages),
        reader=document.reader,
        title=find_title(document),
        authority=authority,
        date=dated,
        warnings=warnings,
    )


def _warnings(
    document: Document,
    explanation: Explanation,
    authority: Authority | None,
    dated: DocumentDate | None,
    flags: Flags,
) -> tuple[DocumentWarning, ...]:
    notices = [
        *_without_entries(explanation, flags),
        *document.notices,
        *explanation.unexplained,
        *skipped_numbers(explanation.entries, flags),
        *_coverage(document, explanation, flags),
        *_unknowns(authority, dated, flags),
    ]
    ranked = sorted(notices, key=lambda notice: -flags[notice.code].weight)
    return tuple(DocumentWarning(code=notice.code, message=notice.message, page=notice.page) for notice in ranked)


def _without_entries(explanation: Explanation, flags: Flags) -> Iterator[Notice]:
    if not explanation.entries:
        yield Notice("no_response_found", flags.sentence("no_response_found"))


def _unknowns(authority: Authority | None, dated: DocumentDate | None, flags: Flags) -> Iterator[Notice]:
    if authority is None:
        yield Notice("authority_unknown", flags.sentence("authority_unknown"))
    if dated is None:
        yield Notice("date_unknown", flags.sentence("date_unknown"))
    elif dated.basis not in _SURE:
        yield Notice("date_from_metadata", flags.sentence("date_from_metadata", {"date": dated.start}))


def _coverage(document: Document, explanation: Explanation, flags: Flags) -> Iterator[Notice]:
    """What no row explains: announced recommendations outside of the rows, and text that is most of the document."""
    outside = [block for block in document.blocks if isinstance(block, Line)]
    for line in outside:
        if read_worded_label(line.text):
            words = {"quote": quote(line.text)}
            yield Notice("label_outside_rows", flags.sentence("label_outside_rows", words), line.page)
    share = 1 - explanation.explained / max(_characters(document), 1)
    if explanation.entries and share > _MOSTLY_UNEXPLAINED:
        yield Notice("text_unexplained", flags.sentence("text_unexplained", {"share": f"{share:.0%}"}))


def _characters(document: Document) -> int:
    """Characters other than space in the document, its furniture left out."""
    return sum(
        len("".join(line.text.split()))
        for block in document.blocks
        for line in ([block] if isinstance(block, Line) else _table_lines(block))
    )


def _table_lines(table: Table) -> Iterator[Line]:
    return (line for row in table.rows for cell in row.cells for line in cell.lines)
