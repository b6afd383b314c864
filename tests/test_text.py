"""Lines joined to running text: hyphens, gaps, bullets, and where each character was printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Line
from extract.text import Passage, clean, is_bullet, join_lines, join_passages, without_bullet

LINES = st.lists(st.builds(Line, st.text(max_size=30), st.integers(1, 3), gap=st.booleans(), hyphen=st.booleans()))


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([Line("We will"), Line("do it.")], "We will do it."),
        ([Line("One."), Line("Two.", gap=True)], "One.\n\nTwo."),
        ([Line("We will continue to"), Line("work with them.", gap=True)], "We will continue to work with them."),
        ([Line("the Team"), Line("(CLDT) in relation", gap=True)], "the Team (CLDT) in relation"),
        ([Line("We will:"), Line("• publish"), Line("• listen")], "We will:\n• publish\n• listen"),
        ([Line("de-", hyphen=True), Line("escalation")], "de-escalation"),
        ([Line("accom-", hyphen=True), Line("modation")], "accommodation"),
        ([Line("UK-"), Line("Wide work")], "UK-Wide work"),
        ([Line("Executive Director"), Line("– Place")], "Executive Director – Place"),
        ([Line("We will:"), Line("– publish"), Line("– listen")], "We will:\n– publish\n– listen"),
        ([Line(""), Line("  "), Line("One.")], "One."),
    ],
)
def test_lines_are_joined_as_a_person_reads_them(lines: list[Line], text: str) -> None:
    assert join_lines(lines, words=frozenset({"accommodation"})).text == text


@given(LINES)
def test_no_character_other_than_space_is_lost_but_closed_hyphens(lines: list[Line]) -> None:
    printed = "".join("".join(clean(line.text).split()) for line in lines)
    assert "".join(join_lines(lines).text.split()) == printed


@given(LINES)
def test_every_piece_is_the_text_of_its_line(lines: list[Line]) -> None:
    passage = join_lines(lines)
    for piece in passage.pieces:
        assert passage.text[piece.start : piece.end] == clean(piece.line.text)


@given(LINES, st.integers(0, 40), st.integers(0, 40))
def test_a_cut_is_the_text_between_and_keeps_its_pages(lines: list[Line], start: int, end: int) -> None:
    passage = join_lines(lines)
    cut = passage.cut(start, max(start, end))
    assert cut.text == passage.text[start : max(start, end)].strip()
    assert {piece.line.page for piece in cut.pieces} <= {line.page for line in lines}


@given(st.lists(LINES, max_size=4))
def test_passages_joined_keep_the_place_of_every_line(groups: list[list[Line]]) -> None:
    passages = [join_lines(lines) for lines in groups]
    joined = join_passages(passages)
    assert joined.text == "\n\n".join(passage.text for passage in passages if passage.text)
    for piece in joined.pieces:
        assert joined.text[piece.start : piece.end] == clean(piece.line.text)


def test_a_hyphen_that_is_closed_up_leaves_the_places_right() -> None:
    passage = join_lines([Line("accom-", hyphen=True), Line("modation")], words=frozenset({"accommodation"}))
    assert [passage.text[piece.start : piece.end] for piece in passage.pieces] == ["accom", "modation"]


def test_the_page_of_a_character_is_that_of_its_line() -> None:
    passage = join_lines([Line("One", 1), Line("two", 2)])
    assert [passage.page_of(at) for at in (0, 3, 4, 6)] == [1, 1, 2, 2]
    assert Passage().page_of(0) == 1


@pytest.mark.parametrize("text", ["• one", "\uf0b7 one", "- one", "– one", "o one", "▪one"])
def test_a_bullet_is_known_and_taken_off(text: str) -> None:
    assert is_bullet(text)
    assert without_bullet(text) == "one"


@pytest.mark.parametrize("text", ["one", "-one", "on time", "14+ forum", "–"])
def test_other_text_has_no_bullet(text: str) -> None:
    assert not is_bullet(text)
    assert without_bullet(text) == text


@pytest.mark.parametrize("rest", ["t: that signs be put up", "o one", "ii. one"])
def test_a_word_that_its_cell_cut_is_closed_up(rest: str) -> None:
    found = join_lines([Line("amendmen", cut=True), Line(rest)])
    assert found.text == f"amendmen{rest}"
    assert [found.text[piece.start : piece.end] for piece in found.pieces] == ["amendmen", rest]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["31 March 202", "6"], "31 March 2026"),
        (["June 2", "024"], "June 2024"),
        (["July 20", "24."], "July 2024."),
        (["30 June", "2026"], "30 June 2026"),
        (["July 20", "24 homes"], "July 20 24 homes"),
        (["May 12", "14"], "May 12 14"),
    ],
)
def test_a_year_that_a_narrow_column_divides_is_one(lines: list[str], text: str) -> None:
    assert join_lines([Line(each) for each in lines]).text == text
