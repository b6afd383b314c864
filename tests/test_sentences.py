"""Sentences end where a reader ends them, and their spans are exact."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.sentences import find_sentences, find_stems
from extract.vocabulary.commitments import load_commitment_words

ABBREVIATIONS = load_commitment_words().abbreviations

CASES = [
    ("Agreed. Officers will report back.", ["Agreed.", "Officers will report back."]),
    ("Cllr. Smith will chair. We agree.", ["Cllr. Smith will chair.", "We agree."]),
    (
        "A bid (e.g. Sport England) will follow. It is large.",
        ["A bid (e.g. Sport England) will follow.", "It is large."],
    ),
    ("See para. 4. The U.K. Government pays.", ["See para. 4.", "The U.K. Government pays."]),
    ("It cost £1.5m. Q3 is next.", ["It cost £1.5m.", "Q3 is next."]),
    (
        "The list is on the website.To be refreshed annually.",
        ["The list is on the website.", "To be refreshed annually."],
    ),
    ("Done since 2009.The map is next.", ["Done since 2009.", "The map is next."]),
    ("See www.Example.gov.uk for details. It helps.", ["See www.Example.gov.uk for details.", "It helps."]),
    ("First paragraph\n\nSecond paragraph.", ["First paragraph", "Second paragraph."]),
    ("• publish the map\n• write to parishes", ["publish the map", "write to parishes"]),
    ("(a) publish the map\n(b) write to parishes", ["publish the map", "write to parishes"]),
    ('They said "no." We agree.', ['They said "no."', "We agree."]),
    ("Why? Because it works! Yes.", ["Why?", "Because it works!", "Yes."]),
    ("J. Smith will lead. No. 4 is closed.", ["J. Smith will lead.", "No. 4 is closed."]),
    ("Repairs at the Rec. Next is Mill Green.", ["Repairs at the Rec.", "Next is Mill Green."]),
    ("To be agreed by 1 Dec. Audits start in Jan. 2026.", ["To be agreed by 1 Dec.", "Audits start in Jan. 2026."]),
    ("", []),
    (" \n\n ", []),
]


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_a_text_is_divided_into_its_sentences(text: str, sentences: list[str]) -> None:
    assert [sentence.of(text) for sentence in find_sentences(text, ABBREVIATIONS)] == sentences


def test_a_list_item_knows_the_stem_that_it_completes() -> None:
    text = "The Council will:\n• publish the map\n• write to parishes.\n\nThat is all."
    sentences = find_sentences(text, ABBREVIATIONS)
    stems = find_stems(text, sentences)
    assert [stem and stem.of(text) for stem in stems] == [None, "The Council will:", "The Council will:", None]


def test_a_list_behind_a_noun_has_no_stem() -> None:
    text = "The grants are these:\n• a map"
    assert find_stems(text, find_sentences(text, ABBREVIATIONS)) == (None, None)


@given(st.text(alphabet="abc ABC.?!\n•-()[]\"'’0123:;"))
def test_spans_are_in_order_trimmed_and_cover_all_words(text: str) -> None:
    sentences = find_sentences(text, ABBREVIATIONS)
    assert all(sentence.of(text) == sentence.of(text).strip() != "" for sentence in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    assert len(find_stems(text, sentences)) == len(sentences)


@pytest.mark.parametrize("unit", ["Aa", "a.", "!", "-", "'", "A ", "Aa.Bb ", ". "])
def test_a_long_run_of_anything_is_read_in_one_pass(unit: str) -> None:
    """A scan that begins anew at every character would not end within the life of a test run."""
    text = unit * 60_000 + "x"
    assert find_sentences(text, frozenset())[-1].end == len(text)
