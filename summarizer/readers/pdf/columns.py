"""The order in which a page is read: its rows, and the columns that it is set in."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .drawings import Rule
from .printed import Piece

_FEWEST = 4
"""Lines that a column has at the least."""
_PROSE = 20
"""Characters of a line of prose in a narrow column, as a median; the cells of a table are shorter."""
_FULL = 0.72
"""Of the width of its column: what a line of prose fills, as a rule."""


class Region(NamedTuple):
    """Rows that are read one after the other, none of them beside another region's."""

    rows: list[list[Piece]]
    column: bool = False
    """Set beside another, so that its own lines tell how wide it is."""


def rows_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces by base line, from the top, and from the beginning of each line."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: each.base):
        if rows and piece.base - rows[-1][0].base < 0.45 * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda each: each.left)
    return rows


def regions_of(pieces: Sequence[Piece], across: Sequence[Rule], *, column: bool = False) -> Iterator[Region]:
    """The regions of a page in the order in which they are read."""
    rows = rows_of(pieces)
    found = _columns(rows, across)
    if found is None:
        if rows:
            yield Region(rows, column)
        return
    first, last, gutter = found
    above = [piece for row in rows[:first] for piece in row]
    beside = [piece for row in rows[first:last] for piece in row]
    below = [piece for row in rows[last:] for piece in row]
    yield from regions_of(above, across, column=column)
    yield from regions_of([each for each in beside if each.right <= gutter], across, column=True)
    yield from regions_of([each for each in beside if each.right > gutter], across, column=True)
    yield from regions_of(below, across, column=column)


def _columns(rows: Sequence[list[Piece]], across: Sequence[Rule]) -> tuple[int, int, float] | None:
    """The longest run of rows that stands in two columns of prose, as first and last row, and where they part."""
    best: tuple[int, int, float] | None = None
    most = 0
    for gutter in _gutters(rows):
        for first, last in _runs_beside(rows, gutter):
            held = [piece for row in rows[first:last] for piece in row]
            if len(held) > most and _are_columns(held, gutter, across):
                best, most = (first, last, gutter), len(held)
    return best


def _gutters(rows: Sequence[list[Piece]]) -> list[float]:
    """Where columns may part: in the gap before each place at which several lines begin."""
    starts = sorted(piece.left for row in rows for piece in row)
    common: list[float] = []
    run: list[float] = []
    for start in starts:
        if run and start - run[-1] > 3:
            run = []
        run.append(start)
        if len(run) == _FEWEST - 1:
            common.append(run[0])
    return [start - 2 for start in common[1:]]


def _runs_beside(rows: Sequence[list[Piece]], gutter: float) -> Iterator[tuple[int, int]]:
    """Runs of rows, as half-open ranges, in which nothing is printed across the gutter."""
    first = 0
    for number, row in enumerate([*rows, []]):
        crossed = any(each.left < gutter < each.right or gutter < each.right < gutter + 4 for each in row)
        if crossed or not row:
            if number > first:
                yield from _trimmed(rows, first, number, gutter)
            first = number + 1


def _trimmed(rows: Sequence[list[Piece]], first: int, last: int, gutter: float) -> Iterator[tuple[int, int]]:
    """Without the rows at the top and the bottom that stand over one column only and belong to the whole page."""
    right = [number for number in range(first, last) if rows[number][-1].left > gutter]
    if right:
        top = right[0]
        while top > first and _close(rows[top - 1], rows[top]):
            top -= 1
        bottom = right[-1] + 1
        while bottom < last and _close(rows[bottom - 1], rows[bottom]):
            bottom += 1
        yield top, bottom


def _close(above: Sequence[Piece], below: Sequence[Piece]) -> bool:
    size = below[0].size
    return below[0].base - above[0].base < 2.6 * size and abs(above[0].size - size) < 0.1 * size


def _are_columns(held: Sequence[Piece], gutter: float, across: Sequence[Rule]) -> bool:
    left = [each for each in held if each.right <= gutter]
    right = [each for each in held if each.right > gutter]
    if min(len(left), len(right)) < _FEWEST:
        return False
    top, bottom = min(each.base for each in held), max(each.base for each in held)
    ruled = [rule for rule in across if top < rule.at < bottom and rule.start < gutter < rule.end]
    return len(ruled) < 2 and all(_is_prose(side) for side in (left, right)) and _flows(left, right)


def _is_prose(side: Sequence[Piece]) -> bool:
    """Whether lines are long and mostly end where their column does."""
    lengths = sorted(len(each.text) for each in side)
    start, end = min(each.left for each in side), max(each.right for each in side)
    full = sum(each.right - start > _FULL * (end - start) for each in side)
    return lengths[len(lengths) // 2] >= _PROSE and 2 * full > len(side)


def _flows(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether the left column reads on in itself: some of its lines break off in a sentence that the next goes on with."""
    return all(
        3 * sum(below.text[:1].islower() for _, below in pairwise(side)) >= len(side) - 1 for side in (left, right)
    )
