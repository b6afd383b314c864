"""Grids from rules: found, closed where they are open, and cut into cells that leave nothing out."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.reading.pdf.lattice import Grid, Region, find_grids
from extract.reading.pdf.rules import Rule, Rules, find_rules, joined, positions

XS, YS = (0.0, 50.0, 120.0, 300.0), (0.0, 20.0, 90.0, 130.0)


def ruled(xs: tuple[float, ...] = XS, ys: tuple[float, ...] = YS) -> Rules:
    return Rules(tuple(Rule(y, xs[0], xs[-1]) for y in ys), tuple(Rule(x, ys[0], ys[-1]) for x in xs))


def test_every_unit_of_a_full_grid_is_a_cell() -> None:
    (grid,) = find_grids(ruled())
    assert (grid.xs, grid.ys) == (XS, YS)
    assert grid.regions == tuple(Region(row, column, 1, 1) for row in range(3) for column in range(3))


@pytest.mark.parametrize(
    ("rules", "xs", "ys"),
    [
        (ruled()._replace(across=ruled().across[:-1]), XS, YS),
        (ruled()._replace(across=ruled().across[1:]), XS, YS),
        (ruled()._replace(down=ruled().down[:-1]), XS, YS),
        (ruled()._replace(down=ruled().down[1:-1]), XS, YS),
    ],
    ids=["open below", "open above", "no right side", "no sides"],
)
def test_open_sides_are_closed(rules: Rules, xs: tuple[float, ...], ys: tuple[float, ...]) -> None:
    (grid,) = find_grids(rules)
    assert (grid.xs, grid.ys) == (xs, ys)


def test_a_table_inside_a_cell_belongs_to_the_cell() -> None:
    inner = ruled((130.0, 200.0, 290.0), (95.0, 110.0, 125.0))
    (grid,) = find_grids(Rules(ruled().across + inner.across, ruled().down + inner.down))
    assert grid.xs == XS


def test_tables_side_by_side_are_two() -> None:
    other = ruled((320.0, 400.0, 500.0), (0.0, 40.0, 130.0))
    grids = find_grids(Rules(ruled().across + other.across, ruled().down + other.down))
    assert [grid.xs for grid in grids] == [XS, (320.0, 400.0, 500.0)]


def test_a_frame_and_crossed_lines_are_no_table() -> None:
    assert find_grids(ruled((0.0, 100.0), (0.0, 50.0))) == ()
    assert find_grids(Rules((Rule(50, 0, 100),), ())) == ()


@st.composite
def any_rules(draw: st.DrawFn) -> Rules:
    rule = st.builds(
        lambda at, a, b: Rule(at * 20.0, a * 20.0, (a + b) * 20.0), *[st.integers(0, 8)] * 2, st.integers(1, 8)
    )
    return Rules(joined(draw(st.lists(rule, max_size=14))), joined(draw(st.lists(rule, max_size=14))))


@given(any_rules())
def test_cells_tile_their_grid(rules: Rules) -> None:
    """Every unit of a grid belongs to exactly one cell, so that no word can fall between."""
    for grid in find_grids(rules):
        covered = np.zeros((len(grid.ys) - 1, len(grid.xs) - 1), dtype=int)
        for row, column, rows, columns in grid.regions:
            covered[row : row + rows, column : column + columns] += 1
        assert (covered == 1).all()
        assert is_sorted(grid)


def is_sorted(grid: Grid) -> bool:
    return all(list(edges) == sorted(set(edges)) for edges in (grid.xs, grid.ys))


def test_thin_boxes_are_rules_and_dots_are_both_until_joined() -> None:
    dots = [(float(x), 10.0, x + 1.0, 11.0) for x in range(0, 60, 3)]
    boxes = np.array([(0, 50, 100, 50.5), (30, 0, 31, 80), (0, 0, 40, 40), *dots], dtype=np.float32)
    rules = find_rules(boxes)
    assert [(round(r.at), r.start, r.end) for r in rules.across] == [(10, 0, 58), (50, 0, 100)]
    assert [(round(r.at), r.start, r.end) for r in rules.down] == [(30, 0, 80)]


@given(st.lists(st.floats(0, 1000)), st.floats(0.5, 5))
def test_positions_are_apart(values: list[float], apart: float) -> None:
    found = positions(values, apart)
    assert all(b - a >= 0 for a, b in itertools.pairwise(found))
    assert positions(found, 0.0) == found
    assert (not values) == (not found)
