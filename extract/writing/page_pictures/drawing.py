"""Marks drawn over the picture of a page, with a legend above it."""

from collections.abc import Sequence
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from extract.document import Box
from extract.vocabulary.headings import ColumnRole
from extract.writing.page_pictures.marks import FURNITURE, GRID, ROW, RULE, TITLE, UNEXPLAINED, Mark

_Colour = tuple[int, int, int]

_FILLS: Final[dict[str, _Colour]] = {
    ColumnRole.NUMBER.value: (120, 120, 255),
    ColumnRole.RECOMMENDATION.value: (80, 160, 255),
    ColumnRole.DECISION.value: (255, 150, 0),
    ColumnRole.TICK.value: (255, 150, 0),
    ColumnRole.RESPONSE.value: (60, 190, 90),
    ColumnRole.OWNER.value: (190, 90, 220),
    ColumnRole.TIMESCALE.value: (0, 190, 190),
    ColumnRole.PROGRESS.value: (160, 180, 0),
    ColumnRole.THEME.value: (150, 110, 60),
    ColumnRole.OTHER.value: (170, 170, 140),
    TITLE: (240, 210, 0),
    FURNITURE: (150, 150, 150),
    UNEXPLAINED: (235, 30, 30),
}
_OUTLINES: Final[dict[str, _Colour]] = {GRID: (90, 140, 220), RULE: (120, 90, 220), ROW: (0, 0, 0)}
_STRENGTH = 90  # of 255: the text is read through it
_SHOWN: Final = (
    *(role.value for role in ColumnRole if role is not ColumnRole.TICK),
    TITLE,
    FURNITURE,
    UNEXPLAINED,
    GRID,
    RULE,
    ROW,
)
_TEXT, _LINE, _GAP, _MARGIN = 13, 22, 8, 3  # pixels


def drawn(picture: Image.Image, size: tuple[float, float], marks: Sequence[Mark], title: str) -> Image.Image:
    """The picture with the marks over it and a legend above.

    Args:
        picture: the page.
        size: width and height of the page in points, in which the marks are.
        marks: what is drawn.
        title: what the legend begins with.
    """
    scale = picture.width / size[0], picture.height / size[1]
    over = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(over)
    font = ImageFont.load_default(_TEXT)
    for mark in marks:
        box = _scaled(mark.box, scale)
        if mark.kind in _FILLS:
            pen.rectangle(box, fill=(*_FILLS[mark.kind], _STRENGTH))
    for mark in marks:
        if mark.kind in _OUTLINES:
            _outline(pen, mark, _scaled(mark.box, scale), font)
    page = Image.alpha_composite(picture.convert("RGBA"), over).convert("RGB")
    return _with_legend(page, title, font)


def _scaled(box: Box, scale: tuple[float, float]) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = box
    left, right = sorted((x0 * scale[0], x1 * scale[0]))
    above, below = sorted((top * scale[1], bottom * scale[1]))
    return left, above, right, below


_Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


def _outline(pen: ImageDraw.ImageDraw, mark: Mark, box: tuple[float, float, float, float], font: _Font) -> None:
    pen.rectangle(box, outline=(*_OUTLINES[mark.kind], 255), width=2 if mark.kind == ROW else 1)
    if mark.label:
        at = max(box[0] - font.getbbox(mark.label)[2] - 2 * _MARGIN, _MARGIN), box[1] + 1
        x0, top, x1, bottom = pen.textbbox(at, mark.label, font=font)
        pen.rectangle((x0 - _MARGIN, top - _MARGIN, x1 + _MARGIN, bottom + _MARGIN), fill=(0, 0, 0, 255))
        pen.text(at, mark.label, font=font, fill=(255, 255, 255, 255))


def _with_legend(page: Image.Image, title: str, font: _Font) -> Image.Image:
    places, height = _places(page.width, title, font)
    whole = Image.new("RGB", (page.width, page.height + height), (255, 255, 255))
    whole.paste(page, (0, height))
    pen = ImageDraw.Draw(whole)
    pen.text((_GAP, 4), title, font=font, fill=(0, 0, 0))
    for name, (x, y) in places.items():
        square = (x, y + 3, x + _TEXT, y + 3 + _TEXT)
        if name in _FILLS:
            pen.rectangle(square, fill=_FILLS[name])
        else:
            pen.rectangle(square, outline=_OUTLINES[name], width=2)
        pen.text((x + _TEXT + 4, y), name, font=font, fill=(0, 0, 0))
    pen.line((0, height - 1, page.width, height - 1), fill=(0, 0, 0))
    return whole


def _places(width: int, title: str, font: _Font) -> tuple[dict[str, tuple[float, float]], int]:
    """Where each entry of the legend stands, and how high the legend is."""
    places = dict[str, tuple[float, float]]()
    x, y = font.getbbox(title)[2] + 3.0 * _GAP, 4.0
    for name in _SHOWN:
        wide = _TEXT + 4 + font.getbbox(name)[2] + _GAP
        if x + wide > width:
            x, y = float(_GAP), y + _LINE
        places[name] = (x, y)
        x += wide
    return places, round(y) + _LINE
