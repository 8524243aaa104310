"""What a printed page repeats beside its text: running heads and feet, page numbers, and the numbers of lines."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from .columns import rows_of
from .printed import Piece, Sheet

_DEEPEST = 4
"""Rows at the top or the bottom of a page that may be running ones."""
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"[-–—\s\[(|]*(?:\w{1,8}\.?\s)?\s*(\d{1,4})(?:\s*(?:/|\w{1,5})\s*\d{1,4})?[-–—\s\])|]*")
_NUMBERED = re.compile(r"\S{2,8}\s\d{1,4}\s?(?:/|\w{1,5})\s?\d{1,4}")
"""`Page 2 of 7`."""
_BROWSER = re.compile(
    r"\d{1,4}([./-])\d{1,2}\1\d{2,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[AP]M)?(?: .{1,200})?|(?:https?|file)://\S+ \d+/\d+"
)
"""What a browser prints above and below a page: when, and the title; where from, and the number of the page."""
_LINE_NUMBER = re.compile(r"\d{1,4}")
_LEVEL = 4
"""Points within which rows are at the same height."""
_FEWEST_NUMBERS = 8
_LARGE = 1.15


class _Edge(NamedTuple):
    """A row at the top or the bottom of a page."""

    page: int
    top: bool
    depth: int
    """Rows between it and the end of the page."""
    base: float
    size: float
    text: str

    @property
    def key(self) -> tuple[bool, str, int]:
        return self.top, _DIGITS.sub("#", self.text.casefold()), round(self.size)


class _Alike(NamedTuple):
    """What the rows of one wording at one height have in common."""

    first: _Edge
    pages: int
    """How many pages they stand on."""
    numbered: bool
    """Whether they count the pages."""


def usual_size(pieces: Sequence[Piece]) -> float:
    """The size in which most letters are set, to half a point."""
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[round(2 * piece.size) / 2] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def without_running(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The same pages, without what is printed on many of them in the same place.

    A head in larger type than the text stays on the page where it comes first: there it is the title.
    """
    sheets = _without_line_numbers(sheets)
    rows = [rows_of(sheet.pieces) for sheet in sheets]
    edges = [edge for page, each in enumerate(rows) for edge in _edges(page, each)]
    size = usual_size([piece for sheet in sheets for piece in sheet.pieces])
    running = _running(edges, rows, size)
    turned = Counter(piece.text for sheet in sheets for piece in sheet.turned)
    kept: list[Sheet] = []
    for page, (sheet, each) in enumerate(zip(sheets, rows, strict=True)):
        first = next((depth for depth in range(len(each)) if (page, True, depth) not in running), len(each))
        last = next((depth for depth in range(len(each)) if (page, False, depth) not in running), len(each))
        pieces = [piece for row in each[first : max(len(each) - last, first)] for piece in row]
        aside = [piece for piece in sheet.turned if turned[piece.text] == 1]
        kept.append(replace(sheet, pieces=pieces, turned=aside))
    # Where nothing else is printed, as on a card for each member, what comes again is the text.
    return kept if any(sheet.pieces or sheet.turned for sheet in kept) else list(sheets)


def _edges(page: int, rows: Sequence[Sequence[Piece]]) -> Iterator[_Edge]:
    for depth in range(min(_DEEPEST, len(rows))):
        for top in (True, False):
            row = rows[depth] if top else rows[-1 - depth]
            yield _Edge(page, top, depth, row[0].base, row[0].size, " ".join(piece.text for piece in row))


def _running(
    edges: Sequence[_Edge], rows: Sequence[Sequence[Sequence[Piece]]], size: float
) -> set[tuple[int, bool, int]]:
    """Page, end and depth of the rows that are running ones."""
    pages = len(rows)
    groups: dict[tuple[bool, str, int], list[_Edge]] = {}
    ends: dict[tuple[int, bool], list[_Edge]] = {}
    for edge in edges:
        groups.setdefault(edge.key, []).append(edge)
        ends.setdefault((edge.page, edge.top), []).append(edge)
    found: set[tuple[int, bool, int]] = set()
    for group in groups.values():
        for edge, alike in _with_alike(group):
            stands_off = _stands_off(edge, rows[edge.page])
            often = alike.pages >= max(3, 0.3 * pages) or (alike.pages == pages == 2 and stands_off)
            alone = stands_off and (_is_own_number(edge) or (not edge.depth and _BROWSER.fullmatch(edge.text)))
            title = edge.size > _LARGE * size and edge is alike.first and not alike.numbered
            if (often or alike.numbered or alone) and not title:
                found.add((edge.page, edge.top, edge.depth))
    return {(page, top, depth) for page, top, depth in found if _is_apart(ends[page, top][depth:], found, rows[page])}


def _with_alike(group: Sequence[_Edge]) -> Iterator[tuple[_Edge, _Alike]]:
    """Each row with those of its group that stand at its height."""
    by_base = sorted(range(len(group)), key=lambda place: group[place].base)
    bases = [group[place].base for place in by_base]
    known: dict[tuple[int, int], _Alike] = {}  # by where they stand in that order: most often all are at one height
    for edge in group:
        start, end = bisect_right(bases, edge.base - _LEVEL), bisect_left(bases, edge.base + _LEVEL)
        if (start, end) not in known:
            alike = [group[place] for place in sorted(by_base[start:end])]
            pages = len({each.page for each in alike})
            known[start, end] = _Alike(alike[0], pages, pages > 1 and _counts_pages(alike))
        yield edge, known[start, end]


def _is_apart(inward: Sequence[_Edge], found: set[tuple[int, bool, int]], rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether a space, or another size of type, parts the running rows from the text: the first of `inward`, or one behind it.

    What begins each page with no such space is text that comes again, such as "The motion was carried."
    """
    for edge in inward:
        if (edge.page, edge.top, edge.depth) not in found:
            return False
        if _stands_off(edge, rows):
            return True
    return False


def _stands_off(edge: _Edge, rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether more space than between lines parts a row from the text, or it is set in another size."""
    inward = rows[edge.depth + 1 :] if edge.top else rows[: len(rows) - 1 - edge.depth][::-1]
    if not inward:
        return False
    near = inward[0][0]
    return abs(near.base - edge.base) > 1.8 * max(near.size, edge.size) or abs(near.size - edge.size) > 0.5


def _counts_pages(alike: Sequence[_Edge]) -> bool:
    """Whether a number in the row grows as the pages do, and the row says little else or the same each time."""
    columns = [[int(number[-9:]) - each.page for number in _DIGITS.findall(each.text)] for each in alike]
    if not columns[0]:
        return False
    return any(len(set(column)) == 1 for column in zip(*columns, strict=True)) and len(alike[0].text) < 150


def _is_own_number(edge: _Edge) -> bool:
    """`2`, `- 2 -` or `Page 2 of 7` on page 2."""
    found = _NUMBER.fullmatch(edge.text)
    if found is None or int(found[1]) != edge.page + 1:
        return False
    return bool(_NUMBERED.search(edge.text)) or not any(c.isalpha() for c in edge.text)


def _without_line_numbers(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Without the numbers of the lines at the margin, as in the record of a hearing.

    A table may number its rows as well; but in the lines of a text, some begin within a sentence.
    """
    columns = [_numbers(rows_of(sheet.pieces)) for sheet in sheets]
    beside = [text for column in columns for _, text in column]
    if len(beside) < _FEWEST_NUMBERS or 8 * sum(text[:1].islower() for text in beside) < len(beside):
        return list(sheets)
    gone = {id(piece) for column in columns for piece, _ in column}
    return [replace(sheet, pieces=[each for each in sheet.pieces if id(each) not in gone]) for sheet in sheets]


def _numbers(rows: Sequence[Sequence[Piece]]) -> list[tuple[Piece, str]]:
    """The numbers of the lines of a page, each with the text beside it; empty if they do not count the lines."""
    found = [(place, row[0]) for place, row in enumerate(rows) if _LINE_NUMBER.fullmatch(row[0].text)]
    if len(found) < 2:
        return []
    edge = max(piece.right for _, piece in found)
    counted = all(
        int(below.text) - int(above.text) in (next_place - place, 5, 10)
        for (place, above), (next_place, below) in pairwise(found)
    )
    texts = [" ".join(piece.text for piece in rows[place][1:]) for place, _ in found]
    inside = rows[found[0][0] : found[-1][0] + 1]
    clear = all(piece.left > edge for row in inside for piece in row if not _LINE_NUMBER.fullmatch(piece.text))
    return [(piece, text) for (_, piece), text in zip(found, texts, strict=True)] if counted and clear else []
