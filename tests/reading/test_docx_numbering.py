"""Automatic numbers of Word: printed as Word prints them, since labels of recommendations often are such numbers."""

import pytest

from extract.reading.counting import written
from tests.reading.word import p, part, table, tbl, tc, texts, tr


def _level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def _numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return part("numbering", f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}')


def _item(words: str, level: int = 0, num: int = 1) -> str:
    return p(words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def test_numbers_are_counted_by_level_and_begin_anew_below_the_next_one() -> None:
    numbering = _numbering(
        _level(0, "decimal", "%1."), _level(1, "lowerLetter", "(%2)"), _level(2, "lowerRoman", "%3)")
    )
    body = _item("A") + _item("B", 1) + _item("C", 1) + _item("D", 2) + _item("E") + _item("F", 1)

    assert texts(body, numbering=numbering) == ["1. A", "(a) B", "(b) C", "i) D", "2. E", "(a) F"]


def test_labels_have_words_and_numbers_of_the_levels_above() -> None:
    numbering = _numbering(_level(0, "decimal", "Recommendation %1:"), _level(1, "decimal", "%1.%2"))

    assert texts(_item("A") + _item("B", 1) + _item("C", 1) + _item("D"), numbering=numbering) == [
        "Recommendation 1: A",
        "1.1 B",
        "1.2 C",
        "Recommendation 2: D",
    ]


def test_a_level_above_that_was_never_used_is_at_its_start() -> None:
    numbering = _numbering(_level(0, "upperRoman", "%1"), _level(1, "decimal", "%1.%2", "<w:isLgl/>"))

    assert texts(_item("A", 1) + _item("B", 1), numbering=numbering) == ["1.1 A", "1.2 B"]


def test_a_list_that_overrides_its_start_begins_anew_once() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = _item("A") + _item("B", num=2) + _item("C", num=2) + _item("D", num=3)

    assert texts(body, numbering=_numbering(_level(0, "decimal", "%1."), nums=nums)) == ["1. A", "5. B", "6. C", "7. D"]


def test_a_level_that_never_begins_anew_goes_on() -> None:
    numbering = _numbering(_level(0, "none", ""), _level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    body = _item("Theme one") + _item("A", 1) + _item("Theme two") + _item("B", 1)

    assert texts(body, numbering=numbering) == ["Theme one", "1. A", "Theme two", "2. B"]


def test_bullets_are_bullets_and_lone_ones_are_nothing() -> None:
    numbering = _numbering(_level(0, "bullet", "\uf0b7"), _level(1, "bullet", ""))

    assert texts(_item("A") + _item("") + _item("B", 1), numbering=numbering) == ["• A", "B"]


def test_the_number_of_an_empty_cell_is_printed() -> None:
    found = table(
        tbl(tr(tc(_item("")), "That"), tr(tc(_item("")), "And")), numbering=_numbering(_level(0, "decimal", "%1."))
    )

    assert [row.cells[0].text for row in found.rows] == ["1.", "2."]


def test_paragraphs_of_no_list_have_no_label() -> None:
    numbering = _numbering(_level(0, "decimal", "%1."))

    assert texts(_item("A", num=0) + _item("B", num=9) + _item("C", level=4), numbering=numbering) == ["A", "B", "C"]


def test_a_label_that_nothing_divides_from_the_text_stands_right_before_it() -> None:
    assert texts(_item("1"), numbering=_numbering(_level(0, "decimal", "R%1.", '<w:suff w:val="nothing"/>'))) == [
        "R1.1"
    ]


def test_a_style_numbers_its_paragraphs_at_the_level_that_names_it() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Rec"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Rec"/></w:style>'
    )
    numbering = _numbering(_level(0, "decimal", "%1."), _level(1, "decimal", "Rec %2:", '<w:pStyle w:val="Rec"/>'))
    body = p("A", properties='<w:pStyle w:val="Rec"/>') + p("B", properties='<w:pStyle w:val="Own"/>')
    none = p("C", properties='<w:pStyle w:val="Rec"/><w:numPr><w:numId w:val="0"/></w:numPr>')

    assert texts(body + none, numbering=numbering, styles=part("styles", style)) == ["Rec 1: A", "Rec 2: B", "C"]


def test_a_list_is_defined_by_the_style_that_it_is_linked_to() -> None:
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Councils"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Councils"/>'
        f"{_level(0, 'upperLetter', '%1)')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )

    assert texts(_item("A") + _item("B"), numbering=numbering) == ["A) A", "B) B"]


@pytest.mark.parametrize(
    ("count", "form", "text"),
    [
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (14, "lowerRoman", "xiv"),
        (1999, "upperRoman", "MCMXCIX"),
        (3, "decimalZero", "03"),
        (11, "ordinal", "11th"),
        (22, "ordinal", "22nd"),
        (4, "cardinalText", "Four"),
        (21, "cardinalText", "21"),
        (5, "chicago", "5"),
        (5, "none", ""),
        (0, "lowerRoman", "0"),
        (10**8, "lowerLetter", "100000000"),
    ],
)
def test_numbers_in_their_forms(count: int, form: str, text: str) -> None:
    assert written(count, form) == text
