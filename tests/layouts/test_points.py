"""Reports that count their paragraphs: which numbers are theirs, and which stand beside their paragraphs."""

from extract.document import Box, Document, Line, Source
from extract.layouts.prose.hanging import with_hanging_numbers
from extract.layouts.prose.paragraphs import Paragraph
from extract.layouts.prose.points import end_of_chapter, is_point, without_points
from extract.text import join_lines

_SAID = "Usage of the two halls has fallen since the hours were cut."


def _paragraph(text: str, *, bold: bool = False) -> Paragraph:
    lines = (Line(text, gap=True, bold=bold),)
    return Paragraph(lines, join_lines(lines).text)


def _uncounted(*texts: str) -> list[str]:
    return [one.text for one in without_points([_paragraph(text) for text in texts])]


def test_numbers_that_follow_one_another_are_taken_off_and_kept_as_printed() -> None:
    numbers = ["1.1", "1.2", "2.1", "2.1.1", "2.1.2", "2.2", "3.1"]
    read = without_points([_paragraph(f"{number}\t{_SAID}") for number in numbers])
    assert {one.text for one in read} == {_SAID}
    assert [one.as_printed[0].text for one in read] == [f"{number}\t{_SAID}" for number in numbers]


def test_numbers_of_one_level_run_from_the_first_page_to_the_last() -> None:
    assert set(_uncounted(*(f"{number}. {_SAID}" for number in range(1, 9)))) == {_SAID}


def test_a_part_of_a_report_begins_with_any_number() -> None:
    assert set(_uncounted(*(f"{number}. {_SAID}" for number in range(12, 20)))) == {_SAID}
    assert set(_uncounted(*(f"5.{number} {_SAID}" for number in range(12, 20)))) == {_SAID}


def test_numbers_of_some_paragraphs_only_are_labels() -> None:
    for answer in ("Officers have looked into this and will write to all users.", "Agreed."):
        texts = [text for number in range(1, 9) for text in (f"{number}. {_SAID}", answer)]
        assert _uncounted(*texts) == texts


def test_numbers_that_begin_anew_are_lists() -> None:
    texts = [f"{number}. {_SAID}" for _ in range(4) for number in (1, 2)]
    assert _uncounted(*texts) == texts


def test_few_numbers_are_none_of_a_report() -> None:
    texts = [f"1.{number} {_SAID}" for number in range(1, 5)]
    assert _uncounted(*texts) == texts


def test_a_figure_that_opens_a_paragraph_breaks_no_chain() -> None:
    texts = [f"1.{number} {_SAID}" for number in range(1, 5)]
    read = _uncounted(*texts, f"40 people came. {_SAID}", *(f"1.{number} {_SAID}" for number in range(5, 9)))
    assert read == [*[_SAID] * 4, f"40 people came. {_SAID}", *[_SAID] * 4]


def test_a_chapter_ends_where_the_first_number_changes() -> None:
    texts = [f"{number} {_SAID}" for number in ("4.1", "4.2", "4.3", "5.1", "5.2", "5.3")]
    run = without_points([_paragraph(text) for text in texts])
    assert end_of_chapter(run) == 3
    assert end_of_chapter(run[:2]) == 2


def test_numbers_of_one_level_tell_nothing_of_chapters() -> None:
    run = without_points([_paragraph(f"{number}. {_SAID}") for number in range(1, 8)])
    assert end_of_chapter(run) == len(run)


def test_only_numbers_of_several_levels_open_a_paragraph_by_themselves() -> None:
    assert [is_point(text) for text in ("3.1.2 Usage", "3.1 “That", "3 Usage", "2.5 million")] == [
        True,
        True,
        False,
        False,
    ]


def _line(text: str, x0: float, top: float) -> Line:
    return Line(text, box=Box(x0, top, x0 + 5 * len(text), top + 10))


def _joined(*lines: Line) -> list[str]:
    document = Document(Source("a.pdf", "0" * 64, "application/pdf"), "pdf", lines)
    return [block.text for block in with_hanging_numbers(document).blocks if isinstance(block, Line)]


def test_a_number_beside_a_line_is_one_with_it_in_either_order() -> None:
    read = _joined(_line("3.1.1", 72, 100), _line("Usage has", 108, 100), _line("fallen.", 108, 112))
    assert read == ["3.1.1 Usage has", "fallen."]
    assert _joined(_line("Opening hours", 108, 99), _line("3.1", 72, 100)) == ["3.1 Opening hours"]


def test_a_number_apart_from_a_line_stays_alone() -> None:
    below = [_line("3.1.1", 72, 100), _line("Usage has", 108, 120)]
    far = [_line("12", 72, 100), _line("Usage has", 300, 100)]
    right = [_line("Usage has", 72, 100), _line("12", 300, 100)]
    figures = [_line("12", 72, 100), _line("14", 100, 100)]
    for lines in (below, far, right, figures):
        assert _joined(*lines) == [line.text for line in lines]


def test_a_joined_line_covers_both() -> None:
    document = Document(
        Source("a.pdf", "0" * 64, "application/pdf"), "pdf", (_line("3.1", 72, 100), _line("Usage", 108, 101))
    )
    (line,) = with_hanging_numbers(document).blocks
    assert isinstance(line, Line)
    assert line.box == Box(72, 100, 133, 111)
