"""A page as a picture, the one form that all steps of recognition pass on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.document import Box

Pixels = NDArray[np.uint8]
"""Grey values by row and column, 0 for black to 255 for white."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture.

    Attributes:
        pixels: its grey values.
        scale: pixels a point.
    """

    pixels: Pixels
    scale: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        height, width = self.pixels.shape
        return width / self.scale, height / self.scale

    def span(self, box: Box) -> tuple[slice, slice]:
        """The rows and the columns of pixels that a box in points covers, within the picture."""
        height, width = self.pixels.shape
        x0, top, x1, bottom = (round(side * self.scale) for side in box)
        return slice(max(top, 0), max(min(bottom, height), 0)), slice(max(x0, 0), max(min(x1, width), 0))
