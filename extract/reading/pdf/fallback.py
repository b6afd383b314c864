"""A page as pdfplumber sees it, for pages that pdfium cannot read: slow, and built on another parser."""

import struct
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

import numpy as np
import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extract.document import Box
from extract.reading.pdf.lattice import find_grids
from extract.reading.pdf.lines import Stretch
from extract.reading.pdf.rules import find_rules
from extract.reading.pdf.sheet import Rest, Sheet, cells_of
from extract.reading.pdf.turn import Boxes

FAULTS = (
    PDFException,
    PdfminerException,
    MalformedPDFException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pdfplumber and its parser raise over broken pages: they check little of what they use."""


def read_sheet_slowly(data: bytes, number: int) -> Sheet:
    """What a page of the file holds.

    Args:
        data: the file.
        number: the page's 1-based number.
    """
    with pdfplumber.open(BytesIO(data)) as document:
        page = document.pages[number - 1]
        try:
            words = page.dedupe_chars().extract_words(extra_attrs=["fontname", "size"], expand_ligatures=True)
            grids = find_grids(find_rules(_boxes(_drawn(page))))
            cells = cells_of(_boxes(words), grids).tolist()
            stretches = [(cell, _stretch(word)) for cell, word in zip(cells, words, strict=True)]
            letters = sum(len(word["text"]) for word in words)
            return Sheet((page.width, page.height), grids, letters, stretches, Rest(pictures=len(page.images)))
        finally:
            page.close()


def _drawn(page: Any) -> Iterable[Mapping[str, Any]]:  # noqa: ANN401 - pdfplumber has no static types
    """The lines and the sides of rectangles."""
    yield from page.lines
    yield from page.rect_edges


def _boxes(items: Iterable[Mapping[str, Any]]) -> Boxes:
    rows = [(item["x0"], item["top"], item["x1"], item["bottom"]) for item in items]
    return np.array(rows, dtype=np.float32).reshape(-1, 4)


def _stretch(word: Mapping[str, Any]) -> Stretch:
    box = Box(*(round(float(word[side]), 1) for side in ("x0", "top", "x1", "bottom")))
    bold = len(word["text"]) if "bold" in word["fontname"].lower() else 0
    return Stretch(word["text"], box, box.bottom, bold, round(float(word["size"]), 1))
