"""Every character is accounted for, or told to be left over."""

from hypothesis import given
from hypothesis import strategies as st

from extract.document import Box, Cell, Document, Line, Row, Source, Table
from extract.interpret.coverage import find_unexplained, measure_coverage
from extract.interpret.paper import Paper
from extract.layouts.entries import Entry, Explanation, Filled
from extract.text import join_lines
from extract.vocabulary.headings import ColumnRole

NOBODY = Paper(None, None, None, None, None, draft=False, facts=(), lines=())


def _line(text: str, top: float, x0: float = 0.0, page: int = 1) -> Line:
    return Line(text, page, Box(x0, top, x0 + 5 * len(text), top + 10))


def _document(*lines: Line, furniture: tuple[Line, ...] = ()) -> Document:
    return Document(Source("a.pdf", "0" * 64, "application/pdf"), "pdf", lines, furniture=furniture)


def test_what_is_in_no_row_is_left_over_and_counted_on_its_page() -> None:
    used, left, foot = _line("used up", 10), _line("left over", 10, page=2), _line("Page 2", 90, page=2)
    document = _document(used, left, furniture=(foot,))
    unexplained = find_unexplained(document, Explanation((), 0, lines=(used,)), NOBODY)
    coverage = measure_coverage(document, unexplained)
    assert unexplained == (left,)
    assert (coverage.characters, coverage.explained) == (19, 11)
    assert [(page.page, page.characters, page.explained) for page in coverage.pages] == [(1, 6, 6), (2, 13, 5)]


def test_a_line_that_a_layout_divided_counts_by_its_parts() -> None:
    whole = _line("first column second column", 10)
    parts = (_line("first column", 10), _line("second column", 10, x0=65))
    explanation = Explanation((), 0, lines=parts)
    assert find_unexplained(_document(whole), explanation, NOBODY) == ()
    assert find_unexplained(_document(whole), Explanation((), 0, lines=(_line("first", 10),)), NOBODY) == (whole,)


def test_without_places_a_line_is_known_by_its_words() -> None:
    document = _document(Line("That A be done.     Agreed."), Line("Something else."))
    explanation = Explanation((), 0, lines=(Line("That A be done."), Line("Agreed.")))
    assert [line.text for line in find_unexplained(document, explanation, NOBODY)] == ["Something else."]


def test_a_line_with_a_wide_space_in_it_may_be_used_as_a_whole() -> None:
    line = Line("3.1  Usage has fallen.")
    assert find_unexplained(_document(line), Explanation((), 0, lines=(line,)), NOBODY) == ()


def test_the_number_of_a_counted_heading_is_accounted_for_with_its_theme() -> None:
    entry = Entry("1", None, "Opening hours", (), join_lines([]))
    document = _document(Line("3.1 Opening hours"), Line("3.2 Opening lines"))
    unexplained = find_unexplained(document, Explanation((entry,), 0), NOBODY)
    assert [line.text for line in unexplained] == ["3.2 Opening lines"]


def test_themes_and_the_labels_of_parts_are_accounted_for() -> None:
    cell = Filled(ColumnRole.RESPONSE, "Response", join_lines([Line("Agreed.")]))
    entry = Entry("1", None, "STREETS", (cell,), join_lines([]))
    document = _document(Line("STREETS"), Line("Response:"), Line("Agreed."))
    assert find_unexplained(document, Explanation((entry,), 0, lines=(Line("Agreed."),)), NOBODY) == ()


def test_a_document_without_text_is_covered() -> None:
    coverage = measure_coverage(_document(), ())
    assert (coverage.characters, coverage.explained, coverage.pages) == (0, 0, ())


_LINES = st.lists(
    st.builds(_line, st.text(max_size=12), st.floats(0, 800), st.floats(0, 500), st.integers(1, 3)), max_size=12
)


@given(_LINES, _LINES)
def test_never_more_is_accounted_for_than_there_is(lines: list[Line], used: list[Line]) -> None:
    table = Table((Row((Cell(tuple(used), 0),)),), 1)
    document = Document(Source("a.pdf", "0" * 64, "application/pdf"), "pdf", (*lines, table))
    coverage = measure_coverage(document, find_unexplained(document, Explanation((), 0, lines=tuple(used)), NOBODY))
    assert 0 <= coverage.explained <= coverage.characters
    assert all(0 <= page.explained <= page.characters for page in coverage.pages)
    assert sum(page.characters for page in coverage.pages) == coverage.characters
