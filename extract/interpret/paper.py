"""The document's own facts, each with the words that it was read from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.document import Document, Line
from extract.facts.dates import document_date_from_metadata, find_document_date
from extract.facts.organisations import find_authority, line_naming
from extract.facts.papers import Said, find_committee, find_draft, find_review
from extract.interpret.heading import Given, Heading
from extract.interpret.title import find_title, title_text
from extract.layouts.entries import Entry
from extract.records import Authority, DateBasis, DocumentDate, Fact, FactName
from extract.text import Passage, clean
from extract.vocabulary import Vocabulary
from extract.vocabulary.headings import ColumnRole
from extract.vocabulary.organisations import Registry

SURE = {DateBasis.STATED, DateBasis.GIVEN}
"""How a document's date is known where relative dates may count from it."""

_FIRST_LINES = 200  # of which paragraphs are made
_FIRST = 60  # paragraphs in which a committee or a review is looked for
_FULL = 0.7  # of the longest line: after a shorter one a paragraph ends
_LONGEST_LINE = 160  # characters of a line that says that the paper is a draft


@dataclass(frozen=True, slots=True)
class Paper:
    """What a document says of itself.

    Attributes:
        title: its title.
        authority: who answers.
        date: its date.
        review: the title of the review that it answers.
        committee: who recommended.
        draft: it is a draft.
        facts: the words that these were read from.
        lines: the lines that the title is made of.
    """

    title: str | None
    authority: Authority | None
    date: DocumentDate | None
    review: str | None
    committee: str | None
    draft: bool
    facts: tuple[Fact, ...]
    lines: tuple[Line, ...]


def read_paper(
    document: Document, heading: Heading, entries: Sequence[Entry], given: Given, vocabulary: Vocabulary
) -> Paper:
    """What a document says of itself; what is given counts as the command's documentation says."""
    words = vocabulary.papers
    lines = find_title(document, heading, words)
    title = title_text(lines, words)
    authority = _authority(heading, entries, vocabulary.registry, given.authority)
    dated = _date(document, heading, vocabulary, given)
    heads = _paragraphs(heading)[:_FIRST]
    review, committee = find_review(title, heads, words), find_committee(title, heads, words)
    short = [Said(clean(line.text), line.page) for line in heading.lines if len(line.text) <= _LONGEST_LINE]
    draft = find_draft([*([Said(title, lines[0].page)] if title else []), *short], words)
    read = {
        FactName.TITLE: Said(title, lines[0].page) if title else None,
        FactName.AUTHORITY: _naming(authority, heading, entries, vocabulary.registry) if authority else None,
        FactName.DATE: _dating(dated, heading) if dated else None,
        FactName.REVIEW: review.quote if review else None,
        FactName.COMMITTEE: committee.quote if committee else None,
        FactName.DRAFT: draft,
    }
    return Paper(
        title=title,
        authority=authority,
        date=dated,
        review=review.name if review else None,
        committee=committee.name if committee else None,
        draft=draft is not None,
        facts=tuple(Fact(name=name, text=said.text, page=said.page) for name, said in read.items() if said),
        lines=lines,
    )


def _authority(heading: Heading, entries: Sequence[Entry], registry: Registry, given: str | None) -> Authority | None:
    """Who answers: as given, as the heading says, or as the names in the text tell beyond doubt."""
    said = (ColumnRole.RESPONSE, ColumnRole.DECISION)
    titles = [cell.heading for entry in entries for cell in entry.cells if cell.role in said]
    return find_authority(heading.texts, [passage.text for passage in _prose(entries)], registry, given, titles)


def _prose(entries: Sequence[Entry]) -> Iterator[Passage]:
    prose = (ColumnRole.RECOMMENDATION, ColumnRole.RESPONSE, ColumnRole.PROGRESS)
    return (passage for entry in entries for passage in entry.passages(*prose))


def _date(document: Document, heading: Heading, vocabulary: Vocabulary, given: Given) -> DocumentDate | None:
    """The document's date: as printed in its heading, else as given, else from the file's own data."""
    stated = find_document_date(heading.texts, vocabulary.dates)
    if stated:
        return stated
    if given.document_date:
        day = given.document_date.isoformat()
        return DocumentDate(text=day, start=day, end=day, basis=DateBasis.GIVEN)
    return document_date_from_metadata(document.metadata)


def _naming(authority: Authority, heading: Heading, entries: Sequence[Entry], registry: Registry) -> Said | None:
    """The line that names who answers best, among those of the heading or else of the rows."""
    rows = [piece.line for passage in _prose(entries) for piece in passage.pieces]
    for lines in (heading.lines, rows):
        said = [Said(clean(line.text), line.page) for line in lines]
        at = line_naming(authority, [each.text for each in said], registry)
        if at is not None:
            return said[at]
    return None


def _dating(dated: DocumentDate, heading: Heading) -> Said | None:
    if dated.basis is DateBasis.METADATA:
        return Said(dated.text, None)
    lines = (Said(clean(line.text), line.page) for line in heading.lines)
    return next((said for said in lines if dated.basis is DateBasis.STATED and dated.text in said.text), None)


def _paragraphs(heading: Heading) -> list[Said]:
    """The lines of the heading as paragraphs, headers, footers and what stands after the rows each by itself."""
    said = list[Said]()
    above: Line | None = None
    before = heading.before[:_FIRST_LINES]
    width = max((len(line.text) for line in before), default=0)
    for line in before:
        if above and _goes_on(above, line, width):
            said[-1] = Said(f"{said[-1].text} {clean(line.text)}", said[-1].page)
        else:
            said.append(Said(clean(line.text), line.page))
        above = line
    return said + [Said(clean(line.text), line.page) for line in (*heading.furniture, *heading.after)]


def _goes_on(above: Line, line: Line, width: int) -> bool:
    """Whether a line goes on with the one above: the same type, no gap; without sizes, after a line of some length."""
    alike = (above.page, above.size, above.bold) == (line.page, line.size, line.bold)
    return alike and not line.gap and (line.size is not None or len(above.text) > width * _FULL)
