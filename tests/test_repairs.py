"""Words that were run together or broken are put right; names and rare words are left as they were printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.document import Line
from extract.language import load_words
from extract.repairs import read_spelling
from extract.text import Passage, join_lines

AROUND = (
    "The CLDT and the GP led the death processes, joint learning, and the meeting. Named leads were told. See joint"
)


def repaired(text: str, *, around: str = AROUND) -> str:
    return read_spelling((text, around), load_words()).repaired(join_lines([Line(text)])).text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("closure ofactions from reviews", "closure of actions from reviews"),
        ("the embeddingof learning", "the embedding of learning"),
        ("those whotravel and andno others", "those who travel and and no others"),
        ("circumstances inwhich it may", "circumstances in which it may"),
        ("the deathprocesses and jointlearning", "the death processes and joint learning"),
        ("has consequentlypromoted it", "has consequently promoted it"),
        ("TheCLDT Team and the NamedGP", "The CLDT Team and the Named GP"),
        ("this recom mendation is agreed", "this recommendation is agreed"),
        ("after consul tation with", "after consultation with"),
    ],
)
def test_what_is_put_right(printed: str, meant: str) -> None:
    assert repaired(printed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Whipps Cross and St Gilesbury",
        "presafeguarding stakeholder headteacher workstreams",
        "subsidising minoritised redactions hydrologists",
        "MindMate YouTube SharePoint LeDeR LinkedIn",
        "https://www.example.gov.uk/ofactions and ofactions@example.gov.uk",
        "the doorset, footstreets and cycleway",
        "anti-social over-ofactions",
        "Trelái, Llanrumney, Pentyrch",
        "to gether we can not",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert repaired(text) in {text, text.replace("to gether", "together")}


def test_a_word_that_is_printed_often_is_meant() -> None:
    text = "ofactions, ofactions and ofactions"
    assert repaired(text) == text


def test_each_stretch_stays_on_its_line() -> None:
    lines = [Line("closure ofactions from", page=1), Line("reviews and embeddingof", page=2), Line("learning", page=3)]
    passage = join_lines(lines)
    mended = read_spelling((passage.text,), load_words()).repaired(passage)
    assert mended.text == "closure of actions from reviews and embedding of learning"
    assert [mended.text[piece.start : piece.end] for piece in mended.pieces] == [
        "closure of actions from",
        "reviews and embedding of",
        "learning",
    ]
    assert mended.page_of(mended.text.index("learning")) == 3


@given(st.lists(st.text(st.sampled_from("ofactions the recommendation in "), max_size=40), max_size=4))
def test_only_spaces_change_and_every_character_keeps_its_line(texts: list[str]) -> None:
    passage = join_lines([Line(text, page=k) for k, text in enumerate(texts, 1)])
    mended = read_spelling((passage.text,), load_words()).repaired(passage)
    assert mended.text.replace(" ", "") == passage.text.replace(" ", "")
    for before, after in zip(passage.pieces, mended.pieces, strict=True):
        assert after.line is before.line
        printed = passage.text[before.start : before.end].replace(" ", "")
        assert mended.text[after.start : after.end].replace(" ", "") == printed


@given(st.text())
def test_any_text_can_be_repaired(text: str) -> None:
    mended = read_spelling((text,), load_words()).repaired(Passage(text))
    assert mended.text.replace(" ", "") == text.replace(" ", "")
