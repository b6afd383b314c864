"""Footnotes, numbers of lines, columns and a second language: what belongs to no row stays out of the rows."""

from functools import partial

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.document import Line
from tests.reading.troubled import (
    ROWS,
    WELSH,
    WELSH_LABELS,
    WELSH_TITLES,
    Row,
    aside,
    column,
    drawn,
    heading,
    labelled,
    read,
    rows_of,
    ruled,
    upright,
    wrapped,
)

NOTES = ("The report to Cabinet of 4 March 2024 describes it.", "£40,000 was removed from the budget in 2022.")
INTRODUCTION = (
    "The Cabinet has considered the report of the Children and Young People Scrutiny Committee and thanks its members.",
    "The Cabinet met on 4 June 2024. Its responses were prepared by officers in Highways and in Education.",
)


def marked(row: Row, word: str, mark: str, field: int = 3) -> Row:
    """The row with a raised mark after a word of one of its cells."""
    return (*row[:field], row[field].replace(word, f'{word}<super size="5.5">{mark}</super>', 1), *row[field + 1 :])


MARKED = (
    marked(marked(ROWS[0], "schools.", "1"), "travel", "2", 1),
    marked(ROWS[1], "this", "2"),
    marked(ROWS[2], "2025", "1"),
    ROWS[3],
)


def notes(canvas: Canvas, top: float, size: float) -> None:
    for k, note in enumerate(NOTES):
        canvas.setFont("Helvetica", 0.6 * size)
        canvas.drawString(50, top - 12 * k + 2, str(k + 1))
        canvas.setFont("Helvetica", size)
        canvas.drawString(56, top - 12 * k, note)


@pytest.mark.parametrize("with_rule", [True, False])
def test_footnotes_below_a_table(*, with_rule: bool) -> None:
    def page(canvas: Canvas) -> None:
        heading(canvas)
        ruled(canvas, MARKED)
        if with_rule:
            canvas.line(50, 80, 200, 80)
        notes(canvas, 66, 8 if with_rule else 7)

    document = read(drawn(page))
    assert rows_of(document) == ROWS
    assert [text.replace(" ", "") for text in aside(document)] == [
        *(f"{k}{note}".replace(" ", "") for k, note in enumerate(NOTES, 1)),
        *("2", "1", "2", "1"),
    ]


def test_footnotes_within_prose_that_goes_on() -> None:
    def page(canvas: Canvas, number: int) -> None:
        column(canvas, wrapped([text for row in ROWS[2 * number : 2 * number + 1] for text in labelled(row)], 495))
        canvas.setFont("Helvetica", 6)
        canvas.drawString(
            50 + canvas.stringWidth(f"Timescale: {ROWS[2 * number][5]}", "Helvetica", 10), y_last(number), "1"
        )
        column(
            canvas,
            wrapped([text for row in ROWS[2 * number + 1 : 2 * number + 2] for text in labelled(row)], 495),
            50,
            500,
        )
        notes(canvas, 60, 8)

    document = read(drawn(*(partial(page, number=number) for number in range(2))))
    assert rows_of(document) == ROWS
    assert "".join(f"1{NOTES[0]}2{NOTES[1]}".split()) in "".join("".join(aside(document)).split())


def y_last(number: int) -> float:
    """The height of a mark that stands raised after the first row's last line."""
    lines = wrapped(labelled(ROWS[2 * number]), 495)[:-2]
    return 770 - sum(12.5 if line else 6 for line in lines) + 4


def test_units_and_ordinals_keep_what_is_raised() -> None:
    kept = (*ROWS[0][:3], "Open on 4<super>th</super> May: 300 m<super>2</super> of paving.", *ROWS[0][4:])
    assert "300 m2 of paving" in rows_of(read(drawn(lambda canvas: ruled(canvas, (kept, *ROWS[1:])))))[0][3]


@pytest.mark.parametrize(("step", "x"), [(1, 60), (5, 60), (5, 575)])
def test_numbers_of_lines_in_the_margin(step: int, x: float) -> None:
    """Numbers of every line in the right margin are not told from a column."""
    lines = wrapped((text for row in ROWS for text in labelled(row)), 440)

    def page(canvas: Canvas) -> None:
        column(canvas, lines, 80)
        y, count = 770.0, 0
        for line in lines:
            count += bool(line)
            if line and count % step == 0:
                canvas.drawRightString(x, y, str(count))
            y -= 12.5 if line else 6

    document = read(drawn(page))
    assert rows_of(document) == ROWS
    assert len(aside(document)) == sum(map(bool, lines)) // step


def test_numbers_of_rows_are_no_numbers_of_lines() -> None:
    def page(canvas: Canvas) -> None:
        for k in range(1, 15):
            canvas.drawRightString(60, 770 - 14 * k, str(k))
            canvas.drawString(80, 770 - 14 * k, f"Publish the plan number {k * k}")

    assert aside(read(drawn(page))) == []


@pytest.mark.parametrize("halves", ["by recommendation", "within a paragraph"])
def test_prose_in_two_columns(halves: str) -> None:
    texts = [*INTRODUCTION, *(text for row in ROWS for text in labelled(row))]
    lines = wrapped(texts, 230)
    half = len(wrapped(texts[: len(INTRODUCTION) + 10], 230)) if halves == "by recommendation" else len(lines) // 2

    def page(canvas: Canvas) -> None:
        heading(canvas)
        column(canvas, lines[:half], 50, 740)
        column(canvas, lines[half:], 315, 740)

    assert rows_of(read(drawn(page))) == ROWS


def test_columns_of_a_table_without_rules_stay_beside_each_other() -> None:
    def page(canvas: Canvas) -> None:
        y = 740.0
        for left, right in (("Recommendation", "Response"), *((f"{row[0]}. {row[1]}", row[3]) for row in ROWS)):
            parts = wrapped([left], 230), wrapped([right], 230)
            for x, part in zip((50, 315), parts, strict=True):
                column(canvas, part, x, y)
            y -= 12.5 * max(map(len, parts))

    document = read(drawn(page))
    heads = [block.text for block in document.blocks if isinstance(block, Line)][:2]
    assert heads == ["Recommendation", "Response"]
    assert [(row[0], row[1], row[3]) for row in rows_of(document)] == [(row[0], row[1], row[3]) for row in ROWS]


@pytest.mark.parametrize("english_first", [True, False])
def test_columns_in_two_languages(*, english_first: bool) -> None:
    def page(canvas: Canvas, number: int) -> None:
        own = slice(2 * number, 2 * number + 2)
        english = wrapped([text for row in ROWS[own] for text in labelled(row)], 230)
        welsh = wrapped([text for row in WELSH[own] for text in labelled(row, WELSH_LABELS)], 230)
        column(canvas, english, 50 if english_first else 315)
        column(canvas, welsh, 315 if english_first else 50)

    document = read(drawn(*(partial(page, number=number) for number in range(2))))
    assert rows_of(document) == ROWS
    assert "Argymhelliad 1" in str(document.furniture)
    assert [notice.code for notice in document.notices] == ["bilingual"]


@pytest.mark.parametrize("by_row", [True, False])
def test_paragraphs_in_two_languages(*, by_row: bool) -> None:
    def page(canvas: Canvas, number: int) -> None:
        texts: list[str] = []
        for row, welsh in list(zip(ROWS, WELSH, strict=True))[2 * number : 2 * number + 2]:
            both = labelled(welsh, WELSH_LABELS), labelled(row)
            texts += (*both[0], *both[1]) if by_row else (text for pair in zip(*both, strict=True) for text in pair)
        column(canvas, wrapped(texts, 495))

    assert rows_of(read(drawn(*(partial(page, number=number) for number in range(2))))) == ROWS


def test_a_table_for_each_language() -> None:
    def welsh(canvas: Canvas) -> None:
        ruled(canvas, WELSH, titles=WELSH_TITLES)

    document = read(drawn(welsh, upright))
    assert rows_of(document) == ROWS


def test_rows_of_each_language_in_one_table() -> None:
    both = [row for pair in zip(WELSH, ROWS, strict=True) for row in pair]
    assert rows_of(read(drawn(lambda canvas: ruled(canvas, both)))) == ROWS


def test_a_document_in_welsh_alone_is_left_as_it_is() -> None:
    document = read(drawn(lambda canvas: ruled(canvas, WELSH, titles=WELSH_TITLES)))
    assert len(rows_of(document)) == len(WELSH)
    assert document.notices == ()


def test_welsh_names_in_an_english_document_stay() -> None:
    named = tuple((*row[:4], "Cyngor Gwynedd", row[5]) for row in ROWS)
    assert rows_of(read(drawn(lambda canvas: ruled(canvas, named)))) == named


@pytest.mark.parametrize("label", ["R E C O M M E N D A T I O N ", "Recommendation "])
def test_words_that_are_spaced_out(label: str) -> None:
    spaced = (label, "D E C I S I O N: ", *("Response: ", "Lead: ", "Timescale: "))
    page = wrapped((text for row in ROWS for text in labelled(row, spaced)), 495)
    assert rows_of(read(drawn(lambda canvas: column(canvas, page)))) == ROWS


@pytest.mark.parametrize("apart", [0.6, 3.0])
def test_letters_that_are_set_apart(apart: float) -> None:
    def page(canvas: Canvas) -> None:
        y = 770.0
        for line in wrapped((text for row in ROWS for text in labelled(row)), 300):
            text = canvas.beginText(50, y)
            text.setCharSpace(apart)
            text.textOut(line)
            canvas.drawText(text)
            y -= 13

    assert rows_of(read(drawn(page))) == ROWS
