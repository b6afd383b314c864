"""All entries of a document become its report, with the pages that each field runs over."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from extract.document import Document, Line, Table
from extract.facts.commitments import parse_ahead
from extract.facts.organisations import OrganisationContext, build_context
from extract.facts.outcomes import find_covering
from extract.facts.owners import find_owners
from extract.findings import Body, body_of
from extract.interpret.answering import names_answering
from extract.interpret.calibration import with_confidences
from extract.interpret.confidence import find_doubts
from extract.interpret.coverage import find_unexplained, measure_coverage
from extract.interpret.dated_owners import owner_cells
from extract.interpret.document_warnings import find_warnings
from extract.interpret.doubts import number_flags, repeated_flags
from extract.interpret.fields import Fields, page_marks, read_fields, repaired
from extract.interpret.heading import Given, Heading, lines_elsewhere, read_heading
from extract.interpret.paper import SURE, Paper, read_paper
from extract.interpret.precedence import take_turns
from extract.interpret.recommendation import Knowledge, Surroundings, make_recommendation
from extract.interpret.references import follow_references
from extract.interpret.signing import signs_usually, wording
from extract.interpret.speaking import bodies_among
from extract.interpret.voices import find_voices
from extract.language import load_words
from extract.layouts.entries import Entry, Explanation
from extract.records import (
    SCHEMA_VERSION,
    DocumentRecord,
    DocumentWarning,
    FactName,
    Field,
    Recommendation,
    Report,
    SourceFile,
)
from extract.repairs import Spelling, read_spelling
from extract.results import PageMarks, document_id
from extract.text import clean, join_lines
from extract.vocabulary import Vocabulary

_KEY_AND_WORDS, _LONGEST_KEY = 2, 8  # cells of a line of a key; characters of an abbreviation
_TOGETHER = 60  # rows whose sentences are parsed in one go
_OWN = {FactName.TITLE, FactName.AUTHORITY, FactName.DATE}


@dataclass(frozen=True, slots=True)
class Interpreted:
    """A report, by recommendation id the pages that its fields run over, and the lines that nothing accounts for."""

    report: Report
    page_marks: Mapping[str, PageMarks]
    unexplained: tuple[Line, ...]


def interpret(document: Document, explanation: Explanation, given: Given, knowledge: Knowledge) -> Interpreted:
    """The report of a document whose recommendations a layout has found."""
    entries = explanation.entries
    heading = read_heading(document, explanation)
    paper = read_paper(document, heading, entries, given, knowledge.vocabulary)
    entries = _without_own_lines(entries, paper)
    around = _surroundings(document, heading, explanation, paper, knowledge)
    ids = _ids(document_id(document.source.name, document.source.sha256), entries)
    spelling = _spelling(document, entries)
    fields = [repaired(_fields(entry, around, knowledge.vocabulary), spelling) for entry in entries]
    answers = (each.readable(Field.RESPONSE) for each in fields)
    around = replace(around, turns=take_turns(each.voices for each in fields))
    around = replace(around, signs=signs_usually(answers, wording(around.context, knowledge.vocabulary)))
    posts = _posts(entries, around.context, knowledge.vocabulary)
    bodies = bodies_among(posts, knowledge.vocabulary.owners)
    around = replace(around, posts=tuple(dict.fromkeys(body.name for body in posts)), bodies=bodies)
    made = _made(list(zip(entries, fields, ids, strict=True)), around, knowledge)
    unexplained = find_unexplained(document, explanation, paper)
    warnings = find_warnings(document, explanation, paper, unexplained, knowledge.vocabulary.flags)
    report = Report(
        schema_version=SCHEMA_VERSION,
        document=_record(document, paper, unexplained, warnings),
        recommendations=_judged(_followed(made, knowledge.vocabulary), entries, warnings, knowledge.vocabulary),
    )
    return Interpreted(report, {id_: page_marks(texts) for texts, id_ in zip(fields, ids, strict=True)}, unexplained)


def _posts(entries: Sequence[Entry], context: OrganisationContext, vocabulary: Vocabulary) -> tuple[Body, ...]:
    """The owners that the rows name in cells, each once."""
    cells = (cell for entry in entries for cell in owner_cells(entry, vocabulary.headings.contents))
    owners = (owner for title, cell in cells for owner in find_owners(cell, context, vocabulary.owners, title))
    return tuple(dict.fromkeys(map(body_of, owners)))


def _fields(entry: Entry, around: Surroundings, vocabulary: Vocabulary) -> Fields:
    voices = find_voices(entry, around.context, vocabulary.outcomes)
    return read_fields(entry, vocabulary.headings.contents, voices)


def _made(
    rows: Sequence[tuple[Entry, Fields, str]], around: Surroundings, knowledge: Knowledge
) -> list[Recommendation]:
    """The recommendations of the rows, the sentences of some of them parsed together at a time."""
    made, words = list[Recommendation](), knowledge.vocabulary.commitments
    knowledge.language.forget()
    for first in range(0, len(rows), _TOGETHER):
        some = rows[first : first + _TOGETHER]
        texts = (fields.readable(field) for _, fields, _ in some for field in (Field.RESPONSE, Field.PROGRESS))
        parse_ahead(texts, words, knowledge.language)
        made += [make_recommendation(entry, fields, id_, around, knowledge) for entry, fields, id_ in some]
    return made


def _without_own_lines(entries: Sequence[Entry], paper: Paper) -> tuple[Entry, ...]:
    """The entries without themes that are the document's own title, date or name of who answers."""
    own = {fact.text for fact in paper.facts if fact.name in _OWN}
    return tuple(replace(entry, theme=None) if clean(entry.theme or "") in own else entry for entry in entries)


def _spelling(document: Document, entries: Sequence[Entry]) -> Spelling:
    """What tells the document's words from those that it ran together or broke."""
    loose = (block.text for block in document.blocks if isinstance(block, Line))
    cells = (cell.passage.text for entry in entries for cell in entry.cells)
    return read_spelling((*loose, *cells), load_words())


def _surroundings(
    document: Document, heading: Heading, explanation: Explanation, paper: Paper, knowledge: Knowledge
) -> Surroundings:
    registry, authority, dated = knowledge.vocabulary.registry, paper.authority, paper.date
    entries = explanation.entries
    known = registry.organisations.get(authority.id or "") if authority else None
    body = Body(authority.name, authority.id, known.type if known else None) if authority else None
    cells = (cell.passage.text for entry in entries for cell in entry.cells if cell.passage.text)
    around = (block.text for block in document.blocks if isinstance(block, Line))
    elsewhere = join_lines(lines_elsewhere(document, explanation)).text
    context = build_context(registry, body, (*heading.texts, *around, *_keys(document), *cells), elsewhere)
    context = replace(context, answering=names_answering(entries, knowledge.vocabulary))
    anchor = date.fromisoformat(dated.end) if dated and dated.basis in SURE else None
    return Surroundings(context, dated, anchor, find_covering(elsewhere, knowledge.vocabulary.outcomes))


def _keys(document: Document) -> Iterator[str]:
    """The lines of tables that may be keys of abbreviations: ``NCC | Neighbourhoods and Climate Change``."""
    for table in (block for block in document.blocks if isinstance(block, Table)):
        for row in table.rows:
            filled = [join_lines(cell.lines).text for cell in row.cells if cell.lines]
            if len(filled) == 1 or (len(filled) == _KEY_AND_WORDS and len(filled[0]) <= _LONGEST_KEY):
                yield ": ".join(filled)


def _ids(document: str, entries: Sequence[Entry]) -> tuple[str, ...]:
    """``<document id>/<number>``, or the place in the document where there is no number; told apart where it recurs."""
    labels = [entry.number or f"row-{place}" for place, entry in enumerate(entries, 1)]
    seen = Counter[str]()
    ids = list[str]()
    for label in labels:
        seen[label] += 1
        ids.append(f"{document}/{label}" + (f"~{seen[label]}" if seen[label] > 1 else ""))
    return tuple(ids)


def _followed(made: Sequence[Recommendation], vocabulary: Vocabulary) -> tuple[Recommendation, ...]:
    return follow_references(made, vocabulary.references, vocabulary.flags)


def _judged(
    made: Sequence[Recommendation],
    entries: Sequence[Entry],
    warnings: Sequence[DocumentWarning],
    vocabulary: Vocabulary,
) -> tuple[Recommendation, ...]:
    """The rows with the flags that come from their neighbours, the most serious first, and how sure each of them is."""
    flags = vocabulary.flags
    more = zip(number_flags(entries, flags), repeated_flags(made, flags), strict=True)
    ranked = [
        tuple(sorted((*row.flags, *numbers, *repeats), key=lambda flag: -flags[flag.code].weight))
        for row, (numbers, repeats) in zip(made, more, strict=True)
    ]
    flagged = [msgspec.structs.replace(row, flags=found) for row, found in zip(made, ranked, strict=True)]
    announced = {warning.page for warning in warnings if warning.code == "label_outside_rows" and warning.page}
    doubts = find_doubts(flagged, entries, announced, vocabulary.doubts)
    doubted = (msgspec.structs.replace(row, confidence_reasons=d) for row, d in zip(flagged, doubts, strict=True))
    return tuple(with_confidences(row, vocabulary.calibration, vocabulary.doubts) for row in doubted)


def _record(
    document: Document, paper: Paper, unexplained: Sequence[Line], warnings: tuple[DocumentWarning, ...]
) -> DocumentRecord:
    source = document.source
    return DocumentRecord(
        id=document_id(source.name, source.sha256),
        source=SourceFile(name=source.name, sha256=source.sha256, media_type=source.media_type, pages=source.pages),
        reader=document.reader,
        title=paper.title,
        authority=paper.authority,
        date=paper.date,
        review=paper.review,
        committee=paper.committee,
        draft=paper.draft,
        facts=paper.facts,
        coverage=measure_coverage(document, unexplained),
        warnings=warnings,
    )
