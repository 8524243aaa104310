"""What is drawn on a page of a PDF file beside its words: ruled lines, the bullets of lists, and pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pypdfium2

_SHORTEST_RULE = 8.0
_THICKEST_RULE = 2.5
_DOT = (1.5, 8.0)
"""Points that a drawn bullet measures."""
_MOST = 4_000
"""Drawings of a page, and strokes of a drawing, that are looked at: maps have more, and no table in them."""


class Rule(NamedTuple):
    """A ruled line: at `at`, across the page or down it, from `start` to `end`."""

    at: float
    start: float
    end: float


class Dot(NamedTuple):
    """A small square or round shape: the middle of it, and where it begins and ends."""

    base: float
    left: float
    right: float


@dataclass
class Drawings:
    """In the coordinates of `printed.Sheet`."""

    down: list[Rule] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    shapes: int = 0
    covered: float = 0.0
    """Share of the page that its largest picture takes."""

    def mirror(self) -> None:
        """For a page that is read from right to left."""
        self.down = [Rule(-each.at, each.start, each.end) for each in self.down]
        self.across = [Rule(each.at, -each.end, -each.start) for each in self.across]
        self.dots = [Dot(each.base, -each.right, -each.left) for each in self.dots]


def along(turn: int | None, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    """Start and end along a line of text that is turned by so many quarters, and its top and bottom below zero."""
    if turn == 1:
        return bottom, top, left, right
    if turn == 2:
        return -right, -left, bottom, top
    if turn == 3:
        return -top, -bottom, -right, -left
    return left, right, -top, -bottom


def read_drawings(page: "pypdfium2.PdfPage", turn: int) -> Drawings:
    """The drawings of an open page whose words are turned by so many quarters to the left."""
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_bbox()
    area = (right - left) * (top - bottom) or 1.0
    drawings = Drawings()
    for thing in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH], max_depth=3):
        if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = thing.get_bounds()
            drawings.covered = max(drawings.covered, (x1 - x0) * (y1 - y0) / area)
            continue
        drawings.shapes += 1
        if drawings.shapes < _MOST and thing.level == 0:
            _add_shape(drawings, thing, turn)
    return drawings


def _add_shape(drawings: Drawings, shape: "pypdfium2.PdfObject", turn: int) -> None:
    start, end, high, low = along(turn, *shape.get_bounds())
    width, height = end - start, low - high
    if _DOT[0] < width < _DOT[1] and abs(width - height) < 0.2 * width:
        drawings.dots.append(Dot((high + low) / 2, start, end))
        return
    for x0, y0, x1, y1 in _strokes(shape):
        start, end, high, low = along(turn, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        if end - start < _THICKEST_RULE and low - high > _SHORTEST_RULE:
            drawings.down.append(Rule((start + end) / 2, high, low))
        elif low - high < _THICKEST_RULE and end - start > _SHORTEST_RULE:
            drawings.across.append(Rule((high + low) / 2, start, end))


def _strokes(shape: "pypdfium2.PdfObject") -> Iterator[tuple[float, float, float, float]]:
    """The straight strokes of a shape, as x and y of both ends."""
    import pypdfium2.raw as pdfium

    x, y, matrix = ctypes.c_float(), ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(shape, matrix)
    before: tuple[float, float] | None = None
    for index in range(min(pdfium.FPDFPath_CountSegments(shape), _MOST)):
        segment = pdfium.FPDFPath_GetPathSegment(shape, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = (matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f)
        if before and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
            yield (*before, *here)
        before = here
