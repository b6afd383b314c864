"""What tests of a report share: its data, taken out of the page as a browser takes it."""

import base64
import re
from pathlib import Path
from typing import Any

import msgspec

_BLOCK = re.compile(rb'<script type="application/json" id="([^"]+)">(.*?)</script>', re.DOTALL)
_PICTURE = re.compile(rb'<script type="text/plain" id="picture\.([^"]+)">(.*?)</script>', re.DOTALL)


def blocks(page: bytes) -> dict[str, Any]:
    """The blocks of data in a page by their names."""
    return {name.decode(): msgspec.json.decode(data) for name, data in _BLOCK.findall(page)}


def pictures(page: bytes) -> dict[str, bytes]:
    """The pictures in a page by the document and the number of their page, with a point between."""
    return {name.decode(): base64.b64decode(data) for name, data in _PICTURE.findall(page)}


def text_of(path: Path) -> str:
    """The words of a PDF file."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - few tests print

    document = PdfDocument(path)
    try:
        return "\n".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    finally:
        document.close()
