"""What is drawn on a page besides its characters: lines, rectangles, pictures, and which way its text runs."""

import ctypes
import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pypdfium2 import raw

from extract.reading.pdf import native

Point = tuple[float, float]
Corners = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]

_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_SIMPLE = 7  # segments: a line has two, a rectangle five, a bevelled border of a browser up to seven
_THIN = 4.0  # points: what is drawn thinner than this is a line, whatever it was drawn with
_STRAIGHT = 1.0  # points that an edge may lean
_MOST_SEGMENTS = 20_000  # a page: what has more is a map or a chart
_DEEPEST = 8  # forms within forms
_WHITE = 250  # of 255: a lighter fill does not show on paper
_LARGEST_MARK = 14.5  # points: bullets and boxes to be ticked
_TICK_SEGMENTS = 14  # a cross with an outline has twelve corners
_ROUND_SEGMENTS = 80  # a frame with round corners, drawn as two outlines of which the inner is left white
_CORNER = 20.0  # points from its corner that the rounding of a box begins
_LEAST_PANEL = 45.0  # points: a round box that holds text is wider
_COVERING = {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING}
_SLANTED = 4  # the direction of text that runs along neither axis


class Cover(NamedTuple):
    """What may stand behind words or over them: a filled path, a picture or a shading.

    Attributes:
        corners: opposite corners of what is around it, in the file's coordinates.
        after: how many text objects are drawn before it.
        coloured: it is not white.
    """

    corners: Corners
    after: int
    coloured: bool


class Mark(NamedTuple):
    """A small path: opposite corners of what is around it, and how it is drawn.

    Attributes:
        corners: in the file's coordinates.
        outlined: it has an outline and is not filled, or is filled with white.
        aslant: straight lines of it go aslant, as those of a tick or a cross.
    """

    corners: Corners
    outlined: bool
    aslant: bool


@dataclass(slots=True)
class Drawings:
    """What was found, in the file's coordinates.

    Attributes:
        lines: straight lines and thin rectangles, as two opposite corners.
        fills: filled rectangles that show on paper.
        panels: boxes with round corners, and rectangles filled with white.
        marks: small paths that show on paper.
        covers: filled paths, pictures and shadings that a word may stand on or under.
        directions: how many text objects run right (0), up (1), left (2), down (3), or aslant (4).
        scales: by how much each text object enlarges its font, by its handle.
        pictures: how many images there are.
        pictured: the area that they cover, in the file's units.
        segments: how many segments of paths were looked at.
    """

    lines: list[Corners] = field(default_factory=list)
    fills: list[Corners] = field(default_factory=list)
    panels: list[Corners] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    covers: list[Cover] = field(default_factory=list)
    directions: Counter[int] = field(default_factory=Counter)
    scales: dict[int, float] = field(default_factory=dict)
    pictures: int = 0
    pictured: float = 0.0
    segments: int = 0

    def corners(self) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
        """The lines, the fills and the panels as arrays of four columns."""
        return _rows(self.lines), _rows(self.fills), _rows(self.panels)

    def mark_corners(self) -> NDArray[np.float32]:
        """The corners of the marks as an array of four columns."""
        return _rows([mark.corners for mark in self.marks])


def _rows(corners: list[Corners]) -> NDArray[np.float32]:
    return np.array(corners, dtype=np.float32).reshape(-1, 4)


class _Results:
    """Places that pdfium writes its answers to, made once a page."""

    def __init__(self) -> None:
        self.floats = (ctypes.c_float * 6)()
        self.at = [ctypes.addressof(self.floats) + 4 * k for k in range(6)]
        self.ints = (ctypes.c_int * 4)()
        self.int_at = [ctypes.addressof(self.ints) + 4 * k for k in range(4)]

    def bounds(self, item: int) -> Corners:
        """Left, bottom, right and top of an object, in the file's coordinates."""
        native.bounds(item, *self.at[:4])
        left, bottom, right, top = self.floats[:4]
        return left, bottom, right, top

    def matrix(self, item: int) -> Matrix:
        """How an object is moved, turned and scaled."""
        native.matrix(item, self.at[0])
        a, b, c, d, e, f = self.floats[:]
        return a, b, c, d, e, f

    def point(self, segment: int) -> Point:
        """Where a segment of a path ends, in the path's coordinates."""
        native.segment_point(segment, self.at[0], self.at[1])
        return self.floats[0], self.floats[1]

    def draw_mode(self, path: int) -> tuple[bool, bool]:
        """Whether it is filled, whether it is stroked."""
        native.draw_mode(path, self.int_at[0], self.int_at[1])
        return self.ints[0] != 0, self.ints[1] != 0

    def colour(self, path: int, *, stroke: bool) -> tuple[int, ...]:
        """Red, green, blue and opacity, each 0 to 255."""
        (native.stroke_colour if stroke else native.fill_colour)(path, *self.int_at)
        return tuple(self.ints[:])


def read_drawings(page: int) -> Drawings:
    """What is drawn on the page with this handle."""
    found = Drawings()
    count = native.count_on_page(page)
    _walk(found, _Results(), _IDENTITY, (native.object_on_page(page, k) for k in range(count)), 0)
    return found


def _walk(found: Drawings, results: _Results, outer: Matrix, items: Iterator[int], depth: int) -> None:
    readers: dict[int, Callable[[Drawings, _Results, Matrix, int], None]] = {
        raw.FPDF_PAGEOBJ_PATH: _read_path,
        raw.FPDF_PAGEOBJ_TEXT: _read_text,
    }
    for item in items:
        kind = native.object_type(item)
        if kind in readers:
            readers[kind](found, results, outer, item)
        elif kind in _COVERING:
            bounds = results.bounds(item)
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                _count_picture(found, outer, bounds)
            _cover(found, outer, bounds, coloured=True)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _times(results.matrix(item), outer)
            parts = (native.object_in_form(item, k) for k in range(native.count_in_form(item)))
            _walk(found, results, inner, parts, depth + 1)


def _count_picture(found: Drawings, outer: Matrix, bounds: Corners) -> None:
    (x0, y0), (x1, y1) = _placed(outer, bounds[:2]), _placed(outer, bounds[2:])
    found.pictures += 1
    found.pictured += abs((x1 - x0) * (y1 - y0))


def _cover(found: Drawings, outer: Matrix, bounds: Corners, *, coloured: bool) -> None:
    left, bottom, right, top = bounds
    if min(right - left, top - bottom) > _THIN:
        corners = (*_placed(outer, (left, bottom)), *_placed(outer, (right, top)))
        found.covers.append(Cover(corners, len(found.scales), coloured))


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _placed(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def _read_text(found: Drawings, results: _Results, outer: Matrix, item: int) -> None:
    a, b, c, d, *_ = results.matrix(item) if outer is _IDENTITY else _times(results.matrix(item), outer)
    found.scales[item] = math.hypot(c, d)
    if abs(b) <= 0.1 * abs(a):
        found.directions[0 if a > 0 else 2] += 1
    elif abs(a) <= 0.1 * abs(b):
        found.directions[1 if b > 0 else 3] += 1
    else:
        found.directions[_SLANTED] += 1


def _read_path(found: Drawings, results: _Results, outer: Matrix, path: int) -> None:
    filled, stroked = results.draw_mode(path)
    stroked = stroked and results.colour(path, stroke=True)[3] > 0
    shade = results.colour(path, stroke=False) if filled else (0, 0, 0, 0)
    filled = shade[3] > 0
    count = native.count_segments(path)
    if not (filled or stroked) or found.segments + count > _MOST_SEGMENTS:
        return
    left, bottom, right, top = results.bounds(path)
    shown = filled and min(shade[:3]) < _WHITE
    if max(right - left, top - bottom) <= _LARGEST_MARK and (shown or stroked):
        corners = (*_placed(outer, (left, bottom)), *_placed(outer, (right, top)))
        found.marks.append(Mark(corners, not shown, _is_aslant(path, count, results)))
    if filled:
        _cover(found, outer, (left, bottom, right, top), coloured=shown)
    thin = min(right - left, top - bottom) <= _THIN
    if thin and count <= _SIMPLE:
        found.lines.append((*_placed(outer, (left, bottom)), *_placed(outer, (right, top))))
    elif not thin or count > _SIMPLE:
        found.segments += count
        matrix = _times(results.matrix(path), outer)
        for points in _subpaths(path, count, results, matrix):
            _read_subpath(found, points, stroked=stroked, shown=shown)
        if not thin and count <= _ROUND_SEGMENTS and _is_panel(path, count, results, white=filled and not shown):
            found.panels.append((*_placed(outer, (left, bottom)), *_placed(outer, (right, top))))


def _is_panel(path: int, count: int, results: _Results, *, white: bool) -> bool:
    """Whether a path is a box with round corners, or a white one: all of its points lie near the corners."""
    segments = [native.segment(path, k) for k in range(count)]
    if not white and raw.FPDF_SEGMENT_BEZIERTO not in map(native.segment_type, segments):
        return False
    xs, ys = zip(*map(results.point, segments), strict=True)
    wide = max(xs) - min(xs) >= _LEAST_PANEL
    return wide and all(min(v - min(vs), max(vs) - v) <= _CORNER for vs in (xs, ys) for v in vs)


def _is_aslant(path: int, count: int, results: _Results) -> bool:
    """Whether a path of a few segments has straight lines that run along neither axis."""
    if count > _TICK_SEGMENTS:
        return False
    corners = _subpaths(path, count, results, _IDENTITY)
    return any(not _is_straight(a, b) for points in corners for a, b in itertools.pairwise(points))


def _subpaths(path: int, count: int, results: _Results, matrix: Matrix) -> Iterator[list[Point]]:
    """The straight stretches of a path, each as its corners; a curve ends one and begins another."""
    points: list[Point] = []
    for k in range(count):
        segment = native.segment(path, k)
        if native.segment_type(segment) != raw.FPDF_SEGMENT_LINETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(_placed(matrix, results.point(segment)))
        if native.segment_closes(segment) and points[-1] != points[0]:
            points.append(points[0])
    if len(points) > 1:
        yield points


def _read_subpath(found: Drawings, points: list[Point], *, stroked: bool, shown: bool) -> None:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    if min(right - left, top - bottom) <= _THIN and len(points) <= _SIMPLE:
        found.lines.append((left, bottom, right, top))
        return
    edges = [(*a, *b) for a, b in itertools.pairwise(points) if _is_straight(a, b)]
    if stroked:
        found.lines += edges
    elif shown and len(edges) == len(points) - 1 and len(points) in {4, 5}:
        found.fills.append((left, bottom, right, top))


def _is_straight(a: Point, b: Point) -> bool:
    return min(abs(a[0] - b[0]), abs(a[1] - b[1])) <= _STRAIGHT
