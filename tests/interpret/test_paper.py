"""The document's own facts: each with the words that it was read from, and where they stand."""

from datetime import date

from extract.document import Cell, Document, Line, Row, Source, Table
from extract.interpret.heading import Given, read_heading
from extract.interpret.paper import Paper, read_paper
from extract.layouts.entries import Explanation
from extract.records import FactName
from extract.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def _read(*lines: Line, furniture: tuple[Line, ...] = (), given: Given | None = None, created: str = "") -> Paper:
    source = Source("a.pdf", "0" * 64, "application/pdf")
    metadata = (("creationdate", created),) if created else ()
    document = Document(source, "pdf", lines, furniture=furniture, metadata=metadata)
    explanation = Explanation((), 0)
    return read_paper(document, read_heading(document, explanation), (), given or Given(), VOCABULARY)


def test_every_fact_has_its_words_and_its_page() -> None:
    paper = _read(
        Line("Parks Review: Cabinet response", 1, size=20.0),
        Line("Leeds City Council", 1, gap=True),
        Line("Environment Scrutiny Board, 4 May 2024", 2, gap=True),
        furniture=(Line("DRAFT", 3),),
    )
    assert {fact.name: (fact.text, fact.page) for fact in paper.facts} == {
        FactName.TITLE: ("Parks Review: Cabinet response", 1),
        FactName.AUTHORITY: ("Leeds City Council", 1),
        FactName.DATE: ("Environment Scrutiny Board, 4 May 2024", 2),
        FactName.REVIEW: ("Parks Review: Cabinet response", 1),
        FactName.COMMITTEE: ("Environment Scrutiny Board, 4 May 2024", 2),
        FactName.DRAFT: ("DRAFT", 3),
    }
    assert (paper.review, paper.committee, paper.draft) == ("Parks Review", "Environment Scrutiny Board", True)


def test_what_is_given_has_no_words_in_the_document() -> None:
    paper = _read(Line("Response"), given=Given("Leeds City Council", date(2024, 5, 4)))
    assert paper.authority
    assert paper.date
    assert {fact.name for fact in paper.facts} == {FactName.TITLE}


def test_what_only_the_file_says_has_no_page() -> None:
    paper = _read(Line("Response"), created="D:20240504120000")
    assert [(fact.text, fact.page) for fact in paper.facts if fact.name is FactName.DATE] == [
        ("D:20240504120000", None)
    ]


def test_the_form_at_the_head_of_a_report_dates_it() -> None:
    rows = (("Report to", "Cabinet"), ("Date", "3 May 2024"), ("Report of", "Director of Place"))
    form = Table(tuple(Row(tuple(Cell((Line(text),), i) for i, text in enumerate(row))) for row in rows), 2)
    source = Source("a.pdf", "0" * 64, "application/pdf")
    document = Document(source, "pdf", (form, Line("1. Purpose")))
    explanation = Explanation((), 0)
    paper = read_paper(document, read_heading(document, explanation), (), Given(), VOCABULARY)
    assert paper.date
    assert paper.date.start == "2024-05-03"


def test_a_document_that_says_nothing_of_itself_has_no_facts() -> None:
    paper = _read()
    assert (paper.title, paper.authority, paper.date, paper.review, paper.committee) == (None,) * 5
    assert (paper.draft, paper.facts) == (False, ())
