"""From the coordinates of a PDF page (origin bottom left, unrotated) to the page as it is seen (origin top left)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Boxes = NDArray[np.float32]
"""Rectangles, one a row: x0, top, x1, bottom in points as they are seen."""


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page is turned and where its visible part lies.

    Attributes:
        left: lowest x of the visible part, in the file's coordinates.
        bottom: lowest y.
        right: highest x.
        top: highest y.
        quarters: how often it is turned clockwise by a quarter.
    """

    left: float
    bottom: float
    right: float
    top: float
    quarters: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as they are seen."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarters % 2 else (width, height)

    def seen(self, corners: NDArray[np.float32]) -> Boxes:
        """The boxes as they are seen.

        Args:
            corners: rows of x, y, x, y: two opposite corners in the file's coordinates, in any order.
        """
        x, y = corners[:, 0::2], corners[:, 1::2]
        match self.quarters % 4:
            case 0:
                across, down = x - self.left, self.top - y
            case 1:
                across, down = y - self.bottom, x - self.left
            case 2:
                across, down = self.right - x, y - self.bottom
            case _:
                across, down = self.top - y, self.right - x
        boxes = np.empty((len(corners), 4), dtype=np.float32)
        for at, side in enumerate((across, down)):
            np.minimum(side[:, 0], side[:, 1], out=boxes[:, at], casting="same_kind")
            np.maximum(side[:, 0], side[:, 1], out=boxes[:, at + 2], casting="same_kind")
        return boxes
