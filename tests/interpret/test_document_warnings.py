"""Warnings of a document: raised where something is amiss, with the page and the words to look at."""

import pytest

from extract.document import Document, Line, Notice, Source
from extract.interpret.document_warnings import find_warnings
from extract.interpret.paper import Paper
from extract.layouts.entries import Entry, Explanation
from extract.records import Authority, DateBasis, DocumentDate, DocumentWarning, Fact, FactName
from extract.text import join_lines
from extract.vocabulary.flags import load_flags

FLAGS = load_flags()
KNOWN = Paper(
    "Title",
    Authority(id=None, name="A Council"),
    DocumentDate(text="1 May 2024", start="2024-05-01", end="2024-05-01", basis=DateBasis.STATED),
    None,
    None,
    draft=False,
    facts=(),
    lines=(),
)
ENTRY = Entry("1", None, None, (), join_lines([Line("That the Council should plant a tree in every street.")]))


def _warnings(
    *left: Line, entries: tuple[Entry, ...] = (ENTRY,), paper: Paper = KNOWN, noticed: tuple[Notice, ...] = ()
) -> list[DocumentWarning]:
    document = Document(Source("a.pdf", "0" * 64, "application/pdf"), "pdf", (*left, Line("x" * 200)), notices=noticed)
    return list(find_warnings(document, Explanation(entries, 0), paper, left, FLAGS))


def test_nothing_amiss_is_nothing_to_look_at() -> None:
    assert _warnings() == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Recommendation 7: That the Council should buy a boat.", True),
        ("Recommendation 1", False),  # a contents page
        ("Recommendation 1: trees", False),
        ("Recommendation 9: That the Council should plant a tree in every street", False),  # a second print of the row
        ("Recommendation 1: That quite another body should be asked about boats, ships, ferries and their crews", True),
        ("The Council thanks the Panel.", False),
    ],
)
def test_a_recommendation_outside_of_the_rows_is_told_unless_it_is_one_of_them(line: str, *, told: bool) -> None:
    found = [(warning.code, warning.page) for warning in _warnings(Line(line, 3))]
    assert found == ([("label_outside_rows", 3)] if told else [])


def test_where_most_is_left_over_the_page_with_most_of_it_is_named() -> None:
    left = Line("Contents " * 5, 1), Line("The budget of the year " + "is long " * 60, 4)
    (warning,) = _warnings(*left)
    assert (warning.code, warning.page) == ("text_unexplained", 4)
    assert "The budget of the year" in warning.message


def test_a_draft_is_quoted() -> None:
    fact = Fact(name=FactName.DRAFT, text="DRAFT v2", page=2)
    paper = Paper(KNOWN.title, KNOWN.authority, KNOWN.date, None, None, draft=True, facts=(fact,), lines=())
    (warning,) = _warnings(paper=paper)
    assert (warning.code, warning.page, "DRAFT v2" in warning.message) == ("draft", 2, True)


def test_what_is_not_known_is_told_and_the_most_serious_comes_first() -> None:
    nobody = Paper(None, None, None, None, None, draft=False, facts=(), lines=())
    noticed = (Notice("page_without_text", "Page 2 holds a picture and no text.", 2),)
    codes = [warning.code for warning in _warnings(entries=(), paper=nobody, noticed=noticed)]
    assert codes == ["no_response_found", "page_without_text", "authority_unknown", "date_unknown"]
