"""Tables on a printed page: rows whose words stand in columns, one below the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..text.lines import row_line
from .drawings import Rule
from .printed import Piece

_MARKER = re.compile(r"[-–—*+•·]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]|[QA]|§+")
"""Before an item of a list, or a question of an examination."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a region, or a row of a table, as a `Piece` that knows the room it has."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    head: float
    edge: float
    """Where the lines of its region end."""
    page: int
    """From 0."""
    row: bool = False


def lines_in(rows: Sequence[list[Piece]], across: Sequence[Rule], edge: float, page: int) -> list[Line]:
    """The lines of a region, from the top."""
    lines: list[Line] = []
    number = 0
    while number < len(rows):
        last, columns = _table(rows, number)
        if columns:
            lines.extend(_rows(rows[number:last], columns, across, edge, page))
            number = last
        else:
            lines.append(_line(rows[number], edge, page))
            number += 1
    return lines


def _line(row: Sequence[Piece], edge: float, page: int) -> Line:
    first = row[0]
    return Line(
        " ".join(piece.text for piece in row),
        first.left,
        max(piece.right for piece in row),
        first.base,
        max((piece.right - piece.left, piece.size) for piece in row)[1],
        all(piece.bold for piece in row),
        first.head,
        edge,
        page,
    )


def _table(rows: Sequence[list[Piece]], first: int) -> tuple[int, list[tuple[float, float]]]:
    """The row after the table that begins with row `first`, and its columns; none if no table does."""
    columns: list[tuple[float, float]] = []
    full = last = first
    for number in range(first, len(rows)):
        row = rows[number]
        if len(row) == 1 and not (columns and _is_below(rows[number - 1], row)):
            break
        united = _united(columns, row)
        if len(united) < 2 or (columns and not _keeps(columns, united, row)):
            break
        columns = united
        last = number + 1
        full += len(row) > 1
    whole = [row for row in rows[first:last] if len(row) > 1]
    if full - first < 2 or _are_labels(whole):
        return first, []
    return last, columns


def _is_below(above: Sequence[Piece], row: Sequence[Piece]) -> bool:
    """Whether a lone piece goes on with a cell of the row above: close to it, and in the same style."""
    piece = row[0]
    over = min(above, key=lambda each: abs(each.left - piece.left))
    near = piece.base - over.base < 1.35 * piece.size
    return near and piece.bold == over.bold and abs(over.size - piece.size) < 0.1 * piece.size


def _united(columns: Sequence[tuple[float, float]], row: Sequence[Piece]) -> list[tuple[float, float]]:
    """The columns with the places of a row added; those that overlap are one."""
    united: list[tuple[float, float]] = []
    for start, end in sorted([*columns, *((piece.left, piece.right) for piece in row)]):
        if united and start < united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _keeps(columns: Sequence[tuple[float, float]], united: Sequence[tuple[float, float]], row: Sequence[Piece]) -> bool:
    """Whether a further row leaves the columns apart, and each of its pieces has a column of its own."""
    if len(united) < len(columns) or len(united) > len(columns) + 1:
        return False
    places = [next(n for n, (start, end) in enumerate(united) if start <= each.left <= end) for each in row]
    aligned = sum(any(abs(each.left - start) < each.size for start, _ in columns) for each in row)
    centred = sum(
        any(
            abs(each.left + each.right - start - end) < 2 * each.size or abs(each.right - end) < each.size
            for start, end in columns
        )
        for each in row
    )
    return len(set(places)) == len(places) and 2 * max(aligned, centred) >= len(row)


def _are_labels(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether the first column marks items of a list, or labels what stands beside it."""
    firsts = [row[0].text for row in rows if len(row) == 2]
    marks = sum(bool(_MARKER.fullmatch(first)) or first.endswith((":", "：")) for first in firsts)
    return 2 * marks > len(rows)


def _rows(
    rows: Sequence[list[Piece]], columns: Sequence[tuple[float, float]], across: Sequence[Rule], edge: float, page: int
) -> list[Line]:
    groups: list[list[list[Piece]]] = []
    ruled = sum(_parts(above, below, across) for above, below in pairwise(rows)) > 1
    for number, row in enumerate(rows):
        above = rows[number - 1] if number else None
        if above is None or _begins_row(above, row, columns, across if ruled else None):
            groups.append([])
        groups[-1].append(row)
    return [_row(group, columns, edge, page) for group in groups]


def _parts(above: Sequence[Piece], below: Sequence[Piece], across: Sequence[Rule]) -> bool:
    top, bottom = min(each.base for each in above), min(each.base for each in below)
    left, right = below[0].left, below[0].right
    return any(top - 1 < rule.at < bottom and rule.start < right and rule.end > left for rule in across)


def _begins_row(
    above: Sequence[Piece], row: Sequence[Piece], columns: Sequence[tuple[float, float]], across: Sequence[Rule] | None
) -> bool:
    if across is not None:
        return _parts(above, row, across)
    return row[0].left <= columns[0][1] or row[0].base - above[0].base > 1.7 * row[0].size


def _row(group: Sequence[Sequence[Piece]], columns: Sequence[tuple[float, float]], edge: float, page: int) -> Line:
    pieces = [piece for row in group for piece in row]
    cells: list[list[str]] = [[] for _ in columns]
    for piece in pieces:
        place = max(number for number, (start, _) in enumerate(columns) if start <= piece.left + 0.1 or not number)
        cells[place].append(piece.text)
    text = row_line(map(" ".join, cells))
    left, right = min(each.left for each in pieces), max(each.right for each in pieces)
    bold = all(each.bold for each in pieces)
    return Line(text, left, right, pieces[0].base, pieces[0].size, bold, right - left, edge, page, row=True)
