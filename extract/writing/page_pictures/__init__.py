"""Pictures of pages with what was read of them drawn over: to see at a glance what was understood and what was not."""

import io
from collections.abc import Sequence
from pathlib import Path

from extract.document import Document, Line
from extract.layouts.entries import Explanation
from extract.reading.pdf.pictures import read_pictures
from extract.storage.local import write_file
from extract.writing.page_pictures.drawing import drawn
from extract.writing.page_pictures.marks import Marks, find_marks

_ALL_PAGES = 200  # of a document with more, only the pages with rows are drawn
_SCALE = 1.5  # pixels a point: 108 dots an inch


def write_page_pictures(
    data: bytes, document: Document, explanation: Explanation, unexplained: Sequence[Line], folder: Path
) -> tuple[Path, ...]:
    """The paths of the pictures, ``page-001.png`` and so on; of a document of very many pages, those with rows only.

    Args:
        data: the bytes of the PDF file.
        document: what was read of it.
        explanation: its rows.
        unexplained: its lines that nothing accounts for.
        folder: where they go.

    Raises:
        OutputError: a picture could not be written.
    """
    marks = find_marks(document, explanation, unexplained)
    sizes = {page.number: (page.width, page.height) for page in document.pages}
    numbers = _wanted(document, marks)
    paths = list[Path]()
    for number, picture in read_pictures(data, numbers, _SCALE):
        page = drawn(picture, sizes[number], marks.on(number), f"{document.source.name}, page {number}")
        buffer = io.BytesIO()
        page.save(buffer, "PNG", optimize=False, compress_level=4)
        paths.append(write_file(folder / f"page-{number:03}.png", buffer.getvalue()))
    return tuple(paths)


def _wanted(document: Document, marks: Marks) -> list[int]:
    numbers = [page.number for page in document.pages]
    return numbers if len(numbers) <= _ALL_PAGES else [number for number in numbers if number in marks.pages_with_rows]


__all__ = ["write_page_pictures"]
