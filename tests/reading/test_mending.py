"""Characters that a file spells wrongly are put right, and what can be read in several ways is left alone."""

# ruff: noqa: RUF001 - wrong characters are what is tested

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Cell, Document, Line, Row, Source, Table
from extract.reading.mending import mend, mended
from extract.text import join_lines

SOURCE = Source("typed.txt", "0" * 64, "text/plain")


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("the Council‟s plan", "the Council’s plan"),
        ("the Council‗s plan", "the Council’s plan"),
        ("the ‗Better Care‟ fund", "the ‘Better Care’ fund"),
        ("―High Quality Care for All‖, 2008", "“High Quality Care for All”, 2008"),
        ("the Councilâ€™s plan â€“ agreed", "the Council’s plan – agreed"),
        ("CouncilÃ¢â‚¬â„¢s", "Council’s"),
        ("Â£40,000", "£40,000"),
        ("â€œyesâ€\x9d", "“yes”"),
        ("SÃ£o Paulo cafÃ©", "São Paulo café"),
        ("\uf0b7 by engaging", "• by engaging"),
        ("\uf0fc", "✓"),
        ("\uf0a8 Accept \uf0fe Reject", "☐ Accept ☑ Reject"),
        ("the ﬁrst oﬃcer", "the first officer"),
        ("T H A T the Council", "THAT the Council"),
        ("R E C O M M E N D A T I O N 3: That", "RECOMMENDATION 3: That"),
        ("D e c i s i o n: agreed", "Decision: agreed"),
    ],
)
def test_what_is_meant(printed: str, meant: str) -> None:
    assert mend(printed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "a ― b",
        "café naïve",
        "Trelái",
        "Âme",
        "SÃ",
        "options a b c d",
        "Y N N Y",
        "J R R Tolkien",
        "5‖6",
        "R A G",
        "ŵ ŷ",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert mend(text) == text


def test_every_line_of_a_document_is_mended() -> None:
    cell = Cell((Line("Â£5"), Line("plain")), 0)
    table = Table((Row((cell,)),), 1)
    document = mended(Document(SOURCE, "text", (Line("‗no‟"), table), furniture=(Line("T H A T"),)))
    assert document.blocks[0] == Line("‘no’")
    assert isinstance(document.blocks[1], Table)
    assert document.blocks[1].rows[0].cells[0].lines == (Line("£5"), Line("plain"))
    assert document.furniture == (Line("THAT"),)


@given(st.text(st.sampled_from("aâ€™‗‟―‖ÃÂ£ \uf0b7ﬁTHE.1"), max_size=30))
def test_mending_twice_changes_nothing_more(text: str) -> None:
    once = mend(text)
    assert mend(once) == once or "Ã" in text or "Â" in text or "â" in text or " " in text


@given(st.text())
def test_any_text_can_be_mended(text: str) -> None:
    assert len(mend(text)) <= 3 * len(text)


@given(st.text(st.characters(max_codepoint=0xFF)))
def test_text_of_the_british_isles_in_the_wrong_encoding_comes_back(text: str) -> None:
    wrong = text.encode().decode("cp1252", errors="ignore")
    if len(wrong) == len(text.encode()) and not any(ord(char) > 0x7E for char in text if char not in "£éâîôûêŵŷ"):
        assert mend(wrong) == mend(text)


def test_a_hyphen_that_was_put_where_a_line_ends_is_no_part_of_the_word() -> None:
    table = Table((Row((Cell((Line("Northern Ferry Com‐"), Line("pany")), 0),)),), 1)
    document = mended(Document(SOURCE, "text", (Line("a well-run ser‐", parts=(Line("ser‐"),)), Line("vice"), table)))
    first, last = document.blocks[0], document.blocks[2]
    assert isinstance(first, Line)
    assert isinstance(last, Table)
    assert join_lines([line for line in document.blocks[:2] if isinstance(line, Line)]).text == "a well-run service"
    assert first.parts[0].cut
    assert join_lines(last.rows[0].cells[0].lines).text == "Northern Ferry Company"


def test_a_document_that_writes_its_hyphens_so_keeps_them() -> None:
    document = mended(Document(SOURCE, "text", (Line("a well‐run and long‐"), Line("term service"))))
    assert (
        join_lines([line for line in document.blocks if isinstance(line, Line)]).text
        == "a well‐run and long‐term service"
    )


def test_a_space_too_narrow_to_be_seen_stands_behind_the_apostrophe_of_a_plural() -> None:
    assert mend("the Governors’Forum and the Carers’Trust") == "the Governors’ Forum and the Carers’ Trust"
    assert mend("Sana’a, O’Brien, the council’s") == "Sana’a, O’Brien, the council’s"
