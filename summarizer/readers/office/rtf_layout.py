"""The paragraphs of a rich text file, and what they gather in: the body, notes, boxes, and the cells of tables."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from ..reading import Written
from .blocks import Content, Flow, Paragraph, Table

_HANGING = re.compile(r"(?P<label>[•◦▪‣·–—*-]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{2,5})[.)])\t\s*")
"""A bullet or number that is typed, or that a converter wrote, before a paragraph whose first line hangs out."""
_SAME = 200
"""Twentieths of a point, a third of a centimetre, within which the edges of two cells are one."""
MOST_NESTED = 20
"""Tables within each other, at the most."""
_MOST_COLUMNS = 100
"""Beyond it, the edges of cells tell nothing."""

Edges = tuple[int, ...]
"""The left edge of a row and the right edge of each of its cells, in twentieths of a point."""


@dataclass
class Format:
    """Of the paragraph at hand; lasts until it is reset."""

    level: int = 0
    """Of a heading, from 1; 0 of what is none."""
    depth: int = 0
    """Of a list item, from 0."""
    nesting: int = 0
    """Tables around it."""
    left: int = 0
    first: int = 0
    """Indentation, and that of the first line beside it, in twentieths of a point."""


@dataclass
class _Row:
    """The row of a table as far as it is read."""

    cells: list[Content] = field(default_factory=list)
    cell: Content = field(default_factory=list)


@dataclass
class _Story:
    """The body, or a note or box within it; the words of its paragraph at hand gather in `words`."""

    content: Content = field(default_factory=list)
    format: Format = field(default_factory=Format)
    words: list[str] = field(default_factory=list)
    label: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    boxes: Content = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)
    """Of the tables around it, the outermost first."""
    lefts: list[int] = field(default_factory=list)
    """Indentations of the lists around it whose labels are typed."""


@dataclass(frozen=True)
class State:
    """What holds for a group, and ends with it."""

    unread: bool = False
    hidden: bool = False
    deleted: bool = False
    bold: bool = False
    struck: frozenset[str] = frozenset()
    """Which lines, `strike` or `striked`, go through the words."""
    skips: int = 1
    """Characters behind `\\u` that stand for it in old programs."""
    encoding: str = ""
    place: str = "body"
    """`label` in a list mark, `fonts`, `styles`, `picture`, `field` for its instruction, `property` of a shape
    with `name` and `value` in it, or the body."""
    edges: Edges = (0,)
    """Of the row that is described."""


class Layout:
    """Takes words and the ends of paragraphs, cells and rows, in the order of the file."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.story = _Story(self.flow.content)
        self._tables: dict[int, tuple[Table, list[Edges]]] = {}
        """By their identity, tables with the edges of each row."""

    def say(self, words: str, *, bold: bool) -> None:
        """Words of the paragraph at hand."""
        self.story.words.append(words)
        if words.strip():
            self.story.bold.append(bold)

    def say_label(self, words: str) -> None:
        """Words of the mark before the paragraph at hand."""
        self.story.label.append(words)

    def end_paragraph(self) -> None:
        """The paragraph at hand, with the boxes that hang on it, is whole."""
        story = self.story
        form = story.format
        words, label, depth = "".join(story.words), "".join(story.label).strip(), form.depth
        if label and (label == "o" or not any(map(str.isalnum, label))):  # a bullet; some fonts draw one as an o
            label = "-"
        elif not label:
            label, words, depth = self._hanging(words)
        bold = bool(story.bold) and all(story.bold)
        place = self._cell(form.nesting)
        place.append(Paragraph(words, form.level, label, depth if label else 0, bold))
        place += story.boxes
        story.words, story.label, story.bold, story.boxes = [], [], [], []

    def end_cell(self, level: int) -> None:
        """level: tables around it, from 1."""
        self.story.format.nesting = level
        self.end_paragraph()
        for deeper in range(len(self.story.rows), level, -1):
            self.end_row(deeper, ())
        row = self.story.rows[level - 1]
        row.cells.append(row.cell)
        row.cell = []

    def end_row(self, level: int, edges: Edges) -> None:
        """level: tables around it, from 1; edges: as far as they are known."""
        if not 0 < level <= len(self.story.rows) or not self.story.rows[level - 1].cells:
            return
        row, self.story.rows[level - 1] = self.story.rows[level - 1], _Row()
        place = self._cell(level - 1)
        table = place[-1] if place else None
        if not isinstance(table, Table):
            table = Table()
            place.append(table)
        table.rows.append(row.cells)
        self._tables.setdefault(id(table), (table, []))[1].append(edges)
        self.story.rows[level - 1].cell = row.cell

    def begin_note(self) -> Callable[[], None]:
        """What is said from now on is a footnote or endnote, until the returned function is called."""
        note: Content = []
        self.flow.notes.append(note)
        return self._begin(note)

    def begin_box(self) -> Callable[[], None]:
        """What is said from now on is in a box that hangs on the paragraph at hand, until what is returned is called."""
        return self._begin(self.story.boxes)

    def written(self) -> Written:
        """The whole, once all is said."""
        self._finish()
        for table, edges in self._tables.values():
            _align(table.rows, edges)
        return self.flow.written()

    def _begin(self, content: Content) -> Callable[[], None]:
        outer, self.story = self.story, _Story(content)

        def end() -> None:
            self._finish()
            self.story = outer

        return end

    def _finish(self) -> None:
        """Nothing more comes, also of a row or cell that was not ended."""
        if "".join(self.story.words).strip() or self.story.boxes:
            self.end_paragraph()
        for level in range(len(self.story.rows), 0, -1):
            row = self.story.rows[level - 1]
            if row.cells:
                row.cells.append(row.cell)
            else:
                self._cell(level - 1).extend(row.cell)
            row.cell = []
            self.end_row(level, ())

    def _cell(self, nesting: int) -> Content:
        """Where the next paragraph, or a table that nests one level deeper, goes."""
        rows = self.story.rows
        while len(rows) < nesting:
            rows.append(_Row())
        return rows[nesting - 1].cell if nesting else self.story.content

    def _hanging(self, words: str) -> tuple[str, str, int]:
        """The label, the words without it, and its depth, of an item whose label stands among its words."""
        form, lefts = self.story.format, self.story.lefts
        found = _HANGING.match(words) if form.first < 0 else None
        if found is None:
            if lefts and form.left < lefts[0]:
                lefts.clear()
            return "", words, 0
        while lefts and lefts[-1] > form.left:
            lefts.pop()
        if not lefts or lefts[-1] < form.left:
            lefts.append(form.left)
        return found["label"], words[found.end() :], len(lefts) - 1


def _align(rows: list[list[Content]], edges: list[Edges]) -> None:
    """Add empty cells before one that begins further right than the table, and behind one that spans columns.

    Only the edges of cells tell that. A row whose edges are not those of its cells stays as it is.
    """
    columns: list[int] = []
    for edge in sorted({edge for each in edges for edge in each}):
        if not columns or edge - columns[-1] > _SAME:
            columns.append(edge)
    if len(columns) > _MOST_COLUMNS:
        return
    for row, own in zip(rows, edges, strict=True):
        if len(own) != len(row) + 1:
            continue
        places = [bisect_right(columns, edge) for edge in own]
        cells: list[Content] = [[] for _ in range(places[0] - 1)]
        for cell, left, right in zip(row, places, places[1:], strict=False):
            cells += [cell, *([] for _ in range(right - left - 1))]
        row[:] = cells
