"""A chart as a picture of either kind: SVG, whose words stay words, and PNG."""

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from extract.writing.plots.chart import ACCENT, WIDTH, Chart, Rectangle, Shape, Words, shapes

_DOUBLE: Final = 2  # pixels of a PNG for one of the chart's, so that it prints well
_FOLDER: Final = Path(__file__).parent / "fonts"
_FILES: Final = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}
_FONTS: Final = "system-ui, 'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif"


def as_svg(chart: Chart) -> bytes:
    """The chart as SVG, with its numbers as its description."""
    size = f'viewBox="0 0 {WIDTH} {chart.height}" width="{WIDTH}" height="{chart.height}"'
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" xml:lang="en-GB" font-family={quoteattr(_FONTS)}>',
        f"<title>{escape(chart.title)}</title>",
        f"<desc>{escape(chart.description)}</desc>",
        f'<rect width="{WIDTH}" height="{chart.height}" fill="#ffffff"/>',
        *_elements(chart),
        "</svg>",
    )
    return ("\n".join(lines) + "\n").encode()


def _elements(chart: Chart) -> Iterator[str]:
    for shape in shapes(chart):
        if isinstance(shape, Rectangle):
            x, y, width, height = shape
            yield f'<rect x="{x:g}" y="{y:g}" width="{width:.2f}" height="{height:g}" fill="{ACCENT}"/>'
        else:
            anchor = "end" if shape.to_right else "start"
            weight = ' font-weight="700"' if shape.bold else ""
            yield (
                f'<text x="{shape.x:.2f}" y="{shape.y:g}" dy="0.35em" font-size="{shape.size}" fill="{shape.colour}" '
                f'text-anchor="{anchor}"{weight}>{escape(shape.text)}</text>'
            )


def as_png(chart: Chart) -> bytes:
    """The chart as PNG, at twice its size, with the same words about it as the SVG."""
    image = Image.new("RGB", (_DOUBLE * WIDTH, _DOUBLE * chart.height), "#ffffff")
    pen = ImageDraw.Draw(image)
    for shape in shapes(chart):
        _draw(pen, shape)
    buffer, about = io.BytesIO(), PngInfo()
    about.add_itxt("Title", chart.title, "en-GB", "Title")
    about.add_itxt("Description", chart.description, "en-GB", "Description")
    image.quantize(64).save(buffer, "PNG", optimize=True, dpi=(192, 192), pnginfo=about)
    return buffer.getvalue()


@cache
def _font(size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
    """The letters of a PNG, set in the way that every Pillow can, so that it is the same everywhere."""
    return ImageFont.truetype(_FOLDER / _FILES[bold], size, layout_engine=ImageFont.Layout.BASIC)


def _draw(pen: ImageDraw.ImageDraw, shape: Shape) -> None:
    if isinstance(shape, Words):
        font = _font(_DOUBLE * shape.size, bold=shape.bold)
        place = (_DOUBLE * shape.x, _DOUBLE * shape.y)
        pen.text(place, shape.text, shape.colour, font, "rm" if shape.to_right else "lm")
    elif shape.width:
        left, top = _DOUBLE * shape.x, _DOUBLE * shape.y
        pen.rectangle((left, top, left + _DOUBLE * shape.width, top + _DOUBLE * shape.height), fill=ACCENT)
