"""Coloured bands over a form: a row of their own, though no rule is drawn below them."""

import numpy as np
import pytest

from extract.reading.pdf.bands import with_bands
from extract.reading.pdf.lattice import find_grids
from extract.reading.pdf.rules import Rule, Rules

FORM = Rules(
    across=(Rule(50, 0, 300), Rule(110, 0, 300), Rule(150, 0, 300)),
    down=(Rule(0, 50, 150), Rule(100, 75, 150), Rule(300, 50, 150)),
)


def _cells(*fill: float) -> list[tuple[int, ...]]:
    (grid,) = find_grids(with_bands(FORM, np.array([fill])))
    return [tuple(region) for region in grid.regions]


def test_a_band_over_a_form_is_a_row_of_its_own() -> None:
    below = [(1, 0, 1, 1), (1, 1, 1, 1), (2, 0, 1, 1), (2, 1, 1, 1)]
    assert _cells(0, 50, 300, 75) == [(0, 0, 1, 2), *below]


@pytest.mark.parametrize(
    "fill",
    [(0, 50, 300, 90), (0, 50, 200, 75), (0, 75, 300, 100), (120, 50, 300, 75)],
    ids=["foot elsewhere", "ends in a cell", "begins there", "beside the rule"],
)
def test_other_fills_divide_nothing(fill: tuple[float, ...]) -> None:
    (plain,) = find_grids(FORM)
    assert _cells(*fill) == [tuple(region) for region in plain.regions]
