"""Pages that hold findings are drawn: small, grey where they are grey, and of the size that the marks count in."""

import io
from operator import itemgetter
from pathlib import Path

import pytest
from PIL import Image

from extract.flow import Wishes, read_result
from extract.results import Result

_DOCUMENTS = Path(__file__).parent.parent.parent / "quality" / "documents"


def _read(name: str, *, pictures: bool = True) -> Result:
    return read_result((_DOCUMENTS / name).read_bytes(), name, Wishes(pictures=pictures))


def test_each_page_with_a_row_has_a_picture_that_its_marks_lie_on() -> None:
    result = _read("leeds-school-attendance.cards.pdf")
    assert result.report is not None
    drawn = {each.page: each for each in result.pictures or ()}
    assert {place.page for row in result.report.recommendations for place in row.evidence} <= set(drawn)
    for mark in (mark for marks in result.page_marks.values() for mark in marks):
        assert mark.box is not None
        assert 0 <= mark.box[0] < mark.box[2] <= drawn[mark.page].width
        assert 0 <= mark.box[1] < mark.box[3] <= drawn[mark.page].height


def test_a_picture_is_small_and_has_the_shape_of_its_page() -> None:
    for each in _read("leeds-school-attendance.cards.pdf").pictures or ():
        assert len(each.data) < 100_000
        with Image.open(io.BytesIO(each.data)) as image:
            assert image.format == "WEBP"
            assert abs(image.width / image.height - each.width / each.height) < 0.01
            assert abs(image.width - each.width * 110 / 72) < 2


def test_a_grey_page_has_a_grey_picture_and_a_coloured_one_keeps_its_colour() -> None:
    assert not any(_is_coloured(each.data) for each in _read("leeds-school-attendance.cards.pdf").pictures or ())
    assert any(_is_coloured(each.data) for each in _read("nottingham-prs-licensing.shaded.pdf").pictures or ())


def _is_coloured(data: bytes) -> bool:
    with Image.open(io.BytesIO(data)) as image:
        colours = image.convert("RGB").getcolors(2**24) or []
    return any(max(colour) - min(colour) > 30 for _, colour in colours if isinstance(colour, tuple))


@pytest.mark.slow
def test_print_has_few_shades_and_paper_stays_white() -> None:
    for name in ("leeds-school-attendance.cards.pdf", "nottingham-prs-licensing.shaded.pdf"):
        for each in _read(name).pictures or ():
            counts = _colours(each.data)
            assert len({shade for colour in counts for shade in colour}) <= 16
            assert max(counts.items(), key=itemgetter(1))[0] == (255, 255, 255)


def _colours(data: bytes) -> dict[tuple[int, ...], int]:
    """How often each colour of a picture occurs."""
    with Image.open(io.BytesIO(data)) as image:
        found = image.convert("RGB").getcolors(2**24) or []
    return {colour: count for count, colour in found if isinstance(colour, tuple)}


def test_a_turned_page_has_a_picture_as_its_text_was_read() -> None:
    result = _read("hampshire-police-crime-panel.rotated.pdf")
    assert result.pictures
    assert all(each.width > each.height for each in result.pictures)


def test_a_format_without_pages_has_none_and_none_is_drawn_unasked() -> None:
    assert _read("hampshire-police-crime-panel.docx.docx").pictures == ()
    assert _read("leeds-school-attendance.cards.pdf", pictures=False).pictures is None


def test_a_picture_has_the_same_bytes_each_time() -> None:
    one, other = (_read("nottingham-prs-licensing.shaded.pdf") for _ in range(2))
    assert one.pictures == other.pictures
